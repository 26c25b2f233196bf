#include "agency/own_words_actions.h"

#include "agency/note_actions.h"
#include "agency/own_words_store.h"

#include <algorithm>

namespace agency {

OwnWords own_words_of(db::Tx& tx, base::AgencyId agency) {
    return store::own_words(tx, agency);
}

base::Result<void> put_own_words(db::Tx& tx, const Change& change, base::AgencyId agency, std::int64_t seen,
                                 std::vector<OwnWord> words) {
    if (words.size() > most_own_words)
        return base::fail(base::Kind::too_large, "limit.reached", std::to_string(words.size()) + " lines");
    auto now = store::own_words(tx, agency);
    std::ranges::sort(now.words, {}, &OwnWord::slang);
    const auto changed = [&] {
        return base::fail(base::Kind::conflict, "lexicon.changed_meanwhile",
                          "version " + std::to_string(now.version));
    };
    if (now.version != seen) return changed();
    std::ranges::sort(words, {}, &OwnWord::slang);
    if (std::ranges::adjacent_find(words, {}, &OwnWord::slang) != words.end())
        return base::fail_field("slang", "field.invalid", "a slang stands there twice");
    OwnWordsVersion version{.version = now.version + 1,
                            .at = change.now,
                            .staff = change.staff,
                            .lines = static_cast<std::int64_t>(words.size())};
    const auto stands = [](const std::vector<OwnWord>& sorted, const OwnWord& word) {
        const auto same = std::ranges::lower_bound(sorted, word.slang, {}, &OwnWord::slang);
        return same != sorted.end() && *same == word;
    };
    for (const auto& old : now.words) {
        if (stands(words, old)) continue;
        store::end_own_word(tx, agency, old.slang, version.version);
        ++version.removed;
    }
    for (const auto& word : words) {
        if (stands(now.words, word)) continue;
        store::insert_own_word(tx, agency, word, version.version);
        ++version.added;
    }
    if (version.added == 0 && version.removed == 0) return {};
    if (!store::insert_own_words_version(tx, agency, version)) return changed();
    note(tx, change, agency,
         {.kind = "lexicon.changed",
          .data = {{"version", version.version}, {"added", version.added}, {"removed", version.removed}}});
    return {};
}

base::Result<void> restore_own_words(db::Tx& tx, const Change& change, base::AgencyId agency,
                                     std::int64_t seen, std::int64_t version) {
    if (version < 0 || version >= seen) return base::fail(base::Kind::not_found, "lexicon.unknown");
    return put_own_words(tx, change, agency, seen, store::own_words_at(tx, agency, version));
}

std::vector<OwnWordsVersion> own_words_history(db::Tx& tx, base::AgencyId agency, int most) {
    return store::own_words_versions(tx, agency, most);
}

} // namespace agency
