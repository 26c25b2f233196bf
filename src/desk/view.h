// An address of the desk: the view, its filters, the case in the side pane. Plain; unknown words of an
// address are `field.invalid`.
#pragma once
#include "cases/view.h"

#include <array>

namespace desk {

struct Address {
    cases::View view = cases::View::mine;
    std::optional<cases::Kind> kind = {};
    std::optional<agency::OfficeId> office = {}; ///< and all below it
    std::string topic = {};
    std::string words = {};
    std::optional<cases::ViewMark> after = {};
    std::string code = {}; ///< of the case in the side pane

    [[nodiscard]] bool is_filtered() const noexcept {
        return kind || office || !topic.empty() || !words.empty();
    }
};

/// The views of the desk in their order, and what they are called in an address.
struct NamedView {
    cases::View view;
    std::string_view slug;
};
inline constexpr auto named_views = std::to_array<NamedView>({
    {cases::View::mine, "tugas-saya"},
    {cases::View::unassigned, "belum-ditugaskan"},
    {cases::View::due_soon, "hampir-tenggat"},
    {cases::View::overdue, "lewat-tenggat"},
    {cases::View::waiting, "menunggu-pelapor"},
    {cases::View::decision, "perlu-keputusan"},
    {cases::View::urgent, "darurat"},
    {cases::View::done, "selesai"},
    {cases::View::all, "semua"},
});
[[nodiscard]] std::string_view slug_of(cases::View view) noexcept;
[[nodiscard]] base::Result<cases::View> view_from(std::string_view slug);

} // namespace desk
