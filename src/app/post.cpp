#include "app/post.h"

#include "base/text.h"
#include "channels/mail/smtp_sender.h"

#include <fstream>

namespace app {
namespace {

base::Result<std::string> password_in(const std::filesystem::path& file) {
    if (file.empty()) return std::string();
    std::ifstream in(file);
    std::string line;
    if (!std::getline(in, line) || base::trim(line).empty())
        return base::fail(base::Kind::invalid, "config.unreadable",
                          "config: mail.password_file holds no password: " + file.string());
    return std::string(base::trim(line));
}

} // namespace

base::Result<std::unique_ptr<outgoing::Sender>> sender_for(const Settings& settings) {
    const MailSettings& mail = settings.mail;
    if (mail.relay.empty()) {
        if (!mail.from.empty() || !mail.user.empty())
            return base::fail(base::Kind::invalid, "config.invalid", "config: mail.relay is missing");
        return nullptr;
    }
    auto password = password_in(mail.password_file);
    if (!password) return base::pass(password);
    auto relay = channels::mail::checked(
        {.relay = mail.relay, .from = mail.from, .user = mail.user, .password = *password, .tls = mail.tls});
    if (!relay) return base::pass(relay);
    return std::make_unique<channels::mail::SmtpSender>(std::move(*relay));
}

outgoing::Post post_for(const Settings& settings) {
    return {.has_relay = !settings.mail.relay.empty(), .public_url = settings.public_url};
}

} // namespace app
