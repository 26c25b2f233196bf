#include "network/connection_view_store.h"

#include "db/query.h"
#include "network/source_columns_store.h"

namespace network::store {
namespace {

using base::Time;
using db::Query;

#define LINE_COLUMNS                                                                                         \
    "account, handle, state, problem, received_at, send_failures, case when secrets_sealed = '' then 0 "     \
    "else 1 end"
#define NOT_ROUTINE " and reason not in ('shown_late', 'read_again')"

constexpr Query<ConnectionLine(AgencyId)> select_lines{
    "connections.lines",
    "select " LINE_COLUMNS " from connections where agency = :agency order by account limit 5000"};
constexpr Query<ConnectionLine(AgencyId)> select_broken{
    "connections.broken", "select " LINE_COLUMNS " from connections where agency = :agency and state = "
                          "'broken' order by account limit 500"};
constexpr Query<FeedFigures(AgencyId)> select_feed_figures{
    "sources.feed_figures", "select account, min(looked_at), count(problem) from sources where agency = "
                            ":agency and is_thread = 0 group by account order by account"};
constexpr Query<Watched(AgencyId, AccountId)> select_feeds{
    "sources.feeds", "select " SOURCE_COLUMNS " from sources where agency = :agency and is_thread = 0 and "
                     "account = :account order by name limit 100"};
constexpr Query<Watched(AgencyId, AccountId, int)> select_threads{
    "sources.threads", "select " SOURCE_COLUMNS " from sources where agency = :agency and is_thread = 1 and "
                       "account = :account order by coalesce(found_at, 0) desc, name desc limit :limit"};
constexpr Query<ThreadFigures(AgencyId, AccountId)> select_thread_figures{
    "sources.thread_figures",
    "select count(*), count(counted), coalesce(sum(counted), 0), coalesce(sum(case when counted is null then "
    "0 else held end), 0), coalesce(sum(case when held < counted then 1 else 0 end), 0), count(problem) from "
    "sources where agency = :agency and is_thread = 1 and account = :account"};

constexpr Query<AccountCount(AgencyId)> select_open_counts{
    "holes.open_counts", "select account, count(*) from holes where agency = :agency and state = "
                         "'open'" NOT_ROUTINE " group by account order by account"};
constexpr Query<Hole(AgencyId, AccountId, int)> select_open{
    "holes.open_of", "select " HOLE_COLUMNS " from holes where agency = :agency and account = :account and "
                     "state = 'open'" NOT_ROUTINE " order by id desc limit :limit"};
constexpr Query<std::int64_t(AgencyId, AccountId)> count_open{
    "holes.count_open_of", "select count(*) from holes where agency = :agency and account = :account and "
                           "state = 'open'" NOT_ROUTINE};
constexpr Query<Hole(AgencyId, AccountId, Time, int)> select_closed{
    "holes.closed_of", "select " HOLE_COLUMNS " from holes where agency = :agency and account = :account and "
                       "closed_at >= :since" NOT_ROUTINE " order by id desc limit :limit"};

constexpr Query<AccountCount(AgencyId)> select_stuck_counts{
    "pushes.stuck_counts", "select account, count(*) from pushes where agency = :agency and state = 'stuck' "
                           "group by account order by account"};
constexpr Query<StuckPushes(AgencyId, AccountId)> select_stuck{
    "pushes.stuck_of",
    "select coalesce(problem, ''), count(*), min(received_at) from pushes where agency = :agency and state = "
    "'stuck' and account = :account group by coalesce(problem, '') order by count(*) desc, coalesce(problem, "
    "'') limit 20"};

} // namespace

std::vector<ConnectionLine> connection_lines(db::Tx& tx, AgencyId agency) {
    return tx.all(select_lines, agency);
}

std::vector<ConnectionLine> broken_lines(db::Tx& tx, AgencyId agency) {
    return tx.all(select_broken, agency);
}

std::vector<FeedFigures> feed_figures(db::Tx& tx, AgencyId agency) {
    return tx.all(select_feed_figures, agency);
}

std::vector<Watched> feeds_of(db::Tx& tx, AgencyId agency, AccountId account) {
    return tx.all(select_feeds, agency, account);
}

std::vector<Watched> threads_of(db::Tx& tx, AgencyId agency, AccountId account, int limit) {
    return tx.all(select_threads, agency, account, limit);
}

ThreadFigures thread_figures(db::Tx& tx, AgencyId agency, AccountId account) {
    return tx.one(select_thread_figures, agency, account).value_or(ThreadFigures{});
}

std::vector<AccountCount> open_hole_counts(db::Tx& tx, AgencyId agency) {
    return tx.all(select_open_counts, agency);
}

std::vector<Hole> open_holes_of(db::Tx& tx, AgencyId agency, AccountId account, int limit) {
    return tx.all(select_open, agency, account, limit);
}

std::int64_t count_open_holes(db::Tx& tx, AgencyId agency, AccountId account) {
    return tx.one(count_open, agency, account).value_or(0);
}

std::vector<Hole> closed_holes_of(db::Tx& tx, AgencyId agency, AccountId account, Time since, int limit) {
    return tx.all(select_closed, agency, account, since, limit);
}

std::vector<AccountCount> stuck_counts(db::Tx& tx, AgencyId agency) {
    return tx.all(select_stuck_counts, agency);
}

std::vector<StuckPushes> stuck_of(db::Tx& tx, AgencyId agency, AccountId account) {
    return tx.all(select_stuck, agency, account);
}

} // namespace network::store
