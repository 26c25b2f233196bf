// What was said to the reporter of a case, as a part of the tracking page and of the desk's case page. Never
// fails.
#pragma once
#include "base/language.h"
#include "html/markup.h"
#include "outgoing/outgoing.h"

#include <map>
#include <span>

namespace outgoing {

enum class Reader {
    reporter, ///< what we told you, and whether the mail left
    staff,    ///< with state, attempts and the way to settle
};

struct MessagesView {
    std::span<const Outgoing> all; ///< oldest first, as of_case() gives them
    std::string agency;            ///< its name
    base::Zone zone = base::Zone::wib;
    base::Language language = base::Language::id;
    Reader reader = Reader::reporter;
    std::map<OutgoingId, std::string> addresses = {}; ///< of answers that stand on their network
};
/// A list of bubbles, newest first, without a heading; empty when nothing was said.
[[nodiscard]] html::Markup messages(const MessagesView& view);

} // namespace outgoing
