#include "cases/objection_pages.h"

#include "base/filled.h"
#include "cases/state_words.h"

namespace cases {

std::string objection_words(const std::optional<OfficeId>& office, const agency::Directory& directory,
                            base::Language language) {
    const auto* reviewing = office ? directory.office(*office) : nullptr;
    if (!reviewing) return std::string(objection_waits.in(language));
    return filled(objection_waits_at, language, reviewing->name);
}

html::Markup objection_chip(const std::optional<OfficeId>& office, const agency::Directory& directory,
                            base::Language language) {
    // Long for a chip: it may break its line.
    return html::markup<R"(<span class="objection">{}</span>)">(
        html::chip(html::Tone::wait, html::Icon::up, objection_words(office, directory, language)));
}

} // namespace cases
