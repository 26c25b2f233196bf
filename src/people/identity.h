// Identities: an author on one network, known by a keyed hash; names, handles and contacts are sealed.
#pragma once
#include "people/contact.h"
#include "people/vault.h"

#include <optional>
#include <string>

namespace people {

using CitizenId = base::Id<struct CitizenTag>;

inline constexpr std::string_view name_column = "identities.name";
inline constexpr std::string_view handle_column = "identities.handle";
inline constexpr std::string_view contact_column = "identities.contact";

/// An author as a network or a form gives them.
struct Author {
    std::string network;
    std::string
        network_id; ///< empty: nobody to recognise again (a form without contact): always a new identity
    std::optional<std::string> name;
    std::optional<std::string> handle;
    Contact contact;
};

/// Opened, for the eyes of one person at one moment.
struct OpenIdentity {
    IdentityId id;
    std::string network;
    std::optional<std::string> name;
    std::optional<std::string> handle;
    Contact contact;
};

/// What may be done with a reporter's words and name: decided by them, kept with the case.
struct Consent {
    bool words_may_be_public = false; ///< private channels: no words in public without it
    bool may_be_contacted = false;
    bool operator==(const Consent&) const = default;
};
/// As one number for a column, and back; unknown bits are `field.invalid`.
[[nodiscard]] int to_flags(const Consent& consent) noexcept;
[[nodiscard]] base::Result<Consent> consent_from(int flags);

} // namespace people
