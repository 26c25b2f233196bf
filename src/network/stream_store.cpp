#include "network/stream_store.h"

#include "db/query.h"

namespace network::store {
namespace {

using agency::AccountId;
using base::AgencyId;
using base::Time;
using db::Query;

constexpr Query<void(AgencyId, AccountId, std::string, Time, Time)> upsert{
    "streams.take",
    "insert into streams (agency, account, holder, until_at, opened_at) values (:agency, :account, :holder, "
    ":until, null) on conflict (agency, account) do update set holder = excluded.holder, "
    "until_at = excluded.until_at, opened_at = null where streams.until_at < :now "
    "or streams.holder = excluded.holder"};
constexpr Query<void(Time, std::optional<Time>, AgencyId, AccountId, std::string)> update_held{
    "streams.renew", "update streams set until_at = :until, opened_at = :opened where agency = :agency and "
                     "account = :account and holder = :holder"};
constexpr Query<void(AgencyId, AccountId, std::string)> delete_held{
    "streams.drop", "delete from streams where agency = :agency and account = :account and holder = :holder"};
constexpr Query<Time(AgencyId, AccountId, Time)> select_opened{
    "streams.opened", "select opened_at from streams where agency = :agency and account = :account and "
                      "until_at >= :now and opened_at is not null"};
constexpr Query<void(Time, AgencyId, AccountId, Time)> update_sources{
    "streams.look_now", "update sources set look_at = :now where agency = :agency and account = :account "
                        "and is_thread = 0 and look_at <= :soon"};

} // namespace

bool take_stream(db::Tx& tx, AgencyId agency, AccountId account, const std::string& holder, Time now,
                 Time until) {
    return tx.run(upsert, agency, account, holder, until, now) == 1;
}

bool renew_stream(db::Tx& tx, AgencyId agency, AccountId account, const std::string& holder, Time until,
                  std::optional<Time> opened_at) {
    return tx.run(update_held, until, opened_at, agency, account, holder) == 1;
}

void drop_stream(db::Tx& tx, AgencyId agency, AccountId account, const std::string& holder) {
    tx.run(delete_held, agency, account, holder);
}

std::optional<Time> stream_opened(db::Tx& tx, AgencyId agency, AccountId account, Time now) {
    return tx.one(select_opened, agency, account, now);
}

std::int64_t look_now(db::Tx& tx, AgencyId agency, AccountId account, Time now, Time soon) {
    return tx.run(update_sources, now, agency, account, soon);
}

} // namespace network::store
