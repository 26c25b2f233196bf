#include "network/sign_in_actions.h"

#include "base/encode.h"
#include "base/text.h"
#include "db/database.h"
#include "network/json_reading.h"
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

std::string joined(const std::vector<std::string>& words) {
    return base::join(words, " ");
}

std::string place_of(const std::string& state_hash) {
    return "sign_ins.sealed|" + state_hash;
}

base::Problem refusal_of(const Judgement& judgement, std::string_view code) {
    const bool is_away = judgement.verdict == Verdict::unavailable || judgement.verdict == Verdict::limited;
    return {.kind = is_away ? base::Kind::unavailable : base::Kind::invalid,
            .code = is_away ? "network.unreachable" : std::string(code),
            .detail = judgement.code};
}

base::Result<Response> asked(const Services& s, const Channel& channel, const Request& request,
                             std::string_view refusal = "network.sign_in_refused") {
    const Answer answer = s.carrier.exchange(request);
    const auto judgement = channel.judge_reading(answer);
    if (judgement.verdict != Verdict::ok || !answer.response)
        return std::unexpected(refusal_of(judgement, refusal));
    return *answer.response;
}

base::json::Object as_json(const std::map<std::string, std::string, std::less<>>& secrets) {
    base::json::Object out;
    for (const auto& [name, value] : secrets)
        out[name] = value;
    return out;
}

/// What belongs to a state: sealed, because it holds secrets.
std::string sealed(const Services& s, AgencyId agency, const std::string& state_hash,
                   const SignInTaken& kept) {
    base::json::Array choices;
    for (const auto& each : kept.choices)
        choices.push_back(base::json::Object{{"own_id", each.own_id},
                                             {"name", each.name},
                                             {"secrets", as_json(each.secrets)},
                                             {"missing", joined(each.missing)}});
    return s.vault.seal(agency, place_of(state_hash),
                        boost::json::serialize(base::json::Object{{"server", kept.server},
                                                                  {"verifier", kept.verifier},
                                                                  {"secrets", as_json(kept.secrets)},
                                                                  {"choices", std::move(choices)}}));
}

/// Keeps it under a new state, for who is signing in, in that session. Gives the state.
std::string kept(const Services& s, AgencyId agency, const SignInTaken& what, staff::StaffId by,
                 std::string_view session) {
    const std::string state = base::to_base64url(s.random(32));
    store::SignInRow row{.state_hash = people::hash_of_secret(state),
                         .account = what.account,
                         .staff = by,
                         .session_hash = people::hash_of_secret(session),
                         .sealed = {},
                         .until = s.now() + longest_absence};
    row.sealed = sealed(s, agency, row.state_hash, what);
    s.database.write([&](db::Tx& tx) {
        store::delete_old_sign_ins(tx, agency, s.now());
        store::insert_sign_in(tx, agency, row);
    });
    return state;
}

std::map<std::string, std::string, std::less<>> secrets_in(const base::json::Value& value) {
    std::map<std::string, std::string, std::less<>> out;
    if (const auto* all = find_in(value, "secrets"); all && all->is_object())
        for (const auto& [name, secret] : all->get_object())
            if (secret.is_string()) out[name] = std::string(secret.get_string());
    return out;
}

/// The code, and whatever is asked after it.
base::Result<SignedIn> signed_in(const Services& s, const Channel& channel, const SignsIn& at,
                                 const SignInTaken& taken, const CameBack& given) {
    Connection connection{.server = taken.server, .own_id = {}, .handle = {}, .secrets = taken.secrets};
    auto response = asked(
        s, channel,
        at.ask_signed_in(connection, {.back = given.back, .code = given.code, .verifier = taken.verifier}),
        "network.code_refused");
    if (!response) return base::pass(response);
    auto out = at.read_signed_in(*response, s.now());
    for (int i = 0; out && !out->next.empty() && i < most_steps; ++i) {
        for (const auto& [name, value] : out->tokens.secrets)
            connection.secrets[name] = value;
        response = asked(s, channel, at.ask_further(connection, *out));
        if (!response) return base::pass(response);
        out = at.read_further(connection, std::move(*out), *response, s.now());
    }
    return out;
}

base::Result<Connected> connected_as(const Services& s, AgencyId agency, const agency::Account& account,
                                     const SignInTaken& taken, SignInChoice choice,
                                     std::optional<base::Time> expires_at, staff::StaffId by,
                                     const std::string& push_to) {
    if (!choice.missing.empty()) return base::fail_field(joined(choice.missing), "network.rights_missing");
    NewConnection wanted{
        .server = taken.server, .secrets = taken.secrets, .push_to = push_to, .expires_at = expires_at};
    for (auto& [name, value] : choice.secrets)
        wanted.secrets[name] = std::move(value);
    return connect(s, agency, account, wanted, by);
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
    if (connection.server.empty()) connection.server = s.server_of(account.network);
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
    const std::string verifier = base::to_base64url(s.random(32));
    const auto state = kept(s, agency,
                            {.account = account.id,
                             .server = connection.server,
                             .secrets = connection.secrets,
                             .verifier = verifier},
                            by, session);
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
    SignInTaken out{.account = row->account,
                    .server = text_in(*value, "server"),
                    .secrets = secrets_in(*value),
                    .verifier = text_in(*value, "verifier")};
    for (const auto* each : each_in(*value, "choices")) {
        SignInChoice choice{
            .own_id = text_in(*each, "own_id"), .name = text_in(*each, "name"), .secrets = secrets_in(*each)};
        for (const auto right : base::split(text_in(*each, "missing"), ' '))
            if (!right.empty()) choice.missing.emplace_back(right);
        out.choices.push_back(std::move(choice));
    }
    return out;
}

base::Result<SignInEnded> finish_sign_in(const Services& s, AgencyId agency, const agency::Account& account,
                                         const SignInTaken& taken, const CameBack& given, staff::StaffId by,
                                         std::string_view session, const std::string& push_to) {
    const Channel* channel = s.channels.of(account.network);
    const SignsIn* at = signs_in(channel);
    if (!at) return base::fail(base::Kind::unsupported, "network.no_sign_in", account.network);
    if (!taken.choices.empty()) return base::fail(base::Kind::invalid, "network.sign_in_over");
    if (given.code.empty() || given.code.size() > 4096)
        return base::fail(base::Kind::invalid, "network.sign_in_refused", given.error);
    auto done = signed_in(s, *channel, *at, taken, given);
    if (!done) return base::pass(done);
    if (!done->missing.empty()) return base::fail_field(joined(done->missing), "network.rights_missing");
    SignInChoice choice{.own_id = {}, .name = {}, .secrets = done->tokens.secrets};
    if (!done->choices.empty()) {
        const auto before =
            s.database.read([&](db::Tx& tx) { return connection_of(tx, agency, account.id); });
        const bool is_known = before && !before->own_id.empty();
        const auto asked_for = std::ranges::find_if(done->choices, [&](const SignInChoice& each) {
            return is_known ? each.own_id == before->own_id : done->choices.size() == 1;
        });
        if (asked_for == done->choices.end() && is_known)
            return base::fail(base::Kind::conflict, "network.other_account");
        if (asked_for == done->choices.end()) {
            SignInTaken waiting = taken;
            waiting.verifier.clear();
            waiting.choices = done->choices;
            SignInEnded out{.connected = {}, .choices = std::move(done->choices), .state = {}};
            out.state = kept(s, agency, waiting, by, session);
            for (auto& each : out.choices)
                each.secrets.clear();
            return out;
        }
        choice = *asked_for;
    }
    auto connected =
        connected_as(s, agency, account, taken, std::move(choice), done->tokens.expires_at, by, push_to);
    if (!connected) return base::pass(connected);
    return SignInEnded{.connected = std::move(*connected)};
}

base::Result<Connected> choose_account(const Services& s, AgencyId agency, const agency::Account& account,
                                       const std::string& state, std::string_view own_id, staff::StaffId by,
                                       std::string_view session, const std::string& push_to) {
    auto taken = take_sign_in(s, agency, {.state = state, .code = {}, .error = {}, .back = {}}, by, session);
    if (!taken) return base::pass(taken);
    const auto chosen = std::ranges::find(taken->choices, own_id, &SignInChoice::own_id);
    if (taken->account != account.id || chosen == taken->choices.end())
        return base::fail(base::Kind::invalid, "network.sign_in_over");
    return connected_as(s, agency, account, *taken, *chosen, {}, by, push_to);
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
