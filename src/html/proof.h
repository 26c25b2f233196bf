// Why anyone should believe it: proof box, checks, before and after, the day-by-day strip behind a due time.
#pragma once
#include "base/language.h"
#include "html/story.h"

#include <span>
#include <string>
#include <vector>

namespace html {

enum class CheckState { holds, doubtful, fails };
struct Check {
    CheckState state = CheckState::holds;
    std::string text;
};
[[nodiscard]] Markup checks(std::span<const Check> all, base::Language language);

/// Rendered as not yet checked: only the visitor's own browser may turn it green.
struct ProofBox {
    std::string id = "bukti-buku-besar"; ///< of the heading
    std::string title = {};              ///< default: "Belum diperiksa"
    Markup text = {};                    ///< default: how to check it oneself
    std::vector<Check> checks = {};      ///< what the server checked of the photo, each with its doubt
    std::optional<Url> bundle = {};      ///< what an island fetches and recomputes
    Markup more = {};
};
[[nodiscard]] Markup proof_box(const ProofBox& box, base::Language language);

struct Photo {
    Picture picture;
    std::string tag;       ///< "Sebelum", "Sesudah"
    std::string by = {};   ///< "Foto pelapor"
    std::string when = {}; ///< "Sabtu, 23 Mei 06.48"
};
/// Side by side, before first.
[[nodiscard]] Markup compare(std::span<const Photo> photos);

enum class DayKind { counted, off, held, start, due };
enum class DayIs { another, today };
struct StripDay {
    DayKind kind = DayKind::counted;
    DayIs is = DayIs::another;
    std::string above;  ///< "Sel"
    std::string middle; ///< "26"
    std::string below;  ///< "ke-1, kini", or the holiday's name
};
/// One cell a day to the due day; the rule, its version and source below.
[[nodiscard]] Markup strip(std::span<const StripDay> days, std::string_view label, std::string_view rule);

} // namespace html
