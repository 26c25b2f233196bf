// When a source is looked through again. Pure.
#pragma once
#include "network/connected.h"

namespace network {

inline constexpr std::chrono::seconds often{30};
/// While somebody is talking: something came within `talk_lasts`, to a source that goes forward after its
/// mark.
inline constexpr std::chrono::seconds while_talking{5};
inline constexpr std::chrono::minutes talk_lasts{2};
inline constexpr std::chrono::seconds first_thread_look{20};
/// Between the looks of a source that could not be looked through: from, to.
inline constexpr std::chrono::seconds first_wait{15};
inline constexpr std::chrono::minutes longest_wait{10};
/// A network may count what it does not show yet.
inline constexpr std::chrono::minutes count_patience{2};
/// A network that gives the newest first may show something so much later than it was written.
inline constexpr std::chrono::seconds latest_shown{90};
/// A quiet thread is counted again after this long.
inline constexpr std::chrono::minutes count_each{30};
/// A difference that looking through everything did not explain is looked into again after this long.
inline constexpr std::chrono::hours count_again{6};

/// Mentions and messages: every 30 seconds, every five while somebody is talking. Threads: after two minutes,
/// and then after as long as nothing came, at most a day; after a month of silence no more (a push or a
/// mention begins anew).
[[nodiscard]] base::Time next_look(const Watched& source, base::Time now);

/// Whether a thread is read from end to end once more: words at its beginning may have been edited or
/// deleted, and what stands first in it is all that a look sees.
[[nodiscard]] bool is_due_for_walk(const Watched& source, base::Time now);

} // namespace network
