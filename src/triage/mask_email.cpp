#include "triage/private.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

namespace triage {
namespace {

constexpr auto providers = std::to_array<std::string_view>(
    {"gmail", "gmial", "gmai", "yahoo", "yahooo", "ymail", "rocketmail", "hotmail", "outlook", "icloud",
     "live", "proton", "protonmail", "googlemail"});

bool is_provider(std::string_view word) noexcept {
    return std::ranges::find(providers, word) != providers.end();
}

bool is_local_mark(char c) noexcept {
    return c == '.' || c == '_' || c == '%' || c == '+' || c == '-';
}

/// Where the character before `at` begins if it may stand in a mail name, else `at`.
std::size_t local_before(std::string_view text, std::size_t at, std::size_t stop) noexcept {
    if (at == stop) return at;
    const char c = text[at - 1];
    if (static_cast<unsigned char>(c) < 0x80) return is_word(c) || is_local_mark(c) ? at - 1 : at;
    auto index = static_cast<std::int32_t>(at);
    UChar32 code = 0;
    U8_PREV(text.data(), static_cast<std::int32_t>(stop), index, code);
    return code >= 0 && u_isalnum(code) ? static_cast<std::size_t>(index) : at;
}

std::size_t local_begin(std::string_view text, std::size_t end, std::size_t stop) noexcept {
    std::size_t at = end;
    while (at > stop) {
        const std::size_t before = local_before(text, at, stop);
        if (before == at) break;
        at = before;
    }
    while (at < end && (text[at] == '.' || text[at] == '-'))
        ++at;
    return at;
}

bool is_label(char c) noexcept {
    return is_word(c) || c == '-';
}

std::size_t skip(std::string_view text, std::size_t at, std::string_view marks, std::size_t most) noexcept {
    for (std::size_t i = 0; i < most && at < text.size() && marks.find(text[at]) != std::string_view::npos;
         ++i)
        ++at;
    return at;
}

struct Domain {
    std::size_t end = 0;
    bool has_dot = false;
    bool of_provider = false;
};

/// Labels from `at`, joined by dots; where `spoken`, also by "dot" or "titik" and dots with spaces around
/// them.
Domain domain_at(std::string_view text, std::size_t at, bool spoken) {
    Domain out;
    std::size_t labels = 0, end = at;
    while (end < text.size() && is_label(text[end]))
        ++end;
    if (end == at) return out;
    out.of_provider = is_provider(text.substr(at, end - at));
    out.end = end;
    while (labels++ < 6) {
        std::size_t next = skip(text, out.end, spoken || out.of_provider ? " ([{" : "", 2);
        bool dot = next < text.size() && text[next] == '.';
        if (dot) ++next;
        for (std::string_view word : {"dot", "titik"})
            if (!dot && spoken && text.substr(next).starts_with(word) && next > out.end) {
                next += word.size();
                dot = true;
            }
        if (!dot) break;
        const bool parted = text[next - 1] != '.' || next - 1 != out.end;
        next = skip(text, next, parted || out.of_provider ? " )]}" : "", 2);
        end = next;
        while (end < text.size() && is_label(text[end]))
            ++end;
        const std::size_t size = end - next;
        if (size < 1) break;
        // After "gmail. " a new sentence may begin: only what looks like a top-level name goes on.
        const std::string_view label = text.substr(next, size);
        const bool loose = parted || text[next - 1] == ' ';
        static constexpr auto tops = std::to_array<std::string_view>(
            {"com", "co", "id", "net", "org", "go", "ac", "sch", "or", "web", "my"});
        if (loose && std::ranges::find(tops, label) == tops.end()) break;
        out.end = end;
        out.has_dot = true;
    }
    while (out.end > at && text[out.end - 1] == '-')
        --out.end;
    return out;
}

void add(std::vector<Mask>& found, std::size_t begin, std::size_t end) {
    if (begin < end) found.push_back({PrivateData::email, begin, end});
}

/// Mail of an authority is for all to write to.
bool is_of_government(std::string_view domain) noexcept {
    return domain.ends_with(".go.id");
}

void find_signs(std::string_view text, std::vector<Mask>& found) {
    std::size_t stop = 0;
    for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
        std::size_t end = at;
        while (end > stop && at - end < 2 && text[end - 1] == ' ')
            --end;
        const std::size_t begin = local_begin(text, end, stop);
        const std::size_t after = skip(text, at + 1, " ", 2);
        const Domain domain = domain_at(text, after, /*spoken=*/end != at || after != at + 1);
        // "hubungi @dinas.kota" is a handle; with a space only a mail provider makes it an address.
        const bool close = end == at && after == at + 1;
        if (begin < end && domain.end > after &&
            (close ? domain.has_dot || domain.of_provider : domain.of_provider)) {
            if (!is_of_government(text.substr(after, domain.end - after))) add(found, begin, domain.end);
            stop = domain.end;
        } else {
            stop = at + 1;
        }
    }
}

/// Back over "linda dot " before "permatasari at yahoo dot com".
std::size_t spoken_begin(std::string_view text, std::size_t begin, std::size_t stop) noexcept {
    for (int parts = 0; parts < 3; ++parts) {
        std::size_t before = begin;
        for (std::string_view mark : {" dot ", " titik "})
            if (before == begin && begin >= stop + mark.size() && text.substr(0, begin).ends_with(mark))
                before = begin - mark.size();
        const std::size_t next = local_begin(text, before, stop);
        if (before == begin || next == before) break;
        begin = next;
    }
    return begin;
}

/// "nama at gmail dot com", "nama(at)gmail.com", "nama [at] kantor.go.id"
void find_spoken(std::string_view text, std::vector<Mask>& found) {
    std::size_t stop = 0;
    for (std::size_t at = text.find("at"); at != std::string_view::npos; at = text.find("at", at + 2)) {
        if (at == 0) continue;
        const char before = text[at - 1], after = at + 2 < text.size() ? text[at + 2] : ' ';
        const bool bracketed = std::string_view("([{<").find(before) != std::string_view::npos &&
                               std::string_view(")]}>").find(after) != std::string_view::npos;
        if (!bracketed && !(before == ' ' && after == ' ')) continue;
        std::size_t end = at - 1;
        while (end > stop && at - end < 4 && text[end - 1] == ' ')
            --end;
        if (!bracketed && at - end > 2) continue;
        const std::size_t begin = spoken_begin(text, local_begin(text, end, stop), stop);
        const std::size_t from = skip(text, std::min(at + 3, text.size()), " ", 2);
        const Domain domain = domain_at(text, from, /*spoken=*/true);
        if (begin < end && domain.end > from && (domain.of_provider || (bracketed && domain.has_dot))) {
            if (!is_of_government(text.substr(from, domain.end - from))) add(found, begin, domain.end);
            stop = domain.end;
        }
    }
}

} // namespace

void find_emails(std::string_view text, std::vector<Mask>& found) {
    find_signs(text, found);
    find_spoken(text, found);
}

} // namespace triage
