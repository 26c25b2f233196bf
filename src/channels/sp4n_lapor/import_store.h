// All SQL of imports, their remarks, and of which case a report became.
#pragma once
#include "channels/sp4n_lapor/import.h"
#include "db/tx.h"

namespace channels::sp4n_lapor {

void insert(db::Tx& tx, base::AgencyId agency, const Import& import);
[[nodiscard]] std::optional<Import> find_import(db::Tx& tx, base::AgencyId agency, ImportId id);
/// Newest first.
[[nodiscard]] std::vector<Import> list_imports(db::Tx& tx, base::AgencyId agency, int limit);
/// State, counts, problem and end.
void save(db::Tx& tx, base::AgencyId agency, const Import& import);

/// One that is there already stays.
void add_remark(db::Tx& tx, base::AgencyId agency, ImportId import, const Remark& remark);
void remove_rejections(db::Tx& tx, base::AgencyId agency, ImportId import);
/// In the order of the file, after a line, at most `limit`.
[[nodiscard]] std::vector<Remark> list_remarks(db::Tx& tx, base::AgencyId agency, ImportId import, What what,
                                               std::int64_t after, int limit);
[[nodiscard]] std::int64_t count_remarks(db::Tx& tx, base::AgencyId agency, ImportId import, What what);

[[nodiscard]] std::optional<LaporCase> find_lapor_case(db::Tx& tx, base::AgencyId agency,
                                                       const std::string& tracking_id);
[[nodiscard]] std::optional<std::string> find_tracking_id(db::Tx& tx, base::AgencyId agency,
                                                          cases::CaseId case_id);
/// One that is there already stays.
void insert(db::Tx& tx, base::AgencyId agency, const LaporCase& row);
/// What LAPOR! said last.
void save_said(db::Tx& tx, base::AgencyId agency, const std::string& tracking_id, const std::string& status,
               std::optional<cases::Class> case_class);

} // namespace channels::sp4n_lapor
