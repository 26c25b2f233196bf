// Changing an agency's own slang and abbreviations: the list as a whole, in versions, in the caller's unit of
// work; whether a line is right says the room that reads. Refusals: conflict `lexicon.changed_meanwhile`,
// not_found `lexicon.unknown`, too_large `limit.reached`.
#pragma once
#include "agency/agency_actions.h"

namespace agency {

[[nodiscard]] OwnWords own_words_of(db::Tx& tx, base::AgencyId agency);
/// Writes `lexicon.changed` and a new version, unless nothing differs. `seen`: the version that was changed.
[[nodiscard]] base::Result<void> put_own_words(db::Tx& tx, const Change& change, base::AgencyId agency,
                                               std::int64_t seen, std::vector<OwnWord> words);
/// The list as it was at a version, as a new one.
[[nodiscard]] base::Result<void> restore_own_words(db::Tx& tx, const Change& change, base::AgencyId agency,
                                                   std::int64_t seen, std::int64_t version);
/// The newest first.
[[nodiscard]] std::vector<OwnWordsVersion> own_words_history(db::Tx& tx, base::AgencyId agency, int most);

} // namespace agency
