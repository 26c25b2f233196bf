// What the other agency reads: the mail with the link to answer, and the words of an Open311 request. Nothing
// of the reporter, and no word that may not be public but the hand-over itself, which a coordinator wrote for
// them.
#pragma once
#include "agency/directory.h"
#include "cases/event.h"
#include "referral/georeport.h"

namespace referral {

struct LetterInput {
    const agency::Directory& directory;
    const cases::Case& c;
    const cases::Referred& said;
    std::string link = {}; ///< to answer; with the secret
};
struct Letter {
    std::string subject;
    std::string text;
};
[[nodiscard]] Letter letter_of(const LetterInput& in);
[[nodiscard]] Filing filing_of(const LetterInput& in);

} // namespace referral
