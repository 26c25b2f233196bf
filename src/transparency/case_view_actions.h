// Reading one case for the public or for its reporter. Refusals: not_found `case.not_found`, also for a case
// the public may not know of and for a wrong secret.
#pragma once
#include "agency/directory.h"
#include "people/vault.h"
#include "transparency/case_view.h"

namespace db {
class Tx;
}
namespace cases {
struct Context;
}

namespace transparency {

[[nodiscard]] base::Result<CasePage> read_public_case(db::Tx& tx, const agency::Directory& directory,
                                                      std::string_view code);
[[nodiscard]] base::Result<ReporterPage> read_reporter_case(db::Tx& tx, const cases::Context& context,
                                                            const people::Vault& vault, std::string_view code,
                                                            std::string_view secret);
/// Whether the public may see that picture beside that case.
[[nodiscard]] bool is_public_picture(db::Tx& tx, const agency::Directory& directory, std::string_view code,
                                     std::string_view sha256);

} // namespace transparency
