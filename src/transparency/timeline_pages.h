// The timeline of a case in words: newest first, only what is public.
#pragma once
#include "agency/directory.h"
#include "base/language.h"
#include "html/story.h"
#include "transparency/case_view.h"

namespace transparency {

[[nodiscard]] html::Markup timeline_of(const std::vector<TimelineEntry>& entries,
                                       const agency::Directory& directory, base::Language language);

} // namespace transparency
