#include "publishing/view_actions.h"

#include "base/json.h"
#include "events/event_actions.h"
#include "publishing/post_store.h"
#include "staff/staff_actions.h"

#include <algorithm>
#include <limits>

namespace publishing {
namespace {

constexpr std::size_t scanned_at_most = 2'000;
constexpr int step = 100;

PostId newest() {
    return PostId{std::numeric_limits<std::int64_t>::max()};
}

Whole filled(db::Tx& tx, base::AgencyId agency, Post post) {
    const auto id = post.id;
    return {.post = std::move(post),
            .pictures = store::pictures(tx, agency, id),
            .targets = store::targets(tx, agency, id),
            .authors = store::authors(tx, agency, id)};
}

std::optional<Whole> if_on_wall(db::Tx& tx, base::AgencyId agency, Post post, bool only_approved) {
    if (post.kind != Kind::live || post.state == State::returned || post.state == State::dropped)
        return std::nullopt;
    if (only_approved && post.state != State::approved && post.state != State::released) return std::nullopt;
    auto whole = filled(tx, agency, std::move(post));
    const bool is_recalled = std::ranges::any_of(
        whole.targets, [](const Target& each) { return each.recall && !each.recall->empty(); });
    return is_recalled ? std::nullopt : std::optional(std::move(whole));
}

void note_setting(db::Tx& tx, const Context& context, const staff::Principal& person, std::string_view kind,
                  base::json::Object data) {
    events::append(tx, context.ids, context.directory.id(),
                   {.subject_kind = "agency",
                    .subject = context.directory.id().value,
                    .kind = std::string(kind),
                    .at = context.now,
                    .actor_kind = "staff",
                    .actor = person.staff.value,
                    .is_public = false,
                    .data = boost::json::serialize(
                        base::json::Object{{"public", base::json::Object{}}, {"staff", std::move(data)}})});
}

base::Result<void> may_set(const Context& context, const staff::Principal& person, const Policy& policy) {
    if (!context.directory.office(policy.office) ||
        !person.may(staff::Role::administrator, policy.office, context.directory))
        return base::fail(base::Kind::forbidden, "post.not_yours");
    if (policy.rule == Rule::off && policy.kind != Kind::incident) return base::fail_field("aturan");
    if (policy.window_ms < 0 || policy.window_ms > std::chrono::milliseconds(longest_window).count())
        return base::fail_field("jeda");
    return {};
}

} // namespace

Page list_posts(db::Tx& tx, const agency::Directory& directory, const staff::Principal& person, State state,
                PostId before, std::size_t limit) {
    Page page;
    if (!before) before = newest();
    for (std::size_t seen = 0; seen < scanned_at_most;) {
        auto rows = store::in_state(tx, directory.id(), state, before, step);
        for (auto& row : rows) {
            before = row.id;
            ++seen;
            if (!may_see(person, row.office, directory)) continue;
            page.rows.push_back(filled(tx, directory.id(), std::move(row)));
            if (page.rows.size() >= limit) {
                page.next = before;
                return page;
            }
        }
        if (std::ssize(rows) < step) return page;
    }
    page.next = before;
    return page;
}

std::size_t count_posts(db::Tx& tx, const agency::Directory& directory, const staff::Principal& person,
                        State state) {
    const auto rows = store::in_state(tx, directory.id(), state, newest(), 500);
    return static_cast<std::size_t>(
        std::ranges::count_if(rows, [&](const Post& row) { return may_see(person, row.office, directory); }));
}

base::Result<Whole> post_for(db::Tx& tx, const agency::Directory& directory, const staff::Principal& person,
                             PostId id) {
    auto whole = whole_of(tx, directory.id(), id);
    if (!whole || !may_see(person, whole->post.office, directory))
        return base::fail(base::Kind::not_found, "post.unknown");
    return std::move(*whole);
}

std::vector<events::Stored> history_of(db::Tx& tx, base::AgencyId agency, PostId id) {
    return events::timeline(tx, agency, subject_kind, id.value);
}

std::map<std::int64_t, std::string> names_in(db::Tx& tx, base::AgencyId agency,
                                             const std::vector<events::Stored>& history) {
    std::map<std::int64_t, std::string> out;
    for (const auto& event : history) {
        if (!event.actor || out.contains(*event.actor)) continue;
        if (auto person = staff::find_person(tx, agency, staff::StaffId{*event.actor}))
            out[*event.actor] = person->name;
    }
    return out;
}

bool shows_picture(db::Tx& tx, const agency::Directory& directory, const staff::Principal& person,
                   std::string_view sha256) {
    const auto posts = store::with_picture(tx, directory.id(), std::string(sha256));
    if (posts.empty()) return !offices_to_write(person, directory).empty();
    return std::ranges::any_of(posts,
                               [&](const Post& post) { return may_see(person, post.office, directory); });
}

std::vector<Whole> wall_of(db::Tx& tx, base::AgencyId agency, bool only_approved, int limit) {
    std::vector<Whole> out;
    for (auto& post : store::of_kind(tx, agency, Kind::live, newest(), limit * 2)) {
        if (auto whole = if_on_wall(tx, agency, std::move(post), only_approved))
            out.push_back(std::move(*whole));
        if (std::ssize(out) >= limit) break;
    }
    return out;
}

std::optional<Whole> on_wall(db::Tx& tx, base::AgencyId agency, PostId id, bool only_approved) {
    auto post = store::find(tx, agency, id);
    return post ? if_on_wall(tx, agency, std::move(*post), only_approved) : std::nullopt;
}

Audience audience_of(db::Tx& tx, base::AgencyId agency) {
    return store::audience(tx, agency).value_or(Audience::staff);
}

std::vector<Policy> policies_of(db::Tx& tx, base::AgencyId agency) {
    return store::policies(tx, agency);
}

base::Result<void> set_policy(db::Tx& tx, const Context& context, const staff::Principal& person,
                              const Policy& policy) {
    if (auto allowed = may_set(context, person, policy); !allowed) return allowed;
    store::put_policy(tx, context.directory.id(), policy, person.staff, context.now);
    note_setting(tx, context, person, "posts.policy_set",
                 {{"office", base::to_string(policy.office)},
                  {"kind", base::code_of(policy.kind)},
                  {"rule", base::code_of(policy.rule)},
                  {"window_ms", policy.window_ms}});
    return {};
}

base::Result<void> reset_policy(db::Tx& tx, const Context& context, const staff::Principal& person,
                                const Policy& policy) {
    if (auto allowed = may_set(context, person, policy); !allowed) return allowed;
    store::delete_policy(tx, context.directory.id(), policy);
    note_setting(tx, context, person, "posts.policy_set",
                 {{"office", base::to_string(policy.office)}, {"kind", base::code_of(policy.kind)}});
    return {};
}

base::Result<void> set_audience(db::Tx& tx, const Context& context, const staff::Principal& person,
                                Audience audience) {
    const auto offices = context.directory.offices().all();
    if (offices.empty() || !person.may(staff::Role::administrator, offices.front().id, context.directory))
        return base::fail(base::Kind::forbidden, "post.not_yours");
    store::put_audience(tx, context.directory.id(), audience, person.staff, context.now);
    note_setting(tx, context, person, "posts.wall_set", {{"audience", base::code_of(audience)}});
    return {};
}

} // namespace publishing
