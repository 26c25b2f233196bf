#include "intake/understanding.h"

namespace intake {
namespace {

/// In doubt a text that names a topic or a place becomes a case: archiving chatter costs a click, a missed
/// hole an axle.
bool opens(const triage::Reading& reading, Door door) {
    if (door == Door::listening) return false;
    if (door != Door::network || triage::opens_case(reading.kind)) return true;
    constexpr double hint = 0.25; // of a topic: one of its words stands there
    const bool names_topic = !reading.topics.empty() && reading.topics.front().p >= hint;
    return reading.kind_abstains && (names_topic || !reading.place_abstains);
}

} // namespace

Understood understand(const items::ItemIn& item, const triage::Reading& reading, Door door,
                      const places::Region* region) {
    Understood out;
    out.opens_case = opens(reading, door);
    out.kind = triage::opens_case(reading.kind) ? reading.kind : triage::Kind::complaint;
    if (!reading.topic_abstains && !reading.topics.empty()) out.topic = reading.topics.front().code;
    out.urgency = reading.urgency.value;
    if (item.place) {
        out.lat = item.place->lat;
        out.lon = item.place->lon;
        auto near = region ? region->nearest({item.place->lat, item.place->lon}) : std::nullopt;
        if (near && near->km <= far_km) {
            out.area = near->area.code;
            out.place_p = near->km < 2 ? 0.9 : 0.6;
        }
    }
    if (!out.area && !reading.place_abstains && !reading.places.empty()) {
        const auto& place = reading.places.front();
        out.area = place.area.code;
        out.place_p = place.p;
        if (!out.lat && place.area.level == places::Level::village) {
            out.lat = place.area.lat;
            out.lon = place.area.lon;
        }
    }
    return out;
}

void put_at(Understood& understood, const items::ItemIn& item, const std::string& area) {
    const auto known = places::gazetteer().find(area);
    if (!known) return;
    understood.area = area;
    understood.place_p = 1;
    if (item.place) return;
    const bool is_village = known->level == places::Level::village;
    understood.lat = is_village ? std::optional(known->lat) : std::nullopt;
    understood.lon = is_village ? std::optional(known->lon) : std::nullopt;
}

} // namespace intake
