#include "cases/listing_actions.h"

#include "cases/case_store.h"
#include "cases/figure_store.h"
#include "cases/listing_store.h"
#include "cases/walk_store.h"

#include <algorithm>

namespace cases {
namespace {

constexpr std::size_t regency_code = 5;
/// A regency with less than a fiftieth of all cases is read whole; of others the next one is never far.
constexpr std::int64_t rare = 50;
/// The same for what lies below a regency.
constexpr int most_read_whole = 2'000;

bool is_set_aside(State state) {
    switch (state) {
    case State::scheduled:
    case State::referred:
    case State::declined:
    case State::archived:
    case State::awaiting_reporter: return true;
    case State::received:
    case State::verified:
    case State::assigned:
    case State::in_progress:
    case State::resolved:
    case State::closed: return false;
    }
    return false;
}

bool is_rare(db::Tx& tx, base::AgencyId agency, const std::string& area) {
    if (area.size() > regency_code)
        return count_in_area(tx, agency, area, most_read_whole + 1) <= most_read_whole;
    std::int64_t all = 0;
    std::int64_t here = 0;
    for (const auto& sum : sum_by_name(tx, agency, Grain::month, Dimension::regency, {})) {
        all += sum.received;
        if (sum.name.starts_with(area)) here += sum.received;
    }
    return here * rare < all;
}

Lead lead_of(db::Tx& tx, base::AgencyId agency, const Listing& listing) {
    if (listing.only_overdue) return Lead::overdue;
    if (listing.states.size() == 1 && is_set_aside(listing.states.front())) return Lead::set_aside;
    if (!listing.area.empty() && is_rare(tx, agency, listing.area)) return Lead::area;
    if (!listing.topic.empty()) return Lead::topic;
    if (!listing.states.empty() && std::ranges::all_of(listing.states, is_open)) return Lead::open;
    if (!listing.states.empty() && std::ranges::none_of(listing.states, is_open)) return Lead::done;
    return Lead::time;
}

std::vector<ViewMark> keys_of(db::Tx& tx, base::AgencyId agency, const Listing& listing) {
    if (listing.offices.empty()) return list_keys(tx, agency, lead_of(tx, agency, listing), listing);
    std::vector<ViewMark> keys;
    for (OfficeId office : listing.offices) {
        auto more = list_keys_of_office(tx, agency, office, listing);
        keys.insert(keys.end(), more.begin(), more.end());
    }
    std::ranges::sort(keys, std::ranges::greater{});
    if (std::ssize(keys) > listing.limit) keys.resize(static_cast<std::size_t>(listing.limit));
    return keys;
}

} // namespace

std::vector<Case> list_cases(db::Tx& tx, base::AgencyId agency, const Listing& listing) {
    const auto keys = walking(tx, [&] { return keys_of(tx, agency, listing); });
    return find_all(tx, agency, keys);
}

} // namespace cases
