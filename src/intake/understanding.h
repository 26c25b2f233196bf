// From an item and what was read in it to what a case needs to know: kind, topic, place. Pure.
#pragma once
#include "agency/directory.h"
#include "cases/route.h"
#include "items/item_in.h"
#include "triage/reader.h"

namespace intake {

/// On the agency's own report page, and where an operator writes down what somebody said, a report is meant,
/// whatever the words look like.
enum class Door {
    report_page,
    by_hand,
    network,
    listening ///< nobody wrote to the agency: it is kept to be read, opens no case and is not answered
};

/// What the sender has decided before: it wins over what is read in the words, and the item opens a case.
struct Decided {
    std::optional<triage::Kind> kind = {};
    std::optional<std::string> topic = {};
    std::optional<cases::Class> case_class = {};
    std::optional<cases::Route> route = {};
    std::optional<std::string> area = {}; ///< code of an area that exists
};

struct Understood {
    bool opens_case = false;
    triage::Kind kind = triage::Kind::complaint;
    std::optional<std::string> topic;
    double urgency = 0;
    std::optional<std::string> area;
    std::optional<double> lat, lon, place_p;
};

inline constexpr double far_km =
    10; ///< a point farther than this from every village of the region is elsewhere

[[nodiscard]] Understood understand(const items::ItemIn& item, const triage::Reading& reading, Door door,
                                    const places::Region* region);

/// The place is that area, whatever the words name; a point that came with the item stays.
void put_at(Understood& understood, const items::ItemIn& item, const std::string& area);

} // namespace intake
