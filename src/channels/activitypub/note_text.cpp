#include "channels/activitypub/note_text.h"

#include "base/text.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace channels::activitypub {
namespace {

void append_utf8(std::string& out, std::uint32_t c) {
    if (c == 0 || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff)) return;
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xc0 | (c >> 6));
        out += static_cast<char>(0x80 | (c & 0x3f));
    } else if (c < 0x10000) {
        out += static_cast<char>(0xe0 | (c >> 12));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3f));
        out += static_cast<char>(0x80 | (c & 0x3f));
    } else {
        out += static_cast<char>(0xf0 | (c >> 18));
        out += static_cast<char>(0x80 | ((c >> 12) & 0x3f));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3f));
        out += static_cast<char>(0x80 | (c & 0x3f));
    }
}

/// Of what follows '&'; gives how many bytes it took, 0 when it is no reference.
std::size_t append_reference(std::string& out, std::string_view rest) {
    const auto end = rest.substr(0, 12).find(';');
    if (end == std::string_view::npos || end == 0) return 0;
    auto name = rest.substr(0, end);
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> named{{{"amp", "&"},
                                                                                         {"lt", "<"},
                                                                                         {"gt", ">"},
                                                                                         {"quot", "\""},
                                                                                         {"apos", "'"},
                                                                                         {"nbsp", " "},
                                                                                         {"hellip", "…"}}};
    for (const auto& [known, text] : named)
        if (name == known) {
            out += text;
            return end + 1;
        }
    if (!name.starts_with('#')) return 0;
    name.remove_prefix(1);
    const bool is_hex = name.starts_with('x') || name.starts_with('X');
    if (is_hex) name.remove_prefix(1);
    std::uint32_t code = 0;
    auto [stop, error] = std::from_chars(name.data(), name.data() + name.size(), code, is_hex ? 16 : 10);
    if (error != std::errc{} || stop != name.data() + name.size()) return 0;
    append_utf8(out, code);
    return end + 1;
}

/// "p" of "p class=.." and of "/p".
std::string tag_name(std::string_view tag) {
    if (tag.starts_with('/')) tag.remove_prefix(1);
    return base::lower_ascii(tag.substr(0, tag.find_first_of(" \t\r\n/")));
}

bool is_link_end(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '<' || c == '>' || c == '"';
}

} // namespace

std::string text_of_html(std::string_view html, std::size_t longest) {
    html = html.substr(0, longest);
    std::string out;
    auto line_end = [&](std::size_t lines) {
        while (out.ends_with(' '))
            out.pop_back();
        if (out.empty()) return;
        std::size_t there = 0;
        while (there < out.size() && out[out.size() - 1 - there] == '\n')
            ++there;
        out.append(lines > there ? lines - there : 0, '\n');
    };
    std::string hidden; // inside an element whose content is no text
    for (std::size_t i = 0; i < html.size(); ++i) {
        if (html[i] == '<') {
            const auto end = html.find('>', i);
            if (end == std::string_view::npos) break;
            const auto tag = html.substr(i + 1, end - i - 1);
            const auto name = tag_name(tag);
            i = end;
            if (!hidden.empty()) {
                if (tag.starts_with('/') && name == hidden) hidden.clear();
                continue;
            }
            if (name == "script" || name == "style") hidden = name;
            if (name == "br" || name == "li" || name == "tr") out += '\n';
            if (name == "p" || name == "div" || name == "ul" || name == "ol" || name == "blockquote" ||
                name == "pre" || (name.size() == 2 && name[0] == 'h'))
                line_end(2);
            continue;
        }
        if (!hidden.empty()) continue;
        if (html[i] == '&') {
            if (const auto taken = append_reference(out, html.substr(i + 1))) {
                i += taken;
                continue;
            }
        }
        const bool is_space = html[i] == ' ' || html[i] == '\n' || html[i] == '\r' || html[i] == '\t';
        if (!is_space)
            out += html[i];
        else if (!out.empty() && out.back() != ' ' && out.back() != '\n')
            out += ' ';
    }
    return std::string(base::trim(out));
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        default: out += c;
        }
    }
    return out;
}

std::string html_of_text(std::string_view text) {
    std::string out = "<p>";
    for (std::size_t i = 0; i < text.size();) {
        const auto rest = text.substr(i);
        if (rest.starts_with("\n\n")) {
            out += "</p><p>";
            i += rest.find_first_not_of('\n') == std::string_view::npos ? rest.size()
                                                                        : rest.find_first_not_of('\n');
        } else if (rest.starts_with('\n')) {
            out += "<br>";
            ++i;
        } else if (rest.starts_with("https://") || rest.starts_with("http://")) {
            std::size_t n = 0;
            while (n < rest.size() && !is_link_end(rest[n]))
                ++n;
            while (n > 0 && std::string_view(".,;:!?)").find(rest[n - 1]) != std::string_view::npos)
                --n;
            const auto link = escaped(rest.substr(0, n));
            out += fmt::format(R"(<a href="{0}" rel="nofollow noopener">{0}</a>)", link);
            i += n;
        } else {
            out += escaped(rest.substr(0, 1));
            ++i;
        }
    }
    return out + "</p>";
}

} // namespace channels::activitypub
