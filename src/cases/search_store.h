// All SQL of search: the index itself, and what is read through it. One text for each engine: FTS5 and
// tsvector have nothing in common.
#pragma once
#include "cases/listing.h"
#include "cases/search.h"
#include "db/tx.h"

namespace cases {

enum class Audience { staff, everybody };

/// Replaces what the index has of the case; empty terms take it out.
void put_terms(db::Tx& tx, Audience audience, base::AgencyId agency, CaseId id, const std::string& terms);
/// For a case that was never there: staff find it once move_queued() took it along.
void queue_terms(db::Tx& tx, base::AgencyId agency, CaseId id, const std::string& terms);
/// Puts at most `most` of those waiting into the index; gives how many.
int move_queued(db::Tx& tx, base::AgencyId agency, int most);
/// Until the end of this unit nobody else changes what the index has of the case.
void lock(db::Tx& tx, base::AgencyId agency, CaseId id);
/// Masked words of the items of a case that are not deleted.
[[nodiscard]] std::vector<std::string> masked_words(db::Tx& tx, base::AgencyId agency, CaseId id);

[[nodiscard]] Dialect dialect_of(const db::Tx& tx) noexcept;
/// Says that the following statements of this unit are planned for the words they are asked with.
void plan_by_words(db::Tx& tx);

/// At most `limit` known terms that begin so, in their order; for FTS5 only.
[[nodiscard]] std::vector<std::string> terms_begun(db::Tx& tx, Audience audience, const std::string& begun,
                                                   int limit);

/// Whether the index answers as many as fill a page.
[[nodiscard]] bool fills_page(db::Tx& tx, Audience audience, base::AgencyId agency, const std::string& match,
                              int page);
/// How many the index answers, counted to `limit` and no further.
[[nodiscard]] int count_matches(db::Tx& tx, Audience audience, base::AgencyId agency,
                                const std::string& match, int limit);
/// The id of the match after which `scanned` newer ones stand below `below`; empty when there are not so
/// many.
[[nodiscard]] std::optional<CaseId> floor_of(db::Tx& tx, Audience audience, base::AgencyId agency,
                                             const std::string& match, CaseId below, int scanned);

/// Where the newest matches are looked through: below the one, above the other.
struct Stretch {
    CaseId below;
    CaseId floor;
    bool asks_rows = false; ///< the index alone does not tell which of them fit: they are few
};
[[nodiscard]] std::vector<CaseId> find_ids(db::Tx& tx, base::AgencyId agency, const Question& question,
                                           const Stretch& stretch, const Sight& sight,
                                           const ViewFilter& filter, int limit);
[[nodiscard]] std::vector<CaseId> find_public_ids(db::Tx& tx, base::AgencyId agency, const Question& question,
                                                  const Stretch& stretch, const Listing& listing, int limit);

/// How far the cases of an agency are in the index.
struct Progress {
    int version = 0;
    CaseId down_to; ///< 0: all
};
BOOST_DESCRIBE_STRUCT(Progress, (), (version, down_to))
[[nodiscard]] std::optional<Progress> progress(db::Tx& tx, base::AgencyId agency);
void put_progress(db::Tx& tx, base::AgencyId agency, const Progress& progress);
/// The newest below, newest first.
[[nodiscard]] std::vector<CaseId> ids_below(db::Tx& tx, base::AgencyId agency, CaseId below, int limit);

/// Takes words that were deleted out of the file, a step of some pages at a time; false when nothing is left
/// to do. `is_first` begins anew. PostgreSQL does it by itself (autovacuum).
[[nodiscard]] bool compact(db::Tx& tx, Audience audience, bool is_first);

} // namespace cases
