#include "channels/mail/relay.h"

#include "people/contact.h"

#include <algorithm>

namespace channels::mail {
namespace {

std::unexpected<base::Problem> wrong(std::string_view key, std::string_view why) {
    return base::fail(base::Kind::invalid, "config.invalid",
                      "config: mail." + std::string(key) + " " + std::string(why));
}

struct Address {
    bool is_smtps = false;
    std::string_view host; ///< without port and brackets
};

/// Scheme, host and port alone.
base::Result<Address> parse(std::string_view relay) {
    Address out;
    std::string_view rest = relay;
    if (rest.starts_with("smtps://")) {
        out.is_smtps = true;
        rest.remove_prefix(8);
    } else if (rest.starts_with("smtp://")) {
        rest.remove_prefix(7);
    } else {
        return wrong("relay", "begins with smtp:// or smtps://");
    }
    const auto is_plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
               c == '-' || c == ':' || c == '[' || c == ']';
    };
    if (rest.empty() || rest.size() > 260 || !std::ranges::all_of(rest, is_plain))
        return wrong("relay", "is a host name with a port, nothing more");
    if (rest.starts_with('[')) {
        out.host = rest.substr(1, rest.find(']') == std::string_view::npos ? 0 : rest.find(']') - 1);
    } else {
        out.host = rest.substr(0, rest.find(':'));
    }
    if (out.host.empty()) return wrong("relay", "names no host");
    return out;
}

bool is_this_machine(std::string_view host) {
    return host == "localhost" || host == "::1" || host.starts_with("127.");
}

} // namespace

base::Result<Relay> checked(const RelaySettings& settings) {
    auto address = parse(settings.relay);
    if (!address) return base::pass(address);
    auto from = people::checked_email(settings.from, "mail.from");
    if (!from) return wrong("from", "is the address from which mails come");
    const bool is_here = is_this_machine(address->host);
    Relay out{.url = settings.relay + "/" + from->substr(from->rfind('@') + 1),
              .from = *from,
              .user = settings.user,
              .password = settings.password,
              .tls = is_here && !address->is_smtps ? Tls::off : Tls::required};
    if (settings.tls == "required")
        out.tls = Tls::required;
    else if (settings.tls == "off")
        out.tls = Tls::off;
    else if (!settings.tls.empty())
        return wrong("tls", "is \"required\" or \"off\"");
    if (out.tls == Tls::off && (address->is_smtps || !is_here))
        return wrong("tls", "can be off only for smtp:// towards this machine");
    if (settings.user.empty() != settings.password.empty())
        return wrong("user", "and mail.password_file belong together");
    return out;
}

} // namespace channels::mail
