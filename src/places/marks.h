// What besides areas tells where something is: streets and house numbers, lanes, neighbourhoods (RT/RW),
// kilometres, what stands nearby. Pure; never fails: what is not read is left out.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace places {

enum class MarkKind : std::uint8_t { street, lane, rtrw, kilometre, landmark };

struct Mark {
    std::size_t begin = 0; ///< bytes of the text
    std::size_t end = 0;
    MarkKind kind = MarkKind::street;
    /// Without leading zeros, small letters; empty where none is said. Of a street the house ("12a",
    /// "13/95"), of a lane its number ("3", "xii"), of RT and RW both ("5/3", "5/" and "/3" where one is
    /// missing), of a kilometre what its stone says ("23", "23+400"), of a landmark the number in its name
    /// ("SDN 1").
    std::string number;
    bool operator==(const Mark&) const = default;
};

/// In the order of the text, never overlapping: "Jl. Melati No. 12", "gang 3", "RT 05/RW 03", "KM 23",
/// "depan Pasar Melati". "jalan rusak" is no street and "5 km" no kilometre. Linear in the length of the
/// text.
[[nodiscard]] std::vector<Mark> marks_of(std::string_view text);

} // namespace places
