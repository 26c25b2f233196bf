#include "outgoing/outgoing_actions.h"

#include "base/json.h"
#include "cases/case_actions.h"
#include "events/event_actions.h"
#include "outgoing/outgoing_store.h"
#include "outgoing/posting_actions.h"
#include "outgoing/posting_store.h"
#include "outgoing/send_actions.h"

#include <limits>

namespace outgoing {
namespace {

constexpr std::size_t scanned_at_most = 2'000; ///< rows looked at for one page

bool is_administrator(const staff::Principal& person) {
    return person.holds(staff::Role::administrator);
}

/// A post of an account's own, of the office that has the account.
std::optional<Listed> listed_post(db::Tx& tx, const agency::Directory& directory,
                                  const staff::Principal& person, Outgoing outgoing) {
    using enum staff::Role;
    const auto posting = store::find_posting(tx, outgoing.agency, outgoing.id);
    const auto* account = posting ? directory.account(posting->account) : nullptr;
    if (!account || directory.offices().all().empty()) return std::nullopt;
    const auto office = account->office.value_or(directory.offices().all().front().id);
    const bool works =
        person.may({operator_, coordinator, communications, approver, head}, office, directory) ||
        is_administrator(person);
    if (!works && !person.may(auditor, office, directory)) return std::nullopt;
    return Listed{.outgoing = std::move(outgoing), .code = {}, .account = account->name, .may_settle = works};
}

/// What the person may see and do with it; empty: it does not exist for them.
std::optional<Listed> listed(db::Tx& tx, const agency::Directory& directory, const staff::Principal& person,
                             Outgoing outgoing) {
    if (outgoing.is_own_post()) return listed_post(tx, directory, person, std::move(outgoing));
    auto c = cases::case_of_id(tx, outgoing.agency, outgoing.case_id);
    if (!c) return std::nullopt;
    const auto actor = cases::actor_for(*c, person.staff, person.roles, directory.offices());
    const bool may_see = cases::staff_view(*c, actor).may_see;
    const bool works_on_it = may_see && actor.roles.meets({staff::Role::operator_, staff::Role::coordinator});
    const bool audits = may_see && actor.roles.has(staff::Role::auditor);
    if (!works_on_it && !audits && !is_administrator(person)) return std::nullopt;
    return Listed{.outgoing = std::move(outgoing),
                  .code = may_see ? c->code : std::string(),
                  .may_settle = works_on_it || is_administrator(person)};
}

/// Calls `take` with what the person may see, newest first, until it says no or `most` rows were looked at;
/// gives the last row looked at when there may be more.
template <class Take> std::optional<OutgoingId> scan(db::Tx& tx, const agency::Directory& directory,
                                                     const staff::Principal& person, State state,
                                                     OutgoingId before, std::size_t most, Take&& take) {
    constexpr int step = 100;
    if (!before) before = OutgoingId{std::numeric_limits<std::int64_t>::max()};
    for (std::size_t seen = 0; seen < most;) {
        auto rows = store::in_state(tx, directory.id(), state, before, step);
        for (auto& row : rows) {
            before = row.id;
            ++seen;
            auto one = listed(tx, directory, person, std::move(row));
            if (one && !take(std::move(*one))) return before;
        }
        if (std::ssize(rows) < step) return std::nullopt;
    }
    return before;
}

/// From where to where a settlement goes; empty when it does not fit the state.
std::optional<State> settled(State from, Settlement settlement) {
    const bool is_stuck = from == State::unknown || from == State::failed;
    switch (settlement) {
    case Settlement::arrived: return from == State::unknown ? std::optional(State::sent) : std::nullopt;
    case Settlement::send_again: return is_stuck ? std::optional(State::queued) : std::nullopt;
    case Settlement::cancel:
        return is_stuck || from == State::queued ? std::optional(State::cancelled) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace

std::vector<Outgoing> of_case(db::Tx& tx, base::AgencyId agency, cases::CaseId case_id) {
    return store::of_case(tx, agency, case_id);
}

std::optional<Outgoing> outgoing_of(db::Tx& tx, base::AgencyId agency, OutgoingId id) {
    return store::find(tx, agency, id);
}

Page list_outgoing(db::Tx& tx, const agency::Directory& directory, const staff::Principal& person,
                   State state, OutgoingId before, std::size_t limit) {
    Page page;
    page.next = scan(tx, directory, person, state, before, scanned_at_most, [&](Listed one) {
        page.rows.push_back(std::move(one));
        return page.rows.size() < limit;
    });
    return page;
}

std::size_t count_outgoing(db::Tx& tx, const agency::Directory& directory, const staff::Principal& person,
                           State state) {
    std::size_t count = 0;
    (void)scan(tx, directory, person, state, {}, counted_at_most, [&](const Listed&) {
        ++count;
        return true;
    });
    return count;
}

base::Result<Outgoing> settle(db::Tx& tx, base::IdSource& ids, const agency::Directory& directory,
                              const staff::Principal& person, OutgoingId id, Settlement settlement,
                              base::Time now) {
    auto unknown = [] { return base::fail(base::Kind::not_found, "outgoing.unknown"); };
    auto found = store::find(tx, directory.id(), id);
    if (!found || found->channel == Channel::page) return unknown();
    const State from = found->state;
    auto one = listed(tx, directory, person, std::move(*found));
    if (!one || !one->may_settle) return unknown();
    auto to = settled(from, settlement);
    // Of a message whose words were erased there is nothing left to send.
    if (!to || (*to == State::queued && one->outgoing.letter.empty()) ||
        !store::change_state(tx, directory.id(), id, from, *to, now,
                             *to == State::sent ? std::nullopt : one->outgoing.problem))
        return base::fail(base::Kind::conflict, "outgoing.settled_already");
    Outgoing after = std::move(one->outgoing);
    after.state = *to;
    after.changed_at = now;
    if (*to == State::queued && after.problem && after.problem->starts_with(undelivered))
        begin_anew(tx, directory.id(), id);
    if (*to == State::queued) queue(tx, ids, after, now, now);
    base::json::Object data{{"public", base::json::Object{}},
                            {"staff",
                             {{"case", base::to_string(after.case_id)},
                              {"template", base::code_of(after.key)},
                              {"was", base::code_of(from)},
                              {"settled", base::code_of(*to)}}}};
    events::append(tx, ids, directory.id(),
                   {.subject_kind = "outgoing",
                    .subject = id.value,
                    .kind = "outgoing.settled",
                    .at = now,
                    .actor_kind = "staff",
                    .actor = person.staff.value,
                    .is_public = false,
                    .data = boost::json::serialize(data)});
    return after;
}

} // namespace outgoing
