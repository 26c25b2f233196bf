// What the data folder remembers beside the database, so that an older database put in its place is known for
// what it is: how far the events of each agency had come (DATA/reached), and whose key was destroyed and what
// was redacted (DATA/erased). Numbers only, no names. Throws std::system_error when the disk refuses.
#pragma once
#include "base/id.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace app {

/// The last position that was given, and the event that has it.
struct Reached {
    base::AgencyId agency;
    std::int64_t position = 0;
    std::int64_t event = 0;
    base::Time at{}; ///< of the event
    bool operator==(const Reached&) const = default;
};

struct Gone {
    enum class What { identity, words_of_case };
    What what = What::identity;
    base::AgencyId agency;
    std::int64_t id = 0;
    auto operator<=>(const Gone&) const = default;
};

class Remembered {
public:
    explicit Remembered(std::filesystem::path folder) : folder_(std::move(folder)) {}

    [[nodiscard]] std::vector<Reached> reached() const;
    /// Replaces all of it. After a power cut it may be some seconds old, which is never wrong: the database
    /// itself has come further then.
    void set_reached(const std::vector<Reached>& all) const;
    /// Once each, in order.
    [[nodiscard]] std::vector<Gone> gone() const;
    /// On disk when it returns.
    void add_gone(const std::vector<Gone>& more) const;

private:
    std::filesystem::path folder_;
};

} // namespace app
