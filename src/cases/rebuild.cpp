#include "cases/rebuild.h"

#include "cases/lifecycle.h"

#include <cmath>
#include <set>

namespace cases {
namespace {

/// Kinds that change a case; others of the same subject tell of items, ratings and deadlines.
bool is_of_lifecycle(std::string_view kind) {
    static const std::set<std::string_view> kinds = [] {
        std::set<std::string_view> out;
        boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Body>>(
            [&](auto each) { out.insert(kind_of(Body{typename decltype(each)::type{}})); });
        return out;
    }();
    return kinds.contains(kind);
}

std::optional<std::vector<Event>> read(std::span<const events::Stored> timeline) {
    std::vector<Event> out;
    for (const auto& stored : timeline) {
        if (!is_of_lifecycle(stored.kind)) continue;
        auto by = base::from_code<Party>(stored.actor_kind);
        auto data = base::json::parse(stored.data);
        if (!by || !data) return std::nullopt;
        auto body = read_body(stored.kind, *data);
        if (!body) return std::nullopt;
        out.push_back({.at = stored.at,
                       .by = *by,
                       .staff = StaffId{stored.actor.value_or(0)},
                       .body = std::move(*body)});
    }
    return out;
}

/// Reading a number from JSON may differ from what was written in its last bit.
bool same(double a, double b) {
    return std::abs(a - b) < 1e-9;
}
bool same(const std::optional<double>& a, const std::optional<double>& b) {
    return a && b ? same(*a, *b) : a.has_value() == b.has_value();
}
template <class T> bool same(const T& a, const T& b) {
    return a == b;
}

} // namespace

std::vector<std::string> differing(const Case& row, std::span<const events::Stored> timeline) {
    auto events = read(timeline);
    if (!events || events->empty() || !std::holds_alternative<Received>(events->front().body))
        return {"events"};
    Case seed;
    seed.agency = row.agency;
    seed.id = row.id;
    seed.secret_hash = row.secret_hash;
    seed.proposed_text = row.proposed_text;
    const Case folded = replay(std::move(seed), *events);
    std::vector<std::string> out;
    boost::mp11::mp_for_each<boost::describe::describe_members<Case, boost::describe::mod_public>>(
        [&](auto member) {
            if (!same(folded.*member.pointer, row.*member.pointer)) out.emplace_back(member.name);
        });
    return out;
}

} // namespace cases
