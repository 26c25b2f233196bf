#include "outgoing/preview_actions.h"

#include "cases/case_actions.h"
#include "cases/listing_actions.h"
#include "cases/visibility.h"
#include "deadlines/deadline_actions.h"
#include "events/event_actions.h"
#include "outgoing/examples.h"
#include "outgoing/facts.h"
#include "outgoing/told.h"

namespace outgoing {
namespace {

/// The newest case of which everybody may read the title.
std::optional<cases::Case> newest_public(db::Tx& tx, base::AgencyId agency) {
    cases::Listing listing;
    listing.only_public = true;
    for (const auto& c : cases::list_cases(tx, agency, listing))
        if (auto view = cases::public_view(c); view && view->title) return c;
    return std::nullopt;
}

/// The last event of the case that is told with this template.
std::optional<cases::Body> last_told(db::Tx& tx, const cases::Case& c, TemplateKey key) {
    std::optional<cases::Body> out;
    for (const auto& event : events::timeline(tx, c.agency, "case", c.id.value)) {
        auto data = base::json::parse(event.data);
        auto body = data ? cases::read_body(event.kind, *data) : base::fail_field("data");
        if (body && told(*body) == key) out = std::move(*body);
    }
    return out;
}

} // namespace

base::Result<Preview> preview(db::Tx& tx, const agency::Directory& directory, const staff::Principal& person,
                              const PreviewRequest& request, base::Time now) {
    Facts facts;
    std::optional<cases::Case> c;
    if (request.code.empty()) {
        c = newest_public(tx, directory.id());
    } else {
        auto found = cases::find_case(tx, directory.id(), request.code, directory.agency().prefix);
        if (!found) return base::pass(found);
        auto actor = cases::actor_for(*found, person.staff, person.roles, directory.offices());
        auto view = cases::public_view(*found);
        if (!(view && view->title) && !cases::staff_view(*found, actor).may_see_words)
            return base::fail(base::Kind::not_found, "case.not_found");
        c = std::move(*found);
    }
    if (c) {
        const auto body = last_told(tx, *c, request.key);
        const auto deadlines = deadlines::deadlines_of(tx, c->agency, {"case", c->id.value});
        facts = facts_of(
            {.key = request.key,
             .c = *c,
             .body = body ? &*body : nullptr,
             .deadlines = deadlines,
             .directory = directory,
             .people_back = {},
             .link = request.public_url.empty() ? std::string() : request.public_url + "/laporan/" + c->code,
             .language = request.language,
             .now = now,
             .deadline = {},
             .reason = {}});
    }
    fill_with_examples(facts, request.language);
    return Preview{c ? c->code : std::string(), compose(request.given, facts)};
}

} // namespace outgoing
