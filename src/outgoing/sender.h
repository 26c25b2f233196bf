// What carries a mail out of the house, declared by who needs it; channels/mail implements it. How a handover
// ended is a value; an exception counts as not knowing.
#pragma once
#include "outgoing/outgoing.h"

namespace outgoing {

struct Mail {
    base::AgencyId agency;
    OutgoingId id; ///< names the mail: the same id is the same Message-ID
    std::string from_name;
    std::string to; ///< a checked address
    std::string subject;
    std::string text; ///< lines end with LF
    base::Time at{};
    std::string signature = {};   ///< stands in its Message-ID, so that an answer to it is known
    std::string reply_to = {};    ///< a checked address; empty: answers go to where it comes from
    std::string in_reply_to = {}; ///< Message-ID of the mail that it answers, without brackets
    std::string references = {};  ///< of that mail and those before it, as a header writes them
};

enum class Fate {
    accepted,
    refused,   ///< for good, by the other side's own word
    try_again, ///< not taken, for now, and certainly not taken
    unclear,   ///< the words were on their way and no answer came back
};

struct Handover {
    Fate fate = Fate::unclear;
    std::string problem = {}; ///< code, with the number of the answer: "mail.refused:550"
};

class Sender {
public:
    virtual ~Sender() = default;
    Sender() = default;
    Sender(const Sender&) = delete;
    Sender& operator=(const Sender&) = delete;
    /// Blocks, at most `longest_handover`. Thread-safe.
    [[nodiscard]] virtual Handover send(const Mail& mail) = 0;
};

inline constexpr std::chrono::seconds longest_handover{90};

} // namespace outgoing
