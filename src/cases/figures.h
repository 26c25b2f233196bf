// Numbers about cases that everybody may see, each with what it is out of, and the list behind each number.
// A number and its list are one condition (`Measure`), over the cases received in a period. Whistleblowing is
// in none; a case whose office the public may not see is under no office. Plain data.
#pragma once
#include "cases/case.h"

namespace cases {

enum class Measure {
    received, ///< all received in the period
    done,     ///< solved or closed now
    in_time,  ///< of done: the clock of solving was met before it was due, or there was none
    claimed,  ///< declared solved at least once: done, or contested since
    contested,
    open,    ///< still being worked on
    overdue, ///< of open: past the due time, clock running
};

struct Numbers {
    std::int64_t received = 0;
    std::int64_t done = 0;
    std::int64_t in_time = 0;
    std::int64_t claimed = 0;
    std::int64_t contested = 0;
    std::int64_t open = 0;
    std::int64_t overdue = 0;

    Numbers& operator+=(const Numbers& other) noexcept;
    [[nodiscard]] std::int64_t of(Measure measure) const noexcept;
    bool operator==(const Numbers&) const = default;
};
BOOST_DESCRIBE_STRUCT(Numbers, (), (received, done, in_time, claimed, contested, open, overdue))

/// Cases received in [from, until); both are the beginning of a day in the agency's zone.
struct Span {
    base::Time from{};
    base::Time until{};
    bool is_until_now = false; ///< until the end of today, and nothing can have come later
};

/// What figures are kept by: days or months, and which part of the cases.
enum class Grain { day, month };
enum class Dimension { all, office, topic, regency };

/// Numbers by the name of a part (id of an office, code of a topic, "31.74"; empty: none), or by a period
/// (days since 1970, months since year 0).
struct NamedNumbers {
    std::string name;
    std::int64_t received = 0;
    std::int64_t done = 0;
    std::int64_t in_time = 0;
    std::int64_t claimed = 0;
    std::int64_t contested = 0;
    std::int64_t open = 0;
    std::int64_t overdue = 0;
    std::int64_t scheduled = 0;

    [[nodiscard]] Numbers numbers() const noexcept {
        return {received, done, in_time, claimed, contested, open, overdue};
    }
};
BOOST_DESCRIBE_STRUCT(NamedNumbers, (),
                      (name, received, done, in_time, claimed, contested, open, overdue, scheduled))

/// All that the page of public figures shows of a period.
struct PublicFigures {
    std::vector<NamedNumbers> by_office;
    std::vector<NamedNumbers> by_topic;
    std::vector<NamedNumbers> by_regency;
    std::vector<NamedNumbers> by_month; ///< names are "2026-05"
};

/// A condition on one dimension: any, none ("tanpa topik"), or that one.
enum class Which { any, none, one };
struct MeasureListing {
    Measure measure = Measure::received;
    Span span;
    Which office = Which::any;
    std::vector<OfficeId> offices; ///< with Which::one: any of them
    Which topic = Which::any;
    std::string topic_code;
    Which regency = Which::any;
    std::string regency_code;
    base::Time before_at{}; ///< key of the page: received_at and id of the last row before; 0: the first page
    std::int64_t before_id = 0;
    int limit = 20;
};

} // namespace cases

template <> inline constexpr auto base::codes<cases::Measure> = std::to_array<base::Coded<cases::Measure>>({
    {cases::Measure::received, "masuk"},
    {cases::Measure::done, "tuntas"},
    {cases::Measure::in_time, "tepat-waktu"},
    {cases::Measure::claimed, "dinyatakan-tuntas"},
    {cases::Measure::contested, "dibantah"},
    {cases::Measure::open, "terbuka"},
    {cases::Measure::overdue, "lewat-tenggat"},
});
template <> inline constexpr auto base::codes<cases::Grain> = std::to_array<base::Coded<cases::Grain>>({
    {cases::Grain::day, "day"},
    {cases::Grain::month, "month"},
});
template <> inline constexpr auto base::codes<cases::Dimension> =
    std::to_array<base::Coded<cases::Dimension>>({
        {cases::Dimension::all, "all"},
        {cases::Dimension::office, "office"},
        {cases::Dimension::topic, "topic"},
        {cases::Dimension::regency, "regency"},
    });
