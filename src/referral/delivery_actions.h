// The journal of hand-overs outside: each referral goes out once, what came of it is written down in a unit
// of work of its own, and what may have arrived waits for a person. Refusals: not_found `delivery.unknown`,
// forbidden `office.not_yours`, conflict `case.changed_meanwhile`, those of cases::act().
#pragma once
#include "cases/case_actions.h"
#include "events/event.h"
#include "outgoing/sender.h"
#include "people/vault.h"
#include "referral/delivery.h"
#include "referral/georeport.h"
#include "staff/principal.h"

namespace referral {

inline constexpr std::string_view deliver_kind = "referral.deliver";
inline constexpr std::string_view poll_kind = "referral.poll";
inline constexpr std::string_view look_kind = "referral.look";

/// Follows case.referred (queues one delivery), and case.receipted and case.handed_back (it is answered).
void follow(db::Tx& tx, base::IdSource& ids, base::AgencyId agency, const events::Stored& event,
            base::Time now);
/// Kinds of events that it follows.
[[nodiscard]] bool follows(std::string_view event_kind) noexcept;

/// A delivery with everything that is sent.
struct Prepared {
    Delivery delivery;
    agency::OutsideAgency outside;
    cases::Case c;
    cases::Referred said;
};
/// queued -> sending. Empty when it is not (any more) to be sent: then it is cancelled, when it was queued.
[[nodiscard]] std::optional<Prepared> begin(db::Tx& tx, base::AgencyId agency, DeliveryId id, base::Time now);
/// tokened, and still waited for.
[[nodiscard]] std::optional<Prepared> waiting_for_number(db::Tx& tx, base::AgencyId agency, DeliveryId id);
/// What came of it; a number becomes the case's receipt. `wait` is how long before it is tried again.
void finish(db::Tx& tx, const cases::Context& context, const Delivery& delivery, const Reached& reached,
            base::Duration wait);
void finish_poll(db::Tx& tx, const cases::Context& context, const Delivery& delivery, const Reached& reached,
                 base::Duration wait);

/// Those whose sender died: unknown.
void sweep(db::Tx& tx, base::AgencyId agency, base::Time now);
/// After an older database was put back: what waits may have been sent since. Gives how many.
std::int64_t hold_all(db::Tx& tx, base::AgencyId agency, base::Time now);

/// The secret of the link by which the other agency answers; known to nobody without the vault's key.
[[nodiscard]] std::string secret_of(const people::Vault& vault, base::AgencyId agency, DeliveryId id);

/// What the other agency sees behind its link.
struct Opened {
    Delivery delivery;
    cases::Case c;
    cases::Referred said;
    std::string outside;
    bool is_open = false; ///< it can still be answered
};
/// not_found `case.not_found` for a code or secret that fits nothing.
[[nodiscard]] base::Result<Opened> open(db::Tx& tx, const agency::Directory& directory,
                                        const people::Vault& vault, std::string_view code,
                                        std::string_view secret);
/// "Diterima", with their number.
[[nodiscard]] base::Result<void> accept(db::Tx& tx, const cases::Context& context, const Opened& opened,
                                        std::string_view number);
/// "Bukan kewenangan kami", with a reason.
[[nodiscard]] base::Result<void> refuse(db::Tx& tx, const cases::Context& context, const Opened& opened,
                                        std::string_view reason);

[[nodiscard]] std::optional<Progress> progress_of(db::Tx& tx, base::AgencyId agency, cases::CaseId id);
/// Of cases that the person may see, newest first.
[[nodiscard]] std::vector<Progress> in_state(db::Tx& tx, const agency::Directory& directory,
                                             const staff::Principal& person, State state);

enum class Settlement { arrived, send_again, noted };
/// A person says what is so of one that is unknown, failed or came back (coordinators of the case alone), or
/// that it is noted that it is closed there (operators too).
[[nodiscard]] base::Result<void> settle(db::Tx& tx, base::IdSource& ids, const agency::Directory& directory,
                                        const staff::Principal& person, DeliveryId id, Settlement settlement,
                                        base::Time now);

} // namespace referral

template <> inline constexpr auto base::codes<referral::Settlement> =
    std::to_array<base::Coded<referral::Settlement>>({
        {referral::Settlement::arrived, "sampai"},
        {referral::Settlement::send_again, "kirim-lagi"},
        {referral::Settlement::noted, "dicatat"},
    });
