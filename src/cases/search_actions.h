// Searching cases, and keeping the index true: every change of a case, and of the words in it, comes here in
// the same unit of work. Searching has no refusals: what a person may not see is neither found nor counted.
#pragma once
#include "cases/listing.h"
#include "cases/view.h"
#include "people/identity.h"
#include "staff/principal.h"

namespace db {
class Tx;
}

namespace cases {

/// The index learns of a new case, a second later; see word_terms().
void index_new(db::Tx& tx, const Case& c, std::string_view word_terms);
/// Puts at most `most` of the new cases into the index; gives how many. Staff finds them from then on.
int index_queued(db::Tx& tx, base::AgencyId agency, int most);
/// And of what became of it.
void index_change(db::Tx& tx, const Case& before, const Case& after);
/// And of words that came, were edited or deleted.
void index_words(db::Tx& tx, const Case& c);

/// Newest first. A page can be short though there is more: of very many matches a stretch is looked through.
struct Found {
    std::vector<Case> cases = {};
    std::optional<CaseId> next = {}; ///< what comes behind is below this id; empty: nothing does
    Fitting fits = {};               ///< of all pages; more than `most_counted` are not counted
};

/// `filter.words` in what the person may see: title and place, and masked words where they may be read; or
/// the name of a topic. Goes on below the id in `filter.after`.
[[nodiscard]] Found search_cases(db::Tx& tx, const agency::Directory& directory,
                                 const staff::Principal& person, const ViewFilter& filter);

/// `listing.words` in what is published. Without count.
[[nodiscard]] Found search_public(db::Tx& tx, base::AgencyId agency, const Listing& listing);

/// Whether every case of the agency is in the index, in its present form.
[[nodiscard]] bool is_index_whole(db::Tx& tx, base::AgencyId agency);
/// Puts at most `most` cases that are not in the index yet, or in an older form, into it, the newest first;
/// false when all are.
[[nodiscard]] bool index_step(db::Tx& tx, base::AgencyId agency, int most);

/// Takes the words of an erased person out of items, cases, events and index. What was published stays.
void forget_words_of(db::Tx& tx, base::AgencyId agency, people::IdentityId identity);

/// One step of taking deleted words out of the file of the index; false when nothing is left to do.
[[nodiscard]] bool compact_index(db::Tx& tx, bool is_first);

} // namespace cases
