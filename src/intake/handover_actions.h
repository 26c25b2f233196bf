// A case that is referred to another agency of this installation comes in there by that agency's own intake;
// its code comes back as the receipt. Refusals: not_found `agency.unknown`, `case.not_found`, those of
// accept().
#pragma once
#include "agency/directory_actions.h"
#include "intake/accept_actions.h"

namespace intake {

/// The network of the account by which other agencies hand cases over.
inline constexpr std::string_view handover_network = "instansi";

/// Does it once, however often it is called: the item is known by the case, the receipt by its event. Nothing
/// happens unless the case is referred there.
[[nodiscard]] base::Result<void> hand_over(const Services& services, agency::Directories& directories,
                                           base::AgencyId from, cases::CaseId id);

} // namespace intake
