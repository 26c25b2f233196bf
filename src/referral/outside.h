// What an administrator may enter for an agency outside. Refusals: field.* with the field.
#pragma once
#include "agency/outside.h"
#include "base/problem.h"

namespace referral {

/// Cleaned and checked: a name, an address that fits the way, a service for Open311. Never the key.
[[nodiscard]] base::Result<agency::OutsideAgency> checked(agency::OutsideAgency outside);
/// A key of an endpoint as it was entered; empty stays empty.
[[nodiscard]] base::Result<std::string> checked_key(std::string_view key);
/// Where its key is sealed in the vault.
[[nodiscard]] std::string key_place(agency::OutsideId id);

} // namespace referral
