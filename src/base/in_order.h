// Lists of words that are written as they are thought of and searched as they are sorted.
#pragma once
#include <algorithm>
#include <array>
#include <functional>

namespace base {

/// Sorted while it is compiled, by `key`: for std::ranges::binary_search and its kin.
template <class Row, std::size_t n, class Key = std::identity>
consteval std::array<Row, n> in_order(std::array<Row, n> rows, Key key = {}) {
    std::ranges::sort(rows, {}, key);
    return rows;
}

} // namespace base
