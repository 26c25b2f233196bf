// The receipt of a case that was written down by hand: on the screen, on paper (A5) and as a message. Shown
// once: it holds the reporter's secret link.
#pragma once
#include "cases/case.h"
#include "deadlines/deadline.h"
#include "intake/record.h"
#include "staff/console_pages.h"

namespace intake {

struct Receipt {
    staff::Console console;
    cases::Case c;
    std::vector<deadlines::Deadline> deadlines;
    Channel channel = Channel::phone;
    html::Url link;                          ///< the reporter's, absolute
    std::optional<std::string> email, phone; ///< as checked; the message goes there
    bool may_open_case = false;
};
[[nodiscard]] html::Markup receipt_page(const Receipt& receipt);

/// What stands at the receipt's address afterwards.
[[nodiscard]] html::Markup receipt_gone_page(const staff::Console& console);

/// The receipt as a text of one paragraph, for mail and WhatsApp.
[[nodiscard]] std::string receipt_text(const Receipt& receipt);

} // namespace intake
