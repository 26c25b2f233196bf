// How a message goes out on a network: as an answer in the reporter's own thread. Plain values; the text is
// the message's letter.
#pragma once
#include "items/item.h"
#include "outgoing/outgoing.h"

namespace outgoing {

/// A row of table postings.
struct Posting {
    OutgoingId outgoing;
    agency::AccountId account;
    std::optional<items::ItemId> item = {}; ///< that is answered; empty: a post of the account's own
    bool names_reporter = false;            ///< by their handle
    std::string pictures = {};              ///< sha256, with commas between
    std::string progress = "{}";            ///< the connector's: what has been done
    bool is_publishing = false; ///< a step that can be seen was begun, and nobody knows yet how it ended
    std::optional<base::Time> began_at = {}; ///< the first attempt of it that may have been taken
    int looked = 0;                          ///< how often the network was asked for it and had nothing
    std::optional<std::string> url = {};     ///< of what stands there
    std::string alts = {};   ///< descriptions of the pictures, a JSON list; empty: the subject
    std::string recall = {}; ///< "", "wanted", "refused"
};
BOOST_DESCRIBE_STRUCT(Posting, (),
                      (outgoing, account, item, names_reporter, pictures, progress, is_publishing, began_at,
                       looked, url, alts, recall))

/// Problem of a message that the network had taken and could not bring; its own code may follow after ':'.
inline constexpr std::string_view undelivered = "network.undelivered";
inline constexpr std::string_view recall_wanted = "wanted";
inline constexpr std::string_view recall_refused = "refused";

/// In public only what a passer-by may read as well, and no more than is worth a notification; in a
/// conversation everything that a mail would say.
[[nodiscard]] bool is_told_on_network(TemplateKey key, items::Visibility visibility) noexcept;

/// Whether an answer may go where the reporter's words stand. Who asked not to be known, and whoever
/// disclosed something, is never answered in public.
[[nodiscard]] bool may_answer(const cases::Case& c, items::Visibility visibility, TemplateKey key) noexcept;

/// Messages of an account in one state.
struct Unsent {
    agency::AccountId account;
    State state = State::queued;
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(Unsent, (), (account, state, count))

} // namespace outgoing
