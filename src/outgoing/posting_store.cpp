#include "outgoing/posting_store.h"

#include "db/query.h"
#include "outgoing/outgoing_columns_store.h"

namespace outgoing::store {
namespace {

using agency::AccountId;
using base::AgencyId;
using base::Time;
using db::Query;
using MaybeTime = std::optional<Time>;
using MaybeItem = std::optional<items::ItemId>;
using Text = std::optional<std::string>;

constexpr Query<void(AgencyId, OutgoingId, AccountId, MaybeItem, bool, std::string, std::string, std::string)>
    insert_one{"postings.insert",
               "insert into postings (agency, outgoing, account, item, names_reporter, pictures, progress, "
               "is_publishing, looked, alts) values (:agency, :outgoing, :account, :item, :names_reporter, "
               ":pictures, "
               ":progress, 0, 0, :alts)"};
constexpr Query<Posting(AgencyId, OutgoingId)> select_one{
    "postings.find",
    "select outgoing, account, item, names_reporter, pictures, progress, is_publishing, "
    "began_at, looked, url, alts, recall from postings where agency = :agency and outgoing = "
    ":outgoing"};
constexpr Query<void(std::string, bool, MaybeTime, int, Text, AgencyId, OutgoingId)> update_one{
    "postings.update",
    "update postings set progress = :progress, is_publishing = :is_publishing, began_at = "
    ":began_at, looked = :looked, url = :url where agency = :agency and outgoing = :outgoing"};
constexpr Query<void(Time, Time, AgencyId, OutgoingId)> update_begin{
    "postings.begin", "update outgoing set state = 'sending', attempts = attempts + 1, changed_at = :now, "
                      "lease_until = :until, problem = null where agency = :agency and id = :id and state = "
                      "'queued' and channel = 'network'"};
constexpr Query<void(Time, AgencyId, OutgoingId, int)> update_lease{
    "postings.renew_lease",
    "update outgoing set lease_until = :until where agency = :agency and id = :id and "
    "attempts = :attempt and state = 'sending'"};
constexpr Query<Outgoing(AgencyId, Time, Time)> select_expired{
    "postings.expired", "select " OUTGOING_COLUMNS
                        " from outgoing where agency = :agency and state = 'sending' and channel = 'network' "
                        "and (lease_until < :before or lease_until > :latest) order by id limit 500"};
constexpr Query<OutgoingId(AgencyId, AccountId)> select_unknown{
    "postings.unknown_of_account",
    "select o.id from outgoing o cross join postings p where o.agency = :agency and o.state = 'unknown' and "
    "p.agency = o.agency and p.outgoing = o.id and p.account = :account order by o.id limit 500"};
constexpr Query<std::int64_t(AgencyId, cases::CaseId, people::IdentityId, OutgoingId)> select_earlier{
    "postings.has_earlier",
    "select 1 from outgoing where agency = :agency and case_id = :case_id and identity = :identity and id < "
    ":id and channel = 'network' and state in ('queued', 'sending') limit 1"};
constexpr Query<Unsent(AgencyId)> select_unsent{
    "postings.unsent_by_account",
    "select p.account, o.state, count(*) from outgoing o cross join postings p where o.agency = :agency and "
    "o.state in ('queued', 'sending', 'unknown', 'failed') and p.agency = o.agency and p.outgoing = o.id "
    "group by p.account, o.state order by p.account, o.state"};

/// Own posts of the account: the newest, for older ones are not looked at either.
constexpr Query<std::string(AgencyId, AccountId, OutgoingId)> select_own_progress{
    "postings.own_progress",
    "select progress from postings where agency = :agency and account = :account and item is null and "
    "outgoing <> :outgoing order by outgoing desc limit 100"};
#define OWN_POSTS                                                                                            \
    " from postings p cross join outgoing o where p.agency = :agency and p.account = :account and p.item "   \
    "is "                                                                                                    \
    "null and o.agency = p.agency and o.id = p.outgoing and o.case_id = 0 and o.state = 'sent'"
constexpr Query<OutgoingId(AgencyId, AccountId, int)> select_own_posts{
    "postings.own_posts", "select p.outgoing" OWN_POSTS " order by p.outgoing desc limit :limit"};
constexpr Query<std::int64_t(AgencyId, AccountId)> count_own{"postings.count_own",
                                                             "select count(*)" OWN_POSTS};
constexpr Query<void(std::string, AgencyId, OutgoingId)> update_recall{
    "postings.set_recall",
    "update postings set recall = :recall where agency = :agency and outgoing = :outgoing"};

constexpr Query<std::string(AgencyId, cases::CaseId, OutgoingId)> select_other_progress{
    "postings.other_progress", "select p.progress from outgoing o cross join postings p where o.agency = "
                               ":agency and o.case_id = :case_id "
                               "and o.id <> :id and p.agency = o.agency and p.outgoing = o.id limit 500"};

} // namespace

void insert_posting(db::Tx& tx, AgencyId agency, const Posting& p) {
    tx.run(insert_one, agency, p.outgoing, p.account, p.item, p.names_reporter, p.pictures, p.progress,
           p.alts);
}

std::optional<Posting> find_posting(db::Tx& tx, AgencyId agency, OutgoingId id) {
    return tx.one(select_one, agency, id);
}

void update_posting(db::Tx& tx, AgencyId agency, const Posting& p) {
    tx.run(update_one, p.progress, p.is_publishing, p.began_at, p.looked, p.url, agency, p.outgoing);
}

bool begin_posting(db::Tx& tx, AgencyId agency, OutgoingId id, Time now, Time until) {
    return tx.run(update_begin, now, until, agency, id) == 1;
}

void renew_lease(db::Tx& tx, AgencyId agency, OutgoingId id, int attempt, Time until) {
    tx.run(update_lease, until, agency, id, attempt);
}

std::vector<Outgoing> expired_postings(db::Tx& tx, AgencyId agency, Time now, Time latest) {
    return tx.all(select_expired, agency, now, latest);
}

std::vector<OutgoingId> unknown_of_account(db::Tx& tx, AgencyId agency, AccountId account) {
    return tx.all(select_unknown, agency, account);
}

std::vector<std::string> other_progress(db::Tx& tx, const Outgoing& o) {
    return tx.all(select_other_progress, o.agency, o.case_id, o.id);
}

std::vector<std::string> own_progress(db::Tx& tx, AgencyId agency, AccountId account, OutgoingId but) {
    return tx.all(select_own_progress, agency, account, but);
}

std::vector<OutgoingId> newest_own_posts(db::Tx& tx, AgencyId agency, AccountId account, int limit) {
    return tx.all(select_own_posts, agency, account, limit);
}

std::int64_t count_own_posts(db::Tx& tx, AgencyId agency, AccountId account) {
    return tx.one(count_own, agency, account).value_or(0);
}

void set_recall(db::Tx& tx, AgencyId agency, OutgoingId id, std::string_view recall) {
    tx.run(update_recall, std::string(recall), agency, id);
}

bool has_earlier(db::Tx& tx, const Outgoing& o) {
    if (o.is_own_post()) return false;
    return tx.one(select_earlier, o.agency, o.case_id, o.identity, o.id).has_value();
}

std::vector<Unsent> unsent_by_account(db::Tx& tx, AgencyId agency) {
    return tx.all(select_unsent, agency);
}

} // namespace outgoing::store
