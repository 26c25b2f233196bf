#include "events/subscription.h"

#include "events/event_store.h"

#include <algorithm>

namespace events {
namespace {

constexpr int most_passed_over = 1'000;

/// What waits behind the cursor, looked at outside the unit of work: who writes is not held up by it.
struct Waiting {
    std::int64_t cursor = 0;
    std::int64_t concerned_after = 0; ///< what stands up to here does not concern the subscriber
    bool is_concerned = false;        ///< by what stands behind it
    [[nodiscard]] bool anything() const noexcept { return is_concerned || concerned_after > cursor; }
};

Waiting waiting_for(db::Database& database, base::AgencyId agency, const Subscriber& subscriber) {
    return database.read([&](db::Tx& tx) {
        Waiting out{.cursor = find_cursor(tx, agency, subscriber.name)};
        out.concerned_after = out.cursor;
        if (!subscriber.follows) {
            out.is_concerned = find_last_position(tx, agency) > out.cursor;
            return out;
        }
        for (const Heading& heading : find_headings_after(tx, agency, out.cursor, most_passed_over)) {
            out.is_concerned = subscriber.follows(heading.kind);
            if (out.is_concerned) break;
            out.concerned_after = heading.position;
        }
        return out;
    });
}

} // namespace

base::Result<int> deliver(db::Database& database, base::AgencyId agency, const Subscriber& subscriber,
                          int most) {
    // A subscriber that is up to date costs no write.
    const Waiting waiting = waiting_for(database, agency, subscriber);
    if (!waiting.anything()) return 0;
    return database.write([&](db::Tx& tx) -> base::Result<int> {
        const std::int64_t cursor = lock_cursor(tx, agency, subscriber.name);
        std::int64_t position = std::max(cursor, waiting.concerned_after);
        if (waiting.is_concerned)
            for (const Stored& event : find_after(tx, agency, position, most)) {
                if (!subscriber.follows || subscriber.follows(event.kind))
                    if (auto handled = subscriber.handle(tx, agency, event); !handled)
                        return base::pass(handled);
                position = event.position.value_or(position);
            }
        if (position > cursor) move_cursor(tx, agency, subscriber.name, position);
        return static_cast<int>(position - cursor);
    });
}

} // namespace events
