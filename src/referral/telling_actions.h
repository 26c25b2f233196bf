// Telling staff that a hand-over waits for them, and mails of ours that came back. Never fails but by a
// broken database.
#pragma once
#include "referral/delivery_actions.h"

namespace referral {

/// Whoever nobody told yet: not known to have arrived, refused or come back (the coordinators), closed there
/// (who has the case). Once for each, in quiet hours without a mail, with an event that says who was told.
void tell_staff(db::Tx& tx, const cases::Context& context);

/// A mail that was sent did not arrive after all. `mail` is what stands before the @ of its Message-ID; what
/// is no hand-over or wrongly signed changes nothing.
void note_returned(db::Tx& tx, const people::Vault& vault, base::AgencyId agency, std::string_view mail,
                   std::string_view status, base::Time now);

} // namespace referral
