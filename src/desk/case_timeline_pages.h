// The timeline of a case for staff: newest first, who and when, notes that only staff read.
#pragma once
#include "desk/case_view.h"
#include "html/story.h"

#include <functional>

namespace desk {

struct TimelineInput {
    const CaseView& view;
    const agency::Directory& directory;
    base::Language language = base::Language::id;
    std::function<html::Url(const std::string& sha256)> picture;
};

/// The last `newest` entries only, 0 for all.
[[nodiscard]] html::Markup case_timeline(const TimelineInput& input, std::size_t newest = 0);

/// The word for a class of complaints, and for a reason to archive.
[[nodiscard]] base::Text class_word(std::string_view code) noexcept;
[[nodiscard]] base::Text archive_word(std::string_view code) noexcept;

} // namespace desk
