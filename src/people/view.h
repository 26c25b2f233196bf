// Who may see who a reporter is. Refusal: forbidden `office.not_yours`; `token.scope` for an account's token.
#pragma once
#include "base/codes.h"
#include "staff/principal.h"

namespace people {

/// How openly a reporter told us who they are.
enum class Openness {
    known,  ///< staff who handle the case may see the name
    sealed, ///< anonim: only the coordinator and the data protection officer
};

[[nodiscard]] base::Result<void> may_view(const staff::Principal& viewer, const agency::Directory& directory,
                                          Openness openness, agency::OfficeId office);

} // namespace people

template <> inline constexpr auto base::codes<people::Openness> =
    std::to_array<base::Coded<people::Openness>>({
        {people::Openness::known, "known"},
        {people::Openness::sealed, "sealed"},
    });
