#include "network/web_link.h"

#include "base/text.h"

#include <algorithm>
#include <string>
#include <unordered_set>

// #embed is of C23; clang 19 knows it in C++ too, and rebuilds this file when the data changes.
#pragma clang diagnostic ignored "-Wc23-extensions"

namespace network {
namespace {

constexpr unsigned char tld_bytes[] = {
#embed "../../data/links/tlds.txt"
};

struct Tlds {
    std::unordered_set<std::u32string> ascii;
    std::vector<std::u32string> others; ///< the longest first
};

/// A text as code points with the byte at which each begins.
struct Points {
    std::u32string all;
    std::vector<std::size_t> bytes; ///< one more than `all`
};

Points points_of(std::string_view text) {
    Points out;
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t point = size == 1 ? lead : lead & (0xFFU >> (size + 1));
        for (std::size_t i = 1; i < size && at + i < text.size(); ++i)
            point = point << 6U | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
        out.all.push_back(point);
        out.bytes.push_back(at);
        at += size;
    }
    out.bytes.push_back(text.size());
    return out;
}

const Tlds& tlds() {
    static const Tlds all = [] {
        Tlds out;
        for (const auto line :
             base::split({reinterpret_cast<const char*>(tld_bytes), sizeof tld_bytes}, '\n')) {
            if (line.empty()) continue;
            auto tld = points_of(line).all;
            if (tld.size() == line.size())
                out.ascii.insert(std::move(tld));
            else
                out.others.push_back(std::move(tld));
        }
        std::ranges::sort(out.others, [](const auto& a, const auto& b) { return a.size() > b.size(); });
        return out;
    }();
    return all;
}

char32_t lower(char32_t c) {
    return c >= U'A' && c <= U'Z' ? c + 32 : c;
}
bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}
bool is_alnum(char32_t c) {
    return is_digit(c) || (lower(c) >= U'a' && lower(c) <= U'z');
}
bool is_one_of(char32_t c, std::u32string_view set) {
    return set.find(c) != std::u32string_view::npos;
}
bool is_never(char32_t c) {
    return c == 0xFFFE || c == 0xFEFF || c == 0xFFFF;
}
bool is_direction(char32_t c) {
    return (c >= 0x202A && c <= 0x202E) || c == 0x061C || c == 0x200E || c == 0x200F ||
           (c >= 0x2066 && c <= 0x2069);
}
bool is_space(char32_t c) {
    return (c >= 0x09 && c <= 0x0D) ||
           is_one_of(c, U"\x20\x85\xA0\u1680\u180E\u2028\u2029\u202F\u205F\u3000") ||
           (c >= 0x2000 && c <= 0x200A);
}
bool is_accented(char32_t c) {
    return (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) ||
           is_one_of(c, U"\u0253\u0254\u0256\u0257\u0259\u025B\u0263\u0268\u026F\u0272\u0289\u028B\u02BB") ||
           (c >= 0x300 && c <= 0x36F) || (c >= 0x1E00 && c <= 0x1EFF);
}
/// What a link may stand behind.
bool may_precede(char32_t c) {
    return is_direction(c) || !(is_alnum(c) || is_never(c) || is_one_of(c, U"@\uFF20$#\uFF03"));
}
bool is_of_domain(char32_t c) {
    return !(is_one_of(c, U"!'#%&()*+,\\-./:;<=>?@[]^_{|}~$") || is_space(c) || is_never(c) ||
             is_direction(c));
}
bool is_of_label(char32_t c) {
    return c == U'-' || c == U'_' || is_of_domain(c);
}
bool is_of_ascii_label(char32_t c) {
    return c == U'-' || is_alnum(c) || is_accented(c);
}
bool is_of_path(char32_t c) {
    return is_alnum(c) || (c >= 0x400 && c <= 0x4FF) || is_accented(c) ||
           is_one_of(c, U"!*';:=+,.$/%#[]-\u2013_~@|&");
}
bool ends_path(char32_t c) {
    return is_alnum(c) || (c >= 0x400 && c <= 0x4FF) || is_accented(c) || is_one_of(c, U"+-=_#/");
}
bool is_of_query(char32_t c) {
    return is_alnum(c) || is_one_of(c, U"!?*'@();:&=+$/%#[]-_.,~|");
}
bool ends_query(char32_t c) {
    return is_alnum(c) || is_one_of(c, U"-_&=#/");
}

constexpr std::size_t none = std::u32string_view::npos;

/// The end of the top-level domain that begins at `at`; none when there is none.
std::size_t tld_end(std::u32string_view text, std::size_t at) {
    auto may_follow = [&](std::size_t end) {
        return end >= text.size() || !(is_alnum(text[end]) || is_one_of(text[end], U"@+-"));
    };
    std::u32string run;
    while (at + run.size() < text.size() && is_alnum(text[at + run.size()]))
        run.push_back(lower(text[at + run.size()]));
    if (!run.empty() && may_follow(at + run.size()) && tlds().ascii.contains(run)) return at + run.size();
    if (run.empty() && at < text.size() && text[at] > 0x7F)
        for (const auto& tld : tlds().others)
            if (text.substr(at).starts_with(tld) && may_follow(at + tld.size())) return at + tld.size();
    if (run == U"xn" && text.substr(at + 2).starts_with(U"--")) {
        std::size_t end = at + 4;
        while (end < text.size() && (text[end] == U'-' || is_alnum(text[end])))
            ++end;
        if (end > at + 4) return end;
    }
    return none;
}

/// The end of the longest domain that begins at `at`: labels, each with its dot, and a top-level domain.
std::size_t domain_end(std::u32string_view text, std::size_t at, bool is_ascii) {
    std::size_t best = none;
    while (at < text.size()) {
        std::size_t end = at;
        bool has_low_line = false;
        while (end < text.size() && (is_ascii ? is_of_ascii_label(text[end]) : is_of_label(text[end]))) {
            has_low_line = has_low_line || text[end] == U'_';
            ++end;
        }
        if (end == at || end >= text.size() || text[end] != U'.') break;
        if (!is_ascii && (!is_of_domain(text[at]) || !is_of_domain(text[end - 1]))) break;
        at = end + 1;
        if (has_low_line) continue; // only in front of the registered name
        if (const auto found = tld_end(text, at); found != none) best = found;
    }
    return best;
}

/// Behind "(...)", with at most one more pair inside; none when it is not closed.
std::size_t brackets_end(std::u32string_view text, std::size_t at, int depth = 0) {
    std::size_t end = at + 1;
    bool has_inner = false;
    while (end < text.size()) {
        if (is_of_path(text[end])) {
            ++end;
        } else if (text[end] == U'(' && depth == 0 && !has_inner) {
            end = brackets_end(text, end, 1);
            has_inner = true;
            if (end == none) return none;
        } else {
            break;
        }
    }
    return end < text.size() && text[end] == U')' && end > at + 1 ? end + 1 : none;
}

std::size_t path_end(std::u32string_view text, std::size_t at) {
    if (at >= text.size() || text[at] != U'/') return at;
    std::size_t best = at + 1;
    for (std::size_t end = best; end < text.size();) {
        if (is_of_path(text[end])) {
            if (ends_path(text[end++])) best = end;
        } else if (text[end] == U'(' && brackets_end(text, end) != none) {
            best = end = brackets_end(text, end);
        } else {
            break;
        }
    }
    return best;
}

std::size_t query_end(std::u32string_view text, std::size_t at) {
    if (at >= text.size() || text[at] != U'?') return at;
    std::size_t best = at;
    for (std::size_t end = at + 1; end < text.size() && is_of_query(text[end]); ++end)
        if (ends_query(text[end])) best = end + 1;
    return best;
}

std::size_t scheme_end(std::u32string_view text, std::size_t at) {
    for (const std::u32string_view scheme : {U"https://", U"http://"}) {
        std::u32string head(text.substr(at, scheme.size()));
        std::ranges::transform(head, head.begin(), lower);
        if (head == scheme) return at + scheme.size();
    }
    return none;
}

class Finder {
public:
    explicit Finder(std::u32string_view text) : text_(text) {}

    /// Ranges of code points.
    std::vector<WebLink> find() {
        std::size_t at = 0;
        while (at < text_.size()) {
            std::size_t next = none;
            if (may_precede(text_[at])) next = take(at + 1, text_[at]);
            if (next == none && at == 0) next = take(0, 0);
            at = next == none ? at + 1 : next;
        }
        return std::move(out_);
    }

private:
    /// Where to go on when a link, or what only looks like one, begins at `at`; none otherwise.
    std::size_t take(std::size_t at, char32_t before) {
        if (const auto scheme = scheme_end(text_, at); scheme != none)
            if (const auto domain = domain_end(text_, scheme, /*is_ascii=*/false); domain != none)
                return take_whole(at, scheme, domain);
        const auto domain = domain_end(text_, at, /*is_ascii=*/false);
        if (domain == none) return none;
        const auto port = port_end(domain);
        const auto path = path_end(text_, port);
        const auto end = query_end(text_, path);
        if (is_one_of(before, U"-_./")) return end;
        const std::size_t known = out_.size();
        for (std::size_t from = at; from < domain;) {
            const auto to = domain_end(text_.substr(0, domain), from, /*is_ascii=*/true);
            if (to != none) out_.push_back({from, to});
            from = to == none ? from + 1 : to;
        }
        if (out_.size() > known && path > port) out_.back().to = end;
        return end;
    }

    std::size_t take_whole(std::size_t at, std::size_t scheme, std::size_t domain) {
        auto end = query_end(text_, path_end(text_, port_end(domain)));
        // Of X's own short links only the first part of the path belongs to the link.
        if (text_.substr(scheme).starts_with(U"t.co/") && scheme + 5 < end && is_alnum(text_[scheme + 5])) {
            std::size_t slug = scheme + 5;
            while (slug < end && is_alnum(text_[slug]))
                ++slug;
            if (slug - scheme - 5 > 40) return end;
            out_.push_back({at, query_end(text_, slug)});
            return end;
        }
        out_.push_back({at, end});
        return end;
    }

    [[nodiscard]] std::size_t port_end(std::size_t at) const {
        std::size_t end = at;
        if (end < text_.size() && text_[end] == U':') ++end;
        while (end > at && end < text_.size() && is_digit(text_[end]))
            ++end;
        return end > at + 1 ? end : at;
    }

    std::u32string_view text_;
    std::vector<WebLink> out_;
};

} // namespace

std::vector<WebLink> web_links(std::string_view text) {
    if (text.find('.') == std::string_view::npos) return {};
    const auto points = points_of(text);
    auto links = Finder(points.all).find();
    for (auto& link : links)
        link = {points.bytes[link.from], points.bytes[link.to]};
    return links;
}

} // namespace network
