// Reading and changing what labels and columns mean. Refusals: field.invalid "label", "meaning" or "header".
#pragma once
#include "channels/sp4n_lapor/column.h"
#include "channels/sp4n_lapor/label.h"
#include "staff/principal.h"

namespace db {
class Tx;
}

namespace channels::sp4n_lapor {

struct Mapping {
    Labels labels;
    std::vector<NamedColumn> columns;
};
[[nodiscard]] Mapping read_mapping(db::Tx& tx, const agency::Directory& directory);

/// Who changes it and when.
struct LabelChange {
    base::IdSource& ids;
    base::Time now;
    staff::StaffId staff;
};
/// An empty meaning takes it away: the shipped one counts again.
[[nodiscard]] base::Result<void> map_label(db::Tx& tx, const LabelChange& change,
                                           const agency::Directory& directory, Subject subject,
                                           std::string_view label, std::string_view meaning);
/// An empty header: the usual ones again.
[[nodiscard]] base::Result<void> name_column(db::Tx& tx, const LabelChange& change, base::AgencyId agency,
                                             Field field, std::string_view header);

} // namespace channels::sp4n_lapor
