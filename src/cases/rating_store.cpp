#include "cases/rating_store.h"

#include "db/query.h"

#include <limits>

namespace cases {
namespace {

using base::AgencyId;
using Text = std::optional<std::string>;

#define RATING_COLUMNS                                                                                       \
    "r.id, r.case_id, r.round, r.identity, r.office, r.topic, r.stars, r.words_sealed, r.quoting, r.quote,"  \
    " r.rated_at, r.changed_at"

constexpr db::Query<void(AgencyId, RatingId, CaseId, int, std::optional<people::IdentityId>,
                         std::optional<OfficeId>, Text, int, Text, Quoting, Text, base::Time, base::Time)>
    insert_rating{"ratings.insert",
                  "insert into ratings (agency, id, case_id, round, identity, office, topic, stars, "
                  "words_sealed, quoting, quote, rated_at, changed_at) values (:agency, :id, :case, :round, "
                  ":identity, :office, :topic, :stars, :words, :quoting, :quote, :rated_at, :changed_at)"};
constexpr db::Query<void(int, Text, Quoting, Text, base::Time, AgencyId, RatingId)> update_rating{
    "ratings.update", "update ratings set stars = :stars, words_sealed = :words, quoting = :quoting, quote = "
                      ":quote, changed_at = :changed_at where agency = :agency and id = :id"};

constexpr db::Query<Rating(AgencyId, CaseId, int)> select_of_round{
    "ratings.find_of_round", "select " RATING_COLUMNS " from ratings r where r.agency = :agency and "
                             "r.case_id = :case and r.round = :round"};
constexpr db::Query<Rating(AgencyId, RatingId)> select_by_id{
    "ratings.find", "select " RATING_COLUMNS " from ratings r where r.agency = :agency and r.id = :id"};
constexpr db::Query<Rating(AgencyId, CaseId)> select_of_case{
    "ratings.find_of_case",
    "select " RATING_COLUMNS
    " from ratings r where r.agency = :agency and r.case_id = :case order by r.round"};

// Whoever was erased is quoted no more, and what became a matter of conduct is not either.
#define MAY_BE_QUOTED                                                                                        \
    " and exists (select 1 from identity_keys k where k.agency = r.agency and k.identity = r.identity) and"  \
    " exists (select 1 from cases c where c.agency = r.agency and c.id = r.case_id and"                      \
    " c.kind <> 'whistleblowing' and c.conduct_office is null)"

constexpr db::Query<Rating(AgencyId, std::int64_t, int)> select_waiting{
    "ratings.find_waiting",
    "select " RATING_COLUMNS " from ratings r where r.agency = :agency and r.quoting = 'waiting' and r.id < "
    ":before" MAY_BE_QUOTED " order by r.id desc limit :limit"};
constexpr db::Query<Testimonial(AgencyId, std::int64_t, std::string, int)> select_testimonials{
    "ratings.find_testimonials",
    "select r.id, r.office, r.topic, r.stars, r.quote, r.rated_at from ratings r where r.agency = :agency and"
    " r.quoting = 'released' and r.id < :before and"
    " (:offices = '' or :offices like '%,' || cast(r.office as text) || ',%')" MAY_BE_QUOTED
    " order by r.id desc limit :limit"};
constexpr db::Query<OfficeStars(AgencyId, base::Time, base::Time)> select_stars{
    "ratings.count_stars",
    "select r.office, count(*), sum(r.stars) from ratings r where r.agency = :agency and"
    " r.rated_at >= :from and r.rated_at < :until and exists (select 1 from cases c where"
    " c.agency = r.agency and c.id = r.case_id and c.kind <> 'whistleblowing') group by r.office"};

std::int64_t key_of(std::int64_t before) {
    return before == 0 ? std::numeric_limits<std::int64_t>::max() : before;
}

} // namespace

void insert(db::Tx& tx, AgencyId agency, const Rating& r) {
    tx.run(insert_rating, agency, r.id, r.case_id, r.round, r.identity, r.office, r.topic, r.stars,
           r.words_sealed, r.quoting, r.quote, r.rated_at, r.changed_at);
}

void update(db::Tx& tx, AgencyId agency, const Rating& r) {
    tx.run(update_rating, r.stars, r.words_sealed, r.quoting, r.quote, r.changed_at, agency, r.id);
}

std::optional<Rating> find_rating(db::Tx& tx, AgencyId agency, CaseId case_id, int round) {
    return tx.one(select_of_round, agency, case_id, round);
}

std::optional<Rating> find_rating(db::Tx& tx, AgencyId agency, RatingId id) {
    return tx.one(select_by_id, agency, id);
}

std::vector<Rating> find_ratings_of(db::Tx& tx, AgencyId agency, CaseId case_id) {
    return tx.all(select_of_case, agency, case_id);
}

std::vector<Rating> find_waiting(db::Tx& tx, AgencyId agency, std::int64_t before, int limit) {
    return tx.all(select_waiting, agency, key_of(before), limit);
}

std::vector<Testimonial> find_testimonials(db::Tx& tx, AgencyId agency, const TestimonialListing& listing) {
    std::string offices;
    for (OfficeId office : listing.offices)
        offices += (offices.empty() ? "," : "") + base::to_string(office) + ",";
    return tx.all(select_testimonials, agency, key_of(listing.before), offices, listing.limit);
}

std::vector<OfficeStars> count_stars(db::Tx& tx, AgencyId agency, base::Time from, base::Time until) {
    return tx.all(select_stars, agency, from, until);
}

} // namespace cases
