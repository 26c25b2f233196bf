// A command as a form of /meja/laporan/{kode}/{tindakan} carries it: its noun in the URL, its members by the
// names of contract.md, and what its author had seen of the case. Plain; reading fails as
// cases::read_command does.
#pragma once
#include "desk/case_view.h"

#include <map>

namespace desk {

/// The choice among places that says there is none.
inline constexpr std::string_view no_place = "-";
inline constexpr std::size_t max_form_photos = 3; ///< of one form; rounds of proof may have more

/// "disposisi" of assign: the last part of the URL.
[[nodiscard]] std::string_view noun_of(cases::CommandName name) noexcept;
/// Only what staff may be asked for.
[[nodiscard]] std::optional<cases::CommandName> command_of_noun(std::string_view noun) noexcept;

/// What was typed, kept as it was typed, so that a form that comes back has lost nothing.
struct CommandDraft {
    cases::CommandName name = cases::CommandName::note;
    std::optional<int> version = {}; ///< of the case that the author saw
    std::size_t events_seen = 0;     ///< how many events it had then
    std::map<std::string, std::string, std::less<>> fields = {};
    std::vector<std::string> photos = {}; ///< sha256, taken in already

    [[nodiscard]] std::string value(std::string_view field) const;
    void set(std::string_view field, std::string value) { fields[std::string(field)] = std::move(value); }
};

/// The members that a form of that command may carry.
[[nodiscard]] std::vector<std::string_view> fields_of(cases::CommandName name);

/// Members that were left empty count as not given.
[[nodiscard]] base::Result<cases::Command> to_command(const CommandDraft& draft);

/// The form as it opens: filled with what is known and proposed, so that the usual case is one press.
[[nodiscard]] CommandDraft opened(const CaseView& view, cases::CommandName name);
/// Fills what is still empty with what reading is sure of.
void follow_hints(CommandDraft& draft, const Hints& hints);
/// What is done next in the usual case; none when that is not the person's.
[[nodiscard]] std::optional<cases::CommandName> usual_next(const CaseView& view);

/// The version to hold against the case: none for what stands beside it and outdates nobody's form.
[[nodiscard]] std::optional<int> version_of(const CommandDraft& draft) noexcept;

/// The command that takes it back at once, where there is one.
[[nodiscard]] std::optional<cases::CommandName> undo_of(cases::CommandName name) noexcept;

} // namespace desk
