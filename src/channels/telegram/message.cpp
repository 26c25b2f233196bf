#include "channels/telegram/message.h"

#include "base/text.h"
#include "channels/telegram/api.h"
#include "network/json_reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace channels::telegram {
namespace {

using base::json::Value;
using network::find_in;
using network::text_in;

std::string own_name(const network::Connection& connection) {
    return base::lower_ascii(connection.handle.starts_with('@') ? connection.handle
                                                                : "@" + connection.handle);
}

/// Whether one entity turns to the bot: its name, a link to it, or a command that is not another bot's.
bool is_to_us(const network::Connection& connection, const Value& entity, std::string_view text) {
    const auto type = text_in(entity, "type");
    if (type == "text_mention") return text_in(entity, "user.id") == connection.own_id;
    if (type != "mention" && type != "bot_command") return false;
    const auto words = base::lower_ascii(by_utf16(text, network::number_in(entity, "offset").value_or(-1),
                                                  network::number_in(entity, "length").value_or(0)));
    if (type == "mention") return words == own_name(connection);
    const auto at = words.find('@');
    return at == std::string::npos || words.substr(at) == own_name(connection);
}

bool turns_to_us(const network::Connection& connection, const Value& message) {
    if (text_in(message, "chat.type") == "private") return true;
    if (!connection.own_id.empty() && text_in(message, "reply_to_message.from.id") == connection.own_id)
        return true;
    for (const auto& [words, entities] :
         {std::pair{"text", "entities"}, std::pair{"caption", "caption_entities"}}) {
        const auto text = text_in(message, words);
        for (const auto* entity : network::each_in(message, entities))
            if (is_to_us(connection, *entity, text)) return true;
    }
    return false;
}

/// Sizes of a photo come small to large, but nothing says so.
std::string largest_photo(const Value& message) {
    std::string file;
    std::int64_t most = -1;
    for (const auto* size : network::each_in(message, "photo")) {
        auto side = [&](const char* name) {
            return std::clamp<std::int64_t>(network::number_in(*size, name).value_or(0), 0, 100'000);
        };
        const auto pixels = side("width") * side("height");
        if (pixels < most) continue;
        most = pixels;
        file = text_in(*size, "file_id");
    }
    return file;
}

std::vector<items::MediaIn> media_of(const Value& message) {
    std::vector<std::string> files{largest_photo(message)};
    for (const auto* kind : {"document", "voice", "audio", "video", "video_note", "animation"}) {
        // An animation is a document as well.
        if (std::string_view(kind) == "document" && find_in(message, "animation")) continue;
        if (const auto* file = find_in(message, kind)) files.push_back(text_in(*file, "file_id"));
    }
    std::vector<items::MediaIn> out;
    for (const auto& file : files)
        if (!file.empty() && file.size() <= 300)
            out.push_back({.sha256 = {}, .url = std::string(file_scheme) + file});
    return out;
}

std::optional<double> degrees(const Value& place, std::string_view member) {
    const auto* found = find_in(place, member);
    if (!found || !found->is_number()) return std::nullopt;
    boost::system::error_code error;
    const double number = found->to_number<double>(error);
    return error ? std::nullopt : std::optional(number);
}

std::optional<items::PlaceIn> place_of(const Value& message) {
    const auto* place = find_in(message, "location");
    if (!place) place = find_in(message, "venue.location");
    if (!place) return std::nullopt;
    const auto lat = degrees(*place, "latitude");
    const auto lon = degrees(*place, "longitude");
    if (!lat || !lon || std::abs(*lat) > 90 || std::abs(*lon) > 180) return std::nullopt;
    return items::PlaceIn{.lat = *lat, .lon = *lon};
}

std::string words_of(const Value& message, const std::optional<items::PlaceIn>& place) {
    for (const auto* member : {"text", "caption", "sticker.emoji"})
        if (auto text = text_in(message, member); !text.empty()) return text;
    std::string out;
    for (const auto* member : {"venue.title", "venue.address"})
        if (const auto text = text_in(message, member); !text.empty())
            out += (out.empty() ? "" : ", ") + text;
    // Something has to stand where the words are.
    if (out.empty() && (find_in(message, "voice") || find_in(message, "video_note"))) out = recording_mark;
    if (out.empty() && place) out = fmt::format("📍 {:.6f}, {:.6f}", place->lat, place->lon);
    return out;
}

/// A group is read by who is in it; one with a name of its own can be read by anybody who looks for it.
items::Visibility visibility_of(const Value& chat) {
    if (text_in(chat, "type") == "private") return items::Visibility::private_;
    return text_in(chat, "username").empty() ? items::Visibility::followers : items::Visibility::unlisted;
}

items::AuthorIn author_of(const Value& from) {
    auto name = text_in(from, "first_name");
    if (const auto last = text_in(from, "last_name"); !last.empty()) name += (name.empty() ? "" : " ") + last;
    if (name.empty()) name = text_in(from, "title"); // a group that speaks as itself
    items::AuthorIn out{.network_id = checked_id(text_in(from, "id")), .name = {}, .handle = {}};
    if (!name.empty()) out.name = std::move(name);
    if (const auto user = text_in(from, "username"); !user.empty()) out.handle = "@" + user;
    return out;
}

std::optional<items::ContactIn> contact_of(const Value& message) {
    const auto user = text_in(message, "contact.user_id");
    // Their own number, not one out of their address book.
    if (user.empty() || user != text_in(message, "from.id")) return std::nullopt;
    return items::ContactIn{.email = {}, .phone = text_in(message, "contact.phone_number")};
}

/// Ids of presses are longer than other numbers.
std::string checked_press(const std::string& id) {
    constexpr std::string_view of_ids = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
    return id.size() <= 64 && id.find_first_not_of(of_ids) == std::string::npos ? id : std::string();
}

/// What every event of a chat has. Nullopt when there is no chat, no number or no author.
std::optional<network::Event> in_chat(const network::Connection& connection, const Value& message,
                                      const Value& from) {
    const auto chat = checked_id(text_in(message, "chat.id"));
    network::Event event;
    event.item.author = author_of(from);
    if (chat.empty() || event.item.author.network_id.empty()) return std::nullopt;
    event.item.root = chat;
    event.item.visibility = visibility_of(*find_in(message, "chat"));
    event.is_own = event.item.author.network_id == connection.own_id;
    return event;
}

} // namespace

std::optional<network::Event> event_of(const network::Connection& connection, const Value& message,
                                       items::Change change, bool& is_unreadable) {
    is_unreadable = false;
    if (!turns_to_us(connection, message)) return std::nullopt;
    const auto* from = find_in(message, "sender_chat");
    if (!from) from = find_in(message, "from");
    const auto number = checked_id(text_in(message, "message_id"));
    const auto date = network::time_in(message, "date");
    auto event = from ? in_chat(connection, message, *from) : std::nullopt;
    is_unreadable = !event || number.empty() || !date;
    if (is_unreadable) return std::nullopt;

    items::ItemIn& item = event->item;
    item.type = change;
    item.network_id = *item.root + "/" + number;
    item.created_at = *date;
    item.place = place_of(message);
    item.media = media_of(message);
    item.text = base::first(words_of(message, item.place), items::max_text);
    item.contact = contact_of(message);
    if (item.contact && item.text.empty()) item.text = "☎";
    if (const auto to = checked_id(text_in(message, "reply_to_message.message_id")); !to.empty())
        item.in_reply_to = *item.root + "/" + to;
    if (item.text.empty() && item.media.empty()) return std::nullopt;
    return event;
}

std::optional<network::Event> press_of(const network::Connection& connection, const Value& query,
                                       bool& is_unreadable) {
    is_unreadable = false;
    const auto data = text_in(query, "data");
    const auto word = data.substr(0, data.find(':'));
    if (word != "sudah" && word != "belum") return std::nullopt;
    const auto* message = find_in(query, "message");
    const auto* from = find_in(query, "from");
    const auto id = checked_press(text_in(query, "id"));
    auto event = message && from ? in_chat(connection, *message, *from) : std::nullopt;
    const auto number = message ? checked_id(text_in(*message, "message_id")) : std::string();
    // A message that is too old to be shown has the date 0.
    const auto date = message ? network::time_in(*message, "date") : std::nullopt;
    is_unreadable = !event || id.empty() || number.empty();
    if (is_unreadable) return std::nullopt;

    items::ItemIn& item = event->item;
    constexpr base::Time first_year = std::chrono::sys_days{std::chrono::year{2016} / 1 / 1};
    item.network_id = *item.root + "/press-" + id;
    item.created_at = date ? std::max(*date, first_year) : first_year;
    item.in_reply_to = *item.root + "/" + number;
    item.text = "/" + word;
    if (word.size() < data.size()) item.text += " " + data.substr(word.size() + 1);
    return event;
}

std::string_view by_utf16(std::string_view text, std::int64_t offset, std::int64_t length) {
    if (offset < 0 || length <= 0) return {};
    std::int64_t unit = 0;
    std::size_t from = text.size();
    std::size_t to = text.size();
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if ((byte & 0xC0) == 0x80) continue;
        if (unit >= offset && from == text.size()) from = at;
        if (unit - offset >= length) {
            to = at;
            break;
        }
        unit += byte >= 0xF0 ? 2 : 1;
    }
    return from < to ? text.substr(from, to - from) : std::string_view();
}

} // namespace channels::telegram
