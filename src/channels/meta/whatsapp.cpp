#include "channels/meta/graph.h"
#include "channels/meta/meta.h"
#include "channels/meta/whatsapp_message.h"
#include "network/json_reading.h"
#include "network/text_length.h"

namespace channels::meta {
namespace {

using network::Verdict;

constexpr std::string_view home = "https://graph.facebook.com";
constexpr std::string_view media_scheme = "whatsapp:";

/// Each picture is uploaded and said, then each part of the text. Progress: {"media": id of one that waits to
/// be said, "ids"}.
enum class Stage { upload, picture, text, done };

std::vector<std::string> parts_of(const network::Draft& draft) {
    const network::TextRule rule{.unit = network::TextUnit::characters, .longest = 4096};
    auto parts = network::split_text(draft.text, rule);
    if (parts.empty()) parts.push_back(draft.text);
    return parts;
}

Stage stage_of(const network::Draft& draft, const network::Progress& progress) {
    const auto made = network::published(progress).size();
    if (made < draft.pictures.size()) return progress.contains("media") ? Stage::picture : Stage::upload;
    return made - draft.pictures.size() < parts_of(draft).size() ? Stage::text : Stage::done;
}

class WhatsApp final : public network::Channel {
public:
    [[nodiscard]] std::string_view network() const override { return "whatsapp"; }
    [[nodiscard]] network::Limits limits(const network::Connection& /*connection*/) const override {
        return {.text = {.unit = network::TextUnit::characters, .longest = 4096},
                .media = {.most = 10, .largest_bytes = 5'000'000},
                .reply_window = std::chrono::hours{24},
                .as_of = "2026-11-22",
                .source = "WhatsApp Cloud API v26.0, not verified"};
    }
    [[nodiscard]] bool is_verified() const override { return false; }

    [[nodiscard]] std::vector<network::Field> fields() const override {
        return {{.name = "phone_number_id", .is_secret = false, .example = "106540352242922"},
                {.name = "token"},
                {.name = "app_secret"},
                {.name = "verify_token"}};
    }
    [[nodiscard]] network::Request ask_self(const network::Connection& connection) const override {
        return ask(connection, home, "me", "/" + std::string(connection.secret("phone_number_id")),
                   {{"fields", "id,display_phone_number,verified_name"}});
    }
    [[nodiscard]] base::Result<network::Self> read_self(const network::Connection& /*connection*/,
                                                        const network::Response& response) const override {
        auto body = network::read_json(response.body);
        if (!body) return base::pass(body);
        const auto id = network::text_in(*body, "id");
        if (response.status != 200 || id.empty())
            return base::fail(base::Kind::broken, "network.unreadable", "no id");
        return network::Self{.own_id = id, .handle = network::text_in(*body, "display_phone_number")};
    }

    /// Messages come by push alone.
    [[nodiscard]] std::vector<network::Source>
    sources(const network::Connection& /*connection*/) const override {
        return {};
    }
    [[nodiscard]] network::Request ask_page(const network::Connection& connection,
                                            const network::Source& /*source*/,
                                            const network::Walk& /*walk*/) const override {
        return ask_self(connection);
    }
    [[nodiscard]] base::Result<network::Page>
    read_page(const network::Connection& /*connection*/, const network::Source& /*source*/,
              const network::Walk& /*walk*/, const network::Response& /*response*/) const override {
        return base::fail(base::Kind::unsupported, "network.no_source");
    }
    [[nodiscard]] network::PushAnswer answer_push(const network::Connection& connection,
                                                  const network::Push& push,
                                                  base::Time /*now*/) const override {
        return meta::answer_push(connection, push);
    }
    [[nodiscard]] bool shares_pushes() const override { return true; }
    /// An entry's id is that of the business; the number stands deeper.
    [[nodiscard]] base::Result<std::vector<network::Event>> read_push(const network::Connection& connection,
                                                                      std::string_view body) const override {
        std::vector<network::Event> out;
        auto read = each_change(body, "", [&](const Change& change) {
            for (auto& event : read_whatsapp_change(connection, change))
                out.push_back(std::move(event));
        });
        if (!read) return base::pass(read);
        return out;
    }

    /// An address that holds for five minutes is asked for first.
    [[nodiscard]] network::Request ask_media(const network::Connection& connection,
                                             const std::string& url) const override {
        const auto id = url.starts_with(media_scheme) ? url.substr(media_scheme.size()) : url;
        return ask(connection, home, "media.address", "/" + id);
    }
    [[nodiscard]] std::optional<network::Request>
    read_media(const network::Connection& connection, const network::Response& response) const override {
        auto body = network::read_json(response.body);
        const auto url = body ? network::text_in(*body, "url") : std::string();
        if (response.status != 200 || !url.starts_with("http")) return std::nullopt;
        network::Request request{.name = "media.get", .url = url, .largest = 20UL << 20};
        request.headers.push_back({"Authorization", "Bearer " + std::string(connection.secret("token"))});
        return request;
    }

    [[nodiscard]] std::optional<network::Step> next(const network::Connection& connection,
                                                    const network::Draft& draft,
                                                    const network::Progress& progress) const override {
        const auto made = network::published(progress).size();
        const std::string own = "/" + connection.own_id;
        network::Step step{.publishes = true};
        switch (stage_of(draft, progress)) {
        case Stage::upload: {
            const auto& picture = draft.pictures[made];
            step = {.request = ask(connection, home, "media.upload", own + "/media")};
            network::set_multipart(step.request, {{"messaging_product", "whatsapp"}, {"type", picture.mime}},
                                   {{"file", "gambar", picture.mime, picture.bytes}});
            break;
        }
        case Stage::picture:
            step.request = ask(connection, home, "messages.send", own + "/messages");
            network::set_json(step.request, whatsapp_picture(draft, network::text_in(progress, "media"),
                                                             draft.pictures[made].alt));
            break;
        case Stage::text:
            step.request = ask(connection, home, "messages.send", own + "/messages");
            network::set_json(step.request,
                              whatsapp_text(draft, parts_of(draft)[made - draft.pictures.size()]));
            break;
        case Stage::done: return std::nullopt;
        }
        step.request.method = "POST";
        return step;
    }
    [[nodiscard]] bool needs_bytes(const network::Draft& draft,
                                   const network::Progress& progress) const override {
        return stage_of(draft, progress) == Stage::upload;
    }
    [[nodiscard]] network::Judgement judge(const network::Connection& /*connection*/,
                                           const network::Draft& draft, network::Progress& progress,
                                           const network::Answer& answer) const override {
        const bool publishes = stage_of(draft, progress) != Stage::upload;
        auto out = judge_answer(answer, publishes);
        if (out.verdict != Verdict::ok) return out;
        auto body = network::read_json(answer.response->body);
        if (!publishes) {
            const auto id = body ? network::text_in(*body, "id") : std::string();
            if (id.empty()) return {.verdict = Verdict::unavailable, .code = "unreadable"};
            progress["media"] = id;
            return out;
        }
        std::string id;
        if (body)
            for (const auto* message : network::each_in(*body, "messages"))
                if (id.empty()) id = network::text_in(*message, "id");
        if (id.empty()) return {.verdict = Verdict::unknown, .code = "unreadable"};
        network::add_published(progress, id, "");
        progress.erase("media");
        return out;
    }

    [[nodiscard]] std::vector<network::Usage> usage(const network::Request& /*request*/,
                                                    const network::Response& response,
                                                    base::Time now) const override {
        return usage_of(response, now);
    }
    [[nodiscard]] network::Judgement judge_reading(const network::Answer& answer) const override {
        return judge_answer(answer, /*publishes=*/false);
    }
};

} // namespace

network::ChannelPtr make_whatsapp() {
    return std::make_shared<WhatsApp>();
}

} // namespace channels::meta
