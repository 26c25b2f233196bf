// An agency's templates: the text in force, changing it, going back. In the caller's unit of work. Refusals:
// those of checked(), conflict `template.changed_meanwhile`.
#pragma once
#include "outgoing/template_version.h"

namespace db {
class Tx;
}

namespace outgoing {

/// The agency's own text, else the shipped one.
[[nodiscard]] Template template_in_force(db::Tx& tx, base::AgencyId agency, TemplateKey key,
                                         base::Language language);
/// Newest first; those that went back to the shipped text too.
[[nodiscard]] std::vector<TemplateVersion> template_versions(db::Tx& tx, base::AgencyId agency,
                                                             TemplateKey key, base::Language language);
/// Keys for which the agency has its own text.
[[nodiscard]] std::vector<TemplateKey> own_templates(db::Tx& tx, base::AgencyId agency,
                                                     base::Language language);

struct TemplateChange {
    base::IdSource& ids;
    base::Time now;
    staff::StaffId by;
};
/// Each writes the event `template.changed` with the key and the new version.
[[nodiscard]] base::Result<void> change_template(db::Tx& tx, const TemplateChange& change,
                                                 base::AgencyId agency, TemplateKey key,
                                                 base::Language language, const Template& given);
[[nodiscard]] base::Result<void> back_to_builtin(db::Tx& tx, const TemplateChange& change,
                                                 base::AgencyId agency, TemplateKey key,
                                                 base::Language language);

} // namespace outgoing
