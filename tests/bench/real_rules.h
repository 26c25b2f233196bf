// An agency made from the first half of a register, as a coordinator would set one up who knows it: its
// offices, its topics with the words that tell them, and rules topic x place -> office. Nothing is kept of
// the lines.
#pragma once
#include "agency/agency_actions.h"
#include "places/region.h"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace bench {

/// One line of the register.
struct Line {
    std::string id, text, address, created, answered, topic, office, district, village;
};

struct Learned {
    struct Topic {
        std::string name;
        std::vector<std::string> words;
        std::string office;                         ///< that had most of them; empty: it depends on the place
        std::map<std::string, std::string> by_area; ///< area code -> office, where the place decides
    };
    std::vector<std::string> offices;
    std::vector<Topic> topics;
};

/// Code of the village a line names, else of its district; empty when the gazetteer knows neither.
[[nodiscard]] std::string area_of(const Line& line, const places::Region& region);

[[nodiscard]] Learned learn(std::span<const Line> lines, const places::Region& region);

struct Made {
    base::AgencyId agency;
    agency::AccountId account;
    std::map<std::string, agency::OfficeId> offices; ///< by name
};
[[nodiscard]] base::Result<Made> make_agency(db::Tx& tx, const agency::Change& change,
                                             const base::Random& random, const Learned& learned);

} // namespace bench
