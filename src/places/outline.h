// The simplified borders of the 38 provinces and 514 regencies and cities: for drawing maps, not for deciding
// in which of two neighbours a point lies. An unknown code or one of a district or village gives no rings.
#pragma once
#include "base/result.h"
#include "places/area.h"

#include <string_view>
#include <vector>

namespace places {

using Ring = std::vector<Point>; ///< closed: the last point joins the first, which is not repeated

class Outlines {
public:
    /// Lines of `code<TAB>ring;ring...`, in order of their codes; a ring is "lon,lat" in thousandths of a
    /// degree, then " dx,dy" steps. Fails with `outline.line`. `lines` must outlive it.
    [[nodiscard]] static base::Result<Outlines> parse(std::string_view lines);
    [[nodiscard]] std::vector<Ring> rings(std::string_view code) const;
    [[nodiscard]] std::size_t size() const noexcept { return entries_.size(); }

private:
    struct Entry {
        std::uint64_t number;
        std::string_view rings;
    };
    std::vector<Entry> entries_;
};

/// The shipped outline of a province, regency or city.
[[nodiscard]] std::vector<Ring> outline(std::string_view code);

} // namespace places
