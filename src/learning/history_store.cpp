#include "learning/history_store.h"

#include "db/query.h"

namespace learning {
namespace {

using base::AgencyId;
using MaybeTime = std::optional<base::Time>;
using std::string;

#define COLUMNS "id, at, what, why, staff, model, decisions, cases, first_at, last_at, figures"
#define ENTRIES "select " COLUMNS " from model_history where agency = :agency"

constexpr db::Query<void(AgencyId, EntryId, base::Time, What, string, std::optional<std::int64_t>, string,
                         std::int64_t, std::int64_t, MaybeTime, MaybeTime, string)>
    add{"model_history.insert", "insert into model_history (agency, " COLUMNS
                                ") values (:agency, :id, :at, :what, :why, :staff, :model,"
                                " :decisions, :cases, :first_at, :last_at, :figures)"};
constexpr db::Query<Entry(AgencyId, int)> newest{"model_history.newest",
                                                 ENTRIES " order by id desc limit :most"};
constexpr db::Query<Entry(AgencyId)> last_trial{
    "model_history.last_trial",
    ENTRIES " and what in ('stayed', 'took_over', 'failed') order by id desc limit 1"};
constexpr db::Query<Entry(AgencyId)> last_change{
    "model_history.last_change",
    ENTRIES " and what in ('took_over', 'went_back', 'went_forward') order by id desc limit 1"};
constexpr db::Query<Entry(AgencyId)> last_take_over{"model_history.last_take_over", ENTRIES
                                                    " and what = 'took_over' order by id desc limit 1"};
constexpr db::Query<Entry(AgencyId, string)> take_over{
    "model_history.take_over", ENTRIES " and what = 'took_over' and model = :model order by id desc limit 1"};

} // namespace

void insert(db::Tx& tx, AgencyId agency, const Entry& e) {
    tx.run(add, agency, e.id, e.at, e.what, e.why, e.staff, e.model, e.decisions, e.cases, e.first_at,
           e.last_at, e.figures);
}
std::vector<Entry> find_newest(db::Tx& tx, AgencyId agency, int most) {
    return tx.all(newest, agency, most);
}
std::optional<Entry> find_last_trial(db::Tx& tx, AgencyId agency) {
    return tx.one(last_trial, agency);
}
std::optional<Entry> find_last_change(db::Tx& tx, AgencyId agency) {
    return tx.one(last_change, agency);
}
std::optional<Entry> find_last_take_over(db::Tx& tx, AgencyId agency) {
    return tx.one(last_take_over, agency);
}
std::optional<Entry> find_take_over(db::Tx& tx, AgencyId agency, const string& model) {
    return tx.one(take_over, agency, model);
}

} // namespace learning
