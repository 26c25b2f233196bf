// The areas of Indonesia: code -> area, its parents and children, names as people write them. Reading the
// lines fails with `gazetteer.line` and the number of the line; look-ups give nullopt or nothing.
#pragma once
#include "base/result.h"
#include "places/area.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace places {

class Region;

class Gazetteer {
public:
    /// Lines of `code<TAB>name<TAB>lat<TAB>lon`, in order of their codes, each after the area around it; lat
    /// and lon may both be empty. `lines` must outlive the gazetteer: names are read in place.
    [[nodiscard]] static base::Result<Gazetteer> parse(std::string_view lines);

    [[nodiscard]] std::size_t size() const noexcept { return rows_.size(); }
    [[nodiscard]] std::optional<Area> find(std::string_view code) const;
    /// The area itself first, its province last; empty for an unknown code.
    [[nodiscard]] std::vector<Area> chain(std::string_view code) const;
    /// The areas right below one; the provinces for "".
    [[nodiscard]] std::vector<Area> children(std::string_view code) const;

    /// "Jakarta Selatan" for Kota Administrasi Jakarta Selatan; "Kota Malang" and "Kabupaten Malang" keep
    /// theirs, for there are two. Empty for an unknown code.
    [[nodiscard]] std::string everyday_name(std::string_view code) const;
    /// "Tebet Barat, Tebet, Jakarta Selatan"; the province stands only where it is the area itself.
    [[nodiscard]] std::string full_name(std::string_view code) const;

    /// The names and points inside an agency's region, all of Indonesia when no prefix is given. Unknown
    /// codes count for nothing. Costs some milliseconds for a province: keep it with the agency.
    [[nodiscard]] Region within(std::span<const std::string> prefixes) const;

    struct Row {
        std::uint64_t number;
        std::uint32_t name_at;
        std::uint8_t name_size;
        bool has_point; ///< false: lat and lon are those of the area around it
        std::int32_t lat_e4;
        std::int32_t lon_e4;
    };
    [[nodiscard]] std::span<const Row> rows() const noexcept { return rows_; }
    [[nodiscard]] std::string_view name(const Row& row) const noexcept {
        return lines_.substr(row.name_at, row.name_size);
    }
    [[nodiscard]] Area area(const Row& row) const;
    [[nodiscard]] std::string everyday_name(const Row& row) const;
    /// Without "Kota", "Kabupaten": several regencies may have it.
    [[nodiscard]] std::string_view bare_name(const Row& row) const noexcept;
    /// The rows that are `number` or lie within it.
    [[nodiscard]] std::span<const Row> below(std::uint64_t number) const noexcept;
    [[nodiscard]] const Row* row(std::uint64_t number) const noexcept;

private:
    std::string_view lines_;
    std::vector<Row> rows_;
    std::vector<std::uint32_t> regencies_; ///< indices of their rows
};

/// The shipped gazetteer, read at the first call (thread-safe) and kept.
[[nodiscard]] const Gazetteer& gazetteer();

} // namespace places
