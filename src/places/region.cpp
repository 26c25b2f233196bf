#include "places/region.h"

#include "places/cue.h"
#include "places/fold.h"
#include "places/shipped.h"

#include <algorithm>

namespace places {
namespace {

constexpr std::size_t symbols = 37; ///< nothing, 0-9, a-z

std::size_t symbol(char c) noexcept {
    if (c >= '0' && c <= '9') return static_cast<std::size_t>(c - '0') + 1;
    if (c >= 'a' && c <= 'z') return static_cast<std::size_t>(c - 'a') + 11;
    return 0;
}

/// Calls `each(alias, number)` for the lines of data/gazetteer/aliases.tsv.
template <class F> void read_aliases(F&& each) {
    for (std::string_view rest = shipped::aliases(); !rest.empty();) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const auto tab = line.find('\t');
        if (line.starts_with('#') || tab == std::string_view::npos) continue;
        if (auto number = code_number(line.substr(tab + 1))) each(line.substr(0, tab), *number);
    }
}

} // namespace

Region::Region(const Gazetteer& gazetteer, std::span<const std::string> prefixes) : gazetteer_(&gazetteer) {
    for (const std::string& prefix : prefixes)
        if (auto number = code_number(prefix); number && gazetteer.row(*number)) roots_.push_back(*number);
    std::ranges::sort(roots_);
    // A root within another adds nothing.
    std::vector<std::uint64_t> outer;
    for (std::uint64_t root : roots_)
        if (outer.empty() || !lies_within(root, outer.back())) outer.push_back(root);
    roots_ = std::move(outer);

    std::vector<NearestVillage::Node> points;
    const auto add = [&](std::span<const Gazetteer::Row> rows) {
        for (const Gazetteer::Row& row : rows) {
            const auto index = static_cast<std::size_t>(&row - gazetteer.rows().data());
            add_name(gazetteer.bare_name(row), index);
            if (row.has_point && level_of(row.number) == Level::village)
                points.push_back({static_cast<float>(row.lat_e4 / 1e4), static_cast<float>(row.lon_e4 / 1e4),
                                  static_cast<std::uint32_t>(index)});
        }
    };
    if (prefixes.empty()) add(gazetteer.rows());
    for (std::uint64_t root : roots_)
        add(gazetteer.below(root));
    read_aliases([&](std::string_view alias, std::uint64_t number) {
        const bool inside = prefixes.empty() || std::ranges::any_of(roots_, [&](std::uint64_t root) {
                                return lies_within(number, root);
                            });
        if (const Gazetteer::Row* row = inside ? gazetteer.row(number) : nullptr)
            add_name(alias, static_cast<std::size_t>(row - gazetteer.rows().data()));
    });
    index();
    nearest_ = NearestVillage(std::move(points));
}

void Region::add_name(std::string_view name, std::size_t row) {
    const auto add = [&](std::string_view part) {
        const auto at = folded_.size();
        for (char c : part)
            if (char f = folded(c)) folded_ += f;
        const auto size = folded_.size() - at;
        if (size < 2)
            folded_.resize(at);
        else
            names_.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(size),
                              static_cast<std::uint32_t>(row)});
    };
    add(name);
    if (auto open = name.find('('); open != std::string_view::npos && open > 0) add(name.substr(0, open));
}

void Region::index() {
    folded_.shrink_to_fit();
    // The first eight characters as a number decide most comparisons without a look at the spelling.
    std::vector<std::pair<std::uint64_t, Name>> keyed;
    keyed.reserve(names_.size());
    for (const Name& name : names_) {
        std::uint64_t key = 0;
        const std::string_view spelled = spelling(name);
        for (std::size_t i = 0; i < 8; ++i)
            key = key << 8U | (i < spelled.size() ? static_cast<unsigned char>(spelled[i]) : 0U);
        keyed.emplace_back(key, name);
    }
    std::ranges::sort(keyed, [&](const auto& a, const auto& b) {
        if (a.first != b.first) return a.first < b.first;
        const int order = spelling(a.second).compare(spelling(b.second));
        return order != 0 ? order < 0 : a.second.row < b.second.row;
    });
    std::ranges::transform(keyed, names_.begin(), &std::pair<std::uint64_t, Name>::second);
    const auto twice = std::ranges::unique(
        names_, [&](const Name& a, const Name& b) { return a.row == b.row && spelling(a) == spelling(b); });
    names_.erase(twice.begin(), twice.end());
    names_.shrink_to_fit();
    pairs_.assign(symbols * symbols + 1, static_cast<std::uint32_t>(names_.size()));
    for (std::size_t i = names_.size(); i-- > 0;) {
        const std::string_view name = spelling(names_[i]);
        pairs_[symbol(name[0]) * symbols + symbol(name[1])] = static_cast<std::uint32_t>(i);
    }
    // A pair that begins no name is empty: it begins where the next one does.
    for (std::size_t i = pairs_.size() - 1; i-- > 0;)
        pairs_[i] = std::min(pairs_[i], pairs_[i + 1]);
}

Region::Range Region::beginning_with(char first, char second) const noexcept {
    const std::size_t at = symbol(first) * symbols + symbol(second);
    return {pairs_[at], pairs_[at + 1]};
}

Region::Range Region::going_on(Range range, std::size_t depth, char next) const noexcept {
    const auto at = [&](const Name& name) { return depth < name.size ? folded_[name.at + depth] : '\0'; };
    const auto begin = names_.begin() + range.first, end = names_.begin() + range.last;
    const auto first = std::partition_point(begin, end, [&](const Name& name) { return at(name) < next; });
    const auto last = std::partition_point(first, end, [&](const Name& name) { return at(name) <= next; });
    return {static_cast<std::uint32_t>(first - names_.begin()),
            static_cast<std::uint32_t>(last - names_.begin())};
}

Region::Range Region::ending(Range range, std::size_t depth) const noexcept {
    const auto begin = names_.begin() + range.first, end = names_.begin() + range.last;
    const auto last = std::partition_point(begin, end, [&](const Name& name) { return name.size == depth; });
    return {range.first, static_cast<std::uint32_t>(last - names_.begin())};
}

bool Region::contains(std::string_view code) const noexcept {
    const auto number = code_number(code);
    if (!number || !gazetteer_->row(*number)) return false;
    return roots_.empty()
               ? !names_.empty()
               : std::ranges::any_of(roots_, [&](std::uint64_t root) { return lies_within(*number, root); });
}

bool Region::is_root(std::uint64_t number) const noexcept {
    return std::ranges::binary_search(roots_, number);
}

std::optional<std::uint64_t> Region::around() const noexcept {
    if (roots_.empty()) return std::nullopt;
    for (Level level : {Level::village, Level::district, Level::regency, Level::province}) {
        const std::uint64_t area = at_level(roots_.front(), level);
        if (std::ranges::all_of(roots_, [&](std::uint64_t root) { return lies_within(root, area); }))
            return area;
    }
    return std::nullopt;
}

std::size_t Region::size() const noexcept {
    if (roots_.empty()) return names_.empty() ? 0 : gazetteer_->size();
    std::size_t sum = 0;
    for (std::uint64_t root : roots_)
        sum += gazetteer_->below(root).size();
    return sum;
}

Region::Range Region::lookup(std::string_view folded_name) const noexcept {
    if (folded_name.size() < 2) return {0, 0};
    Range range = beginning_with(folded_name[0], folded_name[1]);
    for (std::size_t i = 2; i < folded_name.size() && !range.empty(); ++i)
        range = going_on(range, i, folded_name[i]);
    return range.empty() ? range : ending(range, folded_name.size());
}

std::vector<Area> Region::named(std::string_view name) const {
    std::vector<Area> out;
    Cue level = Cue::none;
    // The whole first ("Kota Baru"), then without the words that only tell the level ("Kec. Tebet").
    for (;;) {
        const Range range = lookup(fold(name));
        for (std::uint32_t i = range.first; i < range.last; ++i) {
            const Gazetteer::Row& row = gazetteer_->rows()[names_[i].row];
            if (level == Cue::none || fits(level, row.number)) out.push_back(gazetteer_->area(row));
        }
        if (!out.empty()) return out;
        std::size_t at = 0, word_end = 0;
        while (at < name.size() && !folded(name[at]))
            ++at;
        for (word_end = at; word_end < name.size() && folded(name[word_end]);)
            ++word_end;
        const Cue cue = cue_of(fold(name.substr(at, word_end - at)));
        if (cue == Cue::none || cue == Cue::street || (cue == Cue::filler && level == Cue::none)) return out;
        if (cue != Cue::filler) level = cue;
        name.remove_prefix(word_end);
    }
}

std::optional<Near> Region::nearest(Point point) const {
    if (!in_indonesia(point)) return std::nullopt;
    auto hit = nearest_.nearest(point);
    if (!hit) return std::nullopt;
    return Near{gazetteer_->area(gazetteer_->rows()[hit->row]), hit->km};
}

} // namespace places
