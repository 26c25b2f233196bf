// The connector of mailboxes: reads them, without I/O. Answers to mails leave through the installation's
// relay (smtp_sender.h), not through here.
#pragma once
#include "network/channel.h"

namespace channels::mail {

[[nodiscard]] network::ChannelPtr make_mailbox_channel();

} // namespace channels::mail
