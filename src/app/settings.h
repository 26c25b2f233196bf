// What a server is started with: flags, then the file given by --config (TOML), then defaults. Refusals say
// which key.
#pragma once
#include "base/result.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// [mail]: without a relay nothing is mailed.
struct MailSettings {
    std::string relay; ///< "smtp://127.0.0.1:2525"
    std::string from;  ///< the address from which mails come
    std::string user;
    std::filesystem::path password_file;
    std::string tls; ///< "required" or "off"; empty: off towards this machine only
};

/// [limits]: how much one may ask of the server; docs/operate says when to change them.
struct LimitSettings {
    int connections = 10'000;
    int connections_per_address = 4'000;
    int streams = 5'000;            ///< open desks
    int uploads = 2'000;            ///< at once
    int anonymous_per_second = 50;  ///< requests of one address
    int signed_in_per_second = 50;  ///< requests of one session
    int account_per_second = 1'000; ///< requests of one account's tokens
    int forms_per_minute = 60;      ///< report forms of one address
    bool operator==(const LimitSettings&) const = default;
};

struct Settings {
    std::filesystem::path data = "tanggap-data";
    std::string database; ///< postgresql://...; empty: DATA/tanggap.db
    std::string listen = "127.0.0.1:8080";
    std::vector<std::string> trusted_proxies;
    std::filesystem::path tls_certificate;
    std::filesystem::path tls_key;
    std::filesystem::path vault_key; ///< empty: DATA/vault.key
    int node = 0;                    ///< 0 to 1023, different on every node of one database
    std::size_t workers = 8;
    bool learns_at_night = true; ///< own models of agencies, out of what their people decided
    std::string public_url; ///< "https://lapor.contoh.go.id" for links in mails; empty: https and the host
    MailSettings mail;
    LimitSettings limits;
    /// Networks may stand on this machine or inside its own network, and speak http without TLS.
    bool allow_private_networks = false;
    /// "facebook=http://127.0.0.1:9000": that network stands elsewhere, behind a gateway or as a copy for
    /// tests.
    std::vector<std::string> networks_at;
    /// How long a write waits for another process on the same file. A server answers 503 then; a command that
    /// works beside it has more time.
    std::chrono::milliseconds patience{5'000};

    [[nodiscard]] std::string database_url() const {
        return database.empty() ? (data / "tanggap.db").string() : database;
    }
    [[nodiscard]] std::filesystem::path vault_key_file() const {
        return vault_key.empty() ? data / "vault.key" : vault_key;
    }
};

/// Fills what flags left at its default from a TOML file: `config.unreadable`, `config.invalid` with the key.
[[nodiscard]] base::Result<Settings> with_config(Settings settings, const std::filesystem::path& file);

} // namespace app
