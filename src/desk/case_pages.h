// /meja/laporan/{kode}: one page on which a case is worked to its end, and the page that shows an opened
// identity once.
#pragma once
#include "desk/command_pages.h"
#include "desk/presence.h"
#include "staff/console_pages.h"

namespace desk {

struct CasePageInput {
    const CaseView& view;
    const agency::Directory& directory;
    const staff::Principal& person;
    base::Language language = base::Language::id;
    std::string csrf;
    base::Time now{};
    std::optional<CommandDraft> open = {};     ///< the form that stands open
    std::optional<base::Problem> problem = {}; ///< why it came back
    CommandChoices choices = {};
    std::optional<cases::CommandName> done = {}; ///< what the person has just done
    std::vector<Looking> others = {};            ///< who else looks at it
    bool reason_is_missing = false;              ///< a "belum" was to be kept as solved without saying why
};
[[nodiscard]] html::Markup desk_case_page(const CasePageInput& input);

struct IdentityPageInput {
    const cases::Case& c;
    const people::OpenIdentity& identity;
    const std::vector<Said>& said; ///< as written
    const agency::Directory& directory;
    const staff::Principal& person;
    base::Language language = base::Language::id;
    std::string csrf;
};
[[nodiscard]] html::Markup identity_page(const IdentityPageInput& input);

/// The case went to where the person does not see it: what was done, and the way back to the desk.
struct GonePageInput {
    std::string code;
    cases::CommandName done;
    std::string office; ///< for assign: where it went
    const agency::Directory& directory;
    const staff::Principal& person;
    base::Language language = base::Language::id;
    std::string csrf;
};
[[nodiscard]] html::Markup gone_page(const GonePageInput& input);

} // namespace desk
