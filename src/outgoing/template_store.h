// SQL of an agency's own templates. Throws db::Error when the engine fails.
#pragma once
#include "db/tx.h"
#include "outgoing/template_version.h"

#include <vector>

namespace outgoing::store {

/// The newest version of each template in a language.
[[nodiscard]] std::vector<TemplateVersion> newest(db::Tx& tx, base::AgencyId agency,
                                                  std::string_view language);
/// All versions of one, newest first, at most 50.
[[nodiscard]] std::vector<TemplateVersion> versions(db::Tx& tx, base::AgencyId agency, TemplateKey key,
                                                    std::string_view language);
/// False when somebody else wrote that version meanwhile.
[[nodiscard]] bool insert(db::Tx& tx, base::AgencyId agency, const TemplateVersion& version);

} // namespace outgoing::store
