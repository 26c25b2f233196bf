// Ordered name/value pairs: query and form fields compare names exactly, headers without regard to ASCII
// case. Names may repeat; a missing name is an empty view or nullopt, never a failure.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace http {

[[nodiscard]] bool same_ignoring_case(std::string_view a, std::string_view b) noexcept;

template <bool (*same)(std::string_view, std::string_view) noexcept> class NamedValues {
public:
    using Pair = std::pair<std::string, std::string>;

    void add(std::string name, std::string value) { pairs_.emplace_back(std::move(name), std::move(value)); }
    /// Replaces every value of the name.
    void set(std::string name, std::string value) {
        remove(name);
        add(std::move(name), std::move(value));
    }
    void remove(std::string_view name) {
        std::erase_if(pairs_, [&](const Pair& pair) { return same(pair.first, name); });
    }

    /// The first value of the name.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const {
        for (const auto& [key, value] : pairs_)
            if (same(key, name)) return std::string_view(value);
        return std::nullopt;
    }
    /// The first value of the name, empty when it is missing.
    [[nodiscard]] std::string_view value(std::string_view name) const { return find(name).value_or(""); }
    [[nodiscard]] std::vector<std::string_view> all(std::string_view name) const {
        std::vector<std::string_view> values;
        for (const auto& [key, value] : pairs_)
            if (same(key, name)) values.emplace_back(value);
        return values;
    }
    [[nodiscard]] bool has(std::string_view name) const { return find(name).has_value(); }

    [[nodiscard]] std::size_t size() const noexcept { return pairs_.size(); }
    [[nodiscard]] bool empty() const noexcept { return pairs_.empty(); }
    [[nodiscard]] auto begin() const noexcept { return pairs_.begin(); }
    [[nodiscard]] auto end() const noexcept { return pairs_.end(); }

private:
    std::vector<Pair> pairs_;
};

namespace detail {
inline bool same_exactly(std::string_view a, std::string_view b) noexcept {
    return a == b;
}
} // namespace detail

using Fields = NamedValues<detail::same_exactly>;
using Headers = NamedValues<same_ignoring_case>;

} // namespace http
