#include "channels/telegram/dialog_actions.h"

#include "base/text.h"
#include "cases/case_actions.h"
#include "channels/telegram/api.h"
#include "channels/telegram/dialog_store.h"
#include "db/database.h"
#include "network/connection_actions.h"
#include "network/json_reading.h"
#include "people/identity_actions.h"
#include "triage/mask.h"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace channels::telegram {
namespace {

using base::Language;

constexpr int ended_at_once = 100;

std::string place_of(agency::AccountId account, const std::string& lookup) {
    return "telegram_dialogs.state|" + base::to_string(account) + "|" + lookup;
}

/// A chat of one citizen: groups are no place for questions.
bool is_private(const items::ItemIn& item) {
    return item.root && !item.root->starts_with('-') && item.visibility == items::Visibility::private_;
}

class Dialogs {
public:
    Dialogs(const network::Services& services, const agency::Directory& directory,
            const agency::Account& account)
        : s_(services), directory_(directory), account_(account) {}

    std::optional<items::ItemIn> hear(const items::ItemIn& item) {
        replies_.clear();
        std::optional<items::ItemIn> out;
        s_.database.write([&](db::Tx& tx) {
            replies_.clear();
            out = talk(tx, item);
        });
        for (const auto& [method, parameters] : replies_)
            say(method, parameters);
        return out;
    }

    /// What was said so far is handed over before it is forgotten; intake knows it should this be done again.
    void end(store::DialogRow row) {
        auto dialog = read(row);
        if (auto item = unfinished(dialog)) {
            dialog.reported = std::move(item);
            dialog.guided = {};
            s_.database.write([&](db::Tx& tx) { put(tx, row.lookup, dialog); });
            row.changed_at = s_.now();
        }
        if (dialog.reported) (void)s_.deliver(directory_.id(), account_.id, std::span(&*dialog.reported, 1));
        s_.database.write([&](db::Tx& tx) {
            if (!dialog.contested.empty() && dialog.last)
                (void)act(tx, dialog.contested, dialog.last->author.network_id, cases::Contest{});
            store::delete_dialog(tx, directory_.id(), row);
        });
    }

private:
    using Reply = std::pair<std::string, base::json::Object>;

    std::optional<items::ItemIn> talk(db::Tx& tx, const items::ItemIn& item) {
        const auto& chat = *item.root;
        const auto lookup = s_.vault.lookup(directory_.id(), "telegram.dialog", chat);
        const auto row = store::find_dialog(tx, directory_.id(), account_.id, lookup);
        Dialog dialog = row ? read(*row) : Dialog{};
        const auto answer = case_answer(item.text);
        const auto press = press_id(item);
        if (!press.empty() || (answer.answered != Answered::nothing && !answer.code.empty())) {
            if (was_heard(dialog, item)) return std::nullopt;
            telegram::hear(dialog, item);
            const auto words = answered(tx, dialog, answer, item);
            if (!press.empty())
                replies_.emplace_back("answerCallbackQuery",
                                      base::json::Object{{"callback_query_id", press}, {"text", words}});
            // A toast is soon gone; a question has to stand there.
            if (press.empty() || !dialog.contested.empty()) reply(chat, words);
            put(tx, lookup, dialog);
            return std::nullopt;
        }
        auto talk = go_on(std::move(dialog), item, Language::id);
        if (talk.contest) {
            auto said = triage::masked(base::first(item.text, cases::max_reason));
            const auto done = act(tx, *talk.contest, item.author.network_id,
                                  cases::Contest{.words = said.empty() ? std::nullopt : std::optional(said)});
            talk.reply = words_for(done ? Say::contested : Say::too_late, Language::id);
        }
        if (!talk.reply.empty()) reply(chat, talk.reply);
        const bool is_kept = talk.dialog.guided.asked != Asked::nothing || !talk.dialog.heard.empty();
        if (is_kept) put(tx, lookup, talk.dialog);
        return talk.item;
    }

    /// What the citizen is told; a "belum" opens the question for words.
    std::string answered(db::Tx& tx, Dialog& dialog, const CaseAnswer& answer, const items::ItemIn& item) {
        const auto& citizen = item.author.network_id;
        switch (answer.answered) {
        case Answered::nothing: return {};
        case Answered::done: {
            dialog.contested.clear();
            const auto done = act(tx, answer.code, citizen, cases::Confirm{});
            if (done) return words_for(Say::confirmed, Language::id);
            return refusal(done.error());
        }
        case Answered::not_yet: {
            const auto c = own_case(tx, answer.code, citizen);
            if (!c) return refusal(c.error());
            const auto context = cases::context_for(directory_, s_.ids, s_.random, s_.now());
            const auto may = cases::possible(tx, context, *c, cases::reporter());
            if (std::ranges::find(may, cases::CommandName::contest) == may.end())
                return words_for(Say::too_late, Language::id);
            dialog.contested = answer.code;
            dialog.last = item;
            return words_for(Say::ask_contest, Language::id);
        }
        }
        return {};
    }

    base::Result<cases::Case> own_case(db::Tx& tx, const std::string& code, const std::string& citizen) {
        auto c = cases::find_case(tx, directory_.id(), code, directory_.agency().prefix);
        if (!c) return c;
        auto known = people::find_or_create(
            tx, s_.vault, s_.ids, directory_.id(),
            {.network = account_.network, .network_id = citizen, .name = {}, .handle = {}, .contact = {}},
            s_.now());
        if (!known) return base::pass(known);
        if (!c->identity || c->identity->value != known->id.value)
            return base::fail(base::Kind::not_found, "case.not_found");
        return c;
    }

    base::Result<cases::Case> act(db::Tx& tx, const std::string& code, const std::string& citizen,
                                  const cases::Command& command) {
        auto c = own_case(tx, code, citizen);
        if (!c) return c;
        const auto context = cases::context_for(directory_, s_.ids, s_.random, s_.now());
        return cases::act(tx, context, *c, cases::reporter(), command);
    }

    static std::string refusal(const base::Problem& problem) {
        return words_for(problem.kind == base::Kind::not_found ? Say::not_yours : Say::too_late,
                         Language::id);
    }

    Dialog read(const store::DialogRow& row) {
        auto text = s_.vault.open(directory_.id(), place_of(row.account, row.lookup), row.state_sealed);
        auto dialog = text ? base::json::parse_as<Dialog>(*text) : base::Result<Dialog>(base::pass(text));
        return dialog ? std::move(*dialog) : Dialog{};
    }
    void put(db::Tx& tx, const std::string& lookup, const Dialog& dialog) {
        store::put_dialog(tx, directory_.id(),
                          {.account = account_.id,
                           .lookup = lookup,
                           .state_sealed = s_.vault.seal(directory_.id(), place_of(account_.id, lookup),
                                                         base::json::write(dialog)),
                           .changed_at = s_.now()});
    }

    void reply(const std::string& chat, std::string text) {
        const auto number = network::number_in(base::json::Value(chat), "");
        replies_.emplace_back(
            "sendMessage",
            base::json::Object{{"chat_id", number ? base::json::Value(*number) : base::json::Value(chat)},
                               {"text", std::move(text)}});
    }
    void say(const std::string& method, const base::json::Object& parameters) {
        const auto row = s_.database.read(
            [&](db::Tx& tx) { return network::connection_of(tx, directory_.id(), account_.id); });
        auto connection = row ? network::opened(s_.vault, directory_.id(), *row)
                              : base::Result<network::Connection>(base::fail(base::Kind::not_found, ""));
        if (!connection) return;
        const auto answer = s_.carrier.exchange(ask(*connection, method, method, parameters));
        const auto judged = telegram::judged(answer, /*publishes=*/true);
        if (judged.verdict != network::Verdict::ok) spdlog::warn("telegram.{}: {}", method, judged.code);
    }

    const network::Services& s_;
    const agency::Directory& directory_;
    const agency::Account& account_;
    std::vector<Reply> replies_;
};

} // namespace

std::vector<std::optional<items::ItemIn>> hear(const network::Services& services,
                                               const agency::Directory& directory,
                                               const agency::Account& account,
                                               std::span<const items::ItemIn> messages) {
    Dialogs dialogs(services, directory, account);
    std::vector<std::optional<items::ItemIn>> out;
    for (const auto& item : messages)
        out.push_back(is_private(item) ? dialogs.hear(item) : std::optional(item));
    return out;
}

void end_dialogs(const network::Services& s, const agency::Directory& directory) {
    const auto before = s.now() - dialog_ends;
    const auto rows = s.database.read(
        [&](db::Tx& tx) { return store::dialogs_before(tx, directory.id(), before, ended_at_once); });
    for (const auto& row : rows) {
        const auto* account = directory.account(row.account);
        if (account)
            Dialogs(s, directory, *account).end(row);
        else
            s.database.write([&](db::Tx& tx) { store::delete_dialog(tx, directory.id(), row); });
    }
}

} // namespace channels::telegram
