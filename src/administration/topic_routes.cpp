#include "administration/topic_routes.h"

#include "administration/guard_routes.h"
#include "administration/topic_pages.h"
#include "base/text.h"
#include "db/database.h"
#include "deadlines/own_profiles.h"

#include <algorithm>

namespace administration {
namespace {

using Response = base::Result<http::Response>;

bool is_profile(const Visit& visit, const std::string& id) {
    const auto ids = deadlines::profiles_of(*visit.directory).ids();
    return std::ranges::find(ids, id) != ids.end();
}

base::Result<agency::Topic> topic_of(const Visit& visit, std::string code) {
    auto proof = base::from_code<agency::ProofKind>(visit.value("proof"), "proof");
    if (!proof) return base::pass(proof);
    auto ordinal = base::parse_id(visit.value("ordinal"));
    if (!ordinal || *ordinal > 100'000) return base::fail_field("ordinal");
    agency::Topic out{.code = std::move(code),
                      .name_id = visit.value("name_id"),
                      .name_en = visit.value("name_en"),
                      .proof = *proof,
                      .ordinal = static_cast<int>(*ordinal)};
    if (const std::string profile = visit.value("profile"); !profile.empty()) {
        if (!is_profile(visit, profile)) return base::fail_field("profile");
        out.profile = profile;
    }
    const std::string words = visit.value("words");
    for (std::string_view word : base::split(words, '\n'))
        if (auto cleaned = base::trim(word); !cleaned.empty()) out.words.emplace_back(cleaned);
    return out;
}

base::Result<void> put(const Visit& visit, const agency::Topic& topic) {
    return visit.services.database.write(
        [&](db::Tx& tx) { return agency::put_topic(tx, visit.change(), visit.agency(), topic); });
}

Response add(const Visit& visit) {
    auto added = [&]() -> base::Result<void> {
        auto topic = topic_of(visit, std::string(base::trim(visit.value("code"))));
        if (!topic) return base::pass(topic);
        if (visit.directory->topic(topic->code)) {
            auto known = base::fail(base::Kind::conflict, "topic.known");
            known.error().field = "code";
            return known;
        }
        return put(visit, *topic);
    }();
    if (!added) return refused(topics_page(visit.frame(), visit.filled(added.error())), added.error());
    return saved(visit, "/meja/atur/topik");
}

Response change(const Visit& visit) {
    const auto* known = visit.directory->topic(visit.request.param("kode"));
    if (!known) return not_there();
    auto changed = [&]() -> base::Result<void> {
        auto topic = topic_of(visit, known->code);
        if (!topic) return base::pass(topic);
        topic->is_active = visit.form.fields.has("dipakai");
        return put(visit, *topic);
    }();
    if (!changed)
        return refused(topic_page(visit.frame(), *known, visit.filled(changed.error())), changed.error());
    return saved(visit, "/meja/atur/topik");
}

} // namespace

void add_topic_routes(http::Router& router, const staff::Services& services) {
    add_get(router, services, "/meja/atur/topik", Need::whole,
            [](const Visit& visit) { return shown(topics_page(visit.frame(), {})); });
    add_post(router, services, "/meja/atur/topik", Need::whole, add);
    add_get(router, services, "/meja/atur/topik/{kode}", Need::whole, [](const Visit& visit) -> Response {
        const auto* topic = visit.directory->topic(visit.request.param("kode"));
        if (!topic) return not_there();
        return shown(topic_page(visit.frame(), *topic, {}));
    });
    add_post(router, services, "/meja/atur/topik/{kode}", Need::whole, change);
}

} // namespace administration
