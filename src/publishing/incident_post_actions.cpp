#include "publishing/incident_post_actions.h"

#include "cases/case_actions.h"
#include "cases/incident_merge_actions.h"
#include "cases/visibility.h"
#include "proof/proof_actions.h"
#include "publishing/incident_text.h"
#include "publishing/post_store.h"

#include <algorithm>

namespace publishing {
namespace {

/// The incident or, of a case that stands alone, the case; empty when it was told already. A case that was
/// told of alone before others joined it counts for its incident too.
std::optional<std::int64_t> untold(db::Tx& tx, const cases::Case& c, int& people) {
    const auto incident = cases::incident_of(tx, c.agency, c.id);
    people = incident ? incident->people : 1;
    const auto matter = incident ? incident->id.value : c.id.value;
    if (store::is_told(tx, c.agency, matter) || store::is_told(tx, c.agency, c.id.value)) return std::nullopt;
    if (incident)
        for (const auto gone :
             cases::gone_into(tx, c.agency, incident->id)) // told of before it came into this
            if (store::is_told(tx, c.agency, gone.value)) return std::nullopt;
    for (const auto other : cases::together_with(tx, c.agency, c.id))
        if (store::is_told(tx, c.agency, other.value)) return std::nullopt;
    return matter;
}

std::vector<std::string> photos_of(db::Tx& tx, const cases::Case& c) {
    const auto rounds = proof::rounds(tx, c.agency, c.id.value);
    if (rounds.empty() || rounds.back().kind != proof::ProofKind::photo) return {};
    auto out = rounds.back().after;
    if (out.size() > max_pictures) out.resize(max_pictures);
    return out;
}

} // namespace

base::Result<void> tell_of_incident(db::Tx& tx, const Context& context, const events::Stored& event) {
    if (event.kind != "case.resolved" || event.subject_kind != "case" || event.actor_kind != "staff")
        return {};
    const auto agency = context.directory.id();
    const auto c = cases::case_of_id(tx, agency, cases::CaseId{event.subject});
    if (!c || !c->office || c->state != cases::State::resolved) return {};
    const auto policy =
        policy_for(store::policies(tx, agency), context.directory, *c->office, Kind::incident);
    if (policy.rule == Rule::off) return {};
    // Of what may not be public nothing is told at all.
    const auto view = cases::public_view(*c);
    if (!view || !view->title || !cases::may_publish_words(*c)) return {};
    const auto photos = photos_of(tx, *c);
    int people = 1;
    const auto matter = photos.empty() ? std::nullopt : untold(tx, *c, people);
    if (!matter) return {};
    std::vector<agency::AccountId> accounts;
    for (const auto& outlet : outlets_of(tx, context, *c->office))
        accounts.push_back(outlet.account);
    if (accounts.empty()) return {};
    Whole whole;
    whole.post = {.agency = agency,
                  .id = context.ids.next<PostId>(),
                  .office = *c->office,
                  .kind = Kind::incident,
                  .text = incident_text(*view->title, people),
                  .place = view->place_name.value_or(""),
                  .made_from = *matter,
                  .created_at = context.now,
                  .changed_at = context.now};
    if (!store::insert(tx, whole.post)) return {};
    // Whoever says that it is solved is not who approves saying so in public.
    if (event.actor) store::add_author(tx, agency, whole.post.id, staff::StaffId{*event.actor});
    std::vector<Picture> pictures;
    for (const auto& sha256 : photos)
        pictures.push_back({.sha256 = sha256, .alt = incident_alt(*view->title)});
    store::put_pictures(tx, agency, whole.post.id, pictures);
    store::put_targets(tx, context.ids, agency, whole.post.id, accounts);
    note(tx, context, whole.post, written, std::nullopt, {{"text", whole.post.text}});
    auto handed =
        handed_in_under(tx, context, whole_of(tx, agency, whole.post.id).value(), policy, std::nullopt);
    return handed ? base::Result<void>{} : base::Result<void>(base::pass(handed));
}

} // namespace publishing
