// What a connector implements besides network::Channel when a person signs in on the network's own page
// (OAuth 2, authorization code with PKCE): no token is copied by hand. Pure, as the port.
#pragma once
#include "network/channel.h"
#include "network/form.h"

#include <span>

namespace network {

/// What is asked of the network's page.
struct SignInWish {
    std::string back;      ///< where it leads back to; the app is registered with it
    std::string state;     ///< comes back with it
    std::string challenge; ///< S256 of the verifier
};
/// What is exchanged for tokens.
struct SignInReturn {
    std::string back;
    std::string code;
    std::string verifier;
};
/// One of the accounts that who signed in may connect: a Page of a person.
struct SignInChoice {
    std::string own_id;
    std::string name;
    std::map<std::string, std::string, std::less<>> secrets = {};
    std::vector<std::string> missing = {}; ///< rights that it lacks there
};
struct SignedIn {
    Tokens tokens;
    std::vector<std::string> missing = {}; ///< rights that were asked for and not granted
    std::vector<SignInChoice> choices = {};
    std::string next = {};         ///< what is asked further, the connector's own word; empty: it is over
    base::json::Object notes = {}; ///< what the connector keeps from one question to the next
};

class SignsIn {
public:
    SignsIn() = default;
    virtual ~SignsIn() = default;
    SignsIn(const SignsIn&) = delete;
    SignsIn& operator=(const SignsIn&) = delete;

    /// Fields without which nobody can be sent there: "server", "client_id".
    [[nodiscard]] virtual std::vector<std::string> needs() const = 0;
    /// Makes an app of its own for the installation; empty where a person makes one at the network.
    [[nodiscard]] virtual std::optional<Request> ask_app(const Connection& /*connection*/,
                                                         const std::string& /*back*/) const {
        return {};
    }
    [[nodiscard]] virtual base::Result<std::map<std::string, std::string, std::less<>>>
    read_app(const Response& /*response*/) const {
        return base::fail(base::Kind::unsupported, "network.unreadable", "no app");
    }
    [[nodiscard]] virtual std::string page(const Connection& connection, const SignInWish& wish) const = 0;
    [[nodiscard]] virtual Request ask_signed_in(const Connection& connection,
                                                const SignInReturn& given) const = 0;
    [[nodiscard]] virtual base::Result<SignedIn> read_signed_in(const Response& response,
                                                                base::Time now) const = 0;
    /// The question that `so_far.next` stands for; the connection has the tokens so far.
    [[nodiscard]] virtual Request ask_further(const Connection& /*connection*/,
                                              const SignedIn& /*so_far*/) const {
        return {};
    }
    [[nodiscard]] virtual base::Result<SignedIn> read_further(const Connection& /*connection*/,
                                                              SignedIn so_far, const Response& /*response*/,
                                                              base::Time /*now*/) const {
        so_far.next.clear();
        return so_far;
    }
    /// A token younger than this cannot be renewed yet; so it is not when its account is connected.
    [[nodiscard]] virtual std::chrono::seconds youngest_renewal() const { return std::chrono::seconds{0}; }
};

/// Null for a connector whose network has no such page.
[[nodiscard]] inline const SignsIn* signs_in(const Channel* channel) {
    return dynamic_cast<const SignsIn*>(channel);
}

/// Rights of `wanted` that the space-separated list of granted ones lacks; "read" grants "read:statuses". Of
/// an empty list nothing is known to be missing.
[[nodiscard]] std::vector<std::string> not_granted(std::span<const std::string_view> wanted,
                                                   std::string_view granted);

/// The query of an authorization request with PKCE (RFC 6749 section 4.1.1, RFC 7636), for these rights.
[[nodiscard]] std::string authorization_query(const Connection& connection, const SignInWish& wish,
                                              std::span<const std::string_view> rights,
                                              const Fields& more = {});
/// As a scope: separated by spaces.
[[nodiscard]] std::string scope_of(std::span<const std::string_view> rights);

/// What a connector implements besides when an account can say something that nobody but itself sees.
class TestsItself {
public:
    TestsItself() = default;
    virtual ~TestsItself() = default;
    TestsItself(const TestsItself&) = delete;
    TestsItself& operator=(const TestsItself&) = delete;
    [[nodiscard]] virtual Draft to_itself(const std::string& key, const std::string& text) const = 0;
};
[[nodiscard]] inline const TestsItself* tests_itself(const Channel* channel) {
    return dynamic_cast<const TestsItself*>(channel);
}

} // namespace network
