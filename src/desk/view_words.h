// The names of the desk's views.
#pragma once
#include "base/language.h"
#include "cases/view.h"

namespace desk {

[[nodiscard]] constexpr base::Text name(cases::View view) noexcept {
    switch (view) {
    case cases::View::mine: return {"Tugas saya", "My tasks"};
    case cases::View::unassigned: return {"Belum ditugaskan", "Unassigned"};
    case cases::View::due_soon: return {"Hampir tenggat", "Due soon"};
    case cases::View::overdue: return {"Lewat tenggat", "Overdue"};
    case cases::View::waiting: return {"Menunggu pelapor", "Waiting for the reporter"};
    case cases::View::decision: return {"Perlu keputusan", "Needs a decision"};
    case cases::View::urgent: return {"Darurat", "Urgent"};
    case cases::View::open: return {"Terbuka", "Open"};
    case cases::View::done: return {"Selesai", "Done"};
    case cases::View::all: return {"Semua", "All"};
    }
    return {};
}

} // namespace desk
