// What a mail brings besides its words. Only the connector of mailboxes gives it: whatever else comes in has
// it taken away.
#pragma once
#include "base/codes.h"

#include <boost/describe.hpp>

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace items {

/// What our own mail server says of SPF, DKIM and DMARC.
enum class SenderProof {
    unchecked, ///< it says nothing, or nothing that can be trusted
    proven,
    unproven,
};

struct MailIn {
    std::string message_id; ///< without brackets; empty when it had none
    std::string references; ///< of earlier mails, as a header writes them
    std::string whole;      ///< the text with what it quotes; empty: its words are all
    std::string sender = "unchecked";
    bool is_automatic = false; ///< a program wrote it: no machine answers it
    std::string reply_code;    ///< of the case whose reply address it was sent to; not proven yet
    std::string reply_signature;
    std::vector<std::string> ours; ///< of our mails that it refers to, newest first; not proven yet
};
BOOST_DESCRIBE_STRUCT(MailIn, (),
                      (message_id, references, whole, sender, is_automatic, reply_code, reply_signature,
                       ours))

} // namespace items

template <> inline constexpr auto base::codes<items::SenderProof> =
    std::to_array<base::Coded<items::SenderProof>>({
        {items::SenderProof::unchecked, "unchecked"},
        {items::SenderProof::proven, "proven"},
        {items::SenderProof::unproven, "unproven"},
    });
