#include "channels/activitypub/activitypub_actions.h"
#include "channels/activitypub/activitypub_channel.h"
#include "network/rsa_key.h"
#include "network_world.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace channels::activitypub {
namespace {

using namespace std::chrono_literals;

const std::string server = "https://lapor.contoh.go.id";
const std::string budi = "https://warga.example/users/budi";

/// Another server with one person, whose key can change; and our own, as it is seen from outside.
class Elsewhere : public network::Carrier {
public:
    std::string key = network::make_private_key();
    bool is_up = true;
    int key_asked = 0;
    std::vector<network::Request> delivered;

    [[nodiscard]] network::Answer exchange(const network::Request& request) override {
        if (request.url == server + "/.well-known/nodeinfo")
            return ok(fmt::format(R"({{"links":[{{"href":"{}/nodeinfo/2.1"}}]}})", server));
        if (!is_up) return {.reached = network::Reached::no};
        if (request.method == "POST") {
            delivered.push_back(request);
            return ok("", 202);
        }
        ++key_asked;
        if (request.url != budi) return ok("", 404);
        base::json::Object shown{
            {"id", budi + "#main-key"}, {"owner", budi}, {"publicKeyPem", network::public_key_of(key)}};
        return ok(boost::json::serialize(base::json::Object{{"id", budi},
                                                            {"type", "Person"},
                                                            {"preferredUsername", "budi"},
                                                            {"inbox", budi + "/inbox"},
                                                            {"publicKey", std::move(shown)}}));
    }
    static network::Answer ok(std::string body, int status = 200) {
        return {.response = network::Response{.status = status, .body = std::move(body)}};
    }
};

class Takes : public network::testing::WithNetwork {
protected:
    Elsewhere elsewhere;
    agency::Account account;

    void SetUp() override {
        WithNetwork::SetUp();
        channels_ = network::Channels({make_channel()});
        account = add_account("@posko", "activitypub");
        networks_[account.id] = "activitypub";
        auto connected =
            network::connect(services(elsewhere), agency(), account,
                             {.server = server, .secrets = {{"name", "posko"}}}, staff::StaffId{1});
        ASSERT_TRUE(connected) << connected.error().code;
        EXPECT_EQ(connected->handle, "@posko@lapor.contoh.go.id");
    }
    int send(Inbox& inbox, const std::string& body, const std::string& key_id = budi + "#main-key",
             const std::string& host = server) {
        const network::Request request{.name = "inbox",
                                       .method = "POST",
                                       .url = host + "/kait/activitypub/1",
                                       .body = body,
                                       .signing = network::Signing{key_id, elsewhere.key}};
        return take(inbox, agency(), account.id,
                    {.method = "POST",
                     .target = "/kait/activitypub/1",
                     .origin = {},
                     .headers = network::signature_headers(request, w().now),
                     .body = body});
    }
    static std::string note(int number, const std::string& actor = budi) {
        return fmt::format(R"({{"id":"{0}/a/{1}","type":"Create","actor":"{0}","object":{{"id":"{0}/n/{1}",
            "type":"Note","attributedTo":"{0}","content":"<p>Banjir</p>","to":"{2}/aktor/posko"}}}})",
                           actor, number, server);
    }
};
DB_TEST_ON_EACH_ENGINE(Takes);

TEST_P(Takes, what_is_proven_once) {
    const auto s = services(elsewhere);
    Inbox inbox{.network = s};
    EXPECT_EQ(send(inbox, note(1)), 202);
    EXPECT_EQ(send(inbox, note(1)), 202);
    EXPECT_EQ(send(inbox, note(2)), 202);
    EXPECT_EQ(elsewhere.key_asked, 1) << "the key is remembered";
    EXPECT_EQ(network::read_pushes(s, agency()), 2);
    EXPECT_EQ(held.items.size(), 2U);
    EXPECT_EQ((held.items.at({account.id.value, budi + "/n/1"}).text), "Banjir");
}

TEST_P(Takes, nothing_that_is_not_proven) {
    const auto s = services(elsewhere);
    Inbox inbox{.network = s};
    EXPECT_EQ(send(inbox, note(1, "https://orang.example/u/ani")), 401) << "a key of another host";
    EXPECT_EQ(send(inbox, note(1, "https://warga.example/users/ani")), 401) << "a key of a neighbour";
    EXPECT_EQ(send(inbox, note(1), budi + "#main-key", "https://lain.contoh.go.id"), 401)
        << "meant for another server";
    EXPECT_EQ(send(inbox, "{\"half"), 400);
    EXPECT_EQ(take(inbox, agency(), agency::AccountId{7}, {}), 404);
    elsewhere.is_up = false;
    EXPECT_EQ(send(inbox, note(1), "https://warga.example/users/budi#other"), 401);
    EXPECT_EQ(network::read_pushes(s, agency()), 0);
}

TEST_P(Takes, a_changed_key_after_a_while) {
    const auto s = services(elsewhere);
    Inbox inbox{.network = s};
    EXPECT_EQ(send(inbox, note(1)), 202);
    elsewhere.key = network::make_private_key();
    EXPECT_EQ(send(inbox, note(2)), 401) << "fetched a moment ago";
    w().now += 2min;
    EXPECT_EQ(send(inbox, note(2)), 202);
    EXPECT_EQ(elsewhere.key_asked, 2);
}

TEST_P(Takes, followers_and_tells_them) {
    const auto s = services(elsewhere);
    Inbox inbox{.network = s};
    const auto follow = fmt::format(
        R"({{"id":"{0}/f/1","type":"Follow","actor":"{0}","object":"{1}/aktor/posko"}})", budi, server);
    EXPECT_EQ(send(inbox, follow), 202);
    EXPECT_EQ(count_followers(s, agency(), account.id), 1);
    const AcceptJob job{account.id, vault_->lookup(agency(), "activitypub.actor", budi)};
    elsewhere.is_up = false;
    EXPECT_FALSE(accept_follower(s, agency(), job, false)) << "again later";
    elsewhere.is_up = true;
    EXPECT_TRUE(accept_follower(s, agency(), job, false));
    ASSERT_EQ(elsewhere.delivered.size(), 1U);
    EXPECT_EQ(elsewhere.delivered[0].url, budi + "/inbox");
    EXPECT_THAT(elsewhere.delivered[0].body, ::testing::HasSubstr("\"Accept\""));
    EXPECT_EQ(send(inbox, fmt::format(R"({{"id":"{0}/f/1#u","type":"Undo","actor":"{0}","object":{1}}})",
                                      budi, follow)),
              202);
    EXPECT_EQ(count_followers(s, agency(), account.id), 0);
    EXPECT_EQ(send(inbox, follow), 202);
    elsewhere.is_up = false;
    EXPECT_TRUE(accept_follower(s, agency(), job, true)) << "given up";
    EXPECT_EQ(count_followers(s, agency(), account.id), 0);
}

} // namespace
} // namespace channels::activitypub
