#include "channels/sp4n_lapor/column.h"

#include "channels/sp4n_lapor/label.h"

#include <algorithm>

namespace channels::sp4n_lapor {
namespace {

struct Usual {
    Field field;
    std::string_view header; ///< folded
};

/// The first of a field is the one that pages name.
constexpr auto usual = std::to_array<Usual>({
    {Field::tracking_id, "tracking id"},
    {Field::tracking_id, "trackingid"},
    {Field::tracking_id, "id laporan"},
    {Field::tracking_id, "nomor laporan"},
    {Field::tracking_id, "no laporan"},
    {Field::tracking_id, "kode laporan"},
    {Field::date, "tanggal laporan"},
    {Field::date, "tanggal laporan masuk"},
    {Field::date, "tanggal masuk"},
    {Field::date, "tanggal"},
    {Field::date, "tgl laporan"},
    {Field::title, "judul laporan"},
    {Field::title, "judul"},
    {Field::text, "isi laporan"},
    {Field::text, "isi"},
    {Field::text, "isi laporan awal"},
    {Field::text, "uraian"},
    {Field::category, "kategori"},
    {Field::category, "kategori laporan"},
    {Field::category, "topik"},
    {Field::classification, "klasifikasi"},
    {Field::classification, "klasifikasi laporan"},
    {Field::classification, "jenis laporan"},
    {Field::status, "status"},
    {Field::status, "status laporan"},
    {Field::unit, "instansi terdisposisi"},
    {Field::unit, "unit terdisposisi"},
    {Field::unit, "instansi unit terdisposisi"},
    {Field::unit, "disposisi"},
    {Field::unit, "instansi"},
    {Field::unit, "unit kerja"},
    {Field::place, "lokasi"},
    {Field::place, "lokasi kejadian"},
    {Field::nature, "sifat"},
    {Field::nature, "sifat laporan"},
    {Field::oversight, "berkadar pengawasan"},
    {Field::oversight, "kadar pengawasan"},
    {Field::reporter, "nama pelapor"},
    {Field::reporter, "pelapor"},
});

} // namespace

base::Result<Columns> Columns::find(std::span<const std::string> header, std::span<const NamedColumn> named) {
    std::vector<std::string> names;
    for (const auto& cell : header)
        names.push_back(folded(cell));
    auto position = [&](std::string_view wanted) -> std::optional<std::size_t> {
        auto found = std::ranges::find(names, wanted);
        if (found == names.end()) return std::nullopt;
        return static_cast<std::size_t>(found - names.begin());
    };
    Columns out;
    for (const auto& row : named)
        out.at_[static_cast<std::size_t>(row.field)] = position(folded(row.header));
    for (const auto& [field, name] : usual) {
        auto& at = out.at_[static_cast<std::size_t>(field)];
        const bool is_named = std::ranges::find(named, field, &NamedColumn::field) != named.end();
        if (!at && !is_named) at = position(name);
    }
    for (Field field : {Field::tracking_id, Field::date, Field::text})
        if (!out.at_[static_cast<std::size_t>(field)])
            return base::fail_field(std::string(base::code_of(field)), "lapor.column_missing");
    return out;
}

std::string_view Columns::cell(const std::vector<std::string>& cells, Field field) const noexcept {
    const auto at = at_[static_cast<std::size_t>(field)];
    return at && *at < cells.size() ? std::string_view(cells[*at]) : std::string_view{};
}

std::string_view usual_header(Field field) noexcept {
    return std::ranges::find(usual, field, &Usual::field)->header;
}

} // namespace channels::sp4n_lapor
