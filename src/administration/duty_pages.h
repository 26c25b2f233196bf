// /meja/atur/aturan/pembagian: sharing within offices, absences, the arbiter.
#pragma once
#include "administration/frame_pages.h"
#include "cases/sharing.h"
#include "staff/absence.h"

namespace administration {

struct DutyView {
    std::vector<cases::Sharing> sharing;
    std::vector<staff::Absence> absences;
    std::vector<staff::Person> people; ///< active ones, by name
};
[[nodiscard]] html::Markup duty_page(const Frame& frame, const DutyView& view, const Filled& filled);

} // namespace administration
