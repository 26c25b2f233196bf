// A fact: what happened to what, when and by whom. Rows of table events are never changed, but for the
// position that the sequencer gives once.
#pragma once
#include "base/id.h"

#include <boost/describe.hpp>

#include <optional>
#include <string>

namespace events {

using EventId = base::Id<struct EventTag>;

struct Event {
    std::string subject_kind = {}; ///< "case"
    std::int64_t subject = 0;      ///< its id
    std::string kind = {};         ///< "case.verified"
    base::Time at = {};
    std::string actor_kind = {};            ///< "staff", "reporter", "system"
    std::optional<std::int64_t> actor = {}; ///< its id, where it has one
    bool is_public = false;                 ///< goes into the ledger and onto the board
    std::string data = {};                  ///< JSON
    bool operator==(const Event&) const = default;
};

/// As it is stored; `position` is empty until the sequencer has numbered it.
struct Stored {
    EventId id;
    std::optional<std::int64_t> position = {};
    std::string subject_kind = {};
    std::int64_t subject = 0;
    std::string kind = {};
    base::Time at = {};
    std::string actor_kind = {};
    std::optional<std::int64_t> actor = {};
    bool is_public = false;
    std::string data = {};
};
BOOST_DESCRIBE_STRUCT(Stored, (),
                      (id, position, subject_kind, subject, kind, at, actor_kind, actor, is_public, data))

/// The topic that is signalled when events were appended, and when they were numbered (db::Database::listen).
inline constexpr std::string_view appended = "events.appended";
inline constexpr std::string_view numbered = "events.numbered";

} // namespace events
