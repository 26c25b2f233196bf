// What goes wrong in one exchange with the world, drawn from a seed: the same seed, the same troubles.
#pragma once
#include <cstdint>
#include <random>

namespace channels::simulated {

enum class Fault {
    none,
    unreachable,     ///< nothing arrives
    lost_before,     ///< on its way, never arrives; nobody knows
    lost_after,      ///< done, but the answer is lost
    broken_after,    ///< done, and answered with 500
    broken_before,   ///< not done, answered with 503
    limited_seconds, ///< 429, Retry-After in seconds
    limited_epoch,   ///< 429, the reset as a moment
    limited_silent,  ///< 429 without any hint
    expired,         ///< 401, the token ran out
    garbled,         ///< answered with half a body; done
    cursor_gone,     ///< a page's cursor is not known any more
    twice,           ///< a page has its entries twice and out of order
    stranger,        ///< unknown members and an entry of an unknown type
};
inline constexpr int fault_kinds = 14;

class Faults {
public:
    /// `per_hundred`: how many exchanges of a hundred go wrong.
    Faults(std::uint64_t seed, int per_hundred) : chance_(seed), per_hundred_(per_hundred) {}
    Fault draw() {
        if (static_cast<int>(chance_() % 100) >= per_hundred_) return Fault::none;
        return static_cast<Fault>(1 + chance_() % (fault_kinds - 1));
    }
    void end() { per_hundred_ = 0; }
    [[nodiscard]] std::uint64_t pick(std::uint64_t below) { return below == 0 ? 0 : chance_() % below; }

private:
    std::mt19937_64 chance_;
    int per_hundred_;
};

} // namespace channels::simulated
