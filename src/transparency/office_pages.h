// /unit/{id} and /testimoni as pages.
#pragma once
#include "html/page.h"
#include "transparency/office_view.h"

namespace transparency {

struct OfficePage {
    html::PageHead head; ///< filled by the caller
    const OfficeView& view;
    Period period;
    const agency::Directory& directory;
    base::Time now{};
};
[[nodiscard]] html::Markup office_page(OfficePage page);

struct TestimonialsPage {
    html::PageHead head; ///< filled by the caller
    const std::vector<cases::Testimonial>& all;
    cases::Stars stars;
    std::optional<agency::OfficeId> office;
    std::int64_t next = 0; ///< key of the next page; 0 at the end
    const agency::Directory& directory;
};
[[nodiscard]] html::Markup testimonials_page(TestimonialsPage page);

} // namespace transparency
