#include "intake/report.h"

#include "base/text.h"
#include "intake/report_words.h"
#include "people/contact.h"

#include <charconv>

namespace intake {
namespace {

std::optional<double> number(std::string_view text) {
    double value = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// A position that cannot be read is no reason to send a citizen back: the place's name is enough.
std::optional<places::Point> point_of(const ReportDraft& draft) {
    auto lat = number(draft.lat);
    auto lon = number(draft.lon);
    if (!lat || !lon) return std::nullopt;
    places::Point point{*lat, *lon};
    return places::in_indonesia(point) ? std::optional(point) : std::nullopt;
}

} // namespace

bool is_form_key(std::string_view key) noexcept {
    constexpr std::string_view symbols = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    return (key.size() == plain_key_symbols || key.size() == sealed_key_symbols) &&
           key.find_first_not_of(symbols) == std::string_view::npos;
}

CheckedReport check(const ReportDraft& draft) {
    CheckedReport out;
    auto wrong = [&](ReportMember member, base::Text why) { out.problems.emplace_back(member, why); };
    Report& report = out.report;

    report.key = draft.key;
    report.language = draft.language;
    if (!is_form_key(draft.key)) wrong(ReportMember::key, words::form_old);

    if (auto text = base::clean(draft.text, max_report_text, "isi"); !text)
        wrong(ReportMember::text,
              text.error().code == "item.too_large" ? words::text_long : words::text_unreadable);
    else if (text->empty())
        wrong(ReportMember::text, words::text_missing);
    else
        report.text = std::move(*text);

    report.point = point_of(draft);
    if (auto place = base::clean(draft.place, 300, "tempat"); !place)
        wrong(ReportMember::place,
              place.error().code == "item.too_large" ? words::place_long : words::text_unreadable);
    else if (place->empty() && !report.point)
        wrong(ReportMember::place, words::place_missing);
    else
        report.place = std::move(*place);

    report.identity = draft.identity;
    if (draft.identity != "public" && draft.identity != "anonim" && draft.identity != "rahasia")
        wrong(ReportMember::identity, words::identity_unknown);

    if (!base::trim(draft.email).empty()) {
        if (auto email = people::checked_email(base::trim(draft.email), "surel"))
            report.email = std::move(*email);
        else
            wrong(ReportMember::email, words::email_wrong);
    }
    if (!base::trim(draft.phone).empty()) {
        if (auto phone = people::checked_phone(base::trim(draft.phone), "hp"))
            report.phone = std::move(*phone);
        else
            wrong(ReportMember::phone, words::phone_wrong);
    }

    report.photos = draft.photos;
    if (draft.photos.size() > max_report_photos) wrong(ReportMember::photos, words::photos_many);
    return out;
}

} // namespace intake
