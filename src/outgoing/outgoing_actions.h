// Reading what was said to reporters, and settling what the machine could not. Refusals: not_found
// `outgoing.unknown` (also for what the person may not see), conflict `outgoing.settled_already`.
#pragma once
#include "agency/directory.h"
#include "cases/visibility.h"
#include "outgoing/outgoing.h"

#include <vector>

namespace db {
class Tx;
}

namespace outgoing {

/// All of a case, oldest first. Whoever may see the case's own page may see these.
[[nodiscard]] std::vector<Outgoing> of_case(db::Tx& tx, base::AgencyId agency, cases::CaseId case_id);

/// One row of /meja/keluar.
struct Listed {
    Outgoing outgoing;
    std::string code;       ///< empty when the person may not know of the case itself
    bool may_settle = false;
};
struct Page {
    std::vector<Listed> rows; ///< newest first
    std::optional<OutgoingId> next; ///< to go on below, when there may be more
};
/// Mails in a state that the person may see, below `before` when it is not empty.
[[nodiscard]] Page list_outgoing(db::Tx& tx, const agency::Directory& directory,
                                 const staff::Principal& person, State state, OutgoingId before = {},
                                 std::size_t limit = 50);
/// How many of the newest `counted_at_most` in a state the person may see.
inline constexpr std::size_t counted_at_most = 500;
[[nodiscard]] std::size_t count_outgoing(db::Tx& tx, const agency::Directory& directory,
                                         const staff::Principal& person, State state);

/// What a person says of one that is unknown or failed.
enum class Settlement {
    arrived,    ///< unknown: it was sent
    send_again, ///< unknown or failed: it goes out once more
    cancel,     ///< unknown, failed or queued: it never will
};
/// Writes the event `outgoing.settled`.
[[nodiscard]] base::Result<Outgoing> settle(db::Tx& tx, base::IdSource& ids,
                                            const agency::Directory& directory,
                                            const staff::Principal& person, OutgoingId id,
                                            Settlement settlement, base::Time now);

} // namespace outgoing

template <>
inline constexpr auto base::codes<outgoing::Settlement> = std::to_array<base::Coded<outgoing::Settlement>>({
    {outgoing::Settlement::arrived, "terkirim"},
    {outgoing::Settlement::send_again, "kirim-lagi"},
    {outgoing::Settlement::cancel, "batal"},
});
