// Signing in on the dialogs of the contract mock, tests/fakes/meta_sign_in.ts, which keeps codes, rights and
// tokens.
#include "channels/meta/meta.h"
#include "db/database.h"
#include "fakes/node_server.h"
#include "network/sign_in_actions.h"
#include "network_world.h"

#include <gmock/gmock.h>

namespace channels::meta {
namespace {

using namespace std::chrono_literals;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

const std::string back = "http://127.0.0.1:1/meja/atur/sambungan/masuk";

class MetaSignsIn : public network::testing::WithNetwork {
protected:
    tests::NodeServer server{"tests/fakes/meta.ts"};
    tests::Carried carrier;
    agency::Account account;
    staff::StaffId siti{1};

    void SetUp() override {
        WithNetwork::SetUp();
        channels_ = network::Channels({make_facebook(), make_instagram(), make_threads()});
    }
    network::Services there() {
        auto out = services(carrier);
        for (const auto* network : {"facebook", "instagram", "threads"})
            out.servers[network] = server.url();
        return out;
    }
    void use(const std::string& network) {
        account = add_account("@dinas di " + network, network);
        networks_[account.id] = network;
    }
    std::string begin() {
        auto begun = network::begin_sign_in(
            there(), agency(), account,
            {.server = {},
             .secrets = {{"app_id", "1"}, {"app_secret", "rahasia-7f3a"}, {"verify_token", "sandi"}}},
            back, siti, "sesi");
        EXPECT_TRUE(begun) << (begun ? "" : begun.error().code + " " + begun.error().detail);
        return begun.value().page;
    }
    /// What a person does there; what the dialog led back with.
    network::CameBack at_page(const std::string& page, const std::string& user, bool agrees = true) {
        const auto answer = tests::carried(
            {.method = "POST",
             .url = page.substr(0, page.find('?')),
             .headers = {{"Content-Type", "application/x-www-form-urlencoded"}},
             .body = page.substr(page.find('?') + 1) + "&user=" + user + "&ya=" + (agrees ? "1" : "")});
        EXPECT_EQ(answer.status, 302);
        return tests::came_back(answer, back);
    }
    base::Result<network::SignInEnded> finish(const network::CameBack& given) {
        auto taken = network::take_sign_in(there(), agency(), given, siti, "sesi");
        if (!taken) return base::pass(taken);
        return network::finish_sign_in(there(), agency(), account, *taken, given, siti, "sesi");
    }
    base::Result<network::SignInEnded> sign_in(const std::string& user, bool agrees = true) {
        return finish(at_page(begin(), user, agrees));
    }
    base::Result<network::Connected> choose(const std::string& state, const std::string& own_id,
                                            std::string_view session = "sesi") {
        return network::choose_account(there(), agency(), account, state, own_id, siti, session);
    }
    std::optional<network::Connected> row() {
        return database().read([&](db::Tx& tx) { return network::connection_of(tx, agency(), account.id); });
    }
    network::Connection opened() { return network::opened(*vault_, agency(), row().value()).value(); }
    /// Everything that is kept in the clear.
    std::string in_the_clear() {
        const auto kept = row().value();
        std::string out = kept.facts + kept.handle + kept.own_id + kept.server + kept.secrets_sealed;
        out += database().read([&](db::Tx& tx) {
            static constexpr db::Query<std::string(base::AgencyId)> all{
                "test.events", "select coalesce(max(data), '') from events where agency = :agency"};
            return tx.one(all, agency()).value_or("");
        });
        return out;
    }
};
DB_TEST_ON_EACH_ENGINE(MetaSignsIn);

TEST_P(MetaSignsIn, a_person_of_several_pages_chooses_one_and_its_own_token_is_kept) {
    use("facebook");
    const auto page = begin();
    EXPECT_THAT(page, AllOf(HasSubstr("/v26.0/dialog/oauth?response_type=code&client_id=1"),
                            HasSubstr("auth_type=rerequest"), HasSubstr("pages_manage_engagement"),
                            Not(HasSubstr("rahasia")), Not(HasSubstr("sandi"))));
    const auto given = at_page(page, "posko");
    const auto ended = finish(given);
    ASSERT_TRUE(ended) << ended.error().code << " " << ended.error().detail;
    EXPECT_FALSE(ended->connected);
    ASSERT_EQ(ended->choices.size(), 3U) << "over two pages of the list";
    EXPECT_EQ(ended->choices[1].name, "Dinas PU Wilayah Selatan");
    EXPECT_TRUE(ended->choices[0].secrets.empty()) << "tokens do not leave the vault for a page";
    EXPECT_THAT(ended->choices[2].missing, ElementsAre("MODERATE", "CREATE_CONTENT"));
    EXPECT_FALSE(row()) << "nothing is connected before somebody chose";
    EXPECT_EQ(finish(given).error().code, "network.sign_in_over") << "a state serves once";

    EXPECT_EQ(choose(ended->state, "10", "sesi lain").error().code, "network.sign_in_over");
    const auto connected = choose(ended->state, "10");
    ASSERT_TRUE(connected) << connected.error().code << " " << connected.error().detail;
    EXPECT_EQ(connected->own_id, "10");
    EXPECT_EQ(connected->handle, "Dinas PU");
    EXPECT_FALSE(connected->expires_at) << "a Page's token does not run out";
    EXPECT_EQ(opened().secret("token"), "T");
    EXPECT_EQ(opened().secret("verify_token"), "sandi");
    for (const auto& [name, value] : opened().secrets)
        EXPECT_THAT(value, Not(HasSubstr("meta-"))) << name << ": the person's token is not kept";
    EXPECT_THAT(in_the_clear(), AllOf(Not(HasSubstr("rahasia")), Not(HasSubstr("meta-"))));
    EXPECT_EQ(choose(ended->state, "11").error().code, "network.sign_in_over") << "chosen once";
}

TEST_P(MetaSignsIn, one_page_needs_no_choice_and_stays_the_same_page_ever_after) {
    use("facebook");
    auto ended = sign_in("satu");
    ASSERT_TRUE(ended) << ended.error().code << " " << ended.error().detail;
    ASSERT_TRUE(ended->connected);
    EXPECT_EQ(ended->connected->own_id, "10");
    EXPECT_EQ(sign_in("lain").error().code, "network.other_account") << "who manages another Page alone";
    ended = sign_in("posko");
    ASSERT_TRUE(ended && ended->connected) << "of several, the one that was connected";
    EXPECT_EQ(ended->connected->own_id, "10");
    use("facebook");
    EXPECT_EQ(sign_in("satu").error().code, "network.connected_already") << "by another account of ours";
}

TEST_P(MetaSignsIn, what_is_missing_is_named_and_nothing_is_kept) {
    use("facebook");
    EXPECT_EQ(sign_in("posko", /*agrees=*/false).error().code, "network.sign_in_refused");
    auto lacking = sign_in("kurang");
    ASSERT_FALSE(lacking);
    EXPECT_EQ(lacking.error().code, "network.rights_missing");
    EXPECT_EQ(lacking.error().field, "pages_manage_engagement");
    EXPECT_EQ(sign_in("kosong").error().code, "network.no_page");
    auto narrow = sign_in("sempit");
    ASSERT_TRUE(narrow);
    EXPECT_EQ(choose(narrow->state, "10").error().field, "pages_manage_engagement")
        << "that right was given for another Page";
    auto role = sign_in("posko");
    ASSERT_TRUE(role);
    EXPECT_EQ(choose(role->state, "12").error().field, "MODERATE CREATE_CONTENT");
    role = sign_in("posko");
    ASSERT_TRUE(role);
    EXPECT_EQ(choose(role->state, "99").error().code, "network.sign_in_over") << "a Page of somebody else";
    EXPECT_FALSE(row());
}

TEST_P(MetaSignsIn, a_code_serves_once_and_not_for_long) {
    for (const auto* network : {"facebook", "instagram", "threads"}) {
        use(network);
        const auto used = at_page(begin(), "satu");
        ASSERT_TRUE(finish(used)) << network;
        auto again = at_page(begin(), "satu");
        again.code = used.code;
        EXPECT_EQ(finish(again).error().code, "network.code_refused") << network;
        EXPECT_EQ(sign_in("lambat").error().code, "network.code_refused") << network;
        auto late = at_page(begin(), "satu");
        w().now += 16min;
        EXPECT_EQ(finish(late).error().code, "network.sign_in_over") << network;
        late.state = "x";
        EXPECT_EQ(finish(late).error().code, "network.sign_in_over") << network;
    }
}

TEST_P(MetaSignsIn, a_state_of_a_choice_is_none_of_a_sign_in) {
    use("facebook");
    auto ended = sign_in("posko");
    ASSERT_TRUE(ended);
    auto given = at_page(begin(), "posko");
    EXPECT_EQ(choose(given.state, "10").error().code, "network.sign_in_over");
    given.state = ended->state;
    EXPECT_EQ(finish(given).error().code, "network.sign_in_over");
    EXPECT_FALSE(row());
}

TEST_P(MetaSignsIn, instagram_and_threads_give_a_token_of_sixty_days) {
    for (const auto& [network, id, right] :
         {std::tuple{"instagram", "20", "instagram_business_manage_comments"},
          std::tuple{"threads", "30", "threads_manage_replies"}}) {
        use(network);
        EXPECT_THAT(begin(), AllOf(HasSubstr("/oauth/authorize?response_type=code&client_id=1"),
                                   HasSubstr(right), Not(HasSubstr("rahasia"))));
        EXPECT_EQ(sign_in("siti", /*agrees=*/false).error().code, "network.sign_in_refused");
        EXPECT_EQ(sign_in("kurang").error().field, right);
        EXPECT_FALSE(row());
        const auto ended = sign_in("siti");
        ASSERT_TRUE(ended && ended->connected) << network << " " << (ended ? "" : ended.error().code);
        EXPECT_EQ(ended->connected->own_id, id);
        EXPECT_EQ(ended->connected->handle, "@dinas");
        ASSERT_TRUE(ended->connected->expires_at);
        EXPECT_EQ(*ended->connected->expires_at, w().now + 5'183'944s);
        EXPECT_GT(ended->connected->refresh_at.value(), w().now + 24h) << "younger it cannot be renewed";
        EXPECT_EQ(server.asked("/refresh_access_token"), 0);
        EXPECT_THAT(in_the_clear(), AllOf(Not(HasSubstr("rahasia")), Not(HasSubstr("meta-"))));
        EXPECT_EQ(sign_in("lain").error().code, "network.other_account");
    }
}

TEST_P(MetaSignsIn, a_pasted_token_of_today_is_not_renewed_before_it_can_be) {
    use("instagram");
    const auto ended = sign_in("siti");
    ASSERT_TRUE(ended && ended->connected);
    const auto token = std::string(opened().secret("token"));
    const auto again =
        network::connect(there(), agency(), account, {.server = {}, .secrets = {{"token", token}}}, siti);
    ASSERT_TRUE(again) << again.error().code;
    EXPECT_EQ(again->refresh_at.value(), w().now + 24h);
    EXPECT_EQ(server.asked("/refresh_access_token"), 0);
}

} // namespace
} // namespace channels::meta
