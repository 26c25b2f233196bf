#include "outgoing/template_actions.h"

#include "base/json.h"
#include "events/event_actions.h"
#include "outgoing/language_code.h"
#include "outgoing/template_store.h"

namespace outgoing {
namespace {

base::Result<void> add(db::Tx& tx, const TemplateChange& change, base::AgencyId agency,
                       TemplateVersion version) {
    const auto before = store::versions(tx, agency, version.key, version.language);
    version.version = before.empty() ? 1 : before.front().version + 1;
    version.changed_by = change.by;
    version.changed_at = change.now;
    if (!store::insert(tx, agency, version))
        return base::fail(base::Kind::conflict, "template.changed_meanwhile");
    base::json::Object data{{"public", base::json::Object{}},
                            {"staff",
                             {{"template", base::code_of(version.key)},
                              {"language", version.language},
                              {"version", version.version},
                              {"builtin", version.is_builtin}}}};
    events::append(tx, change.ids, agency,
                   {.subject_kind = "agency",
                    .subject = agency.value,
                    .kind = "template.changed",
                    .at = change.now,
                    .actor_kind = "staff",
                    .actor = change.by.value,
                    .is_public = false,
                    .data = boost::json::serialize(data)});
    return {};
}

} // namespace

Template template_in_force(db::Tx& tx, base::AgencyId agency, TemplateKey key, base::Language language) {
    const auto all = store::versions(tx, agency, key, code_of(language));
    if (all.empty() || all.front().is_builtin) return builtin(key, language);
    return {all.front().subject, all.front().body};
}

std::vector<TemplateVersion> template_versions(db::Tx& tx, base::AgencyId agency, TemplateKey key,
                                               base::Language language) {
    return store::versions(tx, agency, key, code_of(language));
}

std::vector<TemplateKey> own_templates(db::Tx& tx, base::AgencyId agency, base::Language language) {
    std::vector<TemplateKey> out;
    for (const auto& version : store::newest(tx, agency, code_of(language)))
        if (!version.is_builtin) out.push_back(version.key);
    return out;
}

base::Result<void> change_template(db::Tx& tx, const TemplateChange& change, base::AgencyId agency,
                                   TemplateKey key, base::Language language, const Template& given) {
    auto text = checked(given);
    if (!text) return base::pass(text);
    if (template_in_force(tx, agency, key, language) == *text) return {}; // nothing new to keep
    return add(tx, change, agency,
               {.key = key,
                .language = std::string(code_of(language)),
                .version = 0,
                .is_builtin = false,
                .subject = text->subject,
                .body = text->body,
                .changed_by = {},
                .changed_at = {}});
}

base::Result<void> back_to_builtin(db::Tx& tx, const TemplateChange& change, base::AgencyId agency,
                                   TemplateKey key, base::Language language) {
    const auto all = store::versions(tx, agency, key, code_of(language));
    if (all.empty() || all.front().is_builtin) return {};
    return add(tx, change, agency,
               {.key = key,
                .language = std::string(code_of(language)),
                .version = 0,
                .is_builtin = true,
                .subject = {},
                .body = {},
                .changed_by = {},
                .changed_at = {}});
}

} // namespace outgoing
