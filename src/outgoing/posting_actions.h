// Answers on networks: planned when a message is composed, and their states while they go out. Every change
// is in a unit of work of its own, so that whoever stops in between leaves behind what the next one must
// know.
#pragma once
#include "network/services.h"
#include "outgoing/posting.h"
#include "outgoing/posting_fate.h"

namespace db {
class Tx;
}
namespace people {
class Vault;
}

namespace outgoing {

inline constexpr std::string_view look_job_kind = "outgoing.look";

/// Where the reporter's thread is, if an answer may and can go there.
struct Planned {
    Posting posting; ///< without `outgoing`
    bool is_in_public = false;
};
[[nodiscard]] std::optional<Planned> plan_posting(db::Tx& tx, const network::Channels& channels,
                                                  const agency::Directory& directory, const cases::Case& c,
                                                  TemplateKey key);
/// The account as which the reporter is answered where anybody reads it; empty when that is nowhere.
[[nodiscard]] std::string answered_in_public_as(db::Tx& tx, const agency::Directory& directory,
                                                const cases::Case& c);
/// Pictures that go with a message: those of the last proof, once the matter is resolved.
[[nodiscard]] std::string pictures_for(db::Tx& tx, const cases::Case& c, TemplateKey key);
void add_posting(db::Tx& tx, const Outgoing& outgoing, Posting posting);

/// A post of an account's own that waits to be sent. False when its event was told before.
[[nodiscard]] bool add_post(db::Tx& tx, base::IdSource& ids, const Outgoing& outgoing,
                            const Posting& posting);
/// Posts of the account's own that stand, newest first, and how many there are.
[[nodiscard]] std::vector<OutgoingId> newest_own_posts(db::Tx& tx, base::AgencyId agency,
                                                       agency::AccountId account, std::size_t most);
[[nodiscard]] std::int64_t count_own_posts(db::Tx& tx, base::AgencyId agency, agency::AccountId account);
/// Of its pictures, in their order.
[[nodiscard]] std::vector<std::string> alts_of(const Posting& posting);
/// The same for every attempt; a network that knows idempotency is given it.
[[nodiscard]] std::string key_of(const Outgoing& outgoing);
/// A post of the account's own that stands.
[[nodiscard]] bool is_published_here(const Outgoing& outgoing, const Posting& posting) noexcept;

[[nodiscard]] std::optional<Posting> posting_of(db::Tx& tx, base::AgencyId agency, OutgoingId id);
/// Its address on the network, once it stands there.
[[nodiscard]] std::optional<std::string> address_of(db::Tx& tx, base::AgencyId agency, OutgoingId id);

/// What is not out, by account and state.
[[nodiscard]] std::vector<Unsent> unsent_by_account(db::Tx& tx, base::AgencyId agency);

/// queued -> sending; empty when somebody else was faster, or an older message to the same reporter is not
/// out.
[[nodiscard]] std::optional<Outgoing> begin_posting(db::Tx& tx, const Outgoing& waiting, base::Time now);
/// The next step publishes: from here on a stop means unknown.
void note_publishing(db::Tx& tx, const Outgoing& outgoing, Posting& posting, base::Time now);
/// A step is done.
void note_progress(db::Tx& tx, const Outgoing& outgoing, Posting& posting, base::Time now);
void finish_posting(db::Tx& tx, base::IdSource& ids, const Outgoing& outgoing, Posting& posting,
                    const PostingFate& fate, base::Time now);
/// Everything that was to be said stands there.
void finish_sent(db::Tx& tx, const Outgoing& outgoing, Posting& posting, base::Time now);
/// Not begun now: again at `at`.
void put_off(db::Tx& tx, base::IdSource& ids, const Outgoing& waiting, base::Time at, base::Time now);

/// Those whose sender died: looked for when a step that publishes was under way, else sent again.
void pick_up_expired(db::Tx& tx, base::IdSource& ids, base::AgencyId agency, base::Time now);
/// An own post was seen: what waits for it is looked for at once.
void look_now(db::Tx& tx, base::IdSource& ids, base::AgencyId agency, agency::AccountId account,
              base::Time now);

/// The network had taken it and could not bring it after all: it failed, and a person sees it on
/// /meja/keluar.
void note_undelivered(db::Tx& tx, base::AgencyId agency, agency::AccountId account,
                      const network::Undelivered& what, base::Time now);
/// Nothing of it was said yet: what is sent again after the network could not bring it.
void begin_anew(db::Tx& tx, base::AgencyId agency, OutgoingId id);

/// What is sent: opened words, the thread, the reporter's handle.
[[nodiscard]] base::Result<network::Draft> draft_of(db::Tx& tx, const people::Vault& vault,
                                                    const Outgoing& outgoing, const Posting& posting);

} // namespace outgoing
