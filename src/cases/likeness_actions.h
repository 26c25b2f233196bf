// Finding what is likely the same thing: for staff beside a case, for a citizen who is about to report it.
// Never crosses what the viewer may see; no refusals: who may see nothing finds nothing.
#pragma once
#include "agency/directory.h"
#include "cases/alike.h"
#include "staff/principal.h"

namespace db {
class Tx;
}

namespace cases {

/// The likeliest first; one case of each incident, none of the incident it is in itself.
[[nodiscard]] std::vector<Alike> alike_for_staff(db::Tx& tx, const agency::Directory& directory,
                                                 const staff::Principal& person, const Case& c,
                                                 std::string_view masked_words);

/// Among the open cases whose words are public, compared by those words alone: nothing that was not
/// published can be felt for.
[[nodiscard]] std::vector<Alike> alike_in_public(db::Tx& tx, const agency::Directory& directory,
                                                 const Signature& wanted);

struct Likely {
    CaseId id;
    Likeness why;
};
/// By the stored signatures alone, whoever may see them; the likeliest first, without the case `own`.
[[nodiscard]] std::vector<Likely> find_likely(db::Tx& tx, base::AgencyId agency, const Signature& wanted,
                                              CaseId own);

} // namespace cases
