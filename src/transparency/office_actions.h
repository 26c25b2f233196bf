// Reading an office's public page and the testimonials.
#pragma once
#include "transparency/office_view.h"

namespace db {
class Tx;
}

namespace transparency {

inline constexpr int testimonials_page_size = 20;

/// Adds what it solved and what reporters say to the view.
void read_office(db::Tx& tx, const agency::Directory& directory, OfficeView& view, base::Time now);

struct Testimonials {
    std::vector<cases::Testimonial> all;
    cases::Stars stars; ///< since the beginning
    std::int64_t next = 0;
};
/// Of the office and all below it; of all without one. `before`: the last id of the page before, or 0.
[[nodiscard]] Testimonials read_testimonials(db::Tx& tx, const agency::Directory& directory,
                                             std::optional<agency::OfficeId> office, std::int64_t before,
                                             base::Time now);

} // namespace transparency
