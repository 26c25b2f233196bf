// An agency outside this installation to which cases are referred, and the way there. Plain data.
#pragma once
#include "base/codes.h"
#include "base/id.h"
#include "base/time.h"

#include <boost/describe.hpp>

#include <string>

namespace agency {

using OutsideId = base::Id<struct OutsideTag>;

/// How a case reaches it: a mail with a link to answer, or an Open311 GeoReport v2 endpoint.
enum class OutsideWay { mail, open311 };

/// A row of table outside_agencies; members stand in the order of its columns.
struct OutsideAgency {
    OutsideId id;
    std::string name;
    OutsideWay way = OutsideWay::mail;
    std::string address;      ///< of mail, or of the endpoint: "https://aduan.contoh.go.id/open311/v2"
    std::string jurisdiction; ///< Open311: `jurisdiction_id`; may be empty
    std::string service_code; ///< Open311: under which service it is filed there
    std::string key_sealed;   ///< Open311: `api_key`; empty: none
    bool is_active = true;
    base::Time changed_at{};
    bool operator==(const OutsideAgency&) const = default;
};
BOOST_DESCRIBE_STRUCT(OutsideAgency, (),
                      (id, name, way, address, jurisdiction, service_code, key_sealed, is_active, changed_at))

inline constexpr std::size_t max_outside = 500; ///< of one agency

} // namespace agency

template <> inline constexpr auto base::codes<agency::OutsideWay> =
    std::to_array<base::Coded<agency::OutsideWay>>({
        {agency::OutsideWay::mail, "mail"},
        {agency::OutsideWay::open311, "open311"},
    });
