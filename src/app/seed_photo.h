// Variants of a drawn photo: the same scene with slightly other shades, so that no two cases show one and the
// same picture (a photo that was proof of another case is refused). Never fails: what is no JPEG comes back
// as it is.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace app {

/// The JPEG with some entries of its first quantisation table changed by `variant` (ITU T.81, B.2.4.1):
/// another decoded picture for each of some thousands of variants, without decoding here. 0 is the photo
/// itself.
[[nodiscard]] std::string photo_variant(std::string_view jpeg, std::size_t variant);

} // namespace app
