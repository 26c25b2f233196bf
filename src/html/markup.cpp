#include "html/markup.h"

#include "base/text.h"

namespace html {

void append_escaped(std::string& out, std::string_view text) {
    constexpr std::string_view special = "&<>\"'";
    for (std::size_t at = text.find_first_of(special); at != std::string_view::npos;
         at = text.find_first_of(special)) {
        out.append(text.substr(0, at));
        switch (text[at]) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        default: out += "&#39;"; break;
        }
        text.remove_prefix(at + 1);
    }
    out.append(text);
}

std::string escape(std::string_view text) {
    std::string out;
    out.reserve(text.size() + 16);
    append_escaped(out, text);
    return out;
}

void detail::append_attribute(std::string& out, std::string_view name, std::string_view value) {
    out += ' ';
    out += name;
    out += "=\"";
    append_escaped(out, value);
    out += '"';
}

Attributes flag(FlagName name, bool on) {
    Attributes out;
    if (on) (out.text_ += ' ') += name.name;
    return out;
}

Attributes attribute(AttributeName name, std::string_view value) {
    Attributes out;
    detail::append_attribute(out.text_, name.name, value);
    return out;
}

Markup paragraphs(std::string_view text) {
    Markup out;
    Markup lines;
    auto flush = [&] {
        if (!lines.empty()) out += markup<"<p>{}</p>">(lines);
        lines = {};
    };
    for (std::string_view line : base::split(text, '\n')) {
        line = base::trim(line);
        if (line.empty()) {
            flush();
        } else {
            if (!lines.empty()) lines += markup<"<br>">();
            lines += Markup::text(line);
        }
    }
    flush();
    return out;
}

} // namespace html
