// An agency's part of the gazetteer: folded name -> areas, point -> nearest village. Made by
// Gazetteer::within, unchanged after that, so any number of threads may ask it. Nothing here fails; unknown
// names give nothing.
#pragma once
#include "places/gazetteer.h"
#include "places/nearest.h"

namespace places {

class Region {
public:
    Region(const Gazetteer& gazetteer, std::span<const std::string> prefixes);

    [[nodiscard]] bool contains(std::string_view code) const noexcept;
    [[nodiscard]] std::size_t size() const noexcept; ///< areas inside, roots included

    /// Areas with that name or alias, compared by letters and digits alone: "gununganyar", "Jaksel". A word
    /// before it tells the level: "Kec. Tebet", "kel tebet barat".
    [[nodiscard]] std::vector<Area> named(std::string_view name) const;

    /// The village whose middle is nearest; nullopt where the region has no village with a point or the point
    /// is not in Indonesia. The caller decides how many kilometres are too far.
    [[nodiscard]] std::optional<Near> nearest(Point point) const;

    struct Name {
        std::uint32_t at; ///< of the folded name, see spelling()
        std::uint32_t size;
        std::uint32_t row; ///< index into gazetteer().rows()
    };
    [[nodiscard]] const Gazetteer& gazetteer() const noexcept { return *gazetteer_; }
    [[nodiscard]] std::span<const Name> names() const noexcept { return names_; } ///< sorted by folded name
    [[nodiscard]] std::string_view spelling(const Name& name) const noexcept {
        return std::string_view(folded_).substr(name.at, name.size);
    }
    /// The names that begin with those two letters or digits: [first, last) in names().
    struct Range {
        std::uint32_t first;
        std::uint32_t last;
        [[nodiscard]] bool empty() const noexcept { return first == last; }
    };
    [[nodiscard]] Range beginning_with(char first, char second) const noexcept;
    /// Of names that agree in their first `depth` characters, those that go on with `next`.
    [[nodiscard]] Range going_on(Range range, std::size_t depth, char next) const noexcept;
    /// Of such names, those that end there.
    [[nodiscard]] Range ending(Range range, std::size_t depth) const noexcept;
    /// Whether the area is one of the region's own codes: naming it tells nothing new.
    [[nodiscard]] bool is_root(std::uint64_t number) const noexcept;
    /// The smallest area that all of the region lies in; nullopt where it reaches beyond a province.
    [[nodiscard]] std::optional<std::uint64_t> around() const noexcept;

private:
    [[nodiscard]] Range lookup(std::string_view folded_name) const noexcept;
    void add_name(std::string_view name, std::size_t row);
    void index();
    const Gazetteer* gazetteer_;
    std::vector<std::uint64_t> roots_;
    std::string folded_;
    std::vector<Name> names_;
    std::vector<std::uint32_t> pairs_; ///< first name of each pair of beginning characters
    NearestVillage nearest_;
};

} // namespace places
