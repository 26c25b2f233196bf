// A version of a deadline profile that an agency made itself: its service promises, or the national default
// with other amounts. What the data means, and whether it is right, says deadlines/own_profiles.h.
#pragma once
#include <boost/describe.hpp>

#include <string>

namespace agency {

struct OwnProfile {
    std::string id;             ///< "janji-roya"
    std::string version;        ///< "1"
    std::string effective_from; ///< "2026-05-01"
    std::string data;           ///< the JSON of this version
    bool operator==(const OwnProfile&) const = default;
};
BOOST_DESCRIBE_STRUCT(OwnProfile, (), (id, version, effective_from, data))

} // namespace agency
