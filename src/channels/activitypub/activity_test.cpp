#include "channels/activitypub/activity.h"
#include "channels/activitypub/activitypub_channel.h"
#include "channels/activitypub/addresses.h"
#include "channels/activitypub/documents.h"
#include "channels/activitypub/note_text.h"
#include "network/html_text.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace channels::activitypub {
namespace {

const std::string own = "https://lapor.contoh.go.id/aktor/posko";
const std::string budi = "https://warga.example/users/budi";
const base::Time now = base::parse_time("2026-11-22T08:00:00Z").value();

std::vector<network::Event> read(const std::string& activity) {
    auto events =
        events_of(own, journaled(base::json::parse(activity).value(),
                                 {.id = budi, .handle = "@budi@warga.example", .name = "Budi"}, now));
    return events.value_or(std::vector<network::Event>{});
}

std::string create(const std::string& members, const std::string& type = "Create") {
    return fmt::format(R"({{"id":"{0}/a/1","type":"{1}","actor":"{0}","object":{{"id":"{0}/notes/1",
        "type":"Note","attributedTo":"{0}","published":"2026-11-22T07:00:00Z",{2}}}}})",
                       budi, type, members);
}

TEST(Activity, a_mention_becomes_an_event) {
    const auto events = read(create(fmt::format(
        R"("content":"<p>@posko Jalan &amp; jembatan<br>rusak</p><p>Tolong</p>","to":"{}","cc":["{}"],
        "conversation":"tag:warga.example,2026:7","tag":{{"type":"Mention","href":"{}"}},
        "attachment":{{"type":"Document","mediaType":"image/jpeg","url":"https://warga.example/1.jpg"}})",
        public_address, own, own)));
    ASSERT_EQ(events.size(), 1U);
    const auto& item = events[0].item;
    EXPECT_EQ(item.network_id, budi + "/notes/1");
    EXPECT_EQ(item.text, "@posko Jalan & jembatan\nrusak\n\nTolong");
    EXPECT_EQ(item.visibility, items::Visibility::public_);
    EXPECT_EQ(item.root, "tag:warga.example,2026:7");
    EXPECT_EQ(item.author.handle, "@budi@warga.example");
    ASSERT_EQ(item.media.size(), 1U);
    EXPECT_EQ(read(create(fmt::format(R"("content":"x","to":["{}"])", own)))[0].item.visibility,
              items::Visibility::private_);
    EXPECT_EQ(read(create(fmt::format(R"("content":"x","to":["{}/followers"],"cc":"{}")", budi, own)))[0]
                  .item.visibility,
              items::Visibility::followers);
}

TEST(Activity, an_answer_to_ours_keeps_the_thread) {
    const auto ours = note_id(own, "tanggap-1-7", 0, budi + "/notes/1");
    const auto events =
        read(create(fmt::format(R"("content":"Sudah","to":"{}","inReplyTo":"{}")", public_address, ours)));
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].item.root, budi + "/notes/1");
    EXPECT_FALSE(root_of_note(own, "https://lapor.contoh.go.id/aktor/posko2/catatan/a-1/eA"));
}

TEST(Activity, nobody_speaks_for_another) {
    const std::string to = fmt::format(R"("content":"x","to":"{}")", own);
    auto changed = create(to);
    changed.replace(changed.find("\"attributedTo\":\"" + budi) + 16, budi.size(), budi + "2");
    EXPECT_TRUE(read(changed).empty());
    changed = create(to);
    changed.replace(changed.find("warga.example/users/budi/notes"), 13, "orang.example");
    EXPECT_TRUE(read(changed).empty());
    EXPECT_TRUE(read(create(R"("content":"x","to":"https://orang.example/users/ani")")).empty());
    EXPECT_FALSE(read_activity(
        base::json::parse(R"({"id":"https://a.example/1","type":"Create","actor":"https://b.example/u"})")
            .value(),
        own));
}

TEST(Activity, what_it_is_about) {
    auto act = [&](const std::string& rest) {
        return read_activity(
                   base::json::parse(fmt::format(R"({{"id":"{0}#1","actor":"{0}",{1}}})", budi, rest))
                       .value(),
                   own)
            .value()
            .act;
    };
    EXPECT_EQ(act(fmt::format(R"("type":"Follow","object":"{}")", own)), Act::follow);
    EXPECT_EQ(act(R"("type":"Follow","object":"https://lain.example/u")"), Act::nothing_here);
    EXPECT_EQ(act(fmt::format(R"("type":"Undo","object":{{"type":"Follow","object":"{}"}})", own)),
              Act::unfollow);
    EXPECT_EQ(act(fmt::format(R"("type":"Delete","object":"{}")", budi)), Act::actor_gone);
    EXPECT_EQ(act(R"("type":"Flag","object":"x")"), Act::nothing_here);
}

TEST(NoteText, is_text_alone) {
    EXPECT_EQ(network::html_to_text("<p>a</p><script>x<p>y</script><p>b &lt;c&gt; &#x41;&#66;</p>"),
              "a\n\nb <c> AB");
    EXPECT_EQ(network::html_to_text("a &unknown; & b <"), "a &unknown; & b <");
    EXPECT_EQ(html_of_text("a <b>\nhttps://x.example/?a=1&b=2.\n\nc"),
              "<p>a &lt;b&gt;<br><a href=\"https://x.example/?a=1&amp;b=2\" rel=\"nofollow "
              "noopener\">https://x.example/?a=1&amp;b=2</a>.</p><p>c</p>");
}

TEST(Answering, note_author_inbox_and_the_same_note_again) {
    const auto channel = make_channel();
    network::Connection connection{
        .server = "https://lapor.contoh.go.id", .own_id = own, .handle = "@posko@l"};
    const network::Draft draft{.key = "tanggap-1-7",
                               .text = "Sudah kami teruskan.",
                               .visibility = items::Visibility::private_,
                               .to = budi + "/notes/1",
                               .to_handle = "@budi@warga.example",
                               .root = budi + "/notes/1"};
    network::Progress progress;
    auto answered = [](std::string body, int status = 200) {
        return network::Answer{.response = network::Response{.status = status, .body = std::move(body)},
                               .at = now};
    };
    auto step = channel->next(connection, draft, progress);
    EXPECT_EQ(step->request.url, draft.to);
    EXPECT_TRUE(step->request.signing);
    EXPECT_EQ(channel->judge(connection, draft, progress, answered("", 410)).verdict, network::Verdict::gone);
    EXPECT_EQ(channel->judge(connection, draft, progress, answered("", 401)).verdict,
              network::Verdict::forbidden);
    EXPECT_EQ(channel
                  ->judge(connection, draft, progress,
                          answered(fmt::format(R"({{"type":"Note","attributedTo":"{}"}})", budi)))
                  .verdict,
              network::Verdict::ok);
    EXPECT_EQ(channel->next(connection, draft, progress)->request.url, budi);
    EXPECT_EQ(channel
                  ->judge(connection, draft, progress,
                          answered(fmt::format(R"({{"id":"{0}","inbox":"{0}/inbox"}})", budi)))
                  .verdict,
              network::Verdict::ok);
    step = channel->next(connection, draft, progress);
    EXPECT_TRUE(step->publishes);
    EXPECT_EQ(step->request.url, budi + "/inbox");
    EXPECT_EQ(step->request.body.find(public_address), std::string::npos) << "never wider than it was asked";
    EXPECT_EQ(channel->judge(connection, draft, progress, answered("", 502)).verdict,
              network::Verdict::unknown);
    EXPECT_EQ(channel->next(connection, draft, progress)->request.body, step->request.body);
    EXPECT_EQ(channel->judge(connection, draft, progress, answered("", 202)).verdict, network::Verdict::ok);
    EXPECT_FALSE(channel->next(connection, draft, progress));
    EXPECT_EQ(network::published(progress).size(), 1U);
}

} // namespace
} // namespace channels::activitypub
