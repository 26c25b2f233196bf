// Messages of WhatsApp's Cloud API: read from pushes, written as requests. A conversation with a person is
// the root "wa:<number>"; it is never public.
#pragma once
#include "channels/meta/hook.h"

namespace channels::meta {

/// A change of field "messages": {"metadata":{"phone_number_id"},"contacts","messages"|"statuses"}. Of
/// statuses the first sign of life of each message comes as an own event; what came before is not said again.
[[nodiscard]] std::vector<network::Event> read_whatsapp_change(const network::Connection& connection,
                                                               const Change& change);

/// sent 1, delivered 2, read 3, failed 4; 0 for what is unknown. They come in any order: a lower one than
/// what is held says nothing.
[[nodiscard]] int rank_of_status(std::string_view status);

/// The body of POST /{number}/messages for the text. With {"template": {"name","language"}} in the item's
/// facts, which is what may be said more than 24 hours after the citizen's last words, the text is its one
/// parameter.
[[nodiscard]] std::string whatsapp_text(const network::Draft& draft, std::string_view text);
[[nodiscard]] std::string whatsapp_picture(const network::Draft& draft, std::string_view media,
                                           std::string_view caption);

} // namespace channels::meta
