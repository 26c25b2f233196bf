// The API of posts keeps to the rules of the pages, on both engines.
#include "http/form.h"
#include "network/json_reading.h"
#include "publishing/post_json.h"
#include "publishing/publishing_routes.h"
#include "publishing/view_actions.h"
#include "publishing_world.h"
#include "staff/token_actions.h"

#include <gmock/gmock.h>

namespace publishing {
namespace {

using namespace std::chrono_literals;
using channels::simulated::World;
using staff::Role;
using ::testing::ElementsAre;

class PostApi : public testing::WithPublishing {
protected:
    void SetUp() override {
        WithPublishing::SetUp();
        writer = token("penulis", Role::communications, w().south);
        approver = token("penyetuju", Role::approver, w().south);
        stranger = token("tetangga", Role::head, w().west);
        pictures_ = std::make_unique<media::Pictures>(
            database(), now(), media::Pictures::Settings{.folder = folder_.path() / "media"});
        add_post_api_routes(router_, {.staff = w().services,
                                      .pictures = *pictures_,
                                      .channels = channels_,
                                      .directory = {},
                                      .head = {}});
    }
    std::string token(const std::string& login, Role role, agency::OfficeId office) {
        const auto person = w().add(login, "kata sandi panjang", {{role, office}});
        return database()
            .write([&](db::Tx& tx) {
                return staff::create_staff_token(tx, w().services, agency(), person, "uji", std::nullopt);
            })
            .value()
            .text;
    }
    struct Said {
        int status = 0;
        base::json::Value body = nullptr;
        [[nodiscard]] std::string at(std::string_view path) const { return network::text_in(body, path); }
        [[nodiscard]] std::string code() const { return at("problem.code"); }
        [[nodiscard]] std::vector<std::string> each(std::string_view path) const {
            std::vector<std::string> out;
            for (const auto* one : network::each_in(body, path))
                out.push_back(network::text_in(*one, ""));
            return out;
        }
    };
    Said ask(http::Method method, const std::string& path, const std::string& who,
             base::json::Object body = {}, const std::string& type = "application/json") {
        http::Request request;
        request.method = method;
        const auto query = path.find('?');
        request.path = path.substr(0, query);
        request.target = path;
        if (query != std::string::npos)
            request.query = http::parse_urlencoded(path.substr(query + 1), 10).value();
        request.host = "lapor.example";
        request.client = "203.0.113.7";
        request.id = "test";
        if (!who.empty()) request.headers.set("Authorization", "Bearer " + who);
        if (method == http::Method::post) request.headers.set("Content-Type", type);
        if (method == http::Method::post) request.body = boost::json::serialize(body);
        const auto response = http::answer(router_, request);
        Said out{.status = response.status};
        if (const auto* text = std::get_if<std::string>(&response.body))
            out.body = base::json::parse(*text).value_or(nullptr);
        return out;
    }
    Said get(const std::string& path, const std::string& who) { return ask(http::Method::get, path, who); }
    Said draft(const std::string& text, std::vector<agency::AccountId> accounts,
               base::json::Object more = {}) {
        base::json::Array to;
        for (const auto each : accounts)
            to.push_back(base::json::Value(base::to_string(each)));
        more["office"] = base::to_string(w().south);
        more["text"] = text;
        more["accounts"] = std::move(to);
        return ask(http::Method::post, "/api/v1/posts", writer, std::move(more));
    }
    Said step(const Said& post, const std::string& who, const std::string& doing,
              base::json::Object more = {}) {
        more["do"] = doing;
        if (!more.contains("version")) more["version"] = network::number_in(post.body, "version").value_or(0);
        return ask(http::Method::post, "/api/v1/posts/" + post.at("id") + "/events", who, std::move(more));
    }

    http::Router router_;
    std::unique_ptr<media::Pictures> pictures_;
    std::string writer, approver, stranger;
};
DB_TEST_ON_EACH_ENGINE(PostApi);

TEST_P(PostApi, one_text_for_two_accounts_is_approved_once_and_stands_once_on_each) {
    World world({}, now());
    const auto one = connect(world, "posko");
    const auto two = connect(world, "humas", channels::simulated::hasty_code);
    auto post = draft("Loket buka sampai pukul 15.00.", {one.id, two.id});
    ASSERT_EQ(post.status, 200) << boost::json::serialize(post.body);
    EXPECT_EQ(post.at("state"), "draft");
    EXPECT_THAT(post.each("may"), ElementsAre("edit", "hand_in", "drop"));
    EXPECT_TRUE(post.each("unfit").empty());
    post = step(post, writer, "hand_in");
    EXPECT_EQ(post.at("state"), "awaiting");
    EXPECT_EQ(post.at("rule"), "second");
    EXPECT_EQ(step(post, writer, "approve").code(), "post.own_words") << "nobody approves their own";
    EXPECT_EQ(step(post, stranger, "approve").code(), "post.unknown") << "nor what they may not see";
    EXPECT_THAT(get("/api/v1/posts/" + post.at("id"), approver).each("may"),
                ElementsAre("edit", "approve", "send_back", "pull_back", "drop"));
    post = step(post, approver, "approve");
    EXPECT_EQ(post.at("state"), "approved");
    EXPECT_FALSE(post.at("release_at").empty());
    rounds(world, 10min);
    EXPECT_EQ(world.posts().size(), 2U) << "one sending for each account";
    post = get("/api/v1/posts/" + post.at("id"), writer);
    EXPECT_EQ(post.at("state"), "released");
    for (const auto* account : network::each_in(post.body, "accounts"))
        EXPECT_EQ(network::text_in(*account, "state"), "sent");
    EXPECT_THAT(post.each("may"), ElementsAre("recall"));
    post = step(post, writer, "recall");
    ASSERT_EQ(post.status, 200) << boost::json::serialize(post.body);
    rounds(world, 10min);
    post = get("/api/v1/posts/" + post.at("id"), writer);
    EXPECT_TRUE(post.each("may").empty());
    std::vector<std::string> kinds;
    for (const auto* event : network::each_in(post.body, "events"))
        kinds.push_back(network::text_in(*event, "kind"));
    EXPECT_THAT(kinds, ElementsAre("post.written", "post.handed_in", "post.approved", "post.released",
                                   "post.recalled"));
}

TEST_P(PostApi, whoever_changed_a_word_does_not_approve_it) {
    World world({}, now());
    const auto account = connect(world, "posko");
    auto post = step(draft("Loket buka.", {account.id}), writer, "hand_in");
    EXPECT_EQ(step(post, approver, "send_back").code(), "case.needs_reason");
    EXPECT_EQ(step(post, approver, "send_back", {{"reason", " "}}).code(), "case.needs_reason");
    auto changed = step(post, approver, "edit", {{"text", "Loket buka sampai sore."}});
    ASSERT_EQ(changed.status, 200);
    EXPECT_EQ(network::each_in(changed.body, "accounts").size(), 1U) << "what is missing stays";
    EXPECT_EQ(step(changed, approver, "approve").code(), "post.own_words");
    EXPECT_EQ(step(post, writer, "pull_back").code(), "post.changed_meanwhile") << "an old version";
    EXPECT_EQ(step(changed, writer, "pull_back").at("state"), "draft");
}

TEST_P(PostApi, says_what_keeps_a_post_back_and_under_which_limits) {
    World world({}, now());
    const auto account = connect(world, "posko");
    const auto outlets = get("/api/v1/outlets?office=" + base::to_string(w().south), writer);
    ASSERT_EQ(network::each_in(outlets.body, "outlets").size(), 1U);
    const auto* outlet = network::each_in(outlets.body, "outlets").front();
    EXPECT_EQ(network::text_in(*outlet, "account"), base::to_string(account.id));
    const auto longest = network::number_in(*outlet, "text.longest").value_or(0);
    ASSERT_GT(longest, 0);
    auto post = draft(std::string(static_cast<std::size_t>(longest) + 7, 'a'), {account.id});
    ASSERT_EQ(network::each_in(post.body, "unfit").size(), 1U) << boost::json::serialize(post.body);
    const auto* wrong = network::each_in(post.body, "unfit").front();
    EXPECT_EQ(network::text_in(*wrong, "fault"), "too_long");
    EXPECT_EQ(network::number_in(*wrong, "number"), 7);
    const auto refused = step(post, writer, "hand_in");
    EXPECT_EQ(refused.status, 400);
    EXPECT_EQ(refused.code(), "post.unfit");
    EXPECT_EQ(refused.at("problem.field"), "text");
    EXPECT_EQ(get("/api/v1/outlets?office=" + base::to_string(w().south), stranger).code(),
              "office.not_yours");
}

TEST_P(PostApi, a_key_makes_one_post_of_two_requests_for_one_person) {
    World world({}, now());
    const auto account = connect(world, "posko");
    const auto first = draft("Sekali saja.", {account.id}, {{"key", "a1"}});
    const auto second = draft("Sekali saja.", {account.id}, {{"key", "a1"}});
    EXPECT_EQ(first.at("id"), second.at("id"));
    const auto other = ask(http::Method::post, "/api/v1/posts", approver,
                           {{"office", base::to_string(w().south)}, {"text", "Lain."}, {"key", "a1"}});
    EXPECT_EQ(other.status, 200);
    EXPECT_NE(other.at("id"), first.at("id")) << "somebody else's key is another one";
    const auto drafts = get("/api/v1/posts?state=draft", writer);
    EXPECT_EQ(network::each_in(drafts.body, "posts").size(), 2U);
    EXPECT_TRUE(network::each_in(get("/api/v1/posts?state=draft", stranger).body, "posts").empty());
}

TEST_P(PostApi, refuses_what_it_cannot_take) {
    World world({}, now());
    const auto account = connect(world, "posko");
    const auto post = draft("Loket buka.", {account.id});
    auto code = [&](base::json::Object body) { return step(post, writer, "edit", std::move(body)).code(); };
    EXPECT_EQ(code({{"accounts", base::json::Array{"99"}}}), "field.invalid") << "an account of nobody here";
    EXPECT_EQ(step(post, writer, "edit", {{"accounts", base::json::Array{"99"}}}).at("problem.field"),
              "accounts");
    EXPECT_EQ(code({{"pictures",
                     base::json::Array{base::json::Object{{"sha256", std::string(64, 'a')}, {"alt", ""}}}}}),
              "media.unknown");
    EXPECT_EQ(code({{"text", std::string(6'000, 'a')}}), "item.too_large");
    EXPECT_EQ(step(post, writer, "terbitkan").code(), "field.invalid");
    EXPECT_EQ(step(post, writer, "approve", {{"version", 0}}).code(), "field.invalid");
    EXPECT_EQ(get("/api/v1/posts/1", writer).status, 404);
    EXPECT_EQ(get("/api/v1/posts", writer).code(), "field.missing");
    EXPECT_EQ(get("/api/v1/posts?state=draft", "").status, 401);
    EXPECT_EQ(ask(http::Method::post, "/api/v1/posts", stranger,
                  {{"office", base::to_string(w().south)}, {"text", "Bukan unit saya."}})
                  .code(),
              "post.not_yours");
    EXPECT_EQ(ask(http::Method::post, "/api/v1/posts", writer, {}, "text/plain").status, 415);
    const auto of_account = database()
                                .write([&](db::Tx& tx) {
                                    return staff::create_account_token(tx, w().services, agency(), account.id,
                                                                       "uji", std::nullopt);
                                })
                                .value()
                                .text;
    EXPECT_EQ(get("/api/v1/posts?state=draft", of_account).code(), "token.scope");
}

} // namespace
} // namespace publishing
