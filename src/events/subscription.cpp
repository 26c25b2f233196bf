#include "events/subscription.h"

#include "events/event_store.h"

namespace events {

base::Result<int> deliver(db::Database& database, base::AgencyId agency, const Subscriber& subscriber,
                          int most) {
    // Looked at first: a subscriber that is up to date costs no write.
    const bool anything = database.read([&](db::Tx& tx) {
        return find_last_position(tx, agency) > find_cursor(tx, agency, subscriber.name);
    });
    if (!anything) return 0;
    return database.write([&](db::Tx& tx) -> base::Result<int> {
        const std::int64_t cursor = lock_cursor(tx, agency, subscriber.name);
        const auto batch = find_after(tx, agency, cursor, most);
        if (batch.empty()) return 0;
        for (const Stored& event : batch)
            if (auto handled = subscriber.handle(tx, agency, event); !handled) return base::pass(handled);
        move_cursor(tx, agency, subscriber.name, batch.back().position.value_or(cursor));
        return static_cast<int>(batch.size());
    });
}

} // namespace events
