#include "cases/search_actions.h"

#include "base/text.h"
#include "cases/case_actions.h"
#include "cases/case_store.h"
#include "cases/incident_merge_store.h"
#include "cases/incident_store.h"
#include "cases/search_store.h"
#include "cases/signature_actions.h"
#include "cases/tally_store.h"
#include "cases/visibility.h"
#include "items/item_actions.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace cases {
namespace {

using base::AgencyId;

constexpr CaseId beyond{std::numeric_limits<std::int64_t>::max()};
constexpr int most_terms = 48; ///< that a beginning stands for
/// Matches that one page looks through where only their rows tell whether they fit.
constexpr int stretch_length = 3'000;

/// As many as fill a page tell that the last word is meant as it stands; else it may be a beginning too.
template <class Ask>
Last last_of(db::Tx& tx, Audience audience, AgencyId agency, const SearchWords& words, int page, Ask ask) {
    if (words.begun.empty()) return {};
    const Question exact = ask(Last{});
    if (exact.match.empty() || fills_page(tx, audience, agency, exact.match, page)) return {};
    if (dialect_of(tx) == Dialect::tsquery) return {.as = Last::As::beginning};
    auto known = terms_begun(tx, audience, words.begun, most_terms + 1);
    if (known.size() > most_terms) return {.as = Last::As::in_row};
    return {.as = Last::As::one_of, .one_of = std::move(known)};
}

/// Where to look: all that is below, or a stretch of it where each row has to be asked.
Stretch stretch_of(db::Tx& tx, Audience audience, AgencyId agency, const Question& question, CaseId below,
                   bool asks_rows) {
    Stretch out{.below = below, .floor = CaseId{0}, .asks_rows = asks_rows};
    if (asks_rows)
        if (auto floor = floor_of(tx, audience, agency, question.match, below, stretch_length))
            out.floor = *floor;
    return out;
}

/// The page of ids of which one more than `limit` was asked for.
Found page_of(db::Tx& tx, AgencyId agency, std::vector<CaseId> ids, int limit, const Stretch& stretch) {
    Found out;
    if (std::ssize(ids) > limit) {
        ids.resize(static_cast<std::size_t>(limit));
        out.next = ids.back();
    } else if (stretch.floor) {
        out.next = CaseId{stretch.floor.value + 1}; // the floor itself was not looked at
    }
    out.cases = find_all(tx, agency, ids);
    return out;
}

std::vector<std::string> topics_named(const agency::Directory& directory, std::string_view words) {
    const std::string wanted = base::lower_ascii(base::trim(words));
    std::vector<std::string> out;
    if (wanted.size() < shortest_begun) return out;
    for (const auto& topic : directory.topics())
        if (base::lower_ascii(topic.name_id).find(wanted) != std::string::npos ||
            base::lower_ascii(topic.name_en).find(wanted) != std::string::npos)
            out.push_back(topic.code);
    return out;
}

CaseId below_of(const ViewFilter& filter) {
    return filter.after ? filter.after->id : beyond;
}

} // namespace

void index_new(db::Tx& tx, const Case& c, std::string_view word_terms) {
    queue_terms(tx, c.agency, c.id, staff_terms(c, word_terms));
}

int index_queued(db::Tx& tx, AgencyId agency, int most) {
    return move_queued(tx, agency, most);
}

void index_change(db::Tx& tx, const Case& before, const Case& after) {
    if (staff_marks(before) != staff_marks(after)) index_words(tx, after);
    auto terms = public_terms(after);
    if (terms != public_terms(before)) put_terms(tx, Audience::everybody, after.agency, after.id, terms);
}

void index_words(db::Tx& tx, const Case& c) {
    lock(tx, c.agency, c.id);
    std::vector<triage::Term> words;
    for (const auto& text : masked_words(tx, c.agency, c.id))
        std::ranges::move(triage::terms(text), std::back_inserter(words));
    put_terms(tx, Audience::staff, c.agency, c.id,
              staff_terms(c, word_terms(c.title, c.place_name.value_or(""), words)));
}

Found search_cases(db::Tx& tx, const agency::Directory& directory, const staff::Principal& person,
                   const ViewFilter& filter) {
    const AgencyId agency = directory.id();
    const auto words = search_words(filter.words);
    const auto topics = topics_named(directory, filter.words);
    if (words.empty()) return {};
    const auto groups = find_restricted_groups(tx, agency, person.staff);
    const auto sight = sight_of(person.staff, person.roles, directory.offices(), groups);
    const auto reach = reach_of(sight, person.roles, directory.offices(), groups);
    plan_by_words(tx);
    auto ask = [&](const Last& last) {
        return staff_question(agency, reach, filter, words, topics, last, dialect_of(tx));
    };
    const auto question = ask(last_of(tx, Audience::staff, agency, words, filter.limit, ask));
    if (question.match.empty()) return {};

    const bool asks_rows = question.needs_rows() || !is_answered_by_index(filter);
    auto ids_in = [&](const Stretch& stretch, int limit) {
        return find_ids(tx, agency, question, stretch, sight, filter, limit);
    };
    const auto stretch = stretch_of(tx, Audience::staff, agency, question, below_of(filter), asks_rows);
    Found out = page_of(tx, agency, ids_in(stretch, filter.limit + 1), filter.limit, stretch);
    // The index says so already; asked once more of each case that will be shown.
    std::erase_if(out.cases, [&](const Case& c) {
        return !staff_view(c, actor_for(c, person.staff, person.roles, directory.offices())).may_see;
    });
    const bool is_whole = stretch.below == beyond && std::ssize(out.cases) < filter.limit;
    if (is_whole) {
        out.fits = {.count = std::ssize(out.cases), .has_more = out.next.has_value()};
    } else if (asks_rows) {
        const auto whole = stretch_of(tx, Audience::staff, agency, question, beyond, asks_rows);
        out.fits = {.count = std::ssize(ids_in(whole, most_counted + 1)),
                    .has_more = static_cast<bool>(whole.floor)};
    } else {
        out.fits.count = count_matches(tx, Audience::staff, agency, question.match, most_counted + 1);
    }
    if (out.fits.count > most_counted) out.fits = {.count = most_counted, .has_more = true};
    return out;
}

Found search_public(db::Tx& tx, AgencyId agency, const Listing& listing) {
    const auto words = search_words(listing.words);
    if (words.empty()) return {};
    plan_by_words(tx);
    auto ask = [&](const Last& last) {
        return public_question(agency, listing.offices, words, last, dialect_of(tx));
    };
    const auto question = ask(last_of(tx, Audience::everybody, agency, words, listing.limit, ask));
    const bool asks_rows = question.needs_rows() || !listing.states.empty() || !listing.offices.empty() ||
                           !listing.topic.empty() || !listing.area.empty() || listing.only_overdue;
    const auto stretch = stretch_of(tx, Audience::everybody, agency, question,
                                    listing.after ? listing.after->id : beyond, asks_rows);
    return page_of(tx, agency, find_public_ids(tx, agency, question, stretch, listing, listing.limit + 1),
                   listing.limit, stretch);
}

bool is_index_whole(db::Tx& tx, AgencyId agency) {
    const auto done = progress(tx, agency);
    return done && done->version == triage::terms_version && !done->down_to;
}

bool index_step(db::Tx& tx, AgencyId agency, int most) {
    auto done = progress(tx, agency);
    if (!done || done->version != triage::terms_version)
        done = Progress{.version = triage::terms_version, .down_to = beyond};
    if (!done->down_to) return false;
    const auto ids = ids_below(tx, agency, done->down_to, most);
    for (CaseId id : ids) {
        auto c = find(tx, agency, id);
        if (!c) continue;
        index_words(tx, *c);
        put_terms(tx, Audience::everybody, agency, id, public_terms(*c));
    }
    const bool is_all = std::ssize(ids) < most;
    put_progress(tx, agency, {.version = done->version, .down_to = is_all ? CaseId{0} : ids.back()});
    return !is_all;
}

void forget_words_of(db::Tx& tx, AgencyId agency, people::IdentityId identity) {
    for (auto case_id : items::forget_words_of(tx, agency, identity.value)) {
        auto c = find(tx, agency, CaseId{case_id});
        if (!c) continue;
        if (c->identity == identity) {
            forget_proposed_text(tx, agency, c->id);
            forget_signature(tx, *c);
            forget_doubt_words(tx, agency, c->id);
            forget_merging_words(tx, agency, c->id);
            forget_words(tx, *c);
        }
        index_words(tx, *c);
    }
}

bool compact_index(db::Tx& tx, bool is_first) {
    const bool staff = compact(tx, Audience::staff, is_first);
    const bool everybody = compact(tx, Audience::everybody, is_first);
    return staff || everybody;
}

} // namespace cases
