#include "channels/sp4n_lapor/follow_up.h"

#include "base/json.h"
#include "base/text.h"
#include "cases/state_words.h"
#include "cases/visibility.h"
#include "channels/sp4n_lapor/csv.h"

#include <fmt/format.h>

namespace channels::sp4n_lapor {
namespace {

constexpr char separator = ';'; ///< what spreadsheets set to Indonesian expect

std::string text_of(const base::json::Object& open, const char* member) {
    const auto* value = open.if_contains(member);
    return value && value->is_string() ? std::string(value->get_string().data(), value->get_string().size())
                                       : std::string();
}

/// What the public may read of the event.
base::json::Object public_part(const events::Stored& event) {
    if (!event.is_public) return {};
    auto data = base::json::parse(event.data);
    if (!data || !data->is_object()) return {};
    const auto* open = data->get_object().if_contains("public");
    return open && open->is_object() ? open->get_object() : base::json::Object{};
}

std::string spoken(base::Time time, base::Zone zone) {
    using namespace std::chrono;
    const year_month_day day{base::local_day(time, zone)};
    const auto minutes_of_day = floor<minutes>(base::local_time_of_day(time, zone)).count();
    return fmt::format("{:02}/{:02}/{:04} {:02}:{:02}", static_cast<unsigned>(day.day()),
                       static_cast<unsigned>(day.month()), static_cast<int>(day.year()), minutes_of_day / 60,
                       minutes_of_day % 60);
}

/// The sentence that stands for what happened last, where there is one.
std::string sentence(std::string_view kind, const base::json::Object& open, const agency::Directory& directory) {
    if (kind == "case.resolved") return text_of(open, "note");
    if (kind == "case.declined") return text_of(open, "public_reason");
    if (kind == "case.scheduled") {
        const std::string reason = text_of(open, "public_reason");
        return fmt::format("Dijadwalkan {} dengan {}.{}{}", text_of(open, "date"),
                           text_of(open, "budget_source"), reason.empty() ? "" : " ", reason);
    }
    if (kind == "case.referred") return fmt::format("Dirujuk ke {}.", text_of(open, "agency"));
    if (kind == "case.assigned") {
        auto id = base::parse_id_as<agency::OfficeId>(text_of(open, "office"));
        const auto* office = id ? directory.office(*id) : nullptr;
        return office ? fmt::format("Didisposisikan ke {}.", office->name) : std::string();
    }
    return {};
}

} // namespace

std::optional<FollowUp> follow_up_of(const cases::Case& c, std::string_view tracking_id,
                                     std::span<const events::Stored> timeline, const Labels& labels,
                                     const agency::Directory& directory) {
    if (!cases::is_known_to_public(c)) return std::nullopt;
    FollowUp out;
    out.tracking_id = tracking_id;
    out.code = c.code;
    out.status = labels.word_for(c.state);
    base::Time at = c.received_at;
    for (const auto& event : timeline) {
        const auto open = public_part(event);
        if (auto words = sentence(event.kind, open, directory); !words.empty()) {
            out.text = std::move(words);
            at = event.at;
        }
        // A contested proof no longer shows what was done.
        if (event.kind == "case.contested") {
            out.attachments.clear();
            out.text = "Dibuka kembali karena pelapor menyatakan belum selesai.";
            at = event.at;
        }
        if (event.kind != "case.resolved") continue;
        out.attachments.clear();
        if (const auto* after = open.if_contains("after"); after && after->is_array())
            for (const auto& photo : after->get_array())
                if (photo.is_string())
                    out.attachments.push_back(
                        std::string(photo.get_string().data(), photo.get_string().size()).substr(0, 16) +
                        ".jpg");
    }
    out.at = spoken(at, directory.agency().zone);
    // Whose people a complaint names is not told to the outside.
    if (const auto* office = c.office && !c.is_conduct() ? directory.office(*c.office) : nullptr)
        out.unit = office->name;
    return out;
}

std::string header_line() {
    return "\xEF\xBB\xBF" + csv_line({"Tracking ID", "Kode", "Status", "Tindak Lanjut", "Tanggal Tindak Lanjut",
                                      "Unit Kerja", "Lampiran"},
                                     separator);
}

std::string to_line(const FollowUp& row) {
    return csv_line({row.tracking_id, row.code, row.status, row.text, row.at, row.unit,
                     base::join(row.attachments, ", ")},
                    separator);
}

} // namespace channels::sp4n_lapor
