// One record of an imported file to an item and what the file decides about it. Pure; refusals name the
// member: those of items::checked() come later, here field.missing, field.invalid, not_found
// `office.unknown`, `topic.unknown`, `area.unknown`.
#pragma once
#include "intake/equal_lines.h"
#include "intake/import_columns.h"
#include "intake/understanding.h"

namespace intake {

/// What becomes of a line that names something the agency has not.
enum class UnknownName {
    reject,
    leave, ///< an office: the coordinator's queue; topic and area: as they are read in the words
};

struct ImportRules {
    UnknownName office = UnknownName::reject;
    UnknownName topic = UnknownName::reject;
    UnknownName area = UnknownName::reject;
};

struct ImportedLine {
    items::ItemIn item;
    std::string address;
    Decided decided;
    std::optional<base::Time> answered_at;
};

/// The agency as the lines name it.
class ImportNames {
public:
    /// Both must outlive this; without a region areas are found by their code alone.
    ImportNames(const agency::Directory& directory, const places::Region* region);

    /// By id, short name or name, upper case or lower; an office that was closed is unknown.
    [[nodiscard]] base::Result<agency::OfficeId> office(std::string_view name) const;
    /// By code or name.
    [[nodiscard]] base::Result<std::string> topic(std::string_view name) const;
    /// By Kepmendagri code, else by name: of a village beside its district where several are called so.
    [[nodiscard]] base::Result<std::string> area(std::string_view name) const;

    [[nodiscard]] const agency::Directory& directory() const noexcept { return directory_; }

private:
    const agency::Directory& directory_;
    const places::Region* region_;
};

/// `before` counts equal lines of files without ids: every record must pass through here, in order.
[[nodiscard]] base::Result<ImportedLine> read_import_line(const ImportColumns& columns,
                                                          const ImportRecord& record,
                                                          const ImportNames& names, const ImportRules& rules,
                                                          EqualLines& before);

} // namespace intake
