// How mails leave: the sender that the settings ask for. Refusals: `config.invalid` with the key,
// `config.unreadable` for the file of the password.
#pragma once
#include "app/settings.h"
#include "outgoing/compose_actions.h"
#include "outgoing/sender.h"

#include <memory>

namespace app {

/// None without a relay.
[[nodiscard]] base::Result<std::unique_ptr<outgoing::Sender>> sender_for(const Settings& settings);
[[nodiscard]] outgoing::Post post_for(const Settings& settings);

} // namespace app
