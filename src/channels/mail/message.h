// A mail as bytes (RFC 5322, MIME): made by GMime, each header once, CRLF. Names and subjects come from
// people: line breaks and control characters are taken out before they reach a header.
#pragma once
#include "outgoing/sender.h"

namespace channels::mail {

/// `from` is a checked address; its domain is that of the Message-ID, so that DKIM can sign for it.
[[nodiscard]] std::string to_bytes(const outgoing::Mail& mail, std::string_view from);

/// "<7301.1.k2v…@contoh.go.id>": the same for the same mail, however often it is sent.
[[nodiscard]] std::string message_id(const outgoing::Mail& mail, std::string_view from);

} // namespace channels::mail
