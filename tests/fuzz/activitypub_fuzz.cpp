// Activities and actors of other servers, and headers of signatures: nothing throws, and what is read keeps
// to the host of who said it.
#include "channels/activitypub/activity.h"
#include "channels/activitypub/addresses.h"
#include "channels/activitypub/note_text.h"
#include "network/http_signature.h"
#include "network/json_reading.h"
#include "network/signature_fields.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    namespace ap = channels::activitypub;
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const std::string own = "https://lapor.contoh.go.id/aktor/posko";
    (void)ap::html_of_text(input);
    (void)ap::read_actor(input);
    (void)ap::owner_of_key(input, own);
    if (auto json = network::read_json(input)) {
        (void)ap::read_activity(*json, own);
        const auto events = ap::events_of(
            own,
            ap::journaled(
                *json,
                ap::Actor{.id = own, .inbox = own, .handle = {}, .name = {}, .key_id = {}, .public_key = {}},
                base::Time{}));
        if (events)
            for (const auto& event : *events)
                if (!ap::is_same_host(event.item.network_id, event.item.author.network_id)) std::abort();
    }
    const auto line = input.find('\n');
    const auto first = input.substr(0, line);
    const auto second = line == std::string_view::npos ? std::string_view() : input.substr(line + 1);
    (void)network::read_cavage_signature(first);
    (void)network::read_message_signature(first, second);
    (void)network::read_http_date(first);
    const network::Incoming incoming{.method = "POST",
                                     .target = "/kait/activitypub/1",
                                     .origin = "https://lapor.contoh.go.id",
                                     .headers = {{"Host", "lapor.contoh.go.id"},
                                                 {"Signature-Input", std::string(first)},
                                                 {"Signature", std::string(second)}},
                                     .body = {}};
    (void)network::read_claim(incoming, base::Time{});
    return 0;
}
