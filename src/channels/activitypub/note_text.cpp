#include "channels/activitypub/note_text.h"

#include <fmt/format.h>

namespace channels::activitypub {
namespace {

bool is_link_end(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '<' || c == '>' || c == '"';
}

} // namespace

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
