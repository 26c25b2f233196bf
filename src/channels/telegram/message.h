// A Message of Telegram as an event. Its network id is "CHAT/MESSAGE"; an edited message has the same.
#pragma once
#include "network/channel.h"

namespace channels::telegram {

/// Nullopt for what is no words to the agency: joins and pins, and in groups what does not turn to the bot.
/// `is_unreadable` says whether it should have been understood.
[[nodiscard]] std::optional<network::Event> event_of(const network::Connection& connection,
                                                     const base::json::Value& message, items::Change change,
                                                     bool& is_unreadable);

/// A press of a button (CallbackQuery) as a message with the text "/sudah" or "/belum", and after it what the
/// button held behind a colon: "sudah:TGP-7K3M-9QXT" -> "/sudah TGP-7K3M-9QXT". Other buttons are nobody's.
/// Telegram does not say when it was pressed: `created_at` is that of the message with the button.
[[nodiscard]] std::optional<network::Event> press_of(const network::Connection& connection,
                                                     const base::json::Value& query, bool& is_unreadable);

/// The words of a recording that came without any.
inline constexpr std::string_view recording_mark = "🎤";

/// What `item.media[].url` says of a file that has an address only for an hour.
inline constexpr std::string_view file_scheme = "tg-file:";

/// `length` UTF-16 units of valid UTF-8 from unit `offset` on, as entities count.
[[nodiscard]] std::string_view by_utf16(std::string_view text, std::int64_t offset, std::int64_t length);

} // namespace channels::telegram
