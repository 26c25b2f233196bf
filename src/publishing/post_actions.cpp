#include "publishing/post_actions.h"

#include "base/text.h"
#include "events/event_actions.h"
#include "jobs/job_actions.h"
#include "media/picture.h"
#include "network/connection_actions.h"
#include "outgoing/recall_actions.h"
#include "publishing/post_store.h"

#include <fmt/format.h>

#include <algorithm>

namespace publishing {
namespace {

using base::Result;

/// As the person may see it.
Result<Whole> load(db::Tx& tx, const Context& context, const staff::Principal& person, PostId id) {
    auto whole = whole_of(tx, context.directory.id(), id);
    if (!whole || !may_see(person, whole->post.office, context.directory))
        return base::fail(base::Kind::not_found, "post.unknown");
    return std::move(*whole);
}

Result<Whole> load(db::Tx& tx, const Context& context, const staff::Principal& person, PostId id,
                   int version) {
    auto whole = load(tx, context, person, id);
    if (whole && whole->post.version != version)
        return base::fail(base::Kind::conflict, "post.changed_meanwhile");
    return whole;
}

Result<Whole> load_to_write(db::Tx& tx, const Context& context, const staff::Principal& person, PostId id,
                            int version) {
    auto whole = load(tx, context, person, id, version);
    if (whole && !may_write(person, whole->post.office, context.directory))
        return base::fail(base::Kind::forbidden, "post.not_yours");
    return whole;
}

std::unexpected<base::Problem> wrong_state() {
    return base::fail(base::Kind::conflict, "post.wrong_state");
}

Result<void> save(db::Tx& tx, const Context& context, Post& post) {
    const int was = post.version++;
    post.changed_at = context.now;
    if (!store::update(tx, post, was)) return base::fail(base::Kind::conflict, "post.changed_meanwhile");
    return {};
}

Result<Words> cleaned(Words words) {
    auto text = base::clean(words.text, max_text, "isi");
    if (!text) return base::pass(text);
    words.text = std::move(*text);
    if (words.pictures.size() > max_pictures) return base::fail_field("foto");
    for (auto& picture : words.pictures) {
        if (!media::is_sha256(picture.sha256)) return base::fail_field("foto");
        auto alt = base::clean(picture.alt, max_alt, "alt");
        if (!alt) return base::pass(alt);
        picture.alt = std::move(*alt);
    }
    std::ranges::sort(words.accounts);
    words.accounts.erase(std::ranges::unique(words.accounts).begin(), words.accounts.end());
    return words;
}

/// Only accounts that the office may use.
Result<void> keep_words(db::Tx& tx, const Context& context, Whole& whole, const Words& words) {
    const auto usable = accounts_of(context.directory, whole.post.office);
    for (const auto account : words.accounts)
        if (!std::ranges::any_of(usable, [&](const auto* each) { return each->id == account; }))
            return base::fail_field("akun");
    store::put_pictures(tx, context.directory.id(), whole.post.id, words.pictures);
    store::put_targets(tx, context.ids, context.directory.id(), whole.post.id, words.accounts);
    whole.pictures = words.pictures;
    whole.targets = store::targets(tx, context.directory.id(), whole.post.id);
    return {};
}

base::json::Object words_of(const Whole& whole) {
    base::json::Array accounts;
    for (const auto& target : whole.targets)
        accounts.emplace_back(base::to_string(target.account));
    return {
        {"text", whole.post.text}, {"pictures", whole.pictures.size()}, {"accounts", std::move(accounts)}};
}

Result<void> fit(db::Tx& tx, const Context& context, const Whole& whole) {
    std::vector<agency::AccountId> wanted;
    for (const auto& target : whole.targets)
        wanted.push_back(target.account);
    const auto wrong =
        check(whole.post.text, whole.pictures, wanted, outlets_of(tx, context, whole.post.office));
    if (!wrong.empty()) return base::fail_field("isi", "post.unfit");
    return {};
}

void wait_for_release(db::Tx& tx, const Context& context, Post& post) {
    post.state = State::approved;
    post.release_at = context.now + std::chrono::milliseconds(post.window_ms);
    jobs::enqueue(tx, context.ids, context.directory.id(),
                  {.kind = std::string(release_job_kind),
                   .name = fmt::format("{}.{}", post.id.value, post.version),
                   .data = boost::json::serialize(base::json::Object{{"id", base::to_string(post.id)}}),
                   .run_at = *post.release_at},
                  context.now);
}

} // namespace

std::optional<Whole> whole_of(db::Tx& tx, base::AgencyId agency, PostId id) {
    auto post = store::find(tx, agency, id);
    if (!post) return std::nullopt;
    return Whole{.post = std::move(*post),
                 .pictures = store::pictures(tx, agency, id),
                 .targets = store::targets(tx, agency, id),
                 .authors = store::authors(tx, agency, id)};
}

void note(db::Tx& tx, const Context& context, const Post& post, std::string_view kind,
          std::optional<staff::StaffId> by, base::json::Object data) {
    data["office"] = base::to_string(post.office);
    events::append(tx, context.ids, context.directory.id(),
                   {.subject_kind = std::string(subject_kind),
                    .subject = post.id.value,
                    .kind = std::string(kind),
                    .at = context.now,
                    .actor_kind = by ? "staff" : "system",
                    .actor = by ? std::optional(by->value) : std::nullopt,
                    .is_public = false,
                    .data = boost::json::serialize(
                        base::json::Object{{"public", base::json::Object{}}, {"staff", std::move(data)}})});
}

std::vector<Outlet> outlets_of(db::Tx& tx, const Context& context, agency::OfficeId office) {
    std::vector<Outlet> out;
    for (const auto* account : accounts_of(context.directory, office)) {
        const auto* channel = context.channels.of(account->network);
        if (!channel) continue;
        const auto row = network::connection_of(tx, context.directory.id(), account->id);
        if (!row || row->secrets_sealed.empty()) continue;
        network::Connection connection{.server = row->server, .own_id = row->own_id, .handle = row->handle};
        if (auto facts = base::json::parse(row->facts); facts && facts->is_object())
            connection.facts = facts->get_object();
        auto limits = channel->limits(connection);
        if (!limits.can_post) continue;
        out.push_back({.account = account->id,
                       .name = row->handle.empty() ? account->name : row->handle,
                       .network = account->network,
                       .limits = limits});
    }
    return out;
}

Result<Whole> write(db::Tx& tx, const Context& context, const staff::Principal& person, NewPost wanted) {
    const auto agency = context.directory.id();
    if (!context.directory.office(wanted.office) || !may_write(person, wanted.office, context.directory))
        return base::fail(base::Kind::forbidden, "post.not_yours");
    if (!wanted.form_key.empty())
        if (auto known = store::find_by_form(tx, agency, wanted.form_key))
            return load(tx, context, person, known->id);
    auto words = cleaned(std::move(wanted.words));
    if (!words) return base::pass(words);
    auto place = base::clean(wanted.place, max_place, "tempat");
    if (!place) return base::pass(place);
    Whole whole;
    whole.post = {.agency = agency,
                  .id = context.ids.next<PostId>(),
                  .office = wanted.office,
                  .kind = wanted.kind,
                  .text = words->text,
                  .place = std::move(*place),
                  .language = wanted.language,
                  .form_key = wanted.form_key.empty() ? std::nullopt : std::optional(wanted.form_key),
                  .written_by = person.staff,
                  .created_at = context.now,
                  .changed_at = context.now};
    if (!store::insert(tx, whole.post)) return base::fail(base::Kind::conflict, "post.changed_meanwhile");
    if (auto kept = keep_words(tx, context, whole, *words); !kept) return base::pass(kept);
    store::add_author(tx, agency, whole.post.id, person.staff);
    note(tx, context, whole.post, written, person.staff, words_of(whole));
    return load(tx, context, person, whole.post.id);
}

Result<Whole> edit(db::Tx& tx, const Context& context, const staff::Principal& person, PostId id, int version,
                   Words given) {
    auto whole = load_to_write(tx, context, person, id, version);
    if (!whole) return whole;
    if (!is_open(whole->post.state)) return wrong_state();
    auto words = cleaned(std::move(given));
    if (!words) return base::pass(words);
    std::vector<agency::AccountId> before;
    for (const auto& target : whole->targets)
        before.push_back(target.account);
    const bool is_same =
        words->text == whole->post.text && words->pictures == whole->pictures && words->accounts == before;
    if (is_same) return whole;
    whole->post.text = words->text;
    if (auto kept = keep_words(tx, context, *whole, *words); !kept) return base::pass(kept);
    if (auto saved = save(tx, context, whole->post); !saved) return base::pass(saved);
    store::add_author(tx, context.directory.id(), id, person.staff);
    note(tx, context, whole->post, edited, person.staff, words_of(*whole));
    return load(tx, context, person, id);
}

Result<Whole> handed_in_under(db::Tx& tx, const Context& context, Whole whole, const Policy& policy,
                              std::optional<staff::StaffId> by) {
    auto& post = whole.post;
    post.rule = policy.rule == Rule::off ? Rule::second : policy.rule;
    post.window_ms = policy.window_ms;
    post.release_at.reset();
    post.state = State::awaiting;
    if (post.rule == Rule::none) wait_for_release(tx, context, post);
    if (auto saved = save(tx, context, post); !saved) return base::pass(saved);
    note(tx, context, post, handed_in, by, {{"rule", base::code_of(post.rule)}});
    return whole;
}

Result<Whole> hand_in(db::Tx& tx, const Context& context, const staff::Principal& person, PostId id,
                      int version) {
    auto whole = load_to_write(tx, context, person, id, version);
    if (!whole) return whole;
    if (whole->post.state != State::draft && whole->post.state != State::returned) return wrong_state();
    if (auto fits = fit(tx, context, *whole); !fits) return base::pass(fits);
    const auto policy = policy_for(store::policies(tx, context.directory.id()), context.directory,
                                   whole->post.office, whole->post.kind);
    return handed_in_under(tx, context, std::move(*whole), policy, person.staff);
}

Result<Whole> approve(db::Tx& tx, const Context& context, const staff::Principal& person, PostId id,
                      int version) {
    auto whole = load(tx, context, person, id, version);
    if (!whole) return whole;
    auto& post = whole->post;
    if (post.state != State::awaiting) return wrong_state();
    if (whole->is_author(person.staff)) return base::fail(base::Kind::forbidden, "post.own_words");
    if (!may_approve(post.rule, *whole, person, context.directory))
        return base::fail(base::Kind::forbidden, "post.not_yours");
    if (auto fits = fit(tx, context, *whole); !fits) return base::pass(fits);
    wait_for_release(tx, context, post);
    if (auto saved = save(tx, context, post); !saved) return base::pass(saved);
    note(tx, context, post, approved, person.staff, {{"rule", base::code_of(post.rule)}});
    return whole;
}

Result<Whole> send_back(db::Tx& tx, const Context& context, const staff::Principal& person, PostId id,
                        int version, std::string_view reason) {
    auto whole = load(tx, context, person, id, version);
    if (!whole) return whole;
    auto& post = whole->post;
    if (post.state != State::awaiting) return wrong_state();
    if (!can_approve(post.rule, person, post.office, context.directory))
        return base::fail(base::Kind::forbidden, "post.not_yours");
    auto words = base::clean(reason, max_reason, "alasan");
    if (!words) return base::pass(words);
    if (words->empty()) return base::fail_field("alasan", "case.needs_reason");
    post.state = State::returned;
    if (auto saved = save(tx, context, post); !saved) return base::pass(saved);
    note(tx, context, post, returned, person.staff, {{"reason", *words}});
    return whole;
}

Result<Whole> pull_back(db::Tx& tx, const Context& context, const staff::Principal& person, PostId id,
                        int version) {
    auto whole = load(tx, context, person, id, version);
    if (!whole) return whole;
    auto& post = whole->post;
    if (!whole->is_author(person.staff) && !can_approve(post.rule, person, post.office, context.directory))
        return base::fail(base::Kind::forbidden, "post.not_yours");
    if (post.state != State::approved && post.state != State::awaiting) return wrong_state();
    post.state = State::draft;
    post.release_at.reset();
    if (auto saved = save(tx, context, post); !saved) return base::pass(saved);
    note(tx, context, post, pulled_back, person.staff);
    return whole;
}

Result<Whole> drop(db::Tx& tx, const Context& context, const staff::Principal& person, PostId id,
                   int version) {
    auto whole = load_to_write(tx, context, person, id, version);
    if (!whole) return whole;
    if (!is_open(whole->post.state)) return wrong_state();
    whole->post.state = State::dropped;
    if (auto saved = save(tx, context, whole->post); !saved) return base::pass(saved);
    note(tx, context, whole->post, dropped, person.staff);
    return whole;
}

Result<Whole> recall(db::Tx& tx, const Context& context, const staff::Principal& person, PostId id) {
    auto whole = load(tx, context, person, id);
    if (!whole) return whole;
    if (!may_write(person, whole->post.office, context.directory))
        return base::fail(base::Kind::forbidden, "post.not_yours");
    if (whole->post.state != State::released) return wrong_state();
    for (const auto& target : whole->targets)
        if (target.outgoing)
            outgoing::recall(tx, context.ids, context.directory.id(), *target.outgoing, context.now);
    note(tx, context, whole->post, recalled, person.staff);
    return load(tx, context, person, id);
}

} // namespace publishing
