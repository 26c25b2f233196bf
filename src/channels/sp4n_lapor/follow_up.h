// One case as a line of the file that goes to SP4N-LAPOR!: its status in their words and what was done, from
// public facts alone. Pure.
#pragma once
#include "agency/directory.h"
#include "channels/sp4n_lapor/label.h"
#include "events/event.h"

#include <span>

namespace channels::sp4n_lapor {

struct FollowUp {
    std::string tracking_id; ///< empty: it did not come from LAPOR!
    std::string code;
    std::string status; ///< LAPOR!'s word
    std::string text;   ///< the answer, or the reason
    std::string at;     ///< "05/10/2026 08:30"
    std::string unit;
    std::vector<std::string> attachments; ///< names of public photos
};

/// Nothing for a case that the public may not know of. `timeline`: oldest first.
[[nodiscard]] std::optional<FollowUp> follow_up_of(const cases::Case& c, std::string_view tracking_id,
                                                   std::span<const events::Stored> timeline,
                                                   const Labels& labels, const agency::Directory& directory);

/// The first line of the file, then one for each.
[[nodiscard]] std::string header_line();
[[nodiscard]] std::string to_line(const FollowUp& row);

} // namespace channels::sp4n_lapor
