// What every connector must understand of its network, whatever that says. Pure: bytes in, meaning out.
#include "conformance/connector.h"
#include "network/json_reading.h"

namespace tests::conformance {
namespace {

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

} // namespace

INSTANTIATE_TEST_SUITE_P(, Connector, ::testing::ValuesIn(names()),
                         [](const auto& info) { return info.param; });

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

TEST_P(Connector, a_forgotten_cursor_begins_anew) {
    NOT_AT(Can::cursor);
    const auto verdict = channel->judge_reading(answered(adapter->cursor_gone())).verdict;
    EXPECT_TRUE(verdict == Verdict::rejected || verdict == Verdict::gone) << static_cast<int>(verdict);
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

} // namespace tests::conformance
