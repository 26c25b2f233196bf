// What every connector must understand of its network, whatever that says. Pure: bytes in, meaning out.
#include "conformance/adapter.h"
#include "network/json_reading.h"

#include <gmock/gmock.h>

namespace tests::conformance {
namespace {

using namespace std::chrono_literals;
using network::Event;
using network::Progress;

const base::Time noon = base::parse_time("2026-11-22T05:00:00Z").value();

/// Unknown members in every object, an entry of an unknown kind in every list of objects.
base::json::Value with_strangers(const base::json::Value& value) {
    if (value.is_array()) {
        base::json::Array out;
        bool has_objects = false;
        for (const auto& each : value.get_array()) {
            has_objects = has_objects || each.is_object();
            out.push_back(with_strangers(each));
        }
        if (has_objects) {
            out.insert(out.begin(), base::json::Object{{"type", "unheard_of"}, {"reason", "unheard_of"}});
            out.push_back(base::json::Object{{"event_type", "unheard_of"}, {"field", "unheard_of"}});
        }
        return out;
    }
    if (!value.is_object()) return value;
    base::json::Object out{{"unheard_of", base::json::Array{1, nullptr, base::json::Object{{"x", "y"}}}}};
    for (const auto& member : value.get_object())
        out[member.key()] = with_strangers(member.value());
    return out;
}

class Connector : public ::testing::TestWithParam<std::string> {
protected:
    AdapterPtr adapter = conformance::adapter(GetParam(), [this] { return now; });
    base::Time now = noon;
    network::ChannelPtr channel = adapter->channel();
    network::Connection account = adapter->connection();

    [[nodiscard]] bool can(Can what) const { return adapter->why_not(what).empty(); }
    [[nodiscard]] network::Source first_source() const { return channel->sources(account).front(); }
    [[nodiscard]] base::Result<network::Page> page(const std::string& body,
                                                   const network::Walk& walk = {}) const {
        return channel->read_page(account, first_source(), walk,
                                  {.status = 200, .headers = {}, .body = body});
    }
    /// Of one thing, told as the network tells it best.
    [[nodiscard]] std::vector<Event> told(const Told& one) {
        if (can(Can::push)) {
            auto events = channel->read_push(account, adapter->push(one).body);
            return events ? *events : std::vector<Event>{};
        }
        if (!can(Can::list)) { // an inbox of its own
            auto events = channel->read_push(account, adapter->push(one).body);
            return events ? *events : std::vector<Event>{};
        }
        adapter->world = {one};
        auto read = page(adapter->list());
        return read ? read->events : std::vector<Event>{};
    }
    [[nodiscard]] Told citizens(std::string text = "Jalan berlubang di Tebet") const {
        return {.n = 1, .text = std::move(text), .at = noon - 1min};
    }
    [[nodiscard]] std::string body_of(const Told& one) {
        if (can(Can::push) || !can(Can::list)) return adapter->push(one).body;
        adapter->world = {one};
        return adapter->list();
    }
    [[nodiscard]] base::Result<std::vector<Event>> read(const std::string& body) const {
        if (can(Can::push) || !can(Can::list)) return channel->read_push(account, body);
        auto read = page(body);
        if (!read) return base::pass(read);
        return read->events;
    }

    /// An answer to the citizen, up to its publishing step.
    network::Draft draft() {
        const auto item = told(citizens()).at(0).item;
        adapter->world = {citizens()};
        return {.key = "tanggap-1-7",
                .text = "Lubang sudah ditambal.",
                .visibility = item.visibility.value_or(items::Visibility::public_),
                .to = item.network_id,
                .to_author = item.author.network_id,
                .to_handle = item.author.handle.value_or(""),
                .root = item.root.value_or(item.network_id)};
    }
    network::Step publishing_step(const network::Draft& draft, Progress& progress) {
        for (int i = 0; i < 20; ++i) {
            auto step = channel->next(account, draft, progress);
            if (!step) break;
            if (step->publishes) return *step;
            const auto judged =
                channel->judge(account, draft, progress, answered(adapter->serve(step->request)));
            EXPECT_EQ(judged.verdict, Verdict::ok) << step->request.name << " " << judged.code;
        }
        throw std::runtime_error("nothing is published");
    }
    [[nodiscard]] Answer answered(Response response) const {
        return {.response = std::move(response), .at = now};
    }
};
INSTANTIATE_TEST_SUITE_P(, Connector, ::testing::ValuesIn(names()),
                         [](const auto& info) { return info.param; });

#define NOT_AT(what)                                                                                         \
    if (const auto why = adapter->why_not(what); !why.empty()) GTEST_SKIP() << GetParam() << ": " << why

TEST_P(Connector, reads_what_a_citizen_says) {
    const auto events = told(citizens());
    ASSERT_EQ(events.size(), 1U);
    const auto& item = events[0].item;
    EXPECT_EQ(item.network_id, adapter->id_of(1));
    EXPECT_EQ(item.text, "Jalan berlubang di Tebet");
    EXPECT_FALSE(events[0].is_own);
    EXPECT_TRUE(item.root) << "everything stands in a thread";
    EXPECT_LT(item.created_at, noon + 1min);
    EXPECT_GT(item.created_at, noon - 5min);
}

TEST_P(Connector, reads_the_same_however_often_and_in_whatever_order) {
    NOT_AT(Can::list);
    for (int n = 1; n <= 3; ++n)
        adapter->citizen("Laporan " + std::to_string(n), noon - 1h + n * 1min);
    auto first = page(adapter->list());
    ASSERT_TRUE(first);
    ASSERT_EQ(first->events.size(), 3U);
    const auto before = adapter->world;
    std::ranges::reverse(adapter->world);
    adapter->world.insert(adapter->world.end(), before.begin(), before.end());
    auto twice = page(adapter->list());
    ASSERT_TRUE(twice);
    std::map<std::string, std::string> texts;
    for (const auto& event : twice->events)
        texts[event.item.network_id] = event.item.text;
    EXPECT_EQ(texts.size(), 3U);
    for (const auto& event : first->events)
        EXPECT_EQ(texts[event.item.network_id], event.item.text);
}

TEST_P(Connector, an_edit_says_everything_even_when_it_comes_first) {
    NOT_AT(Can::edit);
    auto edited = citizens("Jalan berlubang di Tebet Barat");
    edited.change = items::Change::update;
    const auto events = told(edited);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].item.type, items::Change::update);
    EXPECT_EQ(events[0].item.network_id, adapter->id_of(1));
    EXPECT_EQ(events[0].item.text, "Jalan berlubang di Tebet Barat");
    EXPECT_FALSE(events[0].item.author.network_id.empty());
}

TEST_P(Connector, a_deletion_needs_no_words) {
    NOT_AT(Can::remove);
    auto removed = citizens("");
    removed.change = items::Change::remove;
    const auto events = told(removed);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].item.type, items::Change::remove);
    EXPECT_EQ(events[0].item.network_id, adapter->id_of(1));
}

TEST_P(Connector, an_echo_of_its_own_is_no_report) {
    NOT_AT(Can::echo);
    auto own = citizens("Lubang sudah ditambal.");
    own.is_own = true;
    own.key = "3kaaaaaaaaaaa";
    const auto events = told(own);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_TRUE(events[0].is_own);
}

TEST_P(Connector, a_push_is_believed_only_when_it_is_proven) {
    NOT_AT(Can::push);
    auto push = adapter->push(citizens());
    EXPECT_TRUE(channel->answer_push(account, push, now).is_kept);
    auto forged = push;
    for (auto& header : forged.headers)
        header.value.back() = header.value.back() == '0' ? '1' : '0';
    EXPECT_FALSE(channel->answer_push(account, forged, now).is_kept) << "another signature";
    forged.headers.clear();
    EXPECT_FALSE(channel->answer_push(account, forged, now).is_kept) << "none";
    auto nobody = account;
    for (const auto* secret : {"app_secret", "consumer_secret", "webhook_secret", "push_secret"})
        nobody.secrets.erase(secret);
    EXPECT_FALSE(channel->answer_push(nobody, push, now).is_kept) << "without a secret nothing is proven";
}

TEST_P(Connector, what_it_does_not_know_is_passed_over) {
    const auto body = body_of(citizens());
    auto stranger = adapter->strange_list();
    if (stranger.empty()) stranger = boost::json::serialize(with_strangers(base::json::parse(body).value()));
    auto events = read(stranger);
    ASSERT_TRUE(events) << stranger;
    std::erase_if(*events, [](const Event& event) { return event.item.text.empty(); });
    ASSERT_EQ(events->size(), 1U) << stranger;
    EXPECT_EQ(events->front().item.text, "Jalan berlubang di Tebet");
}

TEST_P(Connector, garbage_is_a_problem_and_never_a_fall) {
    const auto body = body_of(citizens());
    std::vector<std::string> garbage{"",      "null",   "[]",       "{}",
                                     "\"x\"", "<html>", "\xff\xfe", std::string(1, '\0')};
    for (std::size_t at = 1; at < body.size(); at += std::max<std::size_t>(1, body.size() / 25)) {
        garbage.push_back(body.substr(0, at));
        auto flipped = body;
        flipped[at] = static_cast<char>(flipped[at] ^ 0x15);
        garbage.push_back(std::move(flipped));
    }
    garbage.push_back(std::string(20'000, '['));
    std::string deep = body;
    for (int i = 0; i < 200; ++i)
        deep.insert(0, "{\"data\":[").append("]}");
    garbage.push_back(std::move(deep));
    auto huge = citizens(std::string(1UL << 20, 'x'));
    garbage.push_back(body_of(huge));
    for (const auto& each : garbage) {
        (void)channel->read_push(account, each);
        if (can(Can::list)) (void)page(each);
        (void)channel->read_self(account, {.status = 200, .headers = {}, .body = each});
        (void)channel->read_tokens({.status = 200, .headers = {}, .body = each}, now);
        (void)channel->read_count({.status = 200, .headers = {}, .body = each});
        (void)channel->read_media(account, {.status = 200, .headers = {}, .body = each});
        (void)channel->judge_reading(answered({.status = 400, .headers = {}, .body = each}));
    }
    auto events = read(body_of(huge));
    if (events)
        for (const auto& event : *events)
            EXPECT_LE(event.item.network_id.size(), 300U);
}

TEST_P(Connector, half_an_answer_to_a_post_is_no_success) {
    NOT_AT(Can::send);
    const auto to = draft();
    Progress begun;
    const auto step = publishing_step(to, begun);
    const auto whole = adapter->serve(step.request);
    for (std::size_t at = 0; at < whole.body.size(); ++at) {
        auto progress = begun;
        auto cut = whole;
        cut.body.resize(at);
        const auto judged = channel->judge(account, to, progress, answered(cut));
        const bool is_published = !network::published(progress).empty();
        EXPECT_EQ(judged.verdict == Verdict::ok, is_published) << cut.body;
        if (!is_published) EXPECT_EQ(judged.verdict, Verdict::unknown) << "it may stand: " << cut.body;
    }
    auto progress = begun;
    EXPECT_EQ(channel->judge(account, to, progress, answered(whole)).verdict, Verdict::ok);
    EXPECT_EQ(network::published(progress).size(), 1U);
}

TEST_P(Connector, a_lost_post_is_in_doubt_and_an_unsent_one_is_not) {
    NOT_AT(Can::send);
    const auto to = draft();
    Progress begun;
    (void)publishing_step(to, begun);
    auto progress = begun;
    EXPECT_EQ(channel->judge(account, to, progress, {.reached = network::Reached::maybe, .at = now}).verdict,
              Verdict::unknown);
    progress = begun;
    EXPECT_EQ(channel->judge(account, to, progress, {.reached = network::Reached::no, .at = now}).verdict,
              Verdict::unavailable);
    EXPECT_TRUE(network::published(progress).empty());
}

TEST_P(Connector, too_many_waits_as_long_as_the_network_says) {
    NOT_AT(Can::send);
    const auto to = draft();
    Progress begun;
    (void)publishing_step(to, begun);
    for (const auto& reset : adapter->resets()) {
        SCOPED_TRACE(reset.what);
        auto progress = begun;
        const auto sending = channel->judge(account, to, progress, answered(reset.response));
        const auto reading = channel->judge_reading(answered(reset.response));
        EXPECT_EQ(sending.verdict, Verdict::limited);
        EXPECT_EQ(reading.verdict, Verdict::limited);
        EXPECT_TRUE(network::published(progress).empty());
        for (const auto& judged : {sending, reading}) {
            // Without a word of the network the core waits by itself.
            if (!judged.again_at && reset.from <= 1s) continue;
            ASSERT_TRUE(judged.again_at);
            EXPECT_GE(*judged.again_at, now + reset.from);
            EXPECT_LE(*judged.again_at, now + reset.to);
        }
    }
}

TEST_P(Connector, a_refusal_means_the_same_everywhere) {
    NOT_AT(Can::send);
    const auto to = draft();
    Progress begun;
    (void)publishing_step(to, begun);
    for (const auto& refusal : adapter->refusals()) {
        SCOPED_TRACE(refusal.what);
        auto progress = begun;
        const auto sending = channel->judge(account, to, progress, answered(refusal.response));
        EXPECT_EQ(sending.verdict, refusal.sending);
        const auto reading = channel->judge_reading(answered(refusal.response));
        EXPECT_EQ(reading.verdict, refusal.reading);
        EXPECT_FALSE(sending.code.empty()) << "staff is told what the network said";
        EXPECT_LE(sending.code.size(), 200U);
        for (const auto& [name, secret] : account.secrets)
            if (secret.size() > 4)
                EXPECT_EQ(sending.code.find(secret), std::string::npos) << "a secret in the code";
    }
}

TEST_P(Connector, a_forgotten_cursor_begins_anew) {
    NOT_AT(Can::cursor);
    const auto verdict = channel->judge_reading(answered(adapter->cursor_gone())).verdict;
    EXPECT_TRUE(verdict == Verdict::rejected || verdict == Verdict::gone) << static_cast<int>(verdict);
}

TEST_P(Connector, an_own_post_is_found_again_or_a_person_is_asked) {
    NOT_AT(Can::send);
    const auto to = draft();
    Progress begun;
    const auto step = publishing_step(to, begun);
    auto lost = begun;
    (void)channel->judge(account, to, lost, {.reached = network::Reached::maybe, .at = now});
    if (const auto why = adapter->why_not(Can::ask_again); !why.empty()) {
        EXPECT_FALSE(channel->find_own(account, to, lost));
        EXPECT_EQ(channel->same_key_for(), 0s);
        GTEST_SKIP() << GetParam() << ": " << why;
    }
    const auto request = channel->find_own(account, to, lost);
    if (!request) {
        EXPECT_GT(channel->same_key_for(), 1h) << "what cannot be looked for must be free of harm to repeat";
        (void)adapter->serve(step.request);
        (void)adapter->serve(step.request);
        EXPECT_EQ(adapter->count_own("ditambal"), 1);
        return;
    }
    auto none = lost;
    EXPECT_EQ(channel->read_own(account, to, none, adapter->serve(*request)), network::Found::no);
    (void)adapter->serve(step.request);
    auto found = lost;
    EXPECT_EQ(channel->read_own(account, to, found, adapter->serve(*request)), network::Found::yes);
    EXPECT_EQ(network::published(found).size(), 1U);
    EXPECT_FALSE(channel->next(account, to, found)) << "and nothing is left to send";
    auto again = lost;
    auto elsewhere = to;
    elsewhere.others = network::published(found);
    if (channel->same_key_for() == 0s)
        EXPECT_EQ(channel->read_own(account, elsewhere, again, adapter->serve(*request)), network::Found::no)
            << "it is another message's";
    for (const int status : {400, 404, 500}) {
        auto untouched = lost;
        const auto said =
            channel->read_own(account, to, untouched, {.status = status, .headers = {}, .body = "<html>"});
        EXPECT_NE(said, network::Found::yes) << status;
    }
}

TEST_P(Connector, clocks_of_others_may_be_wrong_by_hours) {
    for (const auto skew : {-20h, -5h, 5h, 20h}) {
        auto one = citizens();
        one.at = noon + skew;
        const auto events = told(one);
        ASSERT_EQ(events.size(), 1U) << skew.count() << " h";
        EXPECT_EQ(events[0].item.text, "Jalan berlubang di Tebet");
    }
}

TEST_P(Connector, a_picture_is_asked_for_within_bounds) {
    const auto request = channel->ask_media(account, "https://cdn.example/a.jpg");
    EXPECT_LE(request.largest, 20UL << 20);
    EXPECT_LE(request.longest, 120s);
    for (const char* answer : {"", "{}", "[]", "<html>", R"({"url":"file:///etc/passwd"})",
                               R"({"ok":true,"result":{"file_path":"../../x"}})"})
        for (const int status : {200, 404})
            if (auto further =
                    channel->read_media(account, {.status = status, .headers = {}, .body = answer}))
                EXPECT_TRUE(further->url.starts_with("http")) << further->url;
}

TEST_P(Connector, a_new_token_never_wipes_what_renews_it) {
    NOT_AT(Can::refresh);
    const auto request = channel->refresh(account);
    ASSERT_TRUE(request);
    auto tokens = channel->read_tokens(adapter->serve(*request), now);
    ASSERT_TRUE(tokens);
    EXPECT_FALSE(tokens->secrets.at("token").empty());
    if (const auto found = tokens->secrets.find("refresh_token"); found != tokens->secrets.end())
        EXPECT_FALSE(found->second.empty());
    if (tokens->expires_at) {
        EXPECT_GT(*tokens->expires_at, now);
        EXPECT_LT(*tokens->expires_at, now + std::chrono::days(366));
    }
    // Empty and bogus life times.
    for (const auto* body :
         {R"({"access_token":"N","expires_in":-5})", R"({"access_token":"N","expires_in":"soon"})",
          R"({"access_token":"N","expires_in":99999999999})"})
        if (auto odd = channel->read_tokens({.status = 200, .headers = {}, .body = body}, now);
            odd && odd->expires_at)
            EXPECT_GT(*odd->expires_at, now) << body;
}

} // namespace
} // namespace tests::conformance
