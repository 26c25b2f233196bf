// Applying a setup file, in the caller's unit of work: what is there is changed, what is missing is added,
// nothing is removed unless pruned. A second time changes nothing. Refusals: those of the actions it calls,
// with the path in the file ("rules[3].office"); not_found `agency.unknown`.
#pragma once
#include "administration/setup_file.h"
#include "agency/agency_actions.h"

#include <map>

namespace administration {

/// What is not in the file: stays, or is closed (offices, topics, accounts), suspended (people) or removed
/// (rules, own days, roles).
enum class Prune { no, yes };

struct SetupRun {
    const agency::Change& change;
    const base::Random& random;
    Prune prune = Prune::no;
    /// Hashes of passwords by login, for people who are not there yet; made outside the unit of work.
    const std::map<std::string, std::string>& password_hashes;
};

struct SetupOutcome {
    base::AgencyId agency;
    std::vector<std::string> changes; ///< "office sudin-selatan added", for the person at the terminal
};

/// `agency` empty: makes a new one.
[[nodiscard]] base::Result<SetupOutcome>
apply_setup(db::Tx& tx, const SetupRun& run, std::optional<base::AgencyId> agency, const Setup& setup);
/// Logins of the file that nobody has yet.
[[nodiscard]] std::vector<std::string> missing_logins(db::Tx& tx, std::optional<base::AgencyId> agency,
                                                      const Setup& setup);

} // namespace administration
