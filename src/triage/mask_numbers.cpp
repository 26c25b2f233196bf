#include "triage/mask_cue.h"
#include "triage/mask_phone.h"
#include "triage/private.h"

#include <algorithm>
#include <array>
#include <optional>

namespace triage {
namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
constexpr std::size_t insurance_digits = 13;
constexpr auto tax_object = std::to_array<std::size_t>({2, 2, 3, 3, 3, 4, 1});

/// What a cue says about digits that have no form of their own.
struct Told {
    PrivateData kind;
    std::size_t least, most; ///< digits
    std::size_t whole;       ///< so many it has; behind a space no more are taken
};

std::optional<Told> told_by(Cue cue) noexcept {
    const bool far = cue.reaches;
    switch (cue.what) {
    case NumberCue::nik: return Told{PrivateData::nik, far ? 15U : 10U, far ? 17U : 20U, 16};
    case NumberCue::family_card: return Told{PrivateData::family_card, far ? 15U : 10U, far ? 17U : 20U, 16};
    case NumberCue::phone: return Told{PrivateData::phone, 7, 15, 14};
    case NumberCue::account: return Told{PrivateData::account, far ? 8U : 7U, 18, 18};
    case NumberCue::tax: return Told{PrivateData::tax, far ? 15U : 9U, 16, 16};
    case NumberCue::insurance: return Told{PrivateData::insurance, 11, insurance_digits, insurance_digits};
    case NumberCue::none:
    case NumberCue::money:
    case NumberCue::plate:
    case NumberCue::other: break;
    }
    return std::nullopt;
}

/// "1234567890 2 hari": whether the next group belongs to a number that is long enough already.
bool goes_on(const Chain& chain, const Told& told) noexcept {
    if (!chain.has_next()) return false;
    if (chain.gap(chain.last).find(' ') == std::string_view::npos) return true;
    const std::size_t next = chain.next().size(), n = chain.digits.size() + next;
    if (told.kind != PrivateData::account) return n <= told.whole;
    if (n > told.whole) return false;
    if (next >= 3) return true;
    return chain.count() > 1 && chain.size(0) < 9 && n <= 16;
}

PrivateData identity_kind(Cue cue) noexcept {
    if (cue.what == NumberCue::family_card) return PrivateData::family_card;
    if (cue.what == NumberCue::account && !cue.reaches) return PrivateData::account;
    return cue.what == NumberCue::tax ? PrivateData::tax : PrivateData::nik;
}

/// 01.234.567.8-901.000, and 0 with the fifteen digits behind it
bool is_tax_number(const Chain& chain) noexcept {
    const std::string_view d = chain.digits;
    if (d.size() == 16)
        return d[0] == '0' && d.ends_with("000") && chain.count() == 1 && !d.starts_with("000");
    constexpr auto form = std::to_array<std::size_t>({2, 3, 3, 1, 3, 3});
    if (chain.count() != form.size()) return false;
    for (std::size_t i = 0; i < form.size(); ++i)
        if (chain.size(i) != form[i]) return false;
    return true;
}

/// A tax object (NOP), "31.74.011.022.033.0044.0": a piece of land, and parts of it look like other numbers.
bool is_tax_object(std::string_view text, const std::vector<DigitRun>& groups, std::size_t at) noexcept {
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

/// No number of anybody has fewer digits.
constexpr std::size_t fewest_digits = 7;
bool is_long_enough(std::string_view text, const std::vector<DigitRun>& groups, std::size_t at) {
    if (groups[at].size() >= fewest_digits) return true;
    Chain chain(text, groups, at);
    while (chain.digits.size() < fewest_digits)
        if (!chain.extend()) return false;
    return true;
}

/// How far each reading of the digits that begin at one place goes: the last group, or nowhere.
struct Readings {
    std::size_t identity = nowhere, tax = nowhere, insurance = nowhere, phone = nowhere, named = nowhere,
                account = nowhere;
};

bool may_begin_phone(const Chain& chain, bool plus) noexcept {
    return plus || chain.digits[0] == '0' || chain.digits[0] == '6';
}

Readings read_all(Chain chain, Cue cue, const std::optional<Told>& told, bool plus, std::size_t masked_to) {
    Readings out;
    const bool inside = chain.begins_inside(masked_to);
    const bool may_be_account = cue.what == NumberCue::none && !inside;
    bool phone_open = may_begin_phone(chain, plus), named_open = told.has_value();
    do {
        const std::size_t n = chain.digits.size();
        if (n > Chain::most_digits) break;
        if (n == 16 && is_identity_number(chain.digits)) {
            out.identity = chain.last;
            out.named = out.phone = out.account = nowhere;
            phone_open = named_open = false;
            if (chain.count() == 1) break;
        }
        if ((n == 15 || n == 16) && is_tax_number(chain)) out.tax = chain.last;
        if (n == insurance_digits && chain.digits.starts_with("000") && !inside) out.insurance = chain.last;
        const bool amount = chain.is_amount();
        if (phone_open && ((!amount && is_mobile(chain, plus)) || (is_landline(chain) && !inside)))
            out.phone = chain.last;
        const auto is_plain = [&] { return !chain.begins_with_date() && !amount && !chain.is_time(); };
        if (named_open && n >= told->least && n <= told->most && is_plain()) out.named = chain.last;
        if (may_be_account && out.identity == nowhere && n >= 8 && n <= 18 &&
            bank_after(chain.text, chain.groups[chain.last].end) && is_plain())
            out.account = chain.last;
        if (n >= 10 && !phone_may_go_on(chain)) phone_open = false;
        if (named_open && n >= told->least)
            named_open =
                told->kind == PrivateData::phone ? n < 10 || phone_may_go_on(chain) : goes_on(chain, *told);
        if (chain.next_counts()) break;
    } while (chain.extend());
    return out;
}

/// "0812 3456 7890 / 7891": another ending of the same number.
std::size_t with_other_ending(const Chain& chain) noexcept {
    if (!chain.has_next() || chain.gap(chain.last).find('/') == std::string_view::npos) return chain.last;
    const std::size_t next = chain.next().size();
    const std::size_t end = chain.next().end;
    const bool alone = end == chain.text.size() || !is_word(chain.text[end]);
    return chain.gap(chain.last).size() <= 3 && next >= 3 && next <= 4 && alone ? chain.last + 1 : chain.last;
}

class Search {
public:
    Search(std::string_view text, std::vector<Mask>& found)
        : text_(text), groups_(runs_of(text)), found_(found) {}

    void run() {
        for (std::size_t at = 0; at < groups_.size(); ++at) {
            if (is_tax_object(text_, groups_, at)) {
                at += tax_object.size() - 1;
                continue;
            }
            if (!is_long_enough(text_, groups_, at)) continue;
            at = find_from(at);
            covered_ = std::max(covered_, covered_next_);
        }
    }

private:
    /// Returns the last group that needs no more looking at.
    std::size_t find_from(std::size_t at) {
        const DigitRun& start = groups_[at];
        const Cue cue = cue_before(text_, start.begin);
        const std::optional<Told> told = told_by(cue);
        // One long run of digits may hold a NIK at either end.
        if (start.size() > 16) {
            const std::string_view run = text_.substr(start.begin, start.size());
            if (is_identity_number(run.substr(0, 16)) || is_identity_number(run.substr(run.size() - 16)) ||
                (told && start.size() <= told->most))
                add(told ? told->kind : PrivateData::nik, at, at);
            return at;
        }
        const bool plus = start.begin > 0 && text_[start.begin - 1] == '+';
        const Readings read = read_all(Chain(text_, groups_, at), cue, told, plus, covered_);
        if (read.identity != nowhere) add(identity_kind(cue), at, read.identity);
        if (read.tax != nowhere) add(PrivateData::tax, at, read.tax);
        const bool longer = read.named != nowhere && (read.phone == nowhere || read.named >= read.phone);
        const bool named_first = told && told->kind != PrivateData::phone && told->kind != PrivateData::nik &&
                                 told->kind != PrivateData::family_card;
        if (read.phone != nowhere && !(named_first && longer)) return add_phone(at, read.phone);
        if (read.named != nowhere)
            add(told->kind, at, read.named);
        else if (read.identity == nowhere && read.insurance != nowhere)
            add(PrivateData::insurance, at, read.insurance);
        else if (read.account != nowhere)
            add(PrivateData::account, at, read.account);
        return at;
    }

    std::size_t add_phone(std::size_t at, std::size_t last) {
        Chain chain(text_, groups_, at);
        while (chain.last < last && chain.extend()) {
        }
        const bool mobile = chain.digits.starts_with("08") || chain.digits.starts_with("62");
        if (is_of_a_service(text_, groups_[at].begin, mobile)) return last;
        last = with_other_ending(chain);
        // "0813 0000 lanjut 4419": the word between stays.
        for (std::size_t i = at; i < last; ++i)
            if (chain.gap(i) == " lanjut ") {
                add(PrivateData::phone, at, i);
                at = i + 1;
            }
        add(PrivateData::phone, at, last);
        return at;
    }

    /// Inside a number that is found, only a NIK that reaches beyond it is looked for.
    void add(PrivateData kind, std::size_t first, std::size_t last) {
        std::size_t begin = groups_[first].begin;
        const std::size_t end = groups_[last].end;
        if (begin > 0 && (text_[begin - 1] == '+' || text_[begin - 1] == '(')) --begin;
        if (begin > 0 && text_[begin] == '+' && text_[begin - 1] == '(') --begin;
        if (begin < covered_ && !(end > covered_ && kind == PrivateData::nik)) return;
        found_.push_back({kind, begin, end});
        covered_next_ = std::max(covered_next_, end);
    }

    std::string_view text_;
    std::vector<DigitRun> groups_;
    std::vector<Mask>& found_;
    std::size_t covered_ = 0, covered_next_ = 0;
};

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
    Search(text, found).run();
}

} // namespace triage
