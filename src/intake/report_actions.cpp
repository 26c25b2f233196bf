#include "intake/report_actions.h"

namespace intake {
namespace {

items::ItemIn item_of(const Report& report, base::Time now) {
    items::ItemIn item;
    item.network_id = "form-" + report.key;
    // Somebody who left no contact is nobody to recognise again.
    item.author.network_id = report.email ? *report.email : report.phone ? *report.phone : item.network_id;
    item.text = report.text;
    item.created_at = now;
    item.visibility = items::Visibility::private_;
    item.identity = report.identity;
    if (report.point) item.place = items::PlaceIn{report.point->lat, report.point->lon};
    for (const auto& sha256 : report.photos)
        item.media.push_back({.sha256 = sha256, .url = {}});
    if (report.email || report.phone) item.contact = items::ContactIn{report.email, report.phone};
    return item;
}

} // namespace

base::Result<Reported> take_report(const Services& services, const agency::Directory& directory,
                                   const Report& report) {
    const auto* account = directory.form_account();
    if (!account) return base::fail(base::Kind::unavailable, "account.unknown", "the report page is closed");
    auto item = item_of(report, services.now());
    std::string network_id = item.network_id;
    std::vector<base::Result<Wanted>> batch;
    batch.push_back(Wanted{.item = std::move(item),
                           .door = Door::report_page,
                           .place_text = report.place,
                           .language = report.language});
    auto outcomes = accept(services, directory, *account, batch);
    if (outcomes.front().problem) return std::unexpected(*outcomes.front().problem);
    if (!outcomes.front().case_code)
        return base::fail(base::Kind::broken, "server.broken", "a report without a case");
    return Reported{*outcomes.front().case_code,
                    reporter_secret(services.vault, directory.id(), account->id, network_id)};
}

} // namespace intake
