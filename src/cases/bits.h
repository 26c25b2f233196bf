// A small set of enumerators, usable in constant tables. Never fails.
#pragma once
#include <initializer_list>

namespace cases {

template <class E> class Bits {
public:
    constexpr Bits() = default;
    constexpr Bits(std::initializer_list<E> members) {
        for (E member : members)
            add(member);
    }
    [[nodiscard]] constexpr bool has(E member) const noexcept { return (bits_ & bit(member)) != 0; }
    [[nodiscard]] constexpr bool meets(Bits other) const noexcept { return (bits_ & other.bits_) != 0; }
    [[nodiscard]] constexpr bool empty() const noexcept { return bits_ == 0; }
    constexpr void add(E member) noexcept { bits_ |= bit(member); }
    constexpr bool operator==(const Bits&) const = default;

private:
    static constexpr unsigned bit(E member) noexcept { return 1U << static_cast<unsigned>(member); }
    unsigned bits_ = 0;
};

} // namespace cases
