// /meja/rekap: the page of a month (?lihat=2026-10), and its workbook (?bulan=2026-10).
#include "channels/sp4n_lapor/recap_actions.h"
#include "channels/sp4n_lapor/recap_pages.h"
#include "channels/sp4n_lapor/recap_words.h"
#include "channels/sp4n_lapor/visit_routes.h"
#include "channels/sp4n_lapor/workbook_pages.h"

namespace channels::sp4n_lapor {

void add_recap_routes(http::Router& router, const Services& services) {
    router.add(http::Method::get, "/meja/rekap", [=](const http::Request& request) {
        return visit(request, services, Door::recap, [&](const Visit& visit) -> base::Result<http::Response> {
            const auto zone = visit.directory->agency().zone;
            const base::Time now = services.staff.now();
            const bool is_file = request.query.has("bulan");
            const auto text = request.query.value(is_file ? "bulan" : "lihat");
            auto month =
                text.empty() && !is_file ? base::Result<Month>(month_of(now, zone)) : month_from(text, zone);
            if (!month) return base::pass(month);
            const Recap recap = read_recap(services, *visit.directory, *month, &visit.person);
            if (is_file)
                return download(workbook(recap, visit.directory->agency().name, zone, scratch_file(services)),
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                                "rekap-" + to_string(*month) + ".xlsx");
            return visit.answer(staff::Room::none, std::string(recap_words::recap.in(request.language)),
                                recap_page(recap, recent_months(now, zone), zone, request.language));
        });
    });
}

} // namespace channels::sp4n_lapor
