// /api/v1/posts and /api/v1/outlets: writing, handing in, approving and taking back with a staff token, by
// the very actions of the pages (docs/openapi.yaml).
#include "base/text.h"
#include "db/database.h"
#include "publishing/post_json.h"
#include "publishing/publishing_routes.h"
#include "publishing/view_actions.h"
#include "staff/staff_routes.h"
#include "staff/token_actions.h"

#include <map>

namespace publishing {
namespace {

using base::Result;
using http::Request;
using http::Response;

constexpr std::size_t rows_of_page = 50;
constexpr std::size_t longest_key = 64;

struct Caller {
    agency::DirectoryPtr directory;
    staff::Principal person;
};

Result<Caller> caller_of(const Request& request, const Services& services) {
    auto directory = staff::directory_of(request, services.staff);
    if (!directory) return base::pass(directory);
    auto person = staff::authenticate(services.staff, (*directory)->id(), request.header("Authorization"),
                                      staff::Scope::staff);
    if (!person) return base::pass(person);
    return Caller{std::move(*directory), std::move(*person)};
}

Response answer_with(const base::json::Object& body) {
    auto response = http::json(boost::json::serialize(body));
    response.headers.set("Cache-Control", "no-store");
    return response;
}

/// Asked once for each office of a list.
using OutletsOf = std::map<agency::OfficeId, std::vector<Outlet>>;

Shown shown_to(db::Tx& tx, const Context& context, const Caller& caller, Whole whole, OutletsOf& known) {
    Shown out{.whole = std::move(whole)};
    out.may = steps_for(out.whole, caller.person, *caller.directory);
    if (!is_open(out.whole.post.state)) return out;
    const auto [at, is_new] = known.try_emplace(out.whole.post.office);
    if (is_new) at->second = outlets_of(tx, context, at->first);
    out.outlets = at->second;
    return out;
}
Shown whole_to(db::Tx& tx, const Context& context, const Caller& caller, Whole whole) {
    OutletsOf known;
    auto out = shown_to(tx, context, caller, std::move(whole), known);
    out.history = history_of(tx, caller.directory->id(), out.whole.post.id);
    return out;
}

Result<base::json::Value> body_of(const Request& request) {
    if (request.content_type() != "application/json")
        return base::fail(base::Kind::unsupported, "request.unsupported", "content type of a post");
    return base::json::parse(request.body);
}

/// Pictures are handed over before (POST /api/v1/media).
Result<void> are_there(const Services& services, base::AgencyId agency,
                       const std::vector<Picture>& pictures) {
    for (const auto& each : pictures)
        if (!media::is_sha256(each.sha256) ||
            !services.pictures.open(agency, each.sha256, media::Size::thumb))
            return base::fail_field("pictures", "media.unknown");
    return {};
}

Result<Response> list(const Request& request, const Services& services, const Caller& caller) {
    std::optional<State> only;
    if (auto code = request.query.value("state"); !code.empty()) {
        auto state = base::from_code<State>(code, "state");
        if (!state) return base::pass(state);
        only = *state;
    }
    if (!only) return base::fail_field("state", "field.missing");
    PostId before;
    if (auto text = request.query.value("after"); !text.empty()) {
        auto id = base::parse_id_as<PostId>(text);
        if (!id) return base::fail_field("after");
        before = *id;
    }
    const auto context = context_of(services, *caller.directory);
    base::json::Array rows;
    base::json::Value next(nullptr);
    services.staff.database.read([&](db::Tx& tx) {
        rows.clear();
        OutletsOf known;
        auto page = list_posts(tx, *caller.directory, caller.person, *only, before, rows_of_page);
        for (auto& whole : page.rows)
            rows.push_back(to_row(shown_to(tx, context, caller, std::move(whole), known), *caller.directory));
        if (page.next) next = base::to_string(*page.next);
    });
    return answer_with({{"posts", std::move(rows)}, {"next", std::move(next)}});
}

Result<Response> write_one(const Request& request, const Services& services, const Caller& caller) {
    auto body = body_of(request);
    if (!body) return base::pass(body);
    auto wanted = base::json::read<PostIn>(*body);
    if (!wanted) return base::pass(wanted);
    const auto language = wanted->language.value_or("id");
    if (language != "id" && language != "en") return base::fail_field("language");
    if (wanted->key && (wanted->key->empty() || wanted->key->size() > longest_key))
        return base::fail_field("key");
    if (auto there = are_there(services, caller.directory->id(), wanted->pictures); !there)
        return base::pass(there);
    const auto context = context_of(services, *caller.directory);
    auto made = services.staff.database.write([&](db::Tx& tx) -> Result<Shown> {
        auto whole = write(
            tx, context, caller.person,
            {.office = wanted->office,
             .words = {wanted->text, wanted->pictures, wanted->accounts},
             .language = language,
             // Kept apart from the keys of forms, and of other people.
             .form_key = wanted->key ? "api." + base::to_string(caller.person.staff) + "." + *wanted->key
                                     : std::string()});
        if (!whole) return base::pass(whole);
        return whole_to(tx, context, caller, std::move(*whole));
    });
    if (!made) return std::unexpected(in_api_words(std::move(made.error())));
    return answer_with(to_json(*made, *caller.directory));
}

Result<Response> show_one(const Request& request, const Services& services, const Caller& caller) {
    const auto id = base::parse_id_as<PostId>(request.param("id"));
    if (!id) return base::fail(base::Kind::not_found, "post.unknown");
    const auto context = context_of(services, *caller.directory);
    auto found = services.staff.database.read([&](db::Tx& tx) -> Result<Shown> {
        auto whole = post_for(tx, *caller.directory, caller.person, *id);
        if (!whole) return base::pass(whole);
        return whole_to(tx, context, caller, std::move(*whole));
    });
    if (!found) return base::pass(found);
    return answer_with(to_json(*found, *caller.directory));
}

/// What the step makes of the words there are.
Words words_after(const Whole& whole, const StepIn& step) {
    Words out{.text = step.text.value_or(whole.post.text),
              .pictures = step.pictures.value_or(whole.pictures)};
    if (step.accounts) out.accounts = *step.accounts;
    if (!step.accounts)
        for (const auto& target : whole.targets)
            out.accounts.push_back(target.account);
    return out;
}

Result<Whole> take(db::Tx& tx, const Context& context, const Caller& caller, PostId id, const StepIn& step) {
    const auto& who = caller.person;
    const int at = step.version;
    switch (step.doing) {
    case Step::edit: {
        auto whole = post_for(tx, *caller.directory, who, id);
        if (!whole) return whole;
        return edit(tx, context, who, id, at, words_after(*whole, step));
    }
    case Step::hand_in: return hand_in(tx, context, who, id, at);
    case Step::approve: return approve(tx, context, who, id, at);
    case Step::send_back: return send_back(tx, context, who, id, at, step.reason.value_or(""));
    case Step::pull_back: return pull_back(tx, context, who, id, at);
    case Step::drop: return drop(tx, context, who, id, at);
    case Step::recall: {
        auto whole = post_for(tx, *caller.directory, who, id);
        if (whole && whole->post.version != at)
            return base::fail(base::Kind::conflict, "post.changed_meanwhile");
        return recall(tx, context, who, id);
    }
    }
    return base::fail_field("do");
}

Result<Response> take_step(const Request& request, const Services& services, const Caller& caller) {
    const auto id = base::parse_id_as<PostId>(request.param("id"));
    if (!id) return base::fail(base::Kind::not_found, "post.unknown");
    auto body = body_of(request);
    if (!body) return base::pass(body);
    auto step = read_step(*body);
    if (!step) return base::pass(step);
    if (step->pictures)
        if (auto there = are_there(services, caller.directory->id(), *step->pictures); !there)
            return base::pass(there);
    const auto context = context_of(services, *caller.directory);
    auto done = services.staff.database.write([&](db::Tx& tx) -> Result<Shown> {
        auto whole = take(tx, context, caller, *id, *step);
        if (!whole) return base::pass(whole);
        return whole_to(tx, context, caller, std::move(*whole));
    });
    if (!done) return std::unexpected(in_api_words(std::move(done.error())));
    return answer_with(to_json(*done, *caller.directory));
}

Result<Response> outlets(const Request& request, const Services& services, const Caller& caller) {
    const auto id = base::parse_id_as<agency::OfficeId>(request.query.value("office"));
    if (!id || !caller.directory->office(*id)) return base::fail_field("office");
    if (!may_write(caller.person, *id, *caller.directory))
        return base::fail(base::Kind::forbidden, "office.not_yours");
    const auto context = context_of(services, *caller.directory);
    const auto all = services.staff.database.read([&](db::Tx& tx) { return outlets_of(tx, context, *id); });
    base::json::Array rows;
    for (const auto& each : all)
        rows.push_back(to_json(each));
    return answer_with({{"outlets", std::move(rows)}});
}

} // namespace

void add_post_api_routes(http::Router& router, const Services& services) {
    auto as_caller = [=](auto handler) {
        return [=](const Request& request) -> Result<Response> {
            auto caller = caller_of(request, services);
            if (!caller) return base::pass(caller);
            return handler(request, services, *caller);
        };
    };
    router.add(http::Method::get, "/api/v1/posts", as_caller(list));
    router.add(http::Method::post, "/api/v1/posts", as_caller(write_one));
    router.add(http::Method::get, "/api/v1/posts/{id}", as_caller(show_one));
    router.add(http::Method::post, "/api/v1/posts/{id}/events", as_caller(take_step));
    router.add(http::Method::get, "/api/v1/outlets", as_caller(outlets));
}

} // namespace publishing
