// What an administrator may see and change: everything with the role at a root, else offices and staff below
// the office at which the role is held. Pure.
#pragma once
#include "staff/person.h"

namespace administration {

class Reach {
public:
    Reach(const staff::Principal& person, const agency::Directory& directory);

    /// Holds the role anywhere.
    [[nodiscard]] bool is_any() const noexcept { return !tops_.empty(); }
    /// Administrator of the whole agency: topics, rules, deadlines, accounts and the agency itself too.
    [[nodiscard]] bool is_whole() const noexcept { return is_whole_; }
    /// The office may be seen, renamed, closed, and offices added below it.
    [[nodiscard]] bool has(agency::OfficeId office) const noexcept;
    /// It may be moved: it stands below an office of this reach (or is any office, for the whole).
    [[nodiscard]] bool may_move(agency::OfficeId office) const noexcept;
    /// May be given another password, suspended, or lose roles: every role of theirs is within reach, so that
    /// nobody takes over somebody above. A person without roles belongs to the whole.
    [[nodiscard]] bool has(const staff::Person& person) const noexcept;
    /// Stands in the list: one role at least is within reach.
    [[nodiscard]] bool sees(const staff::Person& person) const noexcept;
    [[nodiscard]] bool has_all(std::span<const staff::HeldRole> roles) const noexcept;
    /// In the order of the tree.
    [[nodiscard]] std::vector<const agency::Office*> offices() const;

private:
    const agency::Directory& directory_;
    std::vector<agency::OfficeId> tops_;
    bool is_whole_ = false;
};

/// Is it the person's own last role as administrator? Nobody takes that from themselves: an agency without an
/// administrator could be helped on the command line only.
[[nodiscard]] bool is_own_last(const staff::Principal& by, const staff::Person& person,
                               std::optional<staff::HeldRole> taken) noexcept;

} // namespace administration
