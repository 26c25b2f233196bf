#include "cases/case_json.h"

namespace cases {

using Json = base::json::Object;

namespace {

using base::json::Array;
using base::json::to_value;
using base::json::Value;

Value office_of(const Case& c, const agency::Directory& directory) {
    if (!c.office) return nullptr;
    const auto* office = directory.office(*c.office);
    return Json{{"id", base::to_string(*c.office)}, {"name", office ? office->name : ""}};
}

Value place_of(const Case& c) {
    if (!c.area && !c.place_name && !c.lat) return nullptr;
    return Json{{"area", to_value(c.area)},
                {"name", to_value(c.place_name)},
                {"lat", to_value(c.lat)},
                {"lon", to_value(c.lon)},
                {"p", to_value(c.place_p)}};
}

Array deadlines_of(const WholeCase& whole, base::Time now) {
    Array out;
    for (const auto& deadline : whole.deadlines)
        out.push_back(Json{{"name", deadline.name},
                           {"due", base::to_iso(deadline.due_at)},
                           {"state", base::code_of(deadlines::state_of(deadline, now))},
                           {"started", base::to_iso(deadline.started_at)},
                           {"profile", deadline.profile},
                           {"version", deadline.profile_version},
                           {"provisional", deadline.is_provisional}});
    return out;
}

Value proof_of(const WholeCase& whole) {
    if (whole.proofs.empty()) return nullptr;
    const auto& last = whole.proofs.back();
    Json out{{"kind", base::code_of(last.kind)},  {"before", to_value(last.before)},
             {"after", to_value(last.after)},     {"note", last.note},
             {"at", base::to_iso(last.given_at)}, {"round", whole.proofs.size()}};
    if (!last.document_number.empty()) out["number"] = last.document_number;
    if (last.document_day) out["date"] = base::to_iso(*last.document_day);
    return out;
}

Json event_of(const events::Stored& event, StaffView view) {
    Json out{{"kind", event.kind},
             {"at", base::to_iso(event.at)},
             {"position", to_value(event.position)},
             {"actor", event.actor_kind}};
    Json data;
    auto parsed = base::json::parse(event.data);
    if (parsed && parsed->is_object()) {
        for (const char* part : {"public", "staff"}) {
            if (std::string_view(part) == "staff" && !view.may_see_words) continue;
            if (auto* members = parsed->get_object().if_contains(part); members && members->is_object())
                for (auto& member : members->get_object())
                    data[member.key()] = member.value();
        }
    }
    out["data"] = std::move(data);
    return out;
}

} // namespace

Json to_row(const WholeCase& whole, const agency::Directory& directory, base::Time now) {
    const Case& c = whole.c;
    Json out;
    out["code"] = c.code;
    out["kind"] = base::code_of(c.kind);
    out["class"] = to_value(c.case_class);
    out["topic"] = to_value(c.topic);
    out["urgency"] = c.urgency;
    out["state"] = base::code_of(c.state);
    out["office"] = office_of(c, directory);
    out["place"] = place_of(c);
    out["deadlines"] = deadlines_of(whole, now);
    out["identity"] = base::code_of(c.identity_mode);
    if (whole.incident)
        out["incident"] = {{"id", base::to_string(whole.incident->id)},
                           {"cases", whole.incident->cases},
                           {"people", whole.incident->people}};
    out["title"] = c.title;
    out["received"] = base::to_iso(c.received_at);
    out["version"] = c.version;
    return out;
}

Json to_json(const WholeCase& whole, const agency::Directory& directory, base::Time now) {
    Json out = to_row(whole, directory, now);
    out["proof"] = proof_of(whole);
    out["public_text"] = to_value(whole.c.public_text);
    if (whole.view.may_see_words) out["proposed_text"] = whole.c.proposed_text;
    Array events;
    for (const auto& event : whole.timeline)
        events.push_back(event_of(event, whole.view));
    out["events"] = std::move(events);
    Array commands;
    for (CommandName name : whole.available)
        commands.push_back(Value(base::code_of(name)));
    out["available"] = std::move(commands);
    return out;
}

} // namespace cases
