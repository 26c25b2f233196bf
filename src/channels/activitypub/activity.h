// What another server tells us, read without trusting it. A proven activity is journaled with what its
// actor's document said: {"actor":{..},"activity":{..},"received_at":"2026-11-22T08:00:00.000Z"}.
#pragma once
#include "channels/activitypub/actor.h"
#include "network/channel.h"

namespace channels::activitypub {

enum class Act {
    note,        ///< Create, Update or Delete of something that may be a note
    follow,      ///< of our actor
    unfollow,    ///< Undo of that
    actor_gone,  ///< Delete of the actor itself
    nothing_here ///< boosts, likes, flags, what is not known
};

struct Activity {
    Act act = Act::nothing_here;
    std::string id;    ///< of the activity
    std::string actor; ///< who says it
};

/// `own_id` is our actor's. `network.unreadable` when it has no id or no actor on one host.
[[nodiscard]] base::Result<Activity> read_activity(const base::json::Value& activity,
                                                   std::string_view own_id);

[[nodiscard]] std::string journaled(const base::json::Value& activity, const Actor& actor, base::Time now);

/// Notes that mention us, answer us or are for us alone, their edits and deletions. Nothing for the rest, and
/// for a note that is said to be somebody else's.
[[nodiscard]] base::Result<std::vector<network::Event>> events_of(std::string_view own_id,
                                                                  std::string_view journaled);

} // namespace channels::activitypub
