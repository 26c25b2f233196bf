#include "cases/rating_actions.h"

#include "base/text.h"
#include "cases/case_event_actions.h"
#include "cases/case_store.h"
#include "cases/rating_store.h"
#include "cases/visibility.h"
#include "people/identity_actions.h"
#include "triage/mask.h"

#include <algorithm>

namespace cases {
namespace {

constexpr std::string_view words_column = "ratings.words";
constexpr RoleSet releasing{staff::Role::operator_, staff::Role::coordinator, staff::Role::communications};
constexpr int queue_page = 20;
/// Rows looked through for one page of the queue; what others have to release is passed over.
constexpr int queue_scan = 400;

std::string words_of(db::Tx& tx, const people::Vault& vault, base::AgencyId agency, const Rating& rating) {
    if (!rating.words_sealed || !rating.identity) return {};
    auto opened = people::open(tx, vault, agency, *rating.identity, words_column, *rating.words_sealed);
    return opened ? std::move(*opened) : std::string{};
}

bool may_release(const Case& c, const staff::Principal& person, const agency::Directory& directory) {
    auto actor = actor_for(c, person.staff, person.roles, directory.offices());
    return staff_view(c, actor).may_see && actor.roles.meets(releasing);
}

/// The rating and its case, for a person who may release it.
struct Found {
    Rating rating;
    Case c;
};
base::Result<Found> find_for(db::Tx& tx, const Context& context, const staff::Principal& person,
                             RatingId id) {
    auto missing = [] { return base::fail(base::Kind::not_found, "rating.not_found"); };
    const auto agency = context.directory.id();
    auto rating = find_rating(tx, agency, id);
    if (!rating) return missing();
    auto c = find(tx, agency, rating->case_id);
    if (!c || !may_be_quoted(*c) || !may_release(*c, person, context.directory)) return missing();
    return Found{std::move(*rating), std::move(*c)};
}

Actor actor_of(const staff::Principal& person) {
    return {.party = Party::staff, .staff = person.staff, .roles = {}};
}

} // namespace

base::Result<Rating> give_rating(db::Tx& tx, const Context& context, const people::Vault& vault,
                                 const Case& seen, const RatingGiven& given) {
    auto c = find(tx, seen.agency, seen.id);
    if (!c) return base::fail(base::Kind::not_found, "case.not_found");
    auto before = find_rating(tx, c->agency, c->id, round_of(*c));
    auto rating = rate(*c, before, given, context.now);
    if (!rating) return base::pass(rating);
    if (!given.words.empty()) {
        if (!c->identity) return base::fail_field("kata");
        auto sealed = people::seal(tx, vault, c->agency, *c->identity, words_column, given.words);
        if (!sealed) return base::pass(sealed);
        rating->words_sealed = std::move(*sealed);
    }
    if (before) {
        update(tx, c->agency, *rating);
    } else {
        rating->id = context.ids.next<RatingId>();
        insert(tx, c->agency, *rating);
    }
    append_fact(tx, context.ids, *c, "case.rated", reporter(), context.now,
                is_known_to_public(*c) ? ReadBy::everybody : ReadBy::staff,
                {{"stars", rating->stars}, {"round", rating->round}});
    return rating;
}

void withdraw_quotes(db::Tx& tx, const Context& context, const Case& c) {
    bool any = false;
    for (const Rating& rating : find_ratings_of(tx, c.agency, c.id)) {
        if (rating.quoting == Quoting::none) continue;
        update(tx, c.agency, withdraw(rating, context.now));
        any = true;
    }
    if (any)
        append_fact(tx, context.ids, c, "case.quote_withdrawn", reporter(), context.now, ReadBy::staff, {});
}

std::optional<OwnRating> own_rating(db::Tx& tx, const people::Vault& vault, const Case& c) {
    auto rating = find_rating(tx, c.agency, c.id, round_of(c));
    if (!rating) return std::nullopt;
    std::string words = words_of(tx, vault, c.agency, *rating);
    return OwnRating{std::move(*rating), std::move(words)};
}

bool has_quotes(db::Tx& tx, const Case& c) {
    return std::ranges::any_of(find_ratings_of(tx, c.agency, c.id),
                               [](const Rating& each) { return each.quoting != Quoting::none; });
}

WaitingQuotes waiting_quotes(db::Tx& tx, const agency::Directory& directory, const people::Vault& vault,
                             const staff::Principal& person, std::int64_t before) {
    WaitingQuotes out;
    auto found = find_waiting(tx, directory.id(), before, queue_scan);
    for (const Rating& rating : found) {
        if (std::ssize(out.rows) == queue_page) {
            out.next = out.rows.back().id.value;
            return out;
        }
        auto c = find(tx, directory.id(), rating.case_id);
        if (!c || !may_release(*c, person, directory)) continue;
        auto words = words_of(tx, vault, directory.id(), rating);
        if (words.empty()) continue; // erased meanwhile
        out.rows.push_back(
            {rating.id, c->code, c->title, c->office, rating.stars, std::move(words), rating.rated_at});
    }
    if (std::ssize(found) == queue_scan) out.next = found.back().id.value;
    return out;
}

base::Result<void> release_quote(db::Tx& tx, const Context& context, const staff::Principal& person,
                                 RatingId id, std::string_view quote) {
    auto found = find_for(tx, context, person, id);
    if (!found) return base::pass(found);
    auto clean = base::clean(quote, max_rating_words, "kutipan");
    if (!clean) return base::pass(clean);
    auto rating = release(found->rating, triage::settled(triage::masked(*clean)), context.now);
    if (!rating) return base::pass(rating);
    update(tx, context.directory.id(), *rating);
    append_fact(tx, context.ids, found->c, "case.quote_released", actor_of(person), context.now,
                ReadBy::staff, {{"rating", base::to_string(id)}});
    return {};
}

base::Result<void> keep_quote(db::Tx& tx, const Context& context, const staff::Principal& person,
                              RatingId id) {
    auto found = find_for(tx, context, person, id);
    if (!found) return base::pass(found);
    auto rating = keep_inside(found->rating, context.now);
    if (!rating) return base::pass(rating);
    update(tx, context.directory.id(), *rating);
    append_fact(tx, context.ids, found->c, "case.quote_kept", actor_of(person), context.now, ReadBy::staff,
                {{"rating", base::to_string(id)}});
    return {};
}

bool may_release_quotes(const staff::Principal& person) noexcept {
    return person.holds(staff::Role::operator_) || person.holds(staff::Role::coordinator) ||
           person.holds(staff::Role::communications);
}

std::vector<Testimonial> testimonials(db::Tx& tx, base::AgencyId agency, const TestimonialListing& listing) {
    return find_testimonials(tx, agency, listing);
}

std::vector<OfficeStars> stars_of(db::Tx& tx, base::AgencyId agency, base::Time from, base::Time until) {
    return count_stars(tx, agency, from, until);
}

} // namespace cases
