// What Telegram sends: whatever the bytes, events that hold their limits, addresses that stay inside of the
// bot's files, codes without a token, and a guided report that takes any words.
#include "base/json.h"
#include "base/text.h"
#include "channels/telegram/api.h"
#include "channels/telegram/guided_report.h"
#include "channels/telegram/message.h"
#include "channels/telegram/telegram_channel.h"

#include <cstdint>
#include <cstdlib>

namespace {

using namespace channels::telegram;

void must(bool holds) {
    if (!holds) std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto channel = make_channel();
    network::Connection connection{.server = {}, .own_id = "7", .handle = "@bot"};
    connection.secrets["token"] = "1:x";
    const network::Response response{.status = 200, .headers = {}, .body = std::string(bytes)};

    std::vector<network::Event> events;
    if (auto page = channel->read_page(connection, {.name = "updates"}, {}, response)) {
        events = page->events;
        (void)channel->ask_page(connection, {.name = "updates"}, {.mark = page->mark});
    }
    if (auto pushed = channel->read_push(connection, bytes))
        events.insert(events.end(), pushed->begin(), pushed->end());
    GuidedState state;
    for (const auto& event : events) {
        must(!event.item.network_id.empty() && !event.item.author.network_id.empty());
        must(base::is_utf8(event.item.text) && base::length(event.item.text) <= items::max_text);
        must(event.item.media.size() <= items::max_media);
        state = take(std::move(state), said_in(event.item), base::Language::id).state;
    }
    (void)channel->read_self(connection, response);
    if (auto get = channel->read_media(connection, response)) {
        must(get->url.starts_with("https://api.telegram.org/file/bot1:x/"));
        must(get->url.find("/..") == std::string::npos);
    }
    must(base::length(channel->judge_reading({.response = response}).code) <= 200);
    network::Draft draft{.key = "k", .text = "Sudah", .to = "5/6"};
    network::Progress progress;
    (void)channel->judge(connection, draft, progress, {.response = response});

    if (!base::is_utf8(bytes)) return 0;
    must(base::is_utf8(without_token(bytes)));
    must(base::is_utf8(by_utf16(bytes, 2, 5)));
    auto turn = take({.asked = Asked::what}, {.text = std::string(bytes), .place = {}, .media = {}},
                     base::Language::id);
    must(base::json::parse_as<GuidedState>(base::json::write(turn.state)).has_value() ||
         bytes.find('\0') != std::string_view::npos);
    return 0;
}
