// What our own mail server found out about who sent a mail (RFC 8601). Only its word counts: the first
// Authentication-Results header, and only when it names the server that an administrator named; such a server
// takes out headers of its name that came from outside. Pure.
#pragma once
#include "items/mail_in.h"

#include <string_view>

namespace channels::mail {

/// `header`: the value of the first such header of the mail. `server`: its authserv-id; empty: nobody is
/// believed. `domain`: of the From address. Proven: DMARC passed; or, where it says nothing, DKIM of that
/// domain or SPF of that domain.
[[nodiscard]] items::SenderProof sender_proof(std::string_view header, std::string_view server,
                                              std::string_view domain);

} // namespace channels::mail
