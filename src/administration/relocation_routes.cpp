#include "administration/area_lookup.h"
#include "administration/relocation_pages.h"
#include "administration/rule_desk_routes.h"
#include "base/text.h"
#include "cases/relocation_actions.h"
#include "db/database.h"

namespace administration {
namespace {

using Response = base::Result<http::Response>;

constexpr std::string_view here = "/meja/atur/aturan/pindah";

base::Result<cases::Move> move_in(const Visit& visit, const Filled& filled) {
    cases::Move move;
    auto from = base::parse_id_as<agency::OfficeId>(filled.value("from"));
    if (!from || !visit.directory->office(*from)) return base::fail_field("from", "field.missing");
    move.from = *from;
    if (const std::string text = filled.value("to"); !text.empty()) {
        auto to = base::parse_id_as<agency::OfficeId>(text);
        if (!to) return base::fail_field("to");
        move.to = *to;
    }
    auto reason = base::from_code<cases::MoveReason>(filled.value("reason"), "reason");
    if (!reason) return base::pass(reason);
    move.reason = *reason;
    if (const std::string topic = filled.value("topic"); !topic.empty()) {
        if (!visit.directory->topic(topic)) return base::fail_field("topic", "topic.unknown");
        move.topic = topic;
    }
    if (const std::string text = filled.value("area"); !base::trim(text).empty()) {
        auto area = find_area(text, visit.directory->agency().regions);
        if (!area) return base::pass(area);
        move.area = *area;
    }
    return move;
}

Filled asked(const Visit& visit) {
    Filled out;
    for (std::string_view name : {"from", "to", "reason", "topic", "area"})
        if (visit.request.query.has(name))
            out.fields.emplace_back(name, std::string(base::first(visit.request.query.value(name), 200)));
    return out;
}

Response look(const Visit& visit) {
    Filled filled = asked(visit);
    if (filled.fields.empty()) return shown(relocation_page(visit.frame(), filled, {}));
    auto outlook = [&]() -> base::Result<cases::Outlook> {
        auto move = move_in(visit, filled);
        if (!move) return base::pass(move);
        return visit.services.database.read(
            [&](db::Tx& tx) { return cases::look_ahead(tx, *visit.directory, *move); });
    }();
    if (outlook) return shown(relocation_page(visit.frame(), filled, *outlook));
    filled.problem = outlook.error();
    return refused(relocation_page(visit.frame(), filled, {}), outlook.error());
}

Response go(const Visit& visit) {
    Filled filled = visit.filled({});
    filled.problem.reset();
    auto id = [&]() -> base::Result<cases::RelocationId> {
        auto move = move_in(visit, filled);
        if (!move) return base::pass(move);
        return visit.services.database.write([&](db::Tx& tx) {
            return cases::ask_relocation(tx, visit.services.ids, *visit.directory, *move,
                                         visit.person.staff.value, visit.services.now());
        });
    }();
    if (!id) {
        filled.problem = id.error();
        return refused(relocation_page(visit.frame(), filled, {}), id.error());
    }
    return http::redirect(std::string(here) + "/" + base::to_string(*id));
}

Response progress(const Visit& visit) {
    auto id = visit.id<cases::RelocationId>("id");
    if (!id) return base::pass(id);
    auto found = visit.services.database.read(
        [&](db::Tx& tx) { return cases::relocation_of(tx, visit.agency(), *id); });
    if (!found) return not_there();
    return shown(relocation_progress_page(visit.frame(), *found));
}

} // namespace

void add_relocation_routes(http::Router& router, const staff::Services& services) {
    add_get(router, services, here, Need::whole, look);
    add_post(router, services, here, Need::whole, go);
    add_get(router, services, "/meja/atur/aturan/pindah/{id}", Need::whole, progress);
}

} // namespace administration
