// The mail server that takes our mails, as the settings name it. Refusal: invalid `config.invalid`, with the
// key in the detail.
#pragma once
#include "base/result.h"

#include <string>

namespace channels::mail {

enum class Tls {
    required, ///< STARTTLS, or TLS from the first byte with smtps://
    off,      ///< only towards this machine
};

/// As written in the settings.
struct RelaySettings {
    std::string relay; ///< "smtp://127.0.0.1:2525", "smtps://mail.contoh.go.id"
    std::string from;  ///< "lapor@contoh.go.id"
    std::string user = {};
    std::string password = {};
    std::string tls = {}; ///< "required" or "off"; empty: off towards this machine, else required
};

struct Relay {
    std::string url; ///< with the name that we greet with as its path
    std::string from;
    std::string user;
    std::string password;
    Tls tls = Tls::required;
};
[[nodiscard]] base::Result<Relay> checked(const RelaySettings& settings);

} // namespace channels::mail
