#include "places/gazetteer.h"

#include "places/region.h"
#include "places/shipped.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace places {
namespace {

/// Digits with an optional sign and at most four decimals, in ten-thousandths.
std::optional<std::int32_t> degrees_e4(std::string_view text) noexcept {
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    const std::size_t dot = text.find('.');
    const std::string_view whole = text.substr(0, dot);
    std::string_view rest = dot == std::string_view::npos ? std::string_view{} : text.substr(dot + 1);
    if (whole.empty() || whole.size() > 3 || rest.size() > 4) return std::nullopt;
    std::int32_t value = 0;
    for (char c : whole) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    for (std::size_t i = 0; i < 4; ++i) {
        const char c = i < rest.size() ? rest[i] : '0';
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return negative ? -value : value;
}

std::string_view cut(std::string_view& text, char at) noexcept {
    const std::size_t end = text.find(at);
    const std::string_view out = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return out;
}

/// "Kota Administrasi Jakarta Selatan" -> "Jakarta Selatan"
std::string_view without_kind(std::string_view name) noexcept {
    for (std::string_view kind : {"Kabupaten Administrasi ", "Kota Administrasi ", "Kabupaten ", "Kota "})
        if (name.starts_with(kind)) return name.substr(kind.size());
    return name;
}

std::unexpected<base::Problem> bad_line(std::size_t line, std::string_view why) {
    return base::fail(base::Kind::invalid, "gazetteer.line", fmt::format("line {}: {}", line, why));
}

} // namespace

base::Result<Gazetteer> Gazetteer::parse(std::string_view lines) {
    Gazetteer out;
    if (lines.size() > 64U << 20U) return base::fail(base::Kind::too_large, "gazetteer.line", "over 64 MiB");
    out.lines_ = lines;
    out.rows_.reserve(static_cast<std::size_t>(std::ranges::count(lines, '\n')) + 1);
    std::size_t line = 0;
    for (std::string_view rest = lines; !rest.empty();) {
        ++line;
        std::string_view fields = cut(rest, '\n');
        const std::string_view code = cut(fields, '\t'), name = cut(fields, '\t'), lat = cut(fields, '\t');
        const auto number = code_number(code);
        if (!number) return bad_line(line, "a code such as 31.74.01.1001 is expected first");
        if (name.empty() || name.size() > 200)
            return bad_line(line, "a name of 1 to 200 bytes is expected second");
        Row row{*number,
                static_cast<std::uint32_t>(name.data() - lines.data()),
                static_cast<std::uint8_t>(name.size()),
                !(lat.empty() && fields.empty()),
                0,
                0};
        if (!out.rows_.empty() && out.rows_.back().number >= *number)
            return bad_line(line, "codes must rise");
        const Row* around = nullptr;
        if (const Level level = level_of(*number); level != Level::province) {
            around = out.row(at_level(*number, static_cast<Level>(static_cast<int>(level) - 1)));
            if (!around) return bad_line(line, "the area around it must stand before it");
        }
        if (row.has_point) {
            const auto y = degrees_e4(lat), x = degrees_e4(fields);
            if (!y || !x) return bad_line(line, "latitude and longitude in degrees are expected, or neither");
            row.lat_e4 = *y;
            row.lon_e4 = *x;
        } else if (around) {
            row.lat_e4 = around->lat_e4;
            row.lon_e4 = around->lon_e4;
        }
        if (level_of(*number) == Level::regency)
            out.regencies_.push_back(static_cast<std::uint32_t>(out.rows_.size()));
        out.rows_.push_back(row);
    }
    return out;
}

const Gazetteer::Row* Gazetteer::row(std::uint64_t number) const noexcept {
    auto found = std::ranges::lower_bound(rows_, number, {}, &Row::number);
    return found != rows_.end() && found->number == number ? &*found : nullptr;
}

std::span<const Gazetteer::Row> Gazetteer::below(std::uint64_t number) const noexcept {
    auto first = std::ranges::lower_bound(rows_, number, {}, &Row::number);
    auto last = std::partition_point(first, rows_.end(),
                                     [&](const Row& row) { return lies_within(row.number, number); });
    return {first, last};
}

Area Gazetteer::area(const Row& row) const {
    return {code_text(row.number), std::string(name(row)), level_of(row.number), row.lat_e4 / 1e4,
            row.lon_e4 / 1e4};
}

std::string_view Gazetteer::bare_name(const Row& row) const noexcept {
    return level_of(row.number) == Level::regency ? without_kind(name(row)) : name(row);
}

std::optional<Area> Gazetteer::find(std::string_view code) const {
    const auto number = code_number(code);
    const Row* found = number ? row(*number) : nullptr;
    return found ? std::optional(area(*found)) : std::nullopt;
}

std::vector<Area> Gazetteer::chain(std::string_view code) const {
    std::vector<Area> out;
    const auto number = code_number(code);
    if (!number || !row(*number)) return out;
    for (int level = static_cast<int>(level_of(*number)); level >= 0; --level)
        if (const Row* found = row(at_level(*number, static_cast<Level>(level)))) out.push_back(area(*found));
    return out;
}

std::vector<Area> Gazetteer::children(std::string_view code) const {
    std::vector<Area> out;
    const auto number = code_number(code);
    if (!number && !code.empty()) return out;
    const int wanted = number ? static_cast<int>(level_of(*number)) + 1 : 0;
    for (const Row& row : number ? below(*number) : rows())
        if (static_cast<int>(level_of(row.number)) == wanted) out.push_back(area(row));
    return out;
}

std::string Gazetteer::everyday_name(const Row& row) const {
    const std::string_view official = name(row);
    switch (level_of(row.number)) {
    case Level::province:
        if (official == "Daerah Khusus Ibukota Jakarta") return "DKI Jakarta";
        if (official == "Daerah Istimewa Yogyakarta") return "DI Yogyakarta";
        return std::string(official);
    case Level::regency: {
        const std::string_view bare = bare_name(row);
        for (std::uint32_t other : regencies_)
            if (rows_[other].number != row.number && bare_name(rows_[other]) == bare)
                return std::string(official);
        return std::string(bare);
    }
    case Level::district:
    case Level::village: return std::string(official);
    }
    return std::string(official);
}

std::string Gazetteer::everyday_name(std::string_view code) const {
    const auto number = code_number(code);
    const Row* found = number ? row(*number) : nullptr;
    return found ? everyday_name(*found) : std::string{};
}

std::string Gazetteer::full_name(std::string_view code) const {
    std::string out;
    const auto number = code_number(code);
    if (!number || !row(*number)) return out;
    const int own = static_cast<int>(level_of(*number));
    for (int level = own; level >= (own == 0 ? 0 : 1); --level) {
        const Row* found = row(at_level(*number, static_cast<Level>(level)));
        if (!found) continue;
        if (!out.empty()) out += ", ";
        out += everyday_name(*found);
    }
    return out;
}

Region Gazetteer::within(std::span<const std::string> prefixes) const {
    return Region(*this, prefixes);
}

const Gazetteer& gazetteer() {
    static const Gazetteer shipped = [] {
        auto read = Gazetteer::parse(shipped::areas());
        if (!read) throw std::runtime_error("data/gazetteer/areas.tsv, " + read.error().detail);
        return std::move(*read);
    }();
    return shipped;
}

} // namespace places
