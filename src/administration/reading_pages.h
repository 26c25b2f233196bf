// /meja/atur/pembacaan: the card of the models that read for an agency, what came of their suggestions, and
// the way back. For administrators, and for coordinators without the way back.
#pragma once
#include "administration/frame_pages.h"
#include "cases/signing.h"
#include "learning/standing.h"
#include "learning/tally.h"

#include <map>

namespace administration {

struct ReadingView {
    learning::Standing standing;
    std::vector<learning::Tallied> tallies; ///< of the months `from` to `to`, 202609
    int from = 0, to = 0;
    std::map<std::int64_t, std::string> names; ///< of the staff in the history
    bool may_go_back = false;
    std::optional<cases::Signing> signing; ///< while older reports are made ready to be compared
};
/// `is_settings`: with the sections of the settings around it; else a page of the desk.
[[nodiscard]] html::Markup reading_page(const Frame& frame, const ReadingView& view, bool is_settings,
                                        const std::optional<base::Problem>& problem = {});

} // namespace administration
