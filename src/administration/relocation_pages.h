// /meja/atur/aturan/pindah: what would move, and how far a move is.
#pragma once
#include "administration/frame_pages.h"
#include "cases/relocation.h"

namespace administration {

/// `filled` is what was asked; with `outlook` it can be begun.
[[nodiscard]] html::Markup relocation_page(const Frame& frame, const Filled& filled,
                                           const std::optional<cases::Outlook>& outlook);
[[nodiscard]] html::Markup relocation_progress_page(const Frame& frame, const cases::Relocation& relocation);

} // namespace administration
