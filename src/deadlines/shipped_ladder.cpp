#include "deadlines/ladder.h"

#include <stdexcept>

#pragma clang diagnostic ignored "-Wc23-extensions"

namespace deadlines {
namespace {

constexpr unsigned char ladder_bytes[] = {
#embed "../../data/ladders/ladder.json"
};

/// A wrong data file is a broken build: a test reads it.
Ladder read_shipped() {
    auto read =
        base::json::parse_as<Ladder>({reinterpret_cast<const char*>(ladder_bytes), sizeof ladder_bytes});
    auto ladder = read ? checked(std::move(*read)) : base::pass(read);
    if (!ladder) throw std::logic_error(ladder.error().field + ": " + ladder.error().detail);
    return std::move(*ladder);
}

} // namespace

const Ladder& shipped_ladder() {
    static const Ladder ladder = read_shipped();
    return ladder;
}

} // namespace deadlines
