// /meja/keluar: mails by state, and what a person can settle. The body of a page in the staff's frame.
#pragma once
#include "base/language.h"
#include "html/markup.h"
#include "outgoing/listing.h"

#include <map>

namespace outgoing {

struct OutgoingView {
    base::Language language = base::Language::id;
    base::Zone zone = base::Zone::wib;
    std::string csrf;
    bool has_relay = false;
    State state = State::unknown;
    std::map<State, std::size_t> counts; ///< of those that wait for a person
    Page page;
};
[[nodiscard]] html::Markup outgoing_page(const OutgoingView& view);

} // namespace outgoing
