// Which columns of an imported file say what: "text=isi,created_at=tanggal,area=kelurahan+kecamatan". Pure.
#pragma once
#include "base/codes.h"
#include "intake/import_reader.h"

#include <array>

namespace intake {

/// address: what the citizen wrote about the place; area: the place itself, as a code or by its names;
/// answered_at: when the agency had answered what is history, empty when it never did.
enum class ImportMember { text, created_at, id, office, area, topic, author, address, answered_at };
inline constexpr std::size_t import_members = 9;

class ImportColumns {
public:
    /// `field.missing` without text or created_at, `field.invalid` for what is no member or named twice; both
    /// with the member. A column whose name has a comma stands in quotes; several columns are joined by "+".
    [[nodiscard]] static base::Result<ImportColumns> parse(std::string_view spec);

    /// Of all members, in the order in which a reader shall give their cells.
    [[nodiscard]] const std::vector<std::string>& names() const noexcept { return names_; }
    [[nodiscard]] bool has(ImportMember member) const noexcept {
        return !places_[static_cast<std::size_t>(member)].empty();
    }
    /// The trimmed cells of a member: of the text on lines of their own, of others with ", " between them.
    [[nodiscard]] std::string value(const ImportRecord& record, ImportMember member) const;

private:
    std::vector<std::string> names_;
    std::array<std::vector<std::size_t>, import_members> places_;
};

} // namespace intake

template <> inline constexpr auto base::codes<intake::ImportMember> =
    std::to_array<base::Coded<intake::ImportMember>>({
        {intake::ImportMember::text, "text"},
        {intake::ImportMember::created_at, "created_at"},
        {intake::ImportMember::id, "id"},
        {intake::ImportMember::office, "office"},
        {intake::ImportMember::area, "area"},
        {intake::ImportMember::topic, "topic"},
        {intake::ImportMember::author, "author"},
        {intake::ImportMember::address, "address"},
        {intake::ImportMember::answered_at, "answered_at"},
    });
