#include "channels/x/answer.h"
#include "channels/x/post.h"
#include "channels/x/push.h"
#include "channels/x/sending.h"
#include "channels/x/session.h"
#include "channels/x/sign_in.h"
#include "channels/x/x.h"

namespace channels::x {
namespace {

class X final : public network::Channel, public network::SignsIn {
public:
    [[nodiscard]] std::string_view network() const override { return "x"; }
    [[nodiscard]] network::Limits limits(const network::Connection& /*connection*/) const override {
        return x::limits();
    }
    [[nodiscard]] bool is_verified() const override { return false; }

    [[nodiscard]] std::vector<network::Field> fields() const override { return sign_in_fields(); }
    [[nodiscard]] network::Request ask_self(const network::Connection& connection) const override {
        return x::ask_self(connection);
    }
    [[nodiscard]] base::Result<network::Self> read_self(const network::Connection& /*connection*/,
                                                        const network::Response& response) const override {
        return x::read_self(response);
    }
    [[nodiscard]] std::optional<network::Request>
    refresh(const network::Connection& connection) const override {
        return ask_tokens(connection);
    }
    [[nodiscard]] base::Result<network::Tokens> read_tokens(const network::Response& response,
                                                            base::Time now) const override {
        return x::read_tokens(response, now);
    }

    [[nodiscard]] std::vector<std::string> needs() const override { return {"client_id"}; }
    [[nodiscard]] std::string page(const network::Connection& connection,
                                   const network::SignInWish& wish) const override {
        return sign_in_page(connection, wish);
    }
    [[nodiscard]] network::Request ask_signed_in(const network::Connection& connection,
                                                 const network::SignInReturn& given) const override {
        return x::ask_signed_in(connection, given);
    }
    [[nodiscard]] base::Result<network::SignedIn> read_signed_in(const network::Response& response,
                                                                 base::Time now) const override {
        return x::read_signed_in(response, now);
    }

    [[nodiscard]] std::vector<network::Source>
    sources(const network::Connection& /*connection*/) const override {
        return {{.name = "mentions", .order = network::Order::newest_first}};
    }
    [[nodiscard]] network::Request ask_page(const network::Connection& connection,
                                            const network::Source& /*source*/,
                                            const network::Walk& walk) const override {
        network::Fields query{{"max_results", "100"}};
        if (!walk.mark.empty()) query.emplace_back("since_id", walk.mark);
        if (!walk.cursor.empty()) query.emplace_back("pagination_token", walk.cursor);
        for (auto& field : post_fields())
            query.push_back(std::move(field));
        return ask(connection, "users.mentions", "/2/users/" + connection.own_id + "/mentions", query);
    }
    [[nodiscard]] base::Result<network::Page> read_page(const network::Connection& connection,
                                                        const network::Source& /*source*/,
                                                        const network::Walk& /*walk*/,
                                                        const network::Response& response) const override {
        return x::read_page(connection, response.body);
    }

    [[nodiscard]] network::PushAnswer answer_push(const network::Connection& connection,
                                                  const network::Push& push,
                                                  base::Time /*now*/) const override {
        return x::answer_push(connection, push);
    }
    [[nodiscard]] bool shares_pushes() const override { return true; }
    [[nodiscard]] base::Result<std::vector<network::Event>> read_push(const network::Connection& connection,
                                                                      std::string_view body) const override {
        return x::read_push(connection, body);
    }

    [[nodiscard]] std::optional<network::Step> next(const network::Connection& connection,
                                                    const network::Draft& draft,
                                                    const network::Progress& progress) const override {
        return next_step(connection, draft, progress);
    }
    [[nodiscard]] bool needs_bytes(const network::Draft& draft,
                                   const network::Progress& progress) const override {
        return is_picture_next(draft, progress);
    }
    [[nodiscard]] network::Judgement judge(const network::Connection& connection, const network::Draft& draft,
                                           network::Progress& progress,
                                           const network::Answer& answer) const override {
        return judge_step(connection, draft, progress, answer);
    }
    [[nodiscard]] std::optional<network::Request> find_own(const network::Connection& connection,
                                                           const network::Draft& draft,
                                                           const network::Progress& progress) const override {
        return find_part(connection, draft, progress);
    }
    [[nodiscard]] network::Found read_own(const network::Connection& connection, const network::Draft& draft,
                                          network::Progress& progress,
                                          const network::Response& response) const override {
        return read_part(connection, draft, progress, response);
    }

    [[nodiscard]] std::optional<network::Request> erase(const network::Connection& connection,
                                                        const std::string& id) const override {
        const bool is_number =
            !id.empty() && id.size() <= 20 && id.find_first_not_of("0123456789") == std::string::npos;
        if (!is_number) return std::nullopt;
        auto request = ask(connection, "posts.delete", "/2/tweets/" + id);
        request.method = "DELETE";
        return request;
    }

    [[nodiscard]] std::vector<network::Usage> usage(const network::Request& request,
                                                    const network::Response& response,
                                                    base::Time /*now*/) const override {
        return usage_of(request, response);
    }
    [[nodiscard]] network::Judgement judge_reading(const network::Answer& answer) const override {
        return judge_answer(answer, /*publishes=*/false);
    }
};

} // namespace

network::ChannelPtr make_channel() {
    return std::make_shared<X>();
}

} // namespace channels::x
