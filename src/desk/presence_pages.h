// "Yusuf Hidayat sedang melihat": as a chip on the case, as faces in a row. Nothing when nobody else looks.
#pragma once
#include "base/language.h"
#include "desk/presence.h"
#include "html/markup.h"

#include <span>

namespace desk {

/// The chip alone: what POST /meja/laporan/{kode}/hadir answers.
[[nodiscard]] html::Markup looking_chip(std::span<const Looking> others, base::Language language);
/// The chip in a place that keeps itself fresh: the staff script says every 20 seconds that this page shows
/// the case, while it is visible, and puts the answer here. Works as it stands without JavaScript.
[[nodiscard]] html::Markup presence(std::string_view code, std::string_view csrf,
                                    std::span<const Looking> others, base::Language language);
/// Small faces for a row of a list, at most three.
[[nodiscard]] html::Markup faces(std::span<const Looking> others, base::Language language);

} // namespace desk
