// Offices (unit kerja): the nodes of an agency's tree, and the tree itself, built once and asked often.
#pragma once
#include "base/id.h"

#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace agency {

using OfficeId = base::Id<struct OfficeTag>;

struct Office {
    OfficeId id;
    std::optional<OfficeId> parent;
    std::string name;
    std::string short_name;
    bool is_active = true;
    std::string code = {}; ///< stable name in setup files: 0 to 40 of a-z, 0-9, "-"; empty: see codes_of()
};

/// Cleans the names, checks the code: field.missing, field.invalid.
[[nodiscard]] base::Result<Office> checked(Office office);

/// Immutable. Offices stand in preorder, so that everything below one is a range; what names an unknown
/// parent or stands in a circle counts as a root, so that broken data hides nothing.
class OfficeTree {
public:
    OfficeTree() = default;
    explicit OfficeTree(std::vector<Office> offices);

    [[nodiscard]] const Office* find(OfficeId id) const noexcept;
    /// True for the ancestor itself and all below it; false when either is unknown.
    [[nodiscard]] bool is_below(OfficeId office, OfficeId ancestor) const noexcept;
    /// The office itself first, then all below it; empty when unknown.
    [[nodiscard]] std::span<const Office> below(OfficeId office) const noexcept;
    /// One level up; null at a root.
    [[nodiscard]] const Office* parent_of(OfficeId office) const noexcept;
    /// From the root down to the office itself.
    [[nodiscard]] std::vector<const Office*> path(OfficeId office) const;
    /// "Dinas PU / Suku Dinas Jakarta Selatan", without the root where there is something below it.
    [[nodiscard]] std::string path_name(OfficeId office) const;
    [[nodiscard]] std::span<const Office> all() const noexcept { return offices_; }

private:
    std::vector<Office> offices_;
    std::vector<std::size_t> ends_; ///< one past the last office below the one at the same index
    std::unordered_map<OfficeId, std::size_t> index_;
};

/// The code of each office, in the order of the tree: its own, else one made from its short name, each once.
[[nodiscard]] std::vector<std::pair<OfficeId, std::string>> codes_of(const OfficeTree& offices);

} // namespace agency
