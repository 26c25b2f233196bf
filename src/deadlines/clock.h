// `tanggap clock`: when would it be due? Needs no database. What the user typed wrong is `field.invalid` with
// the field "profile", "start", "zone", "at", "pause", "extend", "hours" or "day".
#pragma once
#include "base/language.h"
#include "deadlines/explain.h"

namespace deadlines {

/// As typed on the command line.
struct ClockArgs {
    std::string profile;
    std::string start;                    ///< ISO 8601; without an offset it is local time of the zone
    std::string zone = "WIB";             ///< WIB, WITA or WIT, in any case
    std::vector<std::string> at = {};     ///< "assigned=2026-03-25T09:00"
    std::vector<std::string> pause = {};  ///< "2026-03-25T09:00/2026-03-26T10:00"
    std::string class_code = {};          ///< empty: the rule's first amount
    std::vector<std::string> extend = {}; ///< names of deadlines whose extension was granted
    std::vector<std::string> hours = {};  ///< "5=07.30-11.30, 13.00-16.30": a weekday's, 1 is Monday
    std::vector<std::string> days = {};   ///< "2026-12-24=08.00-12.00", "2026-07-15=tutup": open or closed
};

struct ClockLine {
    std::string name;
    Mode mode = Mode::working_days;
    std::string starts_on;
    base::Time start{};
    bool is_assumed = false; ///< the starting event was not given: taken to be at the start
    Due due;
    Explanation why;
};

struct ClockReport {
    std::string profile;
    std::string version;
    base::Zone zone = base::Zone::wib;
    base::Time start{};
    std::vector<ClockLine> deadlines;
};

[[nodiscard]] base::Result<ClockReport> clock(const ClockArgs& args, const Profiles& profiles,
                                              const std::vector<Holiday>& holidays);

/// {"profile","version","zone","start","deadlines":[{"name","mode","starts_on","start","assumed","due",
/// "provisional"}]}, times with the zone's offset.
[[nodiscard]] std::string to_json(const ClockReport& report);
} // namespace deadlines
