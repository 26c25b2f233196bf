// The key by which cases of a period are read in pages. Plain data.
#pragma once
#include "cases/case.h"

namespace cases {

struct ReceivedKey {
    base::Time received_at{};
    CaseId id;
};
BOOST_DESCRIBE_STRUCT(ReceivedKey, (), (received_at, id))

} // namespace cases
