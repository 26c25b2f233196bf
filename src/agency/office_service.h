// What an office says that it serves, so that a missing rule is seen. Decides nothing: rules do.
#pragma once
#include "agency/office.h"

#include <boost/describe.hpp>

namespace agency {

using OfficeServiceId = base::Id<struct OfficeServiceTag>;

struct OfficeService {
    OfficeServiceId id;
    OfficeId office;
    std::optional<std::string> topic = {}; ///< null: every topic
    std::optional<std::string> area = {};  ///< Kepmendagri code and all below; null: everywhere
};
BOOST_DESCRIBE_STRUCT(OfficeService, (), (id, office, topic, area))

} // namespace agency
