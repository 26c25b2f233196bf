// Which column of a file holds which field: by the header that the agency has named, else by the usual ones.
#pragma once
#include "base/codes.h"

#include <boost/describe.hpp>

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace channels::sp4n_lapor {

enum class Field {
    tracking_id,
    date,
    title,
    text,
    category,
    classification,
    status,
    unit,
    place,
    nature,
    oversight,
    reporter,
};
inline constexpr std::size_t fields = 12;

/// A row of table lapor_columns.
struct NamedColumn {
    Field field = Field::tracking_id;
    std::string header; ///< as it stands in the file
};

/// Places in a row, by field.
class Columns {
public:
    /// field.missing with the field when tracking_id, date or text has no column.
    [[nodiscard]] static base::Result<Columns> find(std::span<const std::string> header,
                                                    std::span<const NamedColumn> named);
    /// Empty when the file has no such column or the row ends before it.
    [[nodiscard]] std::string_view cell(const std::vector<std::string>& cells, Field field) const noexcept;

private:
    std::array<std::optional<std::size_t>, fields> at_{};
};

/// The header that is looked for first when the agency has named none.
[[nodiscard]] std::string_view usual_header(Field field) noexcept;

} // namespace channels::sp4n_lapor

template <> inline constexpr auto base::codes<channels::sp4n_lapor::Field> =
    std::to_array<base::Coded<channels::sp4n_lapor::Field>>({
        {channels::sp4n_lapor::Field::tracking_id, "tracking_id"},
        {channels::sp4n_lapor::Field::date, "date"},
        {channels::sp4n_lapor::Field::title, "title"},
        {channels::sp4n_lapor::Field::text, "text"},
        {channels::sp4n_lapor::Field::category, "category"},
        {channels::sp4n_lapor::Field::classification, "classification"},
        {channels::sp4n_lapor::Field::status, "status"},
        {channels::sp4n_lapor::Field::unit, "unit"},
        {channels::sp4n_lapor::Field::place, "place"},
        {channels::sp4n_lapor::Field::nature, "nature"},
        {channels::sp4n_lapor::Field::oversight, "oversight"},
        {channels::sp4n_lapor::Field::reporter, "reporter"},
    });

namespace channels::sp4n_lapor {
BOOST_DESCRIBE_STRUCT(NamedColumn, (), (field, header))
} // namespace channels::sp4n_lapor
