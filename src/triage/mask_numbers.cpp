#include "triage/mask_cue.h"
#include "triage/private.h"

#include <algorithm>
#include <array>
#include <string>

namespace triage {
namespace {

constexpr std::size_t most_groups = 16, most_digits = 24;
constexpr auto tax_object = std::to_array<std::size_t>({2, 2, 3, 3, 3, 4, 1});

/// A run of digits; "o812..." begins with a letter that stands for 0.
struct Group {
    std::size_t begin;
    std::size_t end;
    [[nodiscard]] std::size_t size() const noexcept { return end - begin; }
};

std::vector<Group> groups_of(std::string_view text) {
    std::vector<Group> out;
    for (std::size_t at = 0; at < text.size();) {
        const bool letter_o = text[at] == 'o' && at + 2 < text.size() && text[at + 1] == '8' &&
                              is_digit(text[at + 2]) && (at == 0 || !is_word(text[at - 1]));
        if (!is_digit(text[at]) && !letter_o) {
            ++at;
            continue;
        }
        std::size_t end = at + 1;
        while (end < text.size() && is_digit(text[end]))
            ++end;
        out.push_back({at, end});
        at = end;
    }
    return out;
}

/// Whether two groups may be parts of one number: one to three of " .-()/_*" between them.
bool joins(std::string_view gap) noexcept {
    return !gap.empty() && gap.size() <= 3 && std::ranges::all_of(gap, [](char c) {
        return std::string_view(" .-()/_*").find(c) != std::string_view::npos;
    });
}

/// Groups [first, last] read as one number.
struct Chain {
    std::string_view text;
    const std::vector<Group>& groups;
    std::size_t first;
    std::size_t last;
    std::string digits;

    Chain(std::string_view t, const std::vector<Group>& g, std::size_t at)
        : text(t), groups(g), first(at), last(at) {
        take(g[at]);
    }
    [[nodiscard]] bool extend() {
        if (last + 1 >= groups.size() || last - first + 1 >= most_groups || digits.size() >= most_digits)
            return false;
        if (!joins(gap(last))) return false;
        take(groups[++last]);
        return true;
    }
    [[nodiscard]] std::size_t count() const noexcept { return last - first + 1; }
    [[nodiscard]] std::size_t size(std::size_t i) const noexcept { return groups[first + i].size(); }
    [[nodiscard]] std::string_view gap(std::size_t i) const noexcept {
        return text.substr(groups[i].end, groups[i + 1].begin - groups[i].end);
    }
    [[nodiscard]] bool evenly_parted() const noexcept {
        for (std::size_t i = first + 1; i < last; ++i)
            if (gap(i) != gap(first)) return false;
        return true;
    }
    /// dd-mm-yyyy, yyyy-mm-dd or dd-mm-yy at the start: a date, perhaps with a time behind it.
    [[nodiscard]] bool begins_with_date() const noexcept {
        if (count() < 3) return false;
        const auto number = [&](std::size_t i) {
            int value = 0;
            for (std::size_t at = groups[first + i].begin; at < groups[first + i].end; ++at)
                value = value * 10 + (text[at] - '0');
            return value;
        };
        const auto is_year = [](int year) { return year >= 1900 && year <= 2100; };
        if (size(0) <= 2 && size(1) <= 2 && size(2) == 4)
            return number(0) <= 31 && number(1) <= 12 && is_year(number(2));
        return size(0) == 4 && size(1) <= 2 && size(2) <= 2 && is_year(number(0)) && number(1) <= 12 &&
               number(2) <= 31;
    }
    /// "500.000.000": thousands, not a number of a thing.
    [[nodiscard]] bool is_amount() const noexcept {
        if (count() < 2 || size(0) > 3) return false;
        for (std::size_t i = 1; i < count(); ++i)
            if (size(i) != 3 || gap(first + i - 1) != ".") return false;
        return true;
    }

private:
    void take(const Group& group) {
        for (std::size_t i = group.begin; i < group.end && digits.size() <= most_digits; ++i)
            digits += text[i] == 'o' ? '0' : text[i];
    }
};

bool is_mobile(const Chain& chain, bool plus) noexcept {
    const std::string_view d = chain.digits;
    const std::size_t n = d.size();
    if (d.starts_with("08")) {
        if (n < 10 || n > 14 || d[2] == '0' || chain.begins_with_date()) return false;
        if (chain.size(0) >= 3) return true;
        if (chain.size(0) == 1 && chain.count() > 1 && chain.size(1) >= 3) return true; // 0 812 ...
        for (std::size_t i = 0; i < chain.count(); ++i)
            if (chain.size(i) > 2) return false;
        return chain.evenly_parted(); // 08 12 34 56 78 90
    }
    if (d.starts_with("0062")) return n >= 13 && n <= 17 && chain.size(0) >= 4;
    if (!d.starts_with("62")) return false;
    if (d.substr(2).starts_with("8"))
        return n >= 11 && n <= 15 && (plus || chain.size(0) != 2 || chain.size(1) >= 3);
    if (d.substr(2).starts_with("08")) return n >= 12 && n <= 16;
    return plus && n >= 9 && n <= 14;
}

/// "31.74.011.022.033" is a tax object: no telephone begins inside a longer number, unless what stands before
/// it is masked.
bool begins_inside(const Chain& chain, std::size_t masked_to) noexcept {
    if (chain.first == 0) return false;
    const std::string_view gap = chain.gap(chain.first - 1);
    return (gap == "." || gap == "-") && chain.groups[chain.first - 1].end > masked_to;
}

/// (021) 1234567, 031-8431234, 0315343000
bool is_landline(const Chain& chain) noexcept {
    const std::string_view d = chain.digits;
    if (d.size() < 9 || d.size() > 12 || d[0] != '0' || d[1] < '2' || d[1] == '8' || chain.begins_with_date())
        return false;
    if (chain.count() == 1) return true;
    if (chain.size(0) < 3 || chain.size(0) > 4 || chain.count() > 4) return false;
    for (std::size_t i = 1; i < chain.count(); ++i)
        if (chain.size(i) < 2) return false;
    return true;
}

/// Another group belongs to a phone number that is long enough already only if it is no count or house
/// number.
bool may_go_on(const Chain& chain) noexcept {
    if (chain.digits.size() < 10) return true;
    if (chain.last + 1 >= chain.groups.size()) return false;
    const std::size_t next = chain.groups[chain.last + 1].size();
    if (chain.digits.size() + next > 14) return false;
    const bool small_groups = chain.count() > 1 && chain.size(chain.count() - 1) <= 2;
    return small_groups ? next <= 2 : next >= 3 && chain.size(0) < 9;
}

/// "1234567890 2 hari": after a space a short group is a count.
bool keeps_on(const Chain& chain) noexcept {
    if (chain.last + 1 >= chain.groups.size()) return false;
    return chain.gap(chain.last).find(' ') == std::string_view::npos ||
           chain.groups[chain.last + 1].size() >= 3;
}

PrivateData identity_kind(NumberCue cue) noexcept {
    if (cue == NumberCue::family_card) return PrivateData::family_card;
    return cue == NumberCue::tax ? PrivateData::tax : PrivateData::nik;
}

bool is_tax_number(const Chain& chain) noexcept {
    constexpr auto form = std::to_array<std::size_t>({2, 3, 3, 1, 3, 3});
    if (chain.count() != form.size()) return false;
    for (std::size_t i = 0; i < form.size(); ++i)
        if (chain.size(i) != form[i]) return false;
    return true;
}

/// A tax object (NOP), "31.74.011.022.033.0044.0": a piece of land, and parts of it look like other numbers.
bool is_tax_object(std::string_view text, const std::vector<Group>& groups, std::size_t at) noexcept {
    if (at + tax_object.size() > groups.size()) return false;
    for (std::size_t i = 0; i < tax_object.size(); ++i) {
        if (groups[at + i].size() != tax_object[i]) return false;
        if (i == 0) continue;
        const std::string_view gap =
            text.substr(groups[at + i - 1].end, groups[at + i].begin - groups[at + i - 1].end);
        if (gap != "." && gap != "-") return false;
    }
    return true;
}

struct Told {
    PrivateData kind;
    std::size_t least, most; ///< digits
};
/// What a cue says about digits that have no form of their own.
std::pair<bool, Told> told_by(NumberCue cue) noexcept {
    switch (cue) {
    case NumberCue::nik: return {true, {PrivateData::nik, 10, 20}};
    case NumberCue::family_card: return {true, {PrivateData::family_card, 10, 20}};
    case NumberCue::phone: return {true, {PrivateData::phone, 7, 15}};
    case NumberCue::account: return {true, {PrivateData::account, 7, 18}};
    case NumberCue::tax: return {true, {PrivateData::tax, 9, 16}};
    case NumberCue::insurance: return {true, {PrivateData::insurance, 11, 13}};
    case NumberCue::none:
    case NumberCue::money:
    case NumberCue::plate: break;
    }
    return {false, {PrivateData::nik, 0, 0}};
}

void find_from(std::string_view text, const std::vector<Group>& groups, std::size_t at, std::size_t masked_to,
               std::vector<Mask>& found) {
    const Group& start = groups[at];
    const bool plus = start.begin > 0 && text[start.begin - 1] == '+';
    const NumberCue cue = cue_before(text, start.begin);
    const bool named = told_by(cue).first;
    const Told told = told_by(cue).second;
    const auto add = [&](PrivateData kind, const Chain& chain) {
        std::size_t begin = start.begin, end = groups[chain.last].end;
        if (begin > 0 && (text[begin - 1] == '+' || text[begin - 1] == '(')) --begin;
        if (begin > 0 && text[begin] == '+' && text[begin - 1] == '(') --begin;
        found.push_back({kind, begin, end});
    };

    // One long run of digits may hold a NIK at either end.
    if (start.size() > 16) {
        const std::string_view run = text.substr(start.begin, start.size());
        if (is_identity_number(run.substr(0, 16)) || is_identity_number(run.substr(run.size() - 16)) ||
            (named && start.size() <= told.most))
            found.push_back({PrivateData::nik, start.begin, start.end});
        return;
    }
    Chain chain(text, groups, at);
    std::size_t named_last = groups.size(), phone_last = groups.size();
    bool phone_open = true, named_open = named;
    do {
        const std::size_t n = chain.digits.size();
        if (n > most_digits) break;
        if (n == 16 && is_identity_number(chain.digits)) {
            add(identity_kind(cue), chain);
            named_last = phone_last = groups.size();
            phone_open = named_open = false;
            if (chain.count() == 1) break;
        }
        if (n == 15 && is_tax_number(chain)) add(PrivateData::tax, chain);
        const bool amount = chain.is_amount();
        if (phone_open &&
            ((!amount && is_mobile(chain, plus)) || (is_landline(chain) && !begins_inside(chain, masked_to))))
            phone_last = chain.last;
        if (named_open && n >= told.least && n <= told.most && !chain.begins_with_date() && !amount)
            named_last = chain.last;
        if (n >= 10 && !may_go_on(chain)) phone_open = false;
        if (told.kind == PrivateData::phone ? n >= 10 && !may_go_on(chain)
                                            : n >= told.least && !keeps_on(chain))
            named_open = false;
    } while (chain.extend());

    const auto up_to = [&](std::size_t last) {
        Chain part(text, groups, at);
        while (part.last < last && part.extend()) {
        }
        return part;
    };
    if (phone_last < groups.size())
        add(PrivateData::phone, up_to(phone_last));
    else if (named_last < groups.size())
        add(told.kind, up_to(named_last));
}

} // namespace

bool is_identity_number(std::string_view digits) noexcept {
    if (digits.size() != 16) return false;
    const auto two = [&](std::size_t at) { return (digits[at] - '0') * 10 + (digits[at + 1] - '0'); };
    const int province = two(0), regency = two(2), district = two(4), day = two(6), month = two(8);
    const bool known = (province >= 11 && province <= 19) || province == 21 ||
                       (province >= 31 && province <= 36) || (province >= 51 && province <= 53) ||
                       (province >= 61 && province <= 65) || (province >= 71 && province <= 76) ||
                       province == 81 || province == 82 || (province >= 91 && province <= 97);
    return known && regency >= 1 && regency <= 79 && district >= 1 && month >= 1 && month <= 12 &&
           ((day >= 1 && day <= 31) || (day >= 41 && day <= 71)) && digits.substr(12) != "0000";
}

void find_numbers(std::string_view text, std::vector<Mask>& found) {
    const std::vector<Group> groups = groups_of(text);
    std::size_t covered = 0;
    for (std::size_t at = 0; at < groups.size(); ++at) {
        if (is_tax_object(text, groups, at)) {
            at += tax_object.size() - 1;
            continue;
        }
        const std::size_t before = found.size();
        // Inside a number that is found, only a NIK that reaches beyond it is looked for.
        std::vector<Mask> here;
        find_from(text, groups, at, covered, here);
        for (const Mask& mask : here)
            if (mask.begin >= covered || (mask.end > covered && mask.kind == PrivateData::nik))
                found.push_back(mask);
        for (std::size_t i = before; i < found.size(); ++i)
            covered = std::max(covered, found[i].end);
    }
}

} // namespace triage
