#include "cases/view.h"

namespace cases {

std::string to_string(const ViewMark& mark) {
    return std::to_string(base::to_ms(mark.received_at)) + "-" + base::to_string(mark.id);
}

base::Result<ViewMark> mark_from(std::string_view text) {
    const auto dash = text.find('-', 1);
    if (dash == std::string_view::npos) return base::fail_field("sesudah");
    auto at = base::parse_id(text.substr(0, dash));
    auto id = base::parse_id_as<CaseId>(text.substr(dash + 1));
    if (!at || !id) return base::fail_field("sesudah");
    return ViewMark{base::time_from_ms(*at), *id};
}

std::int64_t ViewCounts::of(View view) const noexcept {
    switch (view) {
    case View::mine: return mine;
    case View::unassigned: return unassigned;
    case View::due_soon: return due_soon;
    case View::overdue: return overdue;
    case View::waiting: return waiting;
    case View::decision: return decision;
    case View::urgent: return urgent;
    case View::open: return open;
    case View::done: return done;
    case View::all: return open + done;
    }
    return 0;
}

} // namespace cases
