// /meja/atur/balasan: the list of templates, and one of them with explanation, preview and history. Bodies of
// pages in the staff's frame.
#pragma once
#include "html/markup.h"
#include "outgoing/template_version.h"

#include <optional>
#include <vector>

namespace outgoing {

struct TemplatesView {
    base::Language language = base::Language::id; ///< of the page
    base::Language of = base::Language::id;       ///< of the texts
    std::vector<TemplateKey> own;
};
[[nodiscard]] html::Markup templates_page(const TemplatesView& view);

struct VersionView {
    TemplateVersion version;
    std::string by; ///< the person's name
};
struct TemplateView {
    base::Language language = base::Language::id; ///< of the page
    base::Language of = base::Language::id;       ///< of the text
    base::Zone zone = base::Zone::wib;
    std::string csrf;
    TemplateKey key = TemplateKey::received;
    Template given;                            ///< what stands in the form
    std::string preview_code;                  ///< as typed
    bool is_saved = false;                     ///< just now
    std::optional<base::Problem> problem = {}; ///< why it was not saved, or not previewed
    std::optional<Template> preview = {};
    std::string previewed = {}; ///< the code of the case; empty: examples only
    std::vector<VersionView> versions = {};
};
[[nodiscard]] html::Markup template_page(const TemplateView& view);

} // namespace outgoing
