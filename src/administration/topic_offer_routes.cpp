#include "administration/guard_routes.h"
#include "administration/topic_offer.h"
#include "administration/topic_offer_pages.h"
#include "administration/topic_routes.h"
#include "db/database.h"

namespace administration {
namespace {

base::Result<http::Response> add(const Visit& visit) {
    auto added = [&]() -> base::Result<void> {
        std::vector<std::string> codes;
        for (const auto code : visit.form.fields.all("topik"))
            codes.emplace_back(code);
        auto topics = chosen_topics(*visit.directory, codes);
        if (!topics) return base::pass(topics);
        return visit.services.database.write([&](db::Tx& tx) -> base::Result<void> {
            for (const auto& topic : *topics)
                if (auto put = agency::put_topic(tx, visit.change(), visit.agency(), topic); !put) return put;
            return {};
        });
    }();
    if (!added) return refused(topic_offer_page(visit.frame(), visit.filled(added.error())), added.error());
    return saved(visit, "/meja/atur/topik");
}

} // namespace

void add_topic_offer_routes(http::Router& router, const staff::Services& services) {
    add_get(router, services, "/meja/atur/topik-bawaan", Need::whole,
            [](const Visit& visit) { return shown(topic_offer_page(visit.frame())); });
    add_post(router, services, "/meja/atur/topik-bawaan", Need::whole, add);
}

} // namespace administration
