#include "channels/meta/meta.h"
#include "channels/meta/whatsapp_message.h"
#include "fakes/node_server.h"

#include <gtest/gtest.h>

namespace channels::meta {
namespace {

using network::Verdict;

const network::Connection number{
    .server = {}, .own_id = "40", .handle = "+62 21 1234", .secrets = {{"token", "T"}}};

std::string push(const std::string& inner, const char* id = "40") {
    return std::string(
               R"({"object":"whatsapp_business_account","entry":[{"id":"WABA","changes":[{"field":"messages","value":
      {"messaging_product":"whatsapp","metadata":{"display_phone_number":"62211234","phone_number_id":")") +
           id + R"("},"contacts":[{"wa_id":"62811","profile":{"name":"Budi"}}],)" + inner + "}}]}]}";
}

TEST(WhatsAppPush, ReadsWhatCitizensSend) {
    const auto channel = make_whatsapp();
    const auto body = push(R"("messages":[
      {"from":"62811","id":"wamid.1","timestamp":"1790000000","type":"text","text":{"body":"lubang"}},
      {"from":"62811","id":"wamid.2","timestamp":"1790000001","type":"image","image":{"id":"MEDIA1","mime_type":"image/jpeg","caption":"ini"},"context":{"from":"62211234","id":"wamid.0"}},
      {"from":"62811","id":"wamid.3","timestamp":"1790000002","type":"location","location":{"latitude":-6.2,"longitude":106.8,"name":"Pasar"}},
      {"from":"62811","id":"wamid.4","timestamp":"1790000003","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"1","title":"Sudah"}}},
      {"from":"62811","id":"wamid.5","timestamp":"1790000004","type":"reaction","reaction":{"message_id":"wamid.0","emoji":"x"}},
      {"from":"62811","id":"wamid.7","timestamp":"1790000005","type":"audio","audio":{"id":"MEDIA2","mime_type":"audio/ogg","voice":true}},
      {"from":"62811","id":"wamid.6","type":"text","text":{"body":"tanpa waktu"}}])");
    auto events = channel->read_push(number, body);
    ASSERT_TRUE(events);
    ASSERT_EQ(events->size(), 5U);
    EXPECT_EQ(events->at(4).item.text, "[pesan suara]");
    const auto& first = events->at(0).item;
    EXPECT_EQ(first.text, "lubang");
    EXPECT_EQ(first.author.network_id, "62811");
    EXPECT_EQ(first.author.name, "Budi");
    EXPECT_EQ(first.visibility, items::Visibility::private_);
    EXPECT_EQ(first.root, "wa:62811");
    EXPECT_EQ(base::to_ms(first.created_at), 1'790'000'000'000);
    EXPECT_EQ(events->at(1).item.text, "ini");
    EXPECT_EQ(events->at(1).item.in_reply_to, "wamid.0");
    ASSERT_EQ(events->at(1).item.media.size(), 1U);
    EXPECT_EQ(channel->ask_media(number, *events->at(1).item.media[0].url).url,
              "https://graph.facebook.com/v26.0/MEDIA1");
    EXPECT_EQ(events->at(2).item.text, "Pasar");
    EXPECT_DOUBLE_EQ(events->at(2).item.place->lat, -6.2);
    EXPECT_EQ(events->at(3).item.text, "Sudah");
    EXPECT_TRUE(
        channel
            ->read_push(
                number,
                push(
                    R"("messages":[{"from":"62811","id":"w","timestamp":"1790000000","type":"text","text":{"body":"x"}}])",
                    "41"))
            ->empty())
        << "of another number";
}

TEST(WhatsAppPush, StatusesSettleWhatWasSentOnce) {
    const auto channel = make_whatsapp();
    auto events = channel->read_push(number, push(R"("statuses":[
      {"id":"wamid.9","status":"read","timestamp":"1790000002","recipient_id":"62811"},
      {"id":"wamid.9","status":"delivered","timestamp":"1790000001","recipient_id":"62811"},
      {"id":"wamid.9","status":"sent","timestamp":"1790000000","recipient_id":"62811"},
      {"id":"wamid.8","status":"failed","timestamp":"1790000000","recipient_id":"62811","biz_opaque_callback_data":"tanggap-1-8","errors":[{"code":131047}]},
      {"id":"wamid.7","status":"failed","timestamp":"1790000000","recipient_id":"62811","errors":[{"code":131026}]}])"));
    ASSERT_TRUE(events);
    ASSERT_EQ(events->size(), 2U) << "of wamid.7 nobody knows which message it was";
    ASSERT_TRUE(events->back().undelivered);
    EXPECT_EQ(events->back().undelivered->key, "tanggap-1-8");
    EXPECT_EQ(events->back().undelivered->id, "wamid.8");
    EXPECT_EQ(events->back().undelivered->code, "131047");
    EXPECT_TRUE(events->front().is_own);
    EXPECT_EQ(events->front().item.network_id, "wamid.9");
    EXPECT_LT(rank_of_status("sent"), rank_of_status("delivered"));
    EXPECT_LT(rank_of_status("delivered"), rank_of_status("read"));
    EXPECT_EQ(rank_of_status("warning"), 0);
}

TEST(WhatsAppMedia, IsAskedForInTwoSteps) {
    const auto channel = make_whatsapp();
    auto request = channel->read_media(
        number, {.status = 200, .body = R"({"url":"https://lookaside.example/1","mime_type":"image/jpeg"})"});
    ASSERT_TRUE(request);
    EXPECT_EQ(request->url, "https://lookaside.example/1");
    EXPECT_EQ(network::header_of(request->headers, "authorization"), "Bearer T");
    EXPECT_FALSE(channel->read_media(number, {.status = 404, .body = "{}"}));
}

// Against the contract mock of ours, tests/fakes/meta.ts.
TEST(WhatsAppPeer, SaysPicturesWordsAndTemplates) {
    const tests::NodeServer server{"tests/fakes/meta.ts"};
    const auto channel = make_whatsapp();
    auto account = number;
    account.server = server.url();
    account.secrets["phone_number_id"] = "40";
    EXPECT_EQ(channel->read_self(account, tests::carry(channel->ask_self(account)).response.value())->own_id,
              "40");
    network::Progress progress;
    network::Draft draft{.key = "7301",
                         .text = "Sudah\tdiperbaiki.\nTerima kasih.",
                         .to = "wamid.1",
                         .to_author = "62811",
                         .pictures = {{.mime = "image/jpeg", .bytes = "JPEG", .alt = "sesudah"}}};
    ASSERT_EQ(tests::send(*channel, account, draft, progress).code, "");
    EXPECT_EQ(network::published(progress).size(), 2U);
    draft.pictures.clear();
    draft.to_facts = {{"template", {{"name", "kabar"}}}};
    progress = {};
    ASSERT_EQ(tests::send(*channel, account, draft, progress).code, "");
    const auto sent = *base::json::parse(
        tests::carry({.name = "sent", .url = server.url() + "/_sent"}).response.value().body);
    ASSERT_EQ(sent.as_array().size(), 3U);
    EXPECT_EQ(network::text_in(sent.at(0), "image.caption"), "sesudah");
    EXPECT_EQ(network::text_in(sent.at(1), "text.body"), draft.text);
    EXPECT_EQ(network::text_in(sent.at(1), "context.message_id"), "wamid.1");
    EXPECT_EQ(network::text_in(sent.at(1), "biz_opaque_callback_data"), "7301");
    const auto& given = sent.at(2).at("template");
    EXPECT_EQ(network::text_in(given, "language.code"), "id");
    EXPECT_EQ(network::text_in(given.at("components").at(0).at("parameters").at(0), "text"),
              "Sudah diperbaiki. Terima kasih.");

    progress = {};
    const auto late =
        tests::send(*channel, account, {.key = "2", .text = "x", .to_author = "62800"}, progress);
    EXPECT_EQ(late.verdict, Verdict::rejected);
    EXPECT_TRUE(late.code.starts_with("131047")) << late.code;
    server.fault("drop", "/messages");
    EXPECT_EQ(
        tests::send(*channel, account, {.key = "3", .text = "x", .to_author = "62811"}, progress).verdict,
        Verdict::unknown);
    EXPECT_FALSE(channel->find_own(account, draft, progress)) << "a person looks";
}

} // namespace
} // namespace channels::meta
