// How many open cases stand at an office: what closing it has to wait for. Of all kinds; a number tells
// nothing of them.
#pragma once
#include "cases/case.h"

namespace cases {

struct OfficeLoad {
    OfficeId office;
    std::int64_t open = 0;
};
BOOST_DESCRIBE_STRUCT(OfficeLoad, (), (office, open))

} // namespace cases
