// A mail as it comes, pictures and all: whatever the bytes, an item that intake takes, or none.
#include "base/text.h"
#include "channels/mail/incoming.h"
#include "channels/mail/mime.h"
#include "channels/mail/sender_proof.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto at = base::time_from_ms(1'795'000'000'000);
    const auto meaning =
        channels::mail::meaning_of({.bytes = bytes, .is_cut = size % 2 == 1, .at = at, .place = "mail:1/2"},
                                   {.address = "posko@contoh.go.id", .auth_server = "mx"});
    if (!meaning.event && !meaning.left_out) std::abort();
    if (meaning.event && !meaning.event->returned) {
        if (!items::checked(meaning.event->item, at)) std::abort();
        for (const auto& media : meaning.event->item.media)
            if (const auto place = channels::mail::read_picture_place(media.url.value_or("")))
                (void)channels::mail::picture_in(bytes, place->part);
    }
    (void)channels::mail::sender_proof(bytes, "mx", "contoh.id");
    return 0;
}
