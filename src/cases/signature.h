// What of a case is compared when the same thing is looked for: stems of its words and of its place, the
// numbers with the words before them, the point, the time. Made with the reading from masked text alone.
// Pure; never fails: what cannot be read is absent.
#pragma once
#include "cases/case.h"
#include "places/area.h"

namespace cases {

/// A number or name and the word it belongs to: gang 3 and gang 5 are two things, and so are gang Arbei and
/// gang Manggis.
struct Named {
    std::string of;   ///< "gang", "nomor", "melati"; "gang-" where it has a name
    std::string name; ///< "3", "e", "arbei"; roman numbers as others
    auto operator<=>(const Named&) const = default;
};

struct Signature {
    std::vector<std::string> words; ///< stems, sorted, without fillers and courtesies
    std::vector<std::string> place; ///< forms of the place alone, in its order, without its outer areas
    std::vector<Named> numbers;     ///< sorted
    std::string topic = {};         ///< empty: none yet
    std::string area = {};          ///< code; empty: none
    std::optional<places::Point> point = {}; ///< of a device or a pin, never the middle of a village
    base::Time at{};
};
/// Rises when what is made of a text, or where it lies, changes: all cases are signed again then.
inline constexpr int signature_version = 2; // 1: by district alone
inline constexpr std::size_t most_signature_words = 80;
inline constexpr std::size_t most_signature_numbers = 16;

/// What somebody wrote or wants to write.
struct Told {
    std::string_view text = {};
    std::string_view place = {};
    std::optional<std::string> topic = {};
    std::optional<std::string> area = {};
    std::optional<places::Point> point = {};
    base::Time at{};
};
/// The point of a device or a pin: the middle of the village that a text named says nothing about how far two
/// things are apart.
[[nodiscard]] std::optional<places::Point> own_point(const std::optional<std::string>& area,
                                                     std::optional<double> lat, std::optional<double> lon);
[[nodiscard]] Signature signature_of(const Told& told);
/// Of all that staff may read of it: the masked words and the place.
[[nodiscard]] Signature signature_of(const Case& c, std::string_view masked_words);
/// Of what the public may see of it; nothing when its words are not published.
[[nodiscard]] std::optional<Signature> public_signature_of(const Case& c);

/// Words, place, numbers and area as one text of a row, and back.
[[nodiscard]] std::string to_terms(const Signature& signature);
void read_terms(Signature& out, std::string_view terms);

/// The district around an area, or the area itself where it is wider; signatures lie by it.
[[nodiscard]] std::string neighbourhood_of(std::string_view area);

} // namespace cases
