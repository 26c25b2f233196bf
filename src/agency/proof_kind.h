// What a topic demands before a case may be called resolved. Its codes serve SQL and JSON.
#pragma once
#include "base/codes.h"

namespace agency {

enum class ProofKind {
    photo,        ///< a picture taken after the work
    answer,       ///< a public answer
    document,     ///< number and date of a document; never a scan
    confirmation, ///< the reporter's own yes
};

} // namespace agency

template <> inline constexpr auto base::codes<agency::ProofKind> =
    std::to_array<base::Coded<agency::ProofKind>>({
        {agency::ProofKind::photo, "photo"},
        {agency::ProofKind::answer, "answer"},
        {agency::ProofKind::document, "document"},
        {agency::ProofKind::confirmation, "confirmation"},
    });
