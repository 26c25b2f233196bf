// A message that the network took and could not bring is no success. Against tests/fakes/meta.ts, ours.
#include "base/encode.h"
#include "channels/meta/meta.h"
#include "exchange.h"
#include "fakes/node_server.h"
#include "network/push_actions.h"
#include "network/push_proof.h"
#include "outgoing/posting_actions.h"
#include "posting_world.h"

namespace tests::conformance {
namespace {

using outgoing::Outgoing;
using outgoing::State;

class Undelivered : public outgoing::testing::WithPostings {
protected:
    tests::NodeServer server{"tests/fakes/meta.ts"};
    tests::Carried carrier;

    void SetUp() override {
        WithPostings::SetUp();
        channels_ = network::Channels({channels::meta::make_whatsapp()});
    }
    agency::Account connect(const std::string& number) {
        const auto account = add_account(number, "whatsapp");
        networks_[account.id] = "whatsapp";
        EXPECT_TRUE(network::connect(services(carrier), agency(), account,
                                     {.server = server.url(),
                                      .secrets = {{"token", "T"},
                                                  {"phone_number_id", number},
                                                  {"app_secret", "rahasia"},
                                                  {"verify_token", "v"}}},
                                     staff::StaffId{1}));
        return account;
    }
    Outgoing sent(const agency::Account& account) {
        items::ItemIn in;
        in.network_id = "wamid.1";
        in.author.network_id = "62811";
        in.text = "Jalan berlubang";
        in.created_at = w().now;
        in.root = "wa:62811";
        in.visibility = items::Visibility::private_;
        const auto out = waiting(account, in, "Sudah diperbaiki.");
        Process(*this, carrier).run_due();
        return out;
    }
    /// Under which it stands at the network.
    std::string id_of(const Outgoing& o) {
        const auto posting =
            database().read([&](db::Tx& tx) { return outgoing::posting_of(tx, agency(), o.id); });
        return network::published(base::json::parse(posting->progress)->get_object()).front();
    }
    void status(const agency::Account& account, const std::string& number, const std::string& id,
                const std::string& key, const std::string& what) {
        auto s = services(carrier);
        s.not_brought = [&](base::AgencyId of, agency::AccountId at,
                            const network::Undelivered& undelivered) {
            database().write(
                [&](db::Tx& tx) { outgoing::note_undelivered(tx, of, at, undelivered, w().now); });
        };
        const auto body =
            R"({"object":"whatsapp_business_account","entry":[{"id":"WABA","changes":[{"field":"messages","value":{"metadata":{"phone_number_id":")" +
            number + R"("},"statuses":[{"id":")" + id + R"(","status":")" + what +
            R"(","timestamp":"1790000000","recipient_id":"62811","biz_opaque_callback_data":")" + key +
            R"(","errors":[{"code":131026}]}]}}]}]})";
        network::OpenedAccounts opened;
        const network::Push push{
            .method = "POST",
            .query = {},
            .headers = {{"X-Hub-Signature-256",
                         "sha256=" + base::to_hex(network::hmac_sha256("rahasia", body))}},
            .body = body};
        ASSERT_EQ(network::keep_push(s, opened, agency(), account.id, push).status, 200);
        network::read_pushes(s, agency());
    }
    std::size_t said() {
        return base::json::parse(tests::carried({.url = server.url() + "/_sent"}).body)->as_array().size();
    }
};
DB_TEST_ON_EACH_ENGINE(Undelivered);

TEST_P(Undelivered, fails_is_shown_and_is_sent_again_only_by_a_person) {
    const auto account = connect("40"), another = connect("41");
    const auto out = sent(account);
    ASSERT_EQ(now_of(out).state, State::sent);
    ASSERT_EQ(said(), 1U);
    const auto key = outgoing::key_of(out), first = id_of(out);
    status(account, "40", first, key, "delivered");
    EXPECT_EQ(now_of(out).state, State::sent);
    status(account, "40", first, key + "1", "failed");
    status(account, "40", first, "tanggap-1-x", "failed");
    status(another, "41", first, key, "failed");
    EXPECT_EQ(now_of(out).state, State::sent) << "of something else, or said of another number's message";
    status(account, "40", first, key, "failed");
    EXPECT_EQ(now_of(out).state, State::failed);
    EXPECT_EQ(now_of(out).problem, "network.undelivered:131026");
    Process(*this, carrier).run_due();
    EXPECT_EQ(said(), 1U);

    database().write([&](db::Tx& tx) {
        EXPECT_TRUE(outgoing::store::change_state(tx, agency(), out.id, State::failed, State::queued, w().now,
                                                  std::nullopt));
        outgoing::begin_anew(tx, agency(), out.id);
        auto again = out;
        again.state = State::queued;
        outgoing::queue(tx, w().ids, again, w().now, w().now);
    });
    Process(*this, carrier).run_due();
    EXPECT_EQ(now_of(out).state, State::sent);
    EXPECT_EQ(said(), 2U);
    status(account, "40", first, key, "failed");
    EXPECT_EQ(now_of(out).state, State::sent) << "the network says again what became of the first attempt";
    status(account, "40", id_of(out), key, "failed");
    EXPECT_EQ(now_of(out).state, State::failed);
}

} // namespace
} // namespace tests::conformance
