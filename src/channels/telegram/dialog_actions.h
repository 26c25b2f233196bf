// A bot's dialogs with citizens: a report in three questions, and the answer to a resolved case. What is part
// of one is kept, sealed, until it is a report. Questions are sent as they come up and not again: a citizen
// who did not get one writes on, and what was said is taken in as it is after half an hour.
#pragma once
#include "agency/directory.h"
#include "channels/telegram/dialog.h"
#include "network/services.h"

namespace channels::telegram {

/// What of each message is for intake, in order; empty: it was for the bot alone. May be done again with the
/// same messages: the same goes on.
[[nodiscard]] std::vector<std::optional<items::ItemIn>> hear(const network::Services& services,
                                                             const agency::Directory& directory,
                                                             const agency::Account& account,
                                                             std::span<const items::ItemIn> messages);

/// Ends the dialogs that nobody went on with: what was said is handed to intake, a "belum" without words
/// counts as one.
void end_dialogs(const network::Services& services, const agency::Directory& directory);

} // namespace channels::telegram
