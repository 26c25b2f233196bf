// All SQL of the tallies. A count is the folded rows and the changes that are not folded yet, in one
// statement. A refused statement throws db::Error.
#pragma once
#include "cases/sight.h"
#include "cases/tally.h"
#include "db/tx.h"

#include <boost/describe.hpp>

#include <compare>

namespace cases {

using TallyChangeId = base::Id<struct TallyChangeTag>;

/// n: 1 stands there now, -1 stood there.
void insert_change(db::Tx& tx, base::AgencyId agency, TallyChangeId id, int n, const Tallied& tallied);

/// Folds at most `most` changes into the tables; gives how many there were.
std::int64_t fold_changes(db::Tx& tx, base::AgencyId agency, std::int64_t batch, int most);

/// A row of case_tallies: how many stand alike.
struct TallyRow {
    bool is_restricted = false;
    std::int64_t office = 0;
    std::int64_t person = 0;
    std::int64_t conduct_office = 0;
    bool is_whistleblowing = false;
    int standing = 0; ///< the marks that views ask for
    std::int64_t n = 0;
    auto operator<=>(const TallyRow&) const = default;
};
BOOST_DESCRIBE_STRUCT(TallyRow, (),
                      (is_restricted, office, person, conduct_office, is_whistleblowing, standing, n))

/// A row of case_figures.
struct StoredFigure {
    std::string grain;
    std::string dimension;
    std::int64_t period = 0;
    std::string name;
    std::int64_t received = 0;
    std::int64_t done = 0;
    std::int64_t in_time = 0;
    std::int64_t claimed = 0;
    std::int64_t contested = 0;
    std::int64_t open = 0;
    std::int64_t overdue = 0;
    std::int64_t scheduled = 0;
    auto operator<=>(const StoredFigure&) const = default;
};
BOOST_DESCRIBE_STRUCT(StoredFigure, (),
                      (grain, dimension, period, name, received, done, in_time, claimed, contested, open,
                       overdue, scheduled))

/// Both tables, sorted.
struct Tallies {
    std::vector<TallyRow> rows;
    std::vector<StoredFigure> figures;
    bool operator==(const Tallies&) const = default;
};
/// From the rows of cases, one by one. Writers must be kept out (`keep_writers_out`).
[[nodiscard]] Tallies count_cases_one_by_one(db::Tx& tx, base::AgencyId agency, base::Zone zone);
/// As they are kept; changes must be folded before.
[[nodiscard]] Tallies find_tallies(db::Tx& tx, base::AgencyId agency);
/// In place of all that is kept, changes included.
void replace_tallies(db::Tx& tx, base::AgencyId agency, const Tallies& tallies);
/// Until the unit ends no other changes a case.
void keep_writers_out(db::Tx& tx);

struct TallyBasis {
    std::string zone;
    double emergency_from = 0;
    bool operator==(const TallyBasis&) const = default;
};
BOOST_DESCRIBE_STRUCT(TallyBasis, (), (zone, emergency_from))
[[nodiscard]] std::optional<TallyBasis> find_basis(db::Tx& tx, base::AgencyId agency);
void save_basis(db::Tx& tx, base::AgencyId agency, const TallyBasis& basis);

/// What a person has to see at each office, 0 for none.
struct OfficeCounts {
    std::int64_t office = 0;
    std::int64_t open = 0;
    std::int64_t mine = 0;
    std::int64_t unassigned = 0;
    std::int64_t late = 0;
    std::int64_t due_soon = 0;
    std::int64_t asking = 0;
    std::int64_t to_decide = 0;
    std::int64_t urgent = 0;
    std::int64_t done = 0;
};
BOOST_DESCRIBE_STRUCT(OfficeCounts, (),
                      (office, open, mine, unassigned, late, due_soon, asking, to_decide, urgent, done))
[[nodiscard]] std::vector<OfficeCounts> count_by_office(db::Tx& tx, base::AgencyId agency,
                                                        const Sight& sight);

/// The groups of restricted cases that exist, seen from one person.
[[nodiscard]] std::vector<RestrictedGroup> find_restricted_groups(db::Tx& tx, base::AgencyId agency,
                                                                  StaffId me);

} // namespace cases
