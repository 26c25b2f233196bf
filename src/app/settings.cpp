#include "app/settings.h"

#include <toml++/toml.h>

#include <algorithm>

namespace app {
namespace {

base::Result<void> refuse(std::string_view key) {
    return base::fail(base::Kind::invalid, "config.invalid",
                      "config: " + std::string(key) + " is not as it must be");
}

/// Takes `table[key]` into `out` when it is there and `out` still has its default.
template <class T, class Out>
base::Result<void> take(const toml::table& table, std::string_view key, Out& out, const Out& usual) {
    auto node = table[key];
    if (!node) return {};
    auto value = node.value_exact<T>();
    if (!value) return refuse(key);
    if (out == usual) out = Out(*value);
    return {};
}

base::Result<void> take_mail(const toml::table& table, MailSettings& mail) {
    auto node = table["mail"];
    if (!node) return {};
    const toml::table* part = node.as_table();
    if (!part) return refuse("mail");
    for (const auto& [key, value] : *part) {
        static constexpr std::string_view known[] = {"relay", "from", "user", "password_file", "tls"};
        if (std::ranges::find(known, key.str()) == std::end(known))
            return refuse("mail." + std::string(key.str()));
    }
    const MailSettings usual;
    for (auto&& done : {take<std::string>(*part, "relay", mail.relay, usual.relay),
                        take<std::string>(*part, "from", mail.from, usual.from),
                        take<std::string>(*part, "user", mail.user, usual.user),
                        take<std::string>(*part, "password_file", mail.password_file, usual.password_file),
                        take<std::string>(*part, "tls", mail.tls, usual.tls)})
        if (!done) return done;
    return {};
}

base::Result<void> take_limits(const toml::table& table, LimitSettings& limits) {
    auto node = table["limits"];
    if (!node) return {};
    const toml::table* part = node.as_table();
    if (!part) return refuse("limits");
    const std::pair<std::string_view, int*> known[] = {
        {"connections", &limits.connections},
        {"connections_per_address", &limits.connections_per_address},
        {"streams", &limits.streams},
        {"uploads", &limits.uploads},
        {"anonymous_per_second", &limits.anonymous_per_second},
        {"signed_in_per_second", &limits.signed_in_per_second},
        {"account_per_second", &limits.account_per_second},
        {"forms_per_minute", &limits.forms_per_minute}};
    for (const auto& [key, value] : *part) {
        const auto found = std::ranges::find(known, key.str(), &std::pair<std::string_view, int*>::first);
        const auto number = value.value_exact<std::int64_t>();
        const int most = key.str().ends_with("_per_second") ? 1'000 : 1'000'000; // buckets count in ms
        if (found == std::end(known) || !number || *number < 1 || *number > most)
            return refuse("limits." + std::string(key.str()));
        *found->second = static_cast<int>(*number);
    }
    return {};
}

/// Scheme and host, nothing behind them.
bool is_public_url(std::string_view url) {
    const std::size_t scheme = url.starts_with("https://") ? 8 : url.starts_with("http://") ? 7 : 0;
    return scheme > 0 && url.size() > scheme && url.size() < 256 &&
           url.find_first_of("/?# \t\r\n\"<>@\\", scheme) == std::string_view::npos;
}

} // namespace

base::Result<Settings> with_config(Settings settings, const std::filesystem::path& file) {
    const Settings usual;
    try {
        toml::table table = toml::parse_file(file.string());
        for (const auto& [key, node] : table) {
            static constexpr std::string_view known[] = {"data",
                                                         "database",
                                                         "listen",
                                                         "trusted_proxies",
                                                         "tls_certificate",
                                                         "tls_key",
                                                         "vault_key",
                                                         "node",
                                                         "workers",
                                                         "public_url",
                                                         "mail",
                                                         "limits",
                                                         "allow_private_networks",
                                                         "learns_at_night"};
            if (std::ranges::find(known, key.str()) == std::end(known)) {
                return base::fail(base::Kind::invalid, "config.invalid",
                                  "config: unknown key " + std::string(key.str()));
            }
        }
        for (auto&& done :
             {take<std::string>(table, "data", settings.data, usual.data),
              take<std::string>(table, "database", settings.database, usual.database),
              take<std::string>(table, "listen", settings.listen, usual.listen),
              take<std::string>(table, "tls_certificate", settings.tls_certificate, usual.tls_certificate),
              take<std::string>(table, "tls_key", settings.tls_key, usual.tls_key),
              take<std::string>(table, "vault_key", settings.vault_key, usual.vault_key),
              take<std::string>(table, "public_url", settings.public_url, usual.public_url),
              take<bool>(table, "allow_private_networks", settings.allow_private_networks,
                         usual.allow_private_networks),
              take<bool>(table, "learns_at_night", settings.learns_at_night, usual.learns_at_night),
              take_mail(table, settings.mail), take_limits(table, settings.limits),
              take<std::int64_t>(table, "node", settings.node, usual.node),
              take<std::int64_t>(table, "workers", settings.workers, usual.workers)})
            if (!done) return std::unexpected(done.error());
        if (auto proxies = table["trusted_proxies"]; proxies && settings.trusted_proxies.empty()) {
            if (!proxies.is_array()) return std::unexpected(refuse("trusted_proxies").error());
            for (const auto& each : *proxies.as_array()) {
                auto text = each.value_exact<std::string>();
                if (!text) return std::unexpected(refuse("trusted_proxies").error());
                settings.trusted_proxies.push_back(*text);
            }
        }
    } catch (const toml::parse_error& error) {
        return base::fail(base::Kind::invalid, "config.unreadable",
                          file.string() + ":" + std::to_string(error.source().begin.line) + ": " +
                              std::string(error.description()));
    }
    if (settings.node < 0 || settings.node > 1023) return std::unexpected(refuse("node").error());
    if (!settings.public_url.empty() && !is_public_url(settings.public_url))
        return std::unexpected(refuse("public_url").error());
    if (settings.workers < 1 || settings.workers > 256) return std::unexpected(refuse("workers").error());
    return settings;
}

} // namespace app
