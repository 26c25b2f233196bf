// An address as maps write it to one as people say it. Pure; never fails.
#pragma once
#include <string>
#include <string_view>

namespace places {

/// "Jl. Melati, Tebet, Kota Jakarta Selatan, DKI Jakarta 12820, Indonesia" to "Jl. Melati, Tebet" for an area
/// there: at the end, what says no more than country, postcode, province and regency is left out. What would
/// leave nothing stays as it is.
[[nodiscard]] std::string without_outer_areas(std::string_view address, std::string_view area);
/// The address and behind it the full name of its area, each part once: what the address says already at its
/// end is not repeated. Either may be empty.
[[nodiscard]] std::string with_area(std::string_view address, std::string_view area);

} // namespace places
