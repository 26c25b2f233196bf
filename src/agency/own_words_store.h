// SQL of an agency's own slang and abbreviations. Throws db::Error when the engine fails.
#pragma once
#include "agency/own_lexicon.h"
#include "db/tx.h"

namespace agency::store {

/// By slang.
[[nodiscard]] OwnWords own_words(db::Tx& tx, base::AgencyId agency);
[[nodiscard]] std::vector<OwnWord> own_words_at(db::Tx& tx, base::AgencyId agency, std::int64_t version);
void insert_own_word(db::Tx& tx, base::AgencyId agency, const OwnWord& word, std::int64_t since);
void end_own_word(db::Tx& tx, base::AgencyId agency, const std::string& slang, std::int64_t until);
/// False when that version stands there already.
[[nodiscard]] bool insert_own_words_version(db::Tx& tx, base::AgencyId agency,
                                            const OwnWordsVersion& version);
/// The newest first.
[[nodiscard]] std::vector<OwnWordsVersion> own_words_versions(db::Tx& tx, base::AgencyId agency, int most);

} // namespace agency::store
