// What a template becomes with the data of a real case, for the person who writes it. Refusal: not_found
// `case.not_found` for a code that is none, or of a case the person may not see.
#pragma once
#include "agency/directory.h"
#include "outgoing/template.h"
#include "staff/principal.h"

#include <optional>

namespace db {
class Tx;
}

namespace outgoing {

struct Preview {
    std::string code; ///< empty: there is no case yet
    Template text;
};
struct PreviewRequest {
    TemplateKey key = TemplateKey::received;
    base::Language language = base::Language::id;
    Template given;   ///< checked
    std::string code; ///< as typed; empty: the newest public case
    std::string public_url;
};
[[nodiscard]] base::Result<Preview> preview(db::Tx& tx, const agency::Directory& directory,
                                            const staff::Principal& person, const PreviewRequest& request,
                                            base::Time now);

} // namespace outgoing
