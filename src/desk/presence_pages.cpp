#include "desk/presence_pages.h"

#include "base/filled.h"
#include "desk/presence_words.h"
#include "html/marks.h"
#include "staff/console_pages.h"

#include <algorithm>

namespace desk {
namespace {

std::string who_looks(std::span<const Looking> others, base::Language language) {
    if (others.size() == 1) return filled(words::is_looking, language, others[0].name);
    return filled(words::are_looking, language, {others[0].name, std::to_string(others.size() - 1)});
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
        const std::string seen = filled(words::is_looking, language, each.name);
        out += html::markup<
            R"(<span class="face face-s" title="{}"><span aria-hidden="true">{}</span><span class="vh">{}</span></span>)">(
            seen, staff::initials(each.name), seen);
    }
    return out;
}

} // namespace desk
