#include "cases/arbitration_actions.h"

#include "cases/arbitration_store.h"

namespace cases {

bool concerns_arbiter(std::string_view event_kind) noexcept {
    return event_kind == "case.returned" || event_kind == "case.assigned" || event_kind == "case.declined" ||
           event_kind == "case.referred";
}

base::Result<void> arbitrate_on(db::Tx& tx, const Context& context, const events::Stored& event) {
    if (event.subject_kind != "case" || !concerns_arbiter(event.kind)) return {};
    const CaseId id{event.subject};
    const base::AgencyId agency = context.directory.id();
    if (event.kind == "case.returned") {
        auto data = base::json::parse(event.data);
        auto body = data ? read_body(event.kind, *data) : base::pass(data);
        if (!body) return base::pass(body);
        const auto& arbiter = context.directory.arbiter();
        if (!std::get<Returned>(*body).to_arbiter || !arbiter) return {};
        put_arbitration(tx, agency,
                        {.case_id = id,
                         .started_at = event.at,
                         .due_at = settle_before(event.at, *arbiter, context.calendar)});
        return {};
    }
    settle_arbitration(tx, agency, id, event.at);
    return {};
}

std::optional<Arbitration> arbitration_of(db::Tx& tx, base::AgencyId agency, CaseId id) {
    return find_arbitration(tx, agency, id);
}

base::Result<int> escalate_passed_arbitrations(db::Tx& tx, const Context& context, int limit) {
    const auto passed = passed_arbitrations(tx, context.directory.id(), context.now, limit);
    for (const Arbitration& each : passed) {
        pass_arbitration(tx, context.directory.id(), each.case_id, context.now);
        // Each has a name of its own: a case that comes back to the arbiter can be late again.
        auto done = escalate(
            tx, context, each.case_id,
            {.name = "arbitration-" + std::to_string(base::to_ms(each.started_at)), .due = each.due_at});
        if (!done && done.error().kind != base::Kind::conflict && done.error().kind != base::Kind::not_found)
            return base::pass(done);
    }
    return static_cast<int>(passed.size());
}

} // namespace cases
