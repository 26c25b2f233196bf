#include "channels/sp4n_lapor/label_actions.h"

#include "base/text.h"
#include "channels/sp4n_lapor/label_store.h"
#include "staff/audit_actions.h"

namespace channels::sp4n_lapor {

Mapping read_mapping(db::Tx& tx, const agency::Directory& directory) {
    return {Labels(list_labels(tx, directory.id()), directory), list_columns(tx, directory.id())};
}

base::Result<void> map_label(db::Tx& tx, const LabelChange& change, const agency::Directory& directory,
                             Subject subject, std::string_view label, std::string_view meaning) {
    auto shown = base::clean(label, 200, "label");
    if (!shown) return base::pass(shown);
    auto means = base::clean(meaning, 80, "meaning");
    if (!means) return base::pass(means);
    // The way back is by our own code, which keeps its underscore.
    std::string key = subject == Subject::state ? *shown : folded(*shown);
    if (key.empty() || (subject == Subject::state && !base::from_code<cases::State>(key)))
        return base::fail_field("label");
    if (!means->empty() && !is_meaning(subject, *means, directory)) return base::fail_field("meaning");
    save_meaning(tx, directory.id(),
                 {.subject = subject,
                  .label = key,
                  .shown = *shown,
                  .meaning = means->empty() ? std::nullopt : std::optional(*means),
                  .seen = 0});
    staff::write_down(tx, change.ids, directory.id(), change.now,
                      {.kind = "lapor.label_mapped",
                       .subject_kind = "agency",
                       .subject = directory.id().value,
                       .by = change.staff,
                       .data = {{"subject", base::code_of(subject)}, {"label", key}, {"meaning", *means}}});
    return {};
}

base::Result<void> name_column(db::Tx& tx, const LabelChange& change, base::AgencyId agency, Field field,
                               std::string_view header) {
    auto cleaned = base::clean(header, 100, "header");
    if (!cleaned) return base::pass(cleaned);
    save_column(tx, agency, {.field = field, .header = *cleaned});
    staff::write_down(tx, change.ids, agency, change.now,
                      {.kind = "lapor.column_named",
                       .subject_kind = "agency",
                       .subject = agency.value,
                       .by = change.staff,
                       .data = {{"field", base::code_of(field)}, {"header", *cleaned}}});
    return {};
}

} // namespace channels::sp4n_lapor
