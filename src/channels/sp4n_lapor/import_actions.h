// Taking in files from SP4N-LAPOR!: keep the file, look through it, and, once a person has agreed, take it
// in. Every step may be interrupted and done again with the same result. Refusals: those of read_lines();
// field.missing "file"; too_large request.too_large; not_found lapor.unknown_import; conflict
// lapor.not_ready.
#pragma once
#include "channels/sp4n_lapor/import.h"
#include "channels/sp4n_lapor/judgement.h"
#include "channels/sp4n_lapor/services_actions.h"

namespace db {
class Tx;
}

namespace channels::sp4n_lapor {

/// Keeps the bytes in the data folder and queues the reading.
[[nodiscard]] base::Result<Import> create_import(const Services& services, const agency::Directory& directory,
                                                 std::optional<staff::StaffId> staff, std::string_view file_name,
                                                 std::string_view bytes);

using Tell = std::function<void(const Import&)>;

/// Counts what would come in, is known or is refused; notes the labels that stand in it.
[[nodiscard]] base::Result<void> look_through(const Services& services, const agency::Directory& directory,
                                              ImportId id, const Tell& tell = {});
/// A person agreed: queues taking it in. A second press changes nothing.
[[nodiscard]] base::Result<void> agree(const Services& services, const agency::Directory& directory,
                                       ImportId id);
/// Takes in what is new; afterwards the file is gone.
[[nodiscard]] base::Result<void> take_in(const Services& services, const agency::Directory& directory,
                                         ImportId id, const Tell& tell = {});
/// Files that nobody agreed to within a week are thrown away.
void discard_old(const Services& services, base::AgencyId agency);

/// The first lines of a file that waits, with what would become of each; no words of reports.
struct PreviewRow {
    std::int64_t line = 0;
    std::string tracking_id;
    std::optional<base::Problem> problem;
    Fate fate = Fate::fresh;
    base::Time at{};
    std::optional<triage::Kind> kind;
    std::string category;
    std::optional<std::string> topic;
    std::string unit;
    std::optional<agency::OfficeId> office;
    std::optional<cases::Class> case_class;
};
[[nodiscard]] std::vector<PreviewRow> preview(const Services& services, const agency::Directory& directory,
                                              ImportId id);

[[nodiscard]] base::Result<Import> read_import(db::Tx& tx, base::AgencyId agency, ImportId id);
[[nodiscard]] std::vector<Import> recent_imports(db::Tx& tx, base::AgencyId agency);
[[nodiscard]] std::vector<Remark> remarks_of(db::Tx& tx, base::AgencyId agency, ImportId id, What what,
                                             std::int64_t after, int limit);
/// Code of the case that a report became.
[[nodiscard]] std::optional<cases::Case> case_of(db::Tx& tx, base::AgencyId agency,
                                                 const std::string& tracking_id);

/// The agency's account of this network, made on first use.
[[nodiscard]] base::Result<agency::Account> lapor_account(const Services& services, base::AgencyId agency);

} // namespace channels::sp4n_lapor
