// A draft as messages. Each can be seen at once and none can be asked for again: a message whose fate is
// unknown waits for a person. Progress: "sent" how many messages, "ids" of what they became.
// Of `to_facts` "buttons" is known: [{"text":"Sudah","data":"sudah:TGP-7K3M-9QXT"}], in one row under the
// last message; `data` is at most 64 bytes.
#pragma once
#include "network/channel.h"

namespace channels::telegram {

[[nodiscard]] network::Limits limits();

/// Pictures first: one with the words as its caption when they fit, two to ten as an album; then the words
/// that did not fit there. The first message answers the citizen's, whether that still stands or not.
[[nodiscard]] std::optional<network::Step>
next(const network::Connection& connection, const network::Draft& draft, const network::Progress& progress);
[[nodiscard]] bool needs_bytes(const network::Draft& draft, const network::Progress& progress);
[[nodiscard]] network::Judgement judge(const network::Draft& draft, network::Progress& progress,
                                       const network::Answer& answer);

} // namespace channels::telegram
