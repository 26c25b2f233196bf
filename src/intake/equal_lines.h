// How often a line stood in the file before: what tells equal lines apart when the file has no ids. Pure.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace intake {

/// Sixteen bytes for each line at most: lines are kept by 64 bits of their hash. Two lines that agree in
/// those count as equal here; their ids differ all the same, for these hold the whole hash.
class EqualLines {
public:
    /// 1 for the first with that hash, 2 for the second, ...
    [[nodiscard]] std::uint32_t ordinal(std::uint64_t hash);

private:
    void grow();
    std::vector<std::uint64_t> slots_ = std::vector<std::uint64_t>(1024); ///< open addressing; 0: free
    std::size_t used_ = 0;
    std::unordered_map<std::uint64_t, std::uint32_t> repeated_; ///< those that came more than once
};

/// "baris-<hash>-<ordinal>": the same for the same line of the same file, whenever it is imported.
[[nodiscard]] std::string network_id_of_line(std::string_view raw, EqualLines& before);

} // namespace intake
