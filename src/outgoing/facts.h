// What the variables of a message are in one case. Pure; what is not known has no value.
#pragma once
#include "agency/directory.h"
#include "cases/event.h"
#include "deadlines/deadline.h"
#include "outgoing/template.h"

#include <optional>
#include <span>

namespace outgoing {

/// Everything that a message is made of, at one moment.
struct Occasion {
    TemplateKey key = TemplateKey::received;
    const cases::Case& c;
    const cases::Body* body = nullptr;              ///< of the event; null when it is none of the case
    std::span<const deadlines::Deadline> deadlines; ///< of the case
    const agency::Directory& directory;
    std::optional<base::Time> people_back; ///< only outside office hours
    std::string link;                      ///< to the case's page; empty when there is none
    base::Language language = base::Language::id;
    base::Time now{};
    std::string deadline = {}; ///< which one it is about; empty: the one its key speaks of
    std::string reason = {};   ///< why the deadline was changed
};
[[nodiscard]] Facts facts_of(const Occasion& occasion);
/// The same for a mail that must not tell what it is about.
[[nodiscard]] Facts discreet_facts_of(const Occasion& occasion);

/// "hari ini pukul 07.30 WIB", "Senin pukul 07.30 WIB" within six days, else with the date.
[[nodiscard]] std::string spoken_opening(base::Time opening, base::Time now, base::Zone zone,
                                         base::Language language);

} // namespace outgoing
