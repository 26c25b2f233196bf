#include "network/sign_in_actions.h"

#include "base/encode.h"
#include "db/database.h"
#include "network/push_proof.h"
#include "network/rsa_key.h"
#include "network/server_address.h"
#include "network/sign_in.h"
#include "network/sign_in_store.h"
#include "people/secret.h"
#include "people/vault.h"

#include <algorithm>

namespace network {
namespace {

using agency::AccountId;
using base::AgencyId;

constexpr std::chrono::minutes longest_absence{15};
constexpr int most_steps = 10;

std::string place_of(const std::string& state_hash) {
    return "sign_ins.sealed|" + state_hash;
}

base::Problem refusal_of(const Judgement& judgement) {
    const bool is_away = judgement.verdict == Verdict::unavailable || judgement.verdict == Verdict::limited;
    return {.kind = is_away ? base::Kind::unavailable : base::Kind::invalid,
            .code = is_away ? "network.unreachable" : "network.sign_in_refused",
            .detail = judgement.code};
}

base::Result<Response> asked(const Services& s, const Channel& channel, const Request& request) {
    const Answer answer = s.carrier.exchange(request);
    const auto judgement = channel.judge_reading(answer);
    if (judgement.verdict != Verdict::ok || !answer.response) return std::unexpected(refusal_of(judgement));
    return *answer.response;
}

base::json::Object as_json(const std::map<std::string, std::string, std::less<>>& secrets) {
    base::json::Object out;
    for (const auto& [name, value] : secrets)
        out[name] = value;
    return out;
}

} // namespace

base::Result<SignInBegun> begin_sign_in(const Services& s, AgencyId agency, const agency::Account& account,
                                        const NewConnection& entered, const std::string& back,
                                        staff::StaffId by, std::string_view session) {
    const Channel* channel = s.channels.of(account.network);
    const SignsIn* at = signs_in(channel);
    if (!at) return base::fail(base::Kind::unsupported, "network.no_sign_in", account.network);
    Connection connection;
    if (auto row = s.database.read([&](db::Tx& tx) { return connection_of(tx, agency, account.id); });
        row && !row->secrets_sealed.empty())
        if (auto old = opened(s.vault, agency, *row)) connection = std::move(*old);
    // An app that was made at another server, or for another address, is none here.
    if (!entered.server.empty() && without_slash(entered.server) != connection.server)
        connection = {.server = without_slash(entered.server), .own_id = {}, .handle = {}};
    for (const auto& [name, value] : entered.secrets)
        if (!value.empty()) connection.secrets[name] = value;
    for (const auto& need : at->needs())
        if (need == "server" ? connection.server.empty() : connection.secret(need).empty())
            return base::fail_field(need, "field.missing");
    if (const auto request = at->ask_app(connection, back)) {
        auto response = asked(s, *channel, *request);
        if (!response) return base::pass(response);
        auto app = at->read_app(*response);
        if (!app) return base::pass(app);
        for (auto& [name, value] : *app)
            connection.secrets[name] = std::move(value);
    }
    const std::string state = base::to_base64url(s.random(32));
    const std::string verifier = base::to_base64url(s.random(32));
    store::SignInRow row{.state_hash = people::hash_of_secret(state),
                         .account = account.id,
                         .staff = by,
                         .session_hash = people::hash_of_secret(session),
                         .sealed = {},
                         .until = s.now() + longest_absence};
    row.sealed =
        s.vault.seal(agency, place_of(row.state_hash),
                     boost::json::serialize(base::json::Object{{"server", connection.server},
                                                               {"verifier", verifier},
                                                               {"secrets", as_json(connection.secrets)}}));
    s.database.write([&](db::Tx& tx) {
        store::delete_old_sign_ins(tx, agency, s.now());
        store::insert_sign_in(tx, agency, row);
    });
    return SignInBegun{
        .page = at->page(connection,
                         {.back = back, .state = state, .challenge = base::to_base64url(sha256(verifier))}),
        .needs = at->needs()};
}

base::Result<SignInTaken> take_sign_in(const Services& s, AgencyId agency, const CameBack& given,
                                       staff::StaffId by, std::string_view session) {
    const auto over = [] { return base::fail(base::Kind::invalid, "network.sign_in_over"); };
    if (given.state.empty() || given.state.size() > 200) return over();
    const auto hash = people::hash_of_secret(given.state);
    std::optional<store::SignInRow> row;
    s.database.write([&](db::Tx& tx) {
        row = store::find_sign_in(tx, agency, hash);
        if (!row) return;
        // Somebody else's stays: a link sent to another person neither connects nor breaks anything.
        if (row->staff == by && is_same_secret(people::hash_of_secret(session), row->session_hash))
            store::delete_sign_in(tx, agency, hash);
        else
            row.reset();
    });
    if (!row || row->until < s.now()) return over();
    auto text = s.vault.open(agency, place_of(hash), row->sealed);
    if (!text) return base::pass(text);
    const auto value = base::json::parse(*text);
    if (!value || !value->is_object()) return over();
    SignInTaken out{.account = row->account, .server = {}, .secrets = {}, .verifier = {}};
    const auto& object = value->get_object();
    out.server = std::string(object.at("server").get_string());
    out.verifier = std::string(object.at("verifier").get_string());
    for (const auto& [name, secret] : object.at("secrets").get_object())
        out.secrets[name] = std::string(secret.get_string());
    return out;
}

base::Result<Connected> finish_sign_in(const Services& s, AgencyId agency, const agency::Account& account,
                                       const SignInTaken& taken, const CameBack& given, staff::StaffId by,
                                       const std::string& push_to) {
    const Channel* channel = s.channels.of(account.network);
    const SignsIn* at = signs_in(channel);
    if (!at) return base::fail(base::Kind::unsupported, "network.no_sign_in", account.network);
    if (given.code.empty() || given.code.size() > 4096)
        return base::fail(base::Kind::invalid, "network.sign_in_refused", given.error);
    const Connection connection{.server = taken.server, .own_id = {}, .handle = {}, .secrets = taken.secrets};
    auto response = asked(
        s, *channel,
        at->ask_signed_in(connection, {.back = given.back, .code = given.code, .verifier = taken.verifier}));
    if (!response) return base::pass(response);
    auto signed_in = at->read_signed_in(*response, s.now());
    if (!signed_in) return base::pass(signed_in);
    if (!signed_in->missing.empty()) {
        std::string names;
        for (const auto& each : signed_in->missing)
            names += (names.empty() ? "" : " ") + each;
        return base::fail_field(names, "network.rights_missing");
    }
    NewConnection wanted{.server = taken.server, .secrets = taken.secrets, .push_to = push_to};
    for (auto& [name, value] : signed_in->tokens.secrets)
        wanted.secrets[name] = std::move(value);
    return connect(s, agency, account, wanted, by);
}

base::Result<std::string> test_itself(const Services& s, AgencyId agency, const agency::Account& account,
                                      const std::string& text) {
    const Channel* channel = s.channels.of(account.network);
    const TestsItself* at = tests_itself(channel);
    if (!at) return base::fail(base::Kind::unsupported, "network.no_test", account.network);
    const auto row = s.database.read([&](db::Tx& tx) { return connection_of(tx, agency, account.id); });
    if (!row || row->state != ConnectionState::connected)
        return base::fail(base::Kind::not_found, "network.not_connected");
    auto connection = opened(s.vault, agency, *row);
    if (!connection) return base::pass(connection);
    const Draft draft = at->to_itself("uji-" + base::to_base64url(s.random(9)), text);
    Progress progress;
    for (int i = 0; i < most_steps; ++i) {
        const auto step = channel->next(*connection, draft, progress);
        if (!step) break;
        const auto judgement =
            channel->judge(*connection, draft, progress, s.carrier.exchange(step->request));
        if (judgement.verdict != Verdict::ok)
            return base::fail(base::Kind::invalid, "network.test_failed", judgement.code);
    }
    const auto ids = published(progress);
    if (ids.empty()) return base::fail(base::Kind::invalid, "network.test_failed", "nothing stands there");
    for (const auto& id : ids)
        if (const auto request = channel->erase(*connection, id)) (void)s.carrier.exchange(*request);
    return ids.front();
}

} // namespace network
