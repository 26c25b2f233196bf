// An agency made for a register as a coordinator would set one up who knows it: all its offices and topics,
// and, learned from the older half of its lines alone, the words that tell the topics and the rules topic x
// place -> office. Nothing is kept of the lines.
#pragma once
#include "agency/agency_actions.h"
#include "real_lines.h"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace bench {

struct Learned {
    struct Topic {
        std::string name;
        std::vector<std::string> words;             ///< none: too few lines to learn from
        std::string office;                         ///< that had most of them; empty: it depends on the place
        std::map<std::string, std::string> by_area; ///< area code -> office, where the place decides
    };
    std::vector<std::string> offices;
    std::vector<Topic> topics;
};

/// Names from all lines, words and rules from the first `older`.
[[nodiscard]] Learned learn(std::span<const Line> all, std::size_t older, const places::Region& region);

struct Made {
    base::AgencyId agency;
    agency::OfficeId root;
    std::map<std::string, agency::OfficeId> offices; ///< by name
    std::map<std::string, std::string> topics;       ///< name -> code
};
[[nodiscard]] base::Result<Made> make_agency(db::Tx& tx, const agency::Change& change,
                                             const base::Random& random, const Learned& learned);

} // namespace bench
