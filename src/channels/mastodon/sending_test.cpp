#include "channels/mastodon/fixtures.h"
#include "channels/mastodon/parts.h"
#include "channels/mastodon/sending.h"

#include <gmock/gmock.h>

namespace channels::mastodon {
namespace {

using network::Draft;
using network::Found;
using network::Progress;
using network::Verdict;
using testing::HasSubstr;
using testing::Not;

const network::ChannelPtr mastodon = make_channel();

Draft reply() {
    return {.key = "kunci-1",
            .text = "Sudah kami perbaiki. Lihat https://contoh.example/bukti",
            .visibility = items::Visibility::unlisted,
            .to = "103254401",
            .to_author = "warga@lain.example",
            .to_handle = "@warga@lain.example",
            .root = "103254400"};
}

network::Judgement judge(const Draft& draft, Progress& progress, const network::Answer& answer) {
    return mastodon->judge(connection(), draft, progress, answer);
}

TEST(MastodonSending, AnAnswerIsOnePostWithAKey) {
    Progress progress;
    auto step = mastodon->next(connection(), reply(), progress);
    ASSERT_TRUE(step);
    EXPECT_TRUE(step->publishes);
    EXPECT_EQ(step->request.method, "POST");
    EXPECT_EQ(step->request.url, "https://mastodon.example/api/v1/statuses");
    EXPECT_EQ(network::header_of(step->request.headers, "idempotency-key"), "kunci-1");
    EXPECT_EQ(step->request.body,
              "status=%40warga%40lain.example%20Sudah%20kami%20perbaiki.%20Lihat%20https%3A"
              "%2F%2Fcontoh.example%2Fbukti&visibility=unlisted&language=id&in_reply_to_id="
              "103254401");
    EXPECT_EQ(judge(reply(), progress, answer(status("103254500", agency, "x", "103254401"))).verdict,
              Verdict::ok);
    EXPECT_EQ(network::published(progress), std::vector<std::string>{"103254500"});
    EXPECT_EQ(progress.at("url").get_string(), "https://lain.example/@warga/103254500");
    EXPECT_FALSE(mastodon->next(connection(), reply(), progress));
}

TEST(MastodonSending, ADirectAnswerStaysDirectAndNamesItsReader) {
    Draft draft = reply();
    draft.visibility = items::Visibility::private_;
    draft.to_handle.clear();
    const auto step = mastodon->next(connection(), draft, {});
    EXPECT_THAT(step->request.body, HasSubstr("visibility=direct"));
    EXPECT_THAT(step->request.body, HasSubstr("status=%40warga%40lain.example%20Sudah"));
}

TEST(MastodonSending, AnAnswerNeverBecomesAPostOfItsOwn) {
    Draft draft = reply();
    draft.to = "../tak dikenal";
    EXPECT_THAT(mastodon->next(connection(), draft, {})->request.body,
                HasSubstr("in_reply_to_id=..%2Ftak%20dikenal"))
        << "the server does not know it, and says so";
}

TEST(MastodonSending, PicturesAreUploadedAndWaitedForFirst) {
    Draft draft = reply();
    draft.pictures = {{.mime = "image/jpeg", .bytes = "JPEG", .alt = "Jalan rata"},
                      {.mime = "image/png", .bytes = "PNG"}};
    Progress progress;
    EXPECT_TRUE(mastodon->needs_bytes(draft, progress));
    auto step = mastodon->next(connection(), draft, progress);
    EXPECT_FALSE(step->publishes);
    EXPECT_EQ(step->request.url, "https://mastodon.example/api/v2/media");
    EXPECT_THAT(step->request.body, HasSubstr("name=\"description\"\r\n\r\nJalan rata"));
    EXPECT_THAT(step->request.body,
                HasSubstr("filename=\"foto-1.jpg\"\r\nContent-Type: image/jpeg\r\n\r\nJPEG"));
    EXPECT_EQ(judge(draft, progress, answer(R"({"id":"22","type":"image","url":null})", 202)).verdict,
              Verdict::ok);
    EXPECT_FALSE(mastodon->needs_bytes(draft, progress));
    EXPECT_EQ(mastodon->next(connection(), draft, progress)->request.url,
              "https://mastodon.example/api/v1/media/22");
    const auto waits = judge(draft, progress, answer(R"({"id":"22","type":"image","url":null})", 206));
    EXPECT_EQ(waits.verdict, Verdict::pending);
    EXPECT_TRUE(waits.again_at.has_value());
    EXPECT_EQ(judge(draft, progress, answer(R"({"id":"22","url":"https://f.example/22"})")).verdict,
              Verdict::ok);
    EXPECT_TRUE(mastodon->needs_bytes(draft, progress));
    EXPECT_EQ(judge(draft, progress, answer(R"({"id":"23","url":"https://f.example/23"})")).verdict,
              Verdict::ok);
    step = mastodon->next(connection(), draft, progress);
    EXPECT_TRUE(step->publishes);
    EXPECT_THAT(step->request.body, HasSubstr("media_ids%5B%5D=22&media_ids%5B%5D=23"));
}

TEST(MastodonSending, ABadPictureIsRejectedAndALostOneUploadedAgain) {
    Draft draft = reply();
    draft.pictures = {{.mime = "image/jpeg", .bytes = "?"}};
    Progress progress;
    const auto bad = judge(draft, progress, answer(R"({"error":"Validation failed: File is invalid"})", 422));
    EXPECT_EQ(bad.verdict, Verdict::rejected);
    EXPECT_EQ(bad.code, "422 Validation failed: File is invalid");
    EXPECT_EQ(judge(draft, progress, {.response = {}, .reached = network::Reached::maybe}).verdict,
              Verdict::unavailable)
        << "nothing is seen of an upload";
    EXPECT_EQ(judge(draft, progress, answer(R"({"id":"22"})", 202)).verdict, Verdict::ok);
    EXPECT_EQ(judge(draft, progress, answer(R"({"error":"Record not found"})", 404)).verdict,
              Verdict::unavailable);
    EXPECT_EQ(mastodon->next(connection(), draft, progress)->request.name, "media.post");
}

TEST(MastodonSending, ALongTextIsAThreadOfItsOwn) {
    Draft draft = reply();
    draft.text.clear();
    for (int i = 0; i < 90; ++i)
        draft.text += "Kalimat nomor " + std::to_string(i) + ". ";
    Progress progress;
    auto step = mastodon->next(connection(), draft, progress);
    EXPECT_THAT(step->request.body, HasSubstr("in_reply_to_id=103254401"));
    EXPECT_EQ(judge(draft, progress, answer(status("500", agency, "x"))).verdict, Verdict::ok);
    step = mastodon->next(connection(), draft, progress);
    EXPECT_EQ(network::header_of(step->request.headers, "idempotency-key"), "kunci-1-2");
    EXPECT_THAT(step->request.body, HasSubstr("in_reply_to_id=500"));
    EXPECT_THAT(step->request.body, HasSubstr("status=%40warga"));
    auto larger = connection();
    larger.facts["max_characters"] = 5000;
    EXPECT_EQ(mastodon->next(larger, draft, progress)->request.body, step->request.body)
        << "a limit that changes in between does not move the cuts";
}

struct Case {
    const char* what;
    network::Answer answer;
    Verdict verdict;
    const char* code;
};

TEST(MastodonSending, AnAnswerOfTheServerIsJudged) {
    const std::vector<Case> cases = {
        {"token", answer(R"({"error":"The access token is invalid"})", 401), Verdict::revoked,
         "401 The access token is invalid"},
        {"right", answer(R"({"error":"This action is outside the authorized scopes"})", 403),
         Verdict::forbidden, "403 This action is outside the authorized scopes"},
        {"target",
         answer(R"({"error":"The post you are trying to reply to does not appear to exist."})", 404),
         Verdict::gone, "404 The post you are trying to reply to does not appear to exist."},
        {"words", answer(R"({"error":"Validation failed: Text character limit of 500 exceeded"})", 422),
         Verdict::rejected, "422 Validation failed: Text character limit of 500 exceeded"},
        {"gateway", answer("<html>", 502), Verdict::unknown, "502"},
        {"not up", answer("", 503), Verdict::unavailable, "503"},
        {"silence", {.response = {}, .reached = network::Reached::maybe}, Verdict::unknown, "no_answer"},
        {"no connection",
         {.response = {}, .reached = network::Reached::no},
         Verdict::unavailable,
         "no_answer"},
        {"half a body", answer(R"({"id":)"), Verdict::unknown, "status without id"},
    };
    for (const auto& each : cases) {
        Progress progress;
        const auto judgement = judge(reply(), progress, each.answer);
        EXPECT_EQ(judgement.verdict, each.verdict) << each.what;
        EXPECT_EQ(judgement.code, each.code) << each.what;
        EXPECT_TRUE(network::published(progress).empty()) << each.what;
    }
    Draft own = reply();
    own.to.clear();
    Progress progress;
    EXPECT_EQ(judge(own, progress, answer("{}", 404)).verdict, Verdict::rejected);
}

TEST(MastodonSending, ALimitEndsWhenTheServerSays) {
    Progress progress;
    const auto at = answer("").at;
    const auto judgement = judge(reply(), progress,
                                 answer(R"({"error":"Too many requests"})", 429,
                                        {{"X-RateLimit-Limit", "300"},
                                         {"X-RateLimit-Remaining", "0"},
                                         {"X-RateLimit-Reset", "2026-11-18T11:10:00.123456Z"}}));
    EXPECT_EQ(judgement.verdict, Verdict::limited);
    EXPECT_EQ(base::to_iso(*judgement.again_at), "2026-11-18T11:10:00.123Z");
    const auto past =
        judge(reply(), progress, answer("{}", 429, {{"X-RateLimit-Reset", "2020-01-01T00:00:00Z"}}));
    EXPECT_EQ(*past.again_at, at + std::chrono::minutes{5});
    const auto usage = mastodon->usage({.name = "statuses.post"},
                                       answered("", 200,
                                                {{"x-ratelimit-limit", "300"},
                                                 {"x-ratelimit-remaining", "299"},
                                                 {"x-ratelimit-reset", "2026-11-18T11:10:00.123456Z"}}),
                                       at);
    ASSERT_EQ(usage.size(), 1U);
    EXPECT_EQ(usage[0].limit, 300);
    EXPECT_EQ(usage[0].remaining, 299);
    EXPECT_TRUE(usage[0].resets_at.has_value());
}

TEST(MastodonOwnPosts, AreFoundByWhatTheyAnswerAndTheirLetters) {
    Progress progress;
    ASSERT_EQ(judge(reply(), progress, {.response = {}, .at = answer("").at}).verdict, Verdict::unknown);
    auto ask = mastodon->find_own(connection(), reply(), progress);
    ASSERT_TRUE(ask);
    EXPECT_EQ(ask->url,
              "https://mastodon.example/api/v1/accounts/109000/statuses?limit=40&exclude_reblogs=true");
    const std::string html =
        R"(<p><span class=\"h-card\"><a href=\"https://lain.example/@warga\" class=\"u-url mention\">@<span>warga)"
        R"(</span></a></span> Sudah kami perbaiki. Lihat <a href=\"https://contoh.example/bukti\"><span class=)"
        R"(\"invisible\">https://</span><span class=\"\">contoh.example/bukti</span></a></p>)";
    auto at = [](std::string post) {
        const std::string created = "2026-11-20T08:15:30.123Z";
        return post.replace(post.find(created), created.size(), "2026-11-18T11:06:00.000Z");
    };
    Progress other = progress;
    EXPECT_EQ(mastodon->read_own(connection(), reply(), other,
                                 answered("[" + at(status("9", agency, html, "103254999")) + "]")),
              Found::no)
        << "it answers something else";
    EXPECT_EQ(mastodon->read_own(connection(), reply(), other,
                                 answered("[" + at(status("9", citizen, html, "103254401")) + "]")),
              Found::no)
        << "somebody else wrote it";
    EXPECT_EQ(mastodon->read_own(connection(), reply(), progress,
                                 answered("[" + at(status("777", agency, html, "103254401")) + "]")),
              Found::yes);
    EXPECT_EQ(network::published(progress), std::vector<std::string>{"777"});
    EXPECT_FALSE(mastodon->find_own(connection(), reply(), progress)) << "nothing is left to look for";
}

TEST(MastodonOwnPosts, AFullPageSaysNoOnlyWhenItReachesBack) {
    std::string list;
    for (int i = 0; i < 40; ++i)
        list += (i > 0 ? "," : "") + status(std::to_string(103254900 - i), agency, "lain", "5");
    Progress progress;
    EXPECT_EQ(mastodon->read_own(connection(), reply(), progress, answered("[" + list + "]")),
              Found::cannot_tell);
    list += "," + status("103254001", agency, "lama", "5");
    EXPECT_EQ(mastodon->read_own(connection(), reply(), progress, answered("[" + list + "]")), Found::no);
    EXPECT_EQ(mastodon->read_own(connection(), reply(), progress, answered("{}", 500)), Found::cannot_tell);
}

TEST(MastodonOwnPosts, TheSameWordsOfLastWeekAreNotTheOnes) {
    Progress progress;
    ASSERT_EQ(judge(reply(), progress, {.response = {}, .at = base::time_from_ms(1'796'000'000'000)}).verdict,
              Verdict::unknown);
    EXPECT_EQ(mastodon->read_own(
                  connection(), reply(), progress,
                  answered("[" +
                           status("1", agency, "Sudah kami perbaiki. Lihat https://contoh.example/bukti",
                                  "103254401") +
                           "]")),
              Found::no);
}

TEST(MastodonOwnPosts, LettersAreWhatServersLeaveAlone) {
    EXPECT_EQ(letters_of("@warga@lain.example Sudah, kami  perbaiki!"), "sudahkamiperbaiki");
    EXPECT_EQ(letters_of(" 👍 "), "");
}

} // namespace
} // namespace channels::mastodon
