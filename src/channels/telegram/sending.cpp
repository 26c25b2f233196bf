#include "channels/telegram/sending.h"

#include "base/text.h"
#include "channels/telegram/api.h"
#include "network/form.h"
#include "network/json_reading.h"
#include "network/text_length.h"

#include <algorithm>

namespace channels::telegram {
namespace {

using base::json::Array;
using base::json::Object;
using base::json::Value;
using network::Draft;
using network::Progress;
using network::Request;
using network::Step;
using network::Verdict;

constexpr std::size_t most_in_album = 10;
constexpr network::TextRule words_rule{.unit = network::TextUnit::utf16, .longest = 4096};
constexpr network::TextRule caption_rule{.unit = network::TextUnit::utf16, .longest = 1024};

/// One message: some pictures, with a caption or without, or words.
struct Message {
    std::size_t first = 0; ///< picture
    std::size_t count = 0; ///< of pictures
    std::string words;
};

std::string chat_of(const Draft& draft) {
    if (auto chat = checked_id(draft.root); !chat.empty()) return chat;
    return checked_id(std::string_view(draft.to).substr(0, draft.to.find('/')));
}

/// In a group the words name whom they answer; a private chat has one reader.
std::string mention_of(const Draft& draft, const std::string& chat) {
    return chat.starts_with('-') && !draft.to_handle.empty() ? draft.to_handle + " " : std::string();
}

std::vector<Message> messages_of(const Draft& draft) {
    std::vector<Message> out;
    for (std::size_t at = 0; at < draft.pictures.size(); at += most_in_album)
        out.push_back(
            {.first = at, .count = std::min(most_in_album, draft.pictures.size() - at), .words = {}});
    const auto before = mention_of(draft, chat_of(draft));
    const std::string whole = before + std::string(base::trim(draft.text));
    if (!out.empty() && network::fits(whole, caption_rule)) {
        out.front().words = whole;
        return out;
    }
    auto parts = network::split_text(draft.text, words_rule, before);
    if (parts.empty()) parts = {whole}; // the server says no
    for (auto& part : parts)
        out.push_back({.first = 0, .count = 0, .words = std::move(part)});
    return out;
}

std::size_t sent(const Progress& progress) {
    const auto* found = progress.if_contains("sent");
    const auto number = found ? network::number_in(*found, "") : std::nullopt;
    return number && *number > 0 ? static_cast<std::size_t>(*number) : 0;
}

Value chat_value(const std::string& chat) {
    const auto number = network::number_in(Value(chat), "");
    return number ? Value(*number) : Value(chat);
}

std::optional<Object> reply_to(const Draft& draft) {
    const auto slash = draft.to.find('/');
    if (slash == std::string::npos) return std::nullopt;
    const auto number = network::number_in(Value(draft.to.substr(slash + 1)), "");
    if (!number) return std::nullopt; // a press of a button is no message
    return Object{{"message_id", *number}, {"allow_sending_without_reply", true}};
}

std::optional<Object> buttons_of(const Draft& draft) {
    const auto* buttons = draft.to_facts.if_contains("buttons");
    if (!buttons) return std::nullopt;
    Array row;
    for (const auto* button : network::each_in(*buttons, "")) {
        const auto text = network::text_in(*button, "text");
        const auto data = network::text_in(*button, "data");
        if (!text.empty() && !data.empty() && data.size() <= 64)
            row.push_back(Object{{"text", text}, {"callback_data", data}});
    }
    if (row.empty()) return std::nullopt;
    Array rows;
    rows.push_back(std::move(row));
    return Object{{"inline_keyboard", std::move(rows)}};
}

std::string file_name(const network::Picture& picture, std::size_t number) {
    const std::string_view type = picture.mime == "image/png"    ? "png"
                                  : picture.mime == "image/webp" ? "webp"
                                                                 : "jpg";
    return "foto-" + std::to_string(number + 1) + "." + std::string(type);
}

/// The fields that messages with files share; objects are JSON in a field.
network::Fields fields_of(const Object& parameters) {
    network::Fields out;
    for (const auto& [name, value] : parameters) {
        const auto text = network::text_in(value, "");
        out.emplace_back(name, value.is_structured() ? boost::json::serialize(value) : text);
    }
    return out;
}

Request photo(Request request, Object parameters, const Draft& draft, const Message& message) {
    const auto& picture = draft.pictures[message.first];
    if (!message.words.empty()) parameters["caption"] = message.words;
    request.headers.clear();
    network::set_multipart(request, fields_of(parameters),
                           {{"photo", file_name(picture, message.first), picture.mime, picture.bytes}});
    return request;
}

Request album(Request request, Object parameters, const Draft& draft, const Message& message) {
    parameters.erase("reply_markup"); // an album has no buttons
    Array media;
    std::vector<network::FilePart> files;
    for (std::size_t i = 0; i < message.count; ++i) {
        const auto& picture = draft.pictures[message.first + i];
        const std::string name = "foto" + std::to_string(i + 1);
        Object entry{{"type", "photo"}, {"media", "attach://" + name}};
        if (i == 0 && !message.words.empty()) entry["caption"] = message.words;
        media.push_back(std::move(entry));
        files.push_back({name, file_name(picture, message.first + i), picture.mime, picture.bytes});
    }
    parameters["media"] = std::move(media);
    request.headers.clear();
    network::set_multipart(request, fields_of(parameters), files);
    return request;
}

} // namespace

network::Limits limits() {
    return {.text = words_rule,
            .media = {.most = most_in_album, .largest_bytes = 10UL << 20, .longest_alt = 0},
            .as_of = "2026-06-11",
            .source = "core.telegram.org/bots/api"};
}

std::optional<Step> next(const network::Connection& connection, const Draft& draft,
                         const Progress& progress) {
    const auto messages = messages_of(draft);
    const auto done = sent(progress);
    if (done >= messages.size()) return std::nullopt;
    const auto& message = messages[done];
    Object parameters{{"chat_id", chat_value(chat_of(draft))}};
    if (auto reply = reply_to(draft); reply && done == 0) parameters["reply_parameters"] = std::move(*reply);
    if (auto buttons = buttons_of(draft); buttons && done + 1 == messages.size())
        parameters["reply_markup"] = std::move(*buttons);

    Step step{.request = {}, .publishes = true};
    if (message.count == 0) {
        parameters["text"] = message.words;
        step.request = ask(connection, "sendMessage", "sendMessage", parameters);
    } else if (message.count == 1) {
        step.request = photo(ask(connection, "sendPhoto", "sendPhoto"), parameters, draft, message);
    } else {
        step.request = album(ask(connection, "sendMediaGroup", "sendMediaGroup"), parameters, draft, message);
    }
    if (message.count > 0) step.request.longest = std::chrono::seconds{120};
    return step;
}

bool needs_bytes(const Draft& draft, const Progress& progress) {
    const auto messages = messages_of(draft);
    const auto done = sent(progress);
    return done < messages.size() && messages[done].count > 0;
}

network::Judgement judge(const Draft& draft, Progress& progress, const network::Answer& answer) {
    auto out = judged(answer, /*publishes=*/true);
    if (out.verdict != Verdict::ok) return out;
    auto result = result_of(*answer.response);
    std::vector<std::string> ids;
    if (result) {
        for (const auto* message : network::each_in(*result, "")) {
            const auto number = checked_id(network::text_in(*message, "message_id"));
            std::string chat = checked_id(network::text_in(*message, "chat.id"));
            if (chat.empty()) chat = chat_of(draft);
            if (!number.empty()) ids.push_back(chat.append("/").append(number));
        }
    }
    if (ids.empty()) return {.verdict = Verdict::unknown, .code = "message without id"};
    for (const auto& id : ids)
        network::add_published(progress, id, {});
    progress["sent"] = static_cast<std::int64_t>(sent(progress) + 1);
    return out;
}

} // namespace channels::telegram
