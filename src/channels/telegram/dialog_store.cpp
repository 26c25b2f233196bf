#include "channels/telegram/dialog_store.h"

#include "db/query.h"

namespace channels::telegram::store {
namespace {

using agency::AccountId;
using base::AgencyId;
using base::Time;
using db::Query;

constexpr Query<DialogRow(AgencyId, AccountId, std::string)> select_one{
    "telegram.find_dialog", "select account, lookup, state_sealed, changed_at from telegram_dialogs where "
                            "agency = :agency and account = :account and lookup = :lookup"};
constexpr Query<void(AgencyId, AccountId, std::string, std::string, Time)> upsert{
    "telegram.put_dialog",
    "insert into telegram_dialogs (agency, account, lookup, state_sealed, changed_at) values (:agency, "
    ":account, :lookup, :state, :at) on conflict (agency, account, lookup) do update set "
    "state_sealed = excluded.state_sealed, changed_at = excluded.changed_at"};
constexpr Query<void(AgencyId, AccountId, std::string, Time)> remove{
    "telegram.delete_dialog", "delete from telegram_dialogs where agency = :agency and account = :account "
                              "and lookup = :lookup and changed_at = :at"};
constexpr Query<DialogRow(AgencyId, Time, int)> select_old{
    "telegram.dialogs_before", "select account, lookup, state_sealed, changed_at from telegram_dialogs where "
                               "agency = :agency and changed_at < :before order by changed_at limit :limit"};

} // namespace

std::optional<DialogRow> find_dialog(db::Tx& tx, AgencyId agency, AccountId account,
                                     const std::string& lookup) {
    return tx.one(select_one, agency, account, lookup);
}

void put_dialog(db::Tx& tx, AgencyId agency, const DialogRow& row) {
    tx.run(upsert, agency, row.account, row.lookup, row.state_sealed, row.changed_at);
}

bool delete_dialog(db::Tx& tx, AgencyId agency, const DialogRow& row) {
    return tx.run(remove, agency, row.account, row.lookup, row.changed_at) == 1;
}

std::vector<DialogRow> dialogs_before(db::Tx& tx, AgencyId agency, Time before, int limit) {
    return tx.all(select_old, agency, before, limit);
}

} // namespace channels::telegram::store
