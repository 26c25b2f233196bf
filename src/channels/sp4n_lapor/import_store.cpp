#include "channels/sp4n_lapor/import_store.h"

namespace channels::sp4n_lapor {
namespace {

using base::AgencyId;
using Text = std::optional<std::string>;
using OptionalTime = std::optional<base::Time>;
using OptionalClass = std::optional<cases::Class>;

#define IMPORT_COLUMNS                                                                                       \
    "id, file_name, bytes, staff, state, lines, fresh, accepted, known, rejected, different, problem, "      \
    "problem_field, created_at, finished_at"

constexpr db::Query<void(AgencyId, ImportId, std::string, std::int64_t, std::optional<staff::StaffId>,
                         ImportState, base::Time)>
    insert_import{
        "lapor.insert_import",
        "insert into lapor_imports (agency, id, file_name, bytes, staff, state, lines, fresh, accepted,"
        " known, rejected, different, created_at) values (:agency, :id, :file_name, :bytes, :staff, :state,"
        " 0, 0, 0, 0, 0, 0, :created_at)"};
constexpr db::Query<Import(AgencyId, ImportId)> select_import{
    "lapor.find_import", "select " IMPORT_COLUMNS " from lapor_imports where agency = :agency and id = :id"};
constexpr db::Query<Import(AgencyId, int)> select_imports{
    "lapor.list_imports", "select " IMPORT_COLUMNS
                          " from lapor_imports where agency = :agency order by id desc limit :limit"};
constexpr db::Query<void(ImportState, std::int64_t, std::int64_t, std::int64_t, std::int64_t, std::int64_t,
                         std::int64_t, Text, Text, OptionalTime, AgencyId, ImportId)>
    update_import{"lapor.save_import",
                  "update lapor_imports set state = :state, lines = :lines, fresh = :fresh, accepted ="
                  " :accepted, known = :known, rejected = :rejected, different = :different, problem ="
                  " :problem, problem_field = :problem_field, finished_at = :finished where agency = :agency"
                  " and id = :id"};

constexpr db::Query<void(AgencyId, ImportId, std::int64_t, What, std::string, Text, Text, Text, Text)>
    insert_remark{"lapor.add_remark",
                  "insert into lapor_lines (agency, import_id, line, what, tracking_id, problem, field, was,"
                  " is_now) values (:agency, :import, :line, :what, :tracking, :problem, :field, :was, :now)"
                  " on conflict do nothing"};
constexpr db::Query<void(AgencyId, ImportId)> delete_rejections{
    "lapor.remove_rejections",
    "delete from lapor_lines where agency = :agency and import_id = :import and what = 'rejected'"};
constexpr db::Query<Remark(AgencyId, ImportId, What, std::int64_t, int)> select_remarks{
    "lapor.list_remarks",
    "select line, what, tracking_id, problem, field, was, is_now from lapor_lines where agency = :agency and"
    " import_id = :import and what = :what and line > :after order by line limit :limit"};
constexpr db::Query<std::int64_t(AgencyId, ImportId, What)> count_of_remarks{
    "lapor.count_remarks", "select count(*) from lapor_lines where agency = :agency and import_id = :import"
                           " and what = :what"};

constexpr db::Query<LaporCase(AgencyId, std::string)> select_case{
    "lapor.find_case", "select tracking_id, case_id, import_id, status, class from lapor_cases where"
                       " agency = :agency and tracking_id = :tracking"};
constexpr db::Query<std::string(AgencyId, cases::CaseId)> select_tracking{
    "lapor.find_tracking_id",
    "select tracking_id from lapor_cases where agency = :agency and case_id = :case_id limit 1"};
constexpr db::Query<void(AgencyId, std::string, std::optional<cases::CaseId>, ImportId, std::string,
                         OptionalClass)>
    insert_case{"lapor.insert_case",
                "insert into lapor_cases (agency, tracking_id, case_id, import_id, status, class) values"
                " (:agency, :tracking, :case_id, :import, :status, :class) on conflict do nothing"};
constexpr db::Query<void(std::string, OptionalClass, AgencyId, std::string)> update_said{
    "lapor.save_said", "update lapor_cases set status = :status, class = :class where agency = :agency and"
                       " tracking_id = :tracking"};

} // namespace

void insert(db::Tx& tx, AgencyId agency, const Import& i) {
    tx.run(insert_import, agency, i.id, i.file_name, i.bytes, i.staff, i.state, i.created_at);
}

std::optional<Import> find_import(db::Tx& tx, AgencyId agency, ImportId id) {
    return tx.one(select_import, agency, id);
}

std::vector<Import> list_imports(db::Tx& tx, AgencyId agency, int limit) {
    return tx.all(select_imports, agency, limit);
}

void save(db::Tx& tx, AgencyId agency, const Import& i) {
    tx.run(update_import, i.state, i.lines, i.fresh, i.accepted, i.known, i.rejected, i.different, i.problem,
           i.problem_field, i.finished_at, agency, i.id);
}

void add_remark(db::Tx& tx, AgencyId agency, ImportId import, const Remark& r) {
    tx.run(insert_remark, agency, import, r.line, r.what, r.tracking_id, r.problem, r.field, r.was, r.now);
}

void remove_rejections(db::Tx& tx, AgencyId agency, ImportId import) {
    tx.run(delete_rejections, agency, import);
}

std::vector<Remark> list_remarks(db::Tx& tx, AgencyId agency, ImportId import, What what, std::int64_t after,
                                 int limit) {
    return tx.all(select_remarks, agency, import, what, after, limit);
}

std::int64_t count_remarks(db::Tx& tx, AgencyId agency, ImportId import, What what) {
    return tx.one(count_of_remarks, agency, import, what).value_or(0);
}

std::optional<LaporCase> find_lapor_case(db::Tx& tx, AgencyId agency, const std::string& tracking_id) {
    return tx.one(select_case, agency, tracking_id);
}

std::optional<std::string> find_tracking_id(db::Tx& tx, AgencyId agency, cases::CaseId case_id) {
    return tx.one(select_tracking, agency, case_id);
}

void insert(db::Tx& tx, AgencyId agency, const LaporCase& row) {
    tx.run(insert_case, agency, row.tracking_id, row.case_id, row.import_id, row.status, row.case_class);
}

void save_said(db::Tx& tx, AgencyId agency, const std::string& tracking_id, const std::string& status,
               OptionalClass case_class) {
    tx.run(update_said, status, case_class, agency, tracking_id);
}

} // namespace channels::sp4n_lapor
