// Receiving: looking through sources, healing holes, comparing counts. Each may stop anywhere and be done
// again: items are unique, and a mark moves only after what lies before it was handed on.
#pragma once
#include "network/connected.h"
#include "network/services.h"

#include <variant>

namespace db {
class Tx;
}

namespace network {

/// How much older than its connection something may be that an account takes in: what citizens wrote while it
/// was being set up.
inline constexpr std::chrono::hours taken_back{24};
/// A look or a hole in progress belongs to whoever leased it, this long.
inline constexpr std::chrono::minutes look_lease{5};
/// Pages of one look, or of one go at a hole; the rest is for the next.
inline constexpr int pages_at_once = 20;

/// Looks through one source from its mark on, and plans its next look. The caller has leased it.
void look(const Services& services, base::AgencyId agency, const Watched& source);
/// Goes on with a hole. The caller has leased it.
void heal(const Services& services, base::AgencyId agency, const Hole& hole);
/// Compares what the network counts in a thread with what is held; a difference opens a hole.
void compare(const Services& services, base::AgencyId agency, const Watched& source);

/// Sources of threads are named by their root: "thread:109348".
inline constexpr std::string_view thread_prefix = "thread:";
/// An own post stands in a thread: answers to it belong there.
void note_own(db::Tx& tx, base::AgencyId agency, agency::AccountId account, const std::string& root,
              const std::string& network_id);

/// Hands on what a page or a push said, and keeps what was refused for a person. Gives how many were new.
int take_in(const Services& services, base::AgencyId agency, const Connected& connected,
            const std::vector<Event>& events);

/// Every source of the account is due: something new was announced.
void look_now(db::Tx& tx, base::AgencyId agency, agency::AccountId account, base::Time now);

/// Something that was leased.
using Work = std::variant<Watched, Hole>;
/// Leases at most `most` of what is due.
[[nodiscard]] std::vector<Work> take_due(const Services& services, base::AgencyId agency, int most);
void carry_out(const Services& services, base::AgencyId agency, const Work& work);
/// One round in the caller's thread; gives how much was done.
int receive_due(const Services& services, base::AgencyId agency, int most = 64);

} // namespace network
