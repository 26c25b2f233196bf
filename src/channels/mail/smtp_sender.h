// Hands mails to the relay over SMTP (libcurl), one connection each. Tells apart what was certainly not taken
// from what may have been: once a byte of the mail has left, only the server's own word counts.
#pragma once
#include "channels/mail/relay.h"
#include "outgoing/sender.h"

namespace channels::mail {

struct SmtpLimits {
    std::chrono::seconds connect{15};
    std::chrono::seconds whole{60}; ///< below outgoing::longest_handover
};

class SmtpSender : public outgoing::Sender {
public:
    explicit SmtpSender(Relay relay, SmtpLimits limits = {});
    [[nodiscard]] outgoing::Handover send(const outgoing::Mail& mail) override;

private:
    Relay relay_;
    SmtpLimits limits_;
};

/// How a handover ended. `transfer` is libcurl's result, `answer` the server's last code (0: none), `began`
/// whether bytes of the mail had left.
[[nodiscard]] outgoing::Handover judge(int transfer, long answer, bool began);

} // namespace channels::mail
