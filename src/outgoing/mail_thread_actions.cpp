#include "outgoing/mail_thread_actions.h"

#include "cases/case_actions.h"
#include "db/tx.h"
#include "items/mail_actions.h"
#include "items/reply_address.h"
#include "network/connection_actions.h"
#include "network/services.h"
#include "outgoing/outgoing_store.h"

#include <algorithm>

namespace outgoing {
namespace {

constexpr std::string_view mail_network = "mail";

/// Of an account that takes mails in.
std::string mailbox_of(db::Tx& tx, const network::Channels& channels, base::AgencyId agency,
                       const agency::Account& account) {
    if (account.network != mail_network || !account.is_active || !channels.of(account.network)) return {};
    const auto connection = network::connection_of(tx, agency, account.id);
    const bool takes_in = connection && connection->state != network::ConnectionState::off;
    return takes_in ? connection->own_id : std::string();
}

std::optional<items::MailOfCase> answered_mail(db::Tx& tx, const people::Vault& vault, const cases::Case& c) {
    if (!c.identity) return std::nullopt;
    return items::last_mail_of_case(tx, vault, c.agency, c.id.value, c.identity->value);
}

std::string digits_of(std::string_view status) {
    std::string out;
    for (const char c : status.substr(0, 9))
        if ((c >= '0' && c <= '9') || c == '.') out += c;
    return out;
}

} // namespace

std::string mailbox_for(db::Tx& tx, const network::Channels& channels, const agency::Directory& directory,
                        agency::AccountId came_through) {
    if (const auto* account = directory.account(came_through))
        if (auto own = mailbox_of(tx, channels, directory.id(), *account); !own.empty()) return own;
    for (const auto& account : directory.accounts())
        if (auto own = mailbox_of(tx, channels, directory.id(), account); !own.empty()) return own;
    return {};
}

void tie(db::Tx& tx, const people::Vault& vault, const network::Channels* channels,
         const agency::Directory& directory, const Outgoing& outgoing, Mail& mail) {
    mail.signature = items::mail_signature(vault, outgoing.agency, outgoing.id.value);
    const auto c = cases::case_of_id(tx, outgoing.agency, outgoing.case_id);
    if (!c) return;
    if (channels)
        mail.reply_to = items::reply_address(
            mailbox_for(tx, *channels, directory, c->account),
            {.code = c->code, .signature = items::reply_signature(vault, c->agency, c->code)});
    const auto answered = answered_mail(tx, vault, *c);
    if (!answered || answered->mail.opened.message_id.empty()) return;
    const auto& opened = answered->mail.opened;
    mail.in_reply_to = opened.message_id;
    mail.references =
        opened.references + (opened.references.empty() ? "" : " ") + "<" + opened.message_id + ">";
}

bool is_from_program(db::Tx& tx, const people::Vault& vault, const cases::Case& c) {
    const auto answered = answered_mail(tx, vault, c);
    return answered && answered->mail.is_automatic;
}

bool has_too_many_receipts(db::Tx& tx, const cases::Case& c, base::Time now) {
    return c.identity && store::count_mails(tx, c.agency, *c.identity, TemplateKey::received,
                                            now - std::chrono::hours(24)) >= most_receipts_a_day;
}

std::optional<cases::CaseId> case_of_mail(db::Tx& tx, base::AgencyId agency, OutgoingId id) {
    const auto found = store::find(tx, agency, id);
    return found ? std::optional(found->case_id) : std::nullopt;
}

void note_returned(db::Tx& tx, const people::Vault& vault, base::AgencyId agency, std::string_view mail,
                   std::string_view status, base::Time now) {
    const auto own = items::read_own_mail(mail);
    if (!own || own->agency != agency ||
        !items::is_same_signature(own->signature, items::mail_signature(vault, agency, own->id)))
        return;
    const auto digits = digits_of(status);
    const std::string problem = "mail.returned" + (digits.empty() ? "" : ":" + digits);
    for (const auto from : {State::sent, State::unknown})
        if (store::change_state(tx, agency, OutgoingId{own->id}, from, State::failed, now, problem)) return;
}

} // namespace outgoing
