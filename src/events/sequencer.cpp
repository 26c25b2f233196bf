#include "events/sequencer.h"

#include "events/event_store.h"

namespace events {

int Sequencer::number(base::AgencyId agency, int most) {
    // Looked at first: an agency at rest costs no write.
    if (!database_.read([&](db::Tx& tx) { return has_unnumbered(tx, agency); })) return 0;
    const base::Time now = now_();
    return database_.write([&](db::Tx& tx) {
        if (!take_lease(tx, agency, sequencer_lease, holder_, now, now + lease_)) return 0;
        const int count = number_oldest(tx, agency, most);
        if (count > 0) tx.signal(numbered);
        return count;
    });
}

} // namespace events
