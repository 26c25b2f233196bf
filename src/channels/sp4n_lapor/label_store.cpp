#include "channels/sp4n_lapor/label_store.h"

namespace channels::sp4n_lapor {
namespace {

using base::AgencyId;
using Text = std::optional<std::string>;

constexpr db::Query<Label(AgencyId)> select_labels{
    "lapor.list_labels", "select subject, label, shown, meaning, seen from lapor_labels where agency = :agency"
                         " order by subject, seen desc, label"};
constexpr db::Query<void(AgencyId, Subject, std::string, std::string, std::int64_t)> upsert_seen{
    "lapor.save_seen",
    "insert into lapor_labels (agency, subject, label, shown, meaning, seen) values (:agency, :subject,"
    " :label, :shown, null, :seen) on conflict (agency, subject, label) do update set shown = excluded.shown,"
    " seen = excluded.seen"};
constexpr db::Query<void(AgencyId, Subject, std::string, std::string, Text, std::int64_t)> upsert_meaning{
    "lapor.save_meaning",
    "insert into lapor_labels (agency, subject, label, shown, meaning, seen) values (:agency, :subject,"
    " :label, :shown, :meaning, :seen) on conflict (agency, subject, label) do update set meaning ="
    " excluded.meaning"};
constexpr db::Query<NamedColumn(AgencyId)> select_columns{
    "lapor.list_columns", "select field, header from lapor_columns where agency = :agency order by field"};
constexpr db::Query<void(AgencyId, Field, std::string)> upsert_column{
    "lapor.save_column", "insert into lapor_columns (agency, field, header) values (:agency, :field, :header)"
                         " on conflict (agency, field) do update set header = excluded.header"};
constexpr db::Query<void(AgencyId, Field)> delete_column{
    "lapor.remove_column", "delete from lapor_columns where agency = :agency and field = :field"};

} // namespace

std::vector<Label> list_labels(db::Tx& tx, AgencyId agency) {
    return tx.all(select_labels, agency);
}

void save_seen(db::Tx& tx, AgencyId agency, const Label& l) {
    tx.run(upsert_seen, agency, l.subject, l.label, l.shown, l.seen);
}

void save_meaning(db::Tx& tx, AgencyId agency, const Label& l) {
    tx.run(upsert_meaning, agency, l.subject, l.label, l.shown, l.meaning, l.seen);
}

std::vector<NamedColumn> list_columns(db::Tx& tx, AgencyId agency) {
    return tx.all(select_columns, agency);
}

void save_column(db::Tx& tx, AgencyId agency, const NamedColumn& column) {
    if (column.header.empty())
        tx.run(delete_column, agency, column.field);
    else
        tx.run(upsert_column, agency, column.field, column.header);
}

} // namespace channels::sp4n_lapor
