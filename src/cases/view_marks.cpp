#include "cases/view_marks.h"

namespace cases {

ViewMarks marks_of(View view) noexcept {
    auto both = [](Mark mark) { return ViewMarks{static_cast<int>(mark), static_cast<int>(mark)}; };
    switch (view) {
    case View::mine:
    case View::open: return both(Mark::open);
    case View::unassigned: return both(Mark::unassigned);
    case View::due_soon: return both(Mark::due_soon);
    case View::overdue: return both(Mark::late);
    case View::waiting: return both(Mark::asking);
    case View::decision: return both(Mark::to_decide);
    case View::urgent: return both(Mark::urgent);
    case View::done: return {static_cast<int>(Mark::open), 0};
    case View::all: return {};
    }
    return {};
}

} // namespace cases
