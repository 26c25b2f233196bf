// Feeds: RSS as sites serve it. Nobody is answered there.
#include "channels/rss/feed.h"
#include "channels/rss/rss_channel.h"
#include "conformance/adapter.h"

#include <fmt/format.h>

namespace tests::conformance {
namespace {

class Rss final : public Adapter {
public:
    using Adapter::Adapter;
    [[nodiscard]] network::ChannelPtr channel() const override { return channels::rss::make_channel(); }
    [[nodiscard]] network::NewConnection entered() const override {
        return {.server = {}, .secrets = {{"feed", "https://berita.example/feed"}}};
    }
    [[nodiscard]] std::string why_not(Can what) const override {
        switch (what) {
        case Can::push: return "a feed is asked for; nobody pushes it";
        case Can::edit: return "an edit is seen beside what was held before: rss_channel_test";
        case Can::remove: return "what leaves a feed was not deleted, it is old";
        case Can::echo: return "the agency writes nothing there";
        case Can::refresh: return "no token";
        case Can::ask_again: return "nothing is sent";
        case Can::cursor: return "a feed is one page";
        case Can::media: return "no pictures";
        case Can::send: return "a feed is listened to: nobody is answered";
        default: return {};
        }
    }
    [[nodiscard]] std::string id_of(int n) const override { return channels::rss::entry_id(guid(n)); }
    [[nodiscard]] std::string list() const override { return feed({}, {}); }
    [[nodiscard]] std::string strange_list() const override {
        return feed(
            R"(<x:unheard xmlns:x="urn:x" a="1"><y>&unknown;</y></x:unheard><media:title xmlns:media="urn:m">no</media:title>)",
            R"(<item><unheard-of/></item><cloud domain="x"/>)");
    }
    [[nodiscard]] Response serve(const Request& request) override {
        return request.name == "feed.get" ? answer(list()) : answer("", 404);
    }
    [[nodiscard]] std::vector<Reset> resets() const override {
        using namespace std::chrono_literals;
        return {{"Retry-After", answer("", 429, {{"Retry-After", "3600"}}), 3600s, 3600s}};
    }
    [[nodiscard]] std::vector<Refusal> refusals() const override {
        using enum Verdict;
        return {{"not open to everybody", answer("", 401), rejected, forbidden},
                {"gone", answer("", 410), rejected, gone},
                {"broken", answer("", 500), rejected, unavailable}};
    }

private:
    static std::string guid(int n) { return "https://berita.example/" + std::to_string(n); }
    [[nodiscard]] std::string feed(std::string_view in_entry, std::string_view beside) const {
        std::string items;
        for (auto told = world.rbegin(); told != world.rend(); ++told)
            items += fmt::format("<item><title>{}</title><guid>{}</guid><pubDate>{}</pubDate>{}</item>",
                                 told->text, guid(told->n), base::to_iso(told->at), in_entry);
        return fmt::format(
            R"(<?xml version="1.0"?><rss version="2.0"><channel><title>Berita</title>{}{}</channel></rss>)",
            items, beside);
    }
};

} // namespace

AdapterPtr make_rss(base::Now now) {
    return std::make_unique<Rss>(std::move(now));
}

} // namespace tests::conformance
