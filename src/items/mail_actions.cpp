#include "items/mail_actions.h"

#include "base/json.h"
#include "items/item_actions.h"
#include "items/mail_store.h"
#include "people/identity_actions.h"

namespace items {
namespace {

constexpr std::string_view mail_column = "item_mails.sealed";

} // namespace

void keep_mail(db::Tx& tx, const people::IdentityKey& key, base::AgencyId agency, ItemId item,
               const MailIn& mail) {
    const SealedMail sealed{
        .message_id = mail.message_id, .references = mail.references, .whole = mail.whole};
    insert_mail(
        tx, agency,
        {.item = item,
         .sender = base::from_code<SenderProof>(mail.sender, "sender").value_or(SenderProof::unchecked),
         .is_automatic = mail.is_automatic,
         .sealed = key.seal(mail_column, base::json::write(sealed))});
}

std::optional<MailOf> mail_of(db::Tx& tx, const people::Vault& vault, base::AgencyId agency,
                              const Item& item) {
    auto row = find_mail(tx, agency, item.id);
    if (!row) return std::nullopt;
    MailOf out{.sender = row->sender, .is_automatic = row->is_automatic};
    if (!item.identity) return out;
    auto text = people::open(tx, vault, agency, people::IdentityId{*item.identity}, mail_column, row->sealed);
    if (!text) return out;
    if (auto opened = base::json::parse_as<SealedMail>(*text)) out.opened = std::move(*opened);
    return out;
}

std::optional<MailOfCase> last_mail_of_case(db::Tx& tx, const people::Vault& vault, base::AgencyId agency,
                                            std::int64_t case_id, std::int64_t author) {
    const auto items = items_of_case(tx, agency, case_id);
    for (auto item = items.rbegin(); item != items.rend(); ++item)
        if (item->identity == author)
            if (auto mail = mail_of(tx, vault, agency, *item))
                return MailOfCase{item->account, std::move(*mail)};
    return std::nullopt;
}

} // namespace items
