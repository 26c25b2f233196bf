#include "desk/presence_pages.h"

#include "desk/presence_words.h"
#include "html/marks.h"
#include "staff/console_pages.h"

#include <algorithm>

namespace desk {
namespace {

std::string filled(std::string text, std::string_view with) {
    auto at = text.find("{}");
    return at == std::string::npos ? text : text.replace(at, 2, with);
}

std::string who_looks(std::span<const Looking> others, base::Language language) {
    if (others.size() == 1) return filled(std::string(words::is_looking.in(language)), others[0].name);
    return filled(filled(std::string(words::are_looking.in(language)), others[0].name),
                  std::to_string(others.size() - 1));
}

} // namespace

html::Markup looking_chip(std::span<const Looking> others, base::Language language) {
    if (others.empty()) return {};
    return html::chip(html::Tone::line, html::Icon::eye, who_looks(others, language));
}

html::Markup presence(std::string_view code, std::string_view csrf, std::span<const Looking> others,
                      base::Language language) {
    return html::markup<R"(<span class="presence" role="status"{}>{}</span>)">(
        html::attribute("data-presence", html::url<"/meja/laporan/{}/hadir">(code).str()) +
            html::attribute("data-csrf", csrf),
        looking_chip(others, language));
}

html::Markup faces(std::span<const Looking> others, base::Language language) {
    html::Markup out;
    for (const Looking& each : others.first(std::min<std::size_t>(others.size(), 3))) {
        const std::string words = filled(std::string(words::is_looking.in(language)), each.name);
        out += html::markup<
            R"(<span class="face face-s" title="{}"><span aria-hidden="true">{}</span><span class="vh">{}</span></span>)">(
            words, staff::initials(each.name), words);
    }
    return out;
}

} // namespace desk
