// The rules of counting told as slowly as possible, for tests: a clock that walks minute by minute and asks
// of each minute whether it counts. It shares nothing with the code it is held against but the lists of days.
// What the minutes of a day are is asked once and remembered; whole days without an edge (a start, the begin
// or end of a pause, the end of what is left) are passed by their sum. Times are whole minutes.
//
// Years whose holidays are unknown have weekends only, here as there, and what is counted through them says
// so by being provisional.
#pragma once
#include "deadlines/due.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace deadlines::testing {

struct SlowDays {
    base::Zone zone = base::Zone::wib;
    std::set<base::Day> off;                                        ///< holidays, leave, own days
    std::set<base::Day> worked;                                     ///< open whatever else they are
    std::map<base::Day, std::vector<agency::OpenInterval>> special; ///< hours of single days
    agency::OfficeHours week;
};

class SlowClock {
public:
    explicit SlowClock(SlowDays days) : days_(std::move(days)) {}

    [[nodiscard]] base::Time due(const Spec& spec, base::Time start, int amount,
                                 const std::vector<Pause>& pauses) const {
        const int limit = spec.pause_limit.value_or(1'000'000);
        switch (spec.mode) {
        case Mode::calendar_hours:
        case Mode::office_hours: return walk(spec.mode, start, amount * 60, limit * 60, pauses);
        case Mode::working_days: return walk_days(start, amount, limit, pauses);
        }
        return {};
    }

    [[nodiscard]] bool is_workday(base::Day day) const {
        if (days_.worked.contains(day)) return true;
        const unsigned weekday = std::chrono::weekday{day}.c_encoding();
        return weekday != 0 && weekday != 6 && !days_.off.contains(day);
    }
    /// Minutes of a mode from one moment to another.
    [[nodiscard]] int minutes(Mode mode, base::Time from, base::Time until) const {
        int out = 0;
        for (; from < until; from += minute)
            if (counts(mode, from)) ++out;
        return out;
    }

private:
    static constexpr std::chrono::minutes minute{1};

    static bool stands(base::Time at, const std::vector<Pause>& pauses) {
        for (const Pause& pause : pauses)
            if (pause.from <= at && at < pause.until) return true;
        return false;
    }
    [[nodiscard]] base::Day day_of(base::Time at) const {
        return base::Day{std::chrono::floor<std::chrono::days>(at + base::utc_offset(days_.zone))};
    }
    [[nodiscard]] base::Time midnight(base::Day day) const {
        return base::Time{day} - base::utc_offset(days_.zone);
    }
    [[nodiscard]] bool counts(Mode mode, base::Time at) const {
        if (mode == Mode::calendar_hours) return true;
        const base::Day day = day_of(at);
        const auto own = days_.special.find(day);
        if (own == days_.special.end() && days_.off.contains(day) && !days_.worked.contains(day))
            return false;
        const auto& hours = own != days_.special.end()
                                ? own->second
                                : days_.week.days[std::chrono::weekday{day}.iso_encoding() - 1];
        const base::Duration of_day = at - midnight(day);
        return std::ranges::any_of(
            hours, [&](const auto& each) { return each.opens <= of_day && of_day < each.closes; });
    }

    struct Minutes {
        std::array<char, 24 * 60> count{}; ///< of each, whether it counts
        int sum = 0;
    };
    [[nodiscard]] const Minutes& minutes_of(Mode mode, base::Day day) const {
        auto [known, is_new] = known_days_.try_emplace({mode, day});
        if (is_new)
            for (std::size_t i = 0; i < known->second.count.size(); ++i)
                if (counts(mode, midnight(day) + minute * i)) {
                    known->second.count[i] = 1;
                    ++known->second.sum;
                }
        return known->second;
    }

    enum class Standing { none, whole, some };
    [[nodiscard]] Standing standing(base::Day day, const std::vector<Pause>& pauses) const {
        const base::Time begin = midnight(day), end = begin + std::chrono::days{1};
        auto out = Standing::none;
        for (const Pause& pause : pauses) {
            if (pause.from <= begin && end <= pause.until) return Standing::whole;
            if (pause.from <= end && begin <= pause.until) out = Standing::some;
        }
        return out;
    }

    [[nodiscard]] base::Time walk(Mode mode, base::Time at, int left, int may_stand,
                                  const std::vector<Pause>& pauses) const {
        while (true) {
            const base::Day day = day_of(at);
            const base::Time begin = midnight(day);
            const Minutes& of_day = minutes_of(mode, day);
            if (at == begin && left > 0) {
                const auto stood = standing(day, pauses);
                int* const spent = stood == Standing::none    ? &left
                                   : stood == Standing::whole ? &may_stand
                                                              : nullptr;
                if (spent && of_day.sum < *spent) {
                    *spent -= of_day.sum;
                    at += std::chrono::days{1};
                    continue;
                }
            }
            for (auto i = static_cast<std::size_t>((at - begin) / minute); i < of_day.count.size(); ++i) {
                const bool stops = may_stand > 0 && stands(at, pauses);
                // Calendar hours run until the due time and with it: a pause that begins then still stops
                // them.
                if (left == 0 && !(stops && mode == Mode::calendar_hours)) return at;
                if (of_day.count[i]) --(stops ? may_stand : left);
                at += minute;
            }
        }
    }

    /// The last minute of each day decides; that of the day of the start counts for nothing.
    [[nodiscard]] base::Time walk_days(base::Time start, int left, int may_stand,
                                       const std::vector<Pause>& pauses) const {
        base::Time last = midnight(day_of(start) + std::chrono::days{1}) - minute;
        while (left > 0) {
            last += std::chrono::days{1};
            if (!is_workday(day_of(last))) continue;
            --(may_stand > 0 && stands(last, pauses) ? may_stand : left);
        }
        return last + minute - std::chrono::milliseconds{1};
    }

    SlowDays days_;
    mutable std::map<std::pair<Mode, base::Day>, Minutes> known_days_;
};

} // namespace deadlines::testing
