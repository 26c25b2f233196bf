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

/// What is open today, whenever it was received.
struct OpenNumbers {
    std::int64_t open = 0;
    std::int64_t overdue = 0;
};
BOOST_DESCRIBE_STRUCT(OpenNumbers, (), (open, overdue))

/// Cases received in [from, until).
struct Span {
    base::Time from{};
    base::Time until{};
};

/// One office, topic and regency or city together: the other tables are sums over these.
struct FigureCell {
    std::optional<OfficeId> office;
    std::optional<std::string> topic;
    std::optional<std::string> regency; ///< "31.74"
    std::int64_t received = 0;
    std::int64_t done = 0;
    std::int64_t in_time = 0;
    std::int64_t claimed = 0;
    std::int64_t contested = 0;
    std::int64_t open = 0;
    std::int64_t overdue = 0;

    [[nodiscard]] Numbers numbers() const noexcept {
        return {received, done, in_time, claimed, contested, open, overdue};
    }
};
BOOST_DESCRIBE_STRUCT(FigureCell, (),
                      (office, topic, regency, received, done, in_time, claimed, contested, open, overdue))

/// Days since 1970 in the agency's zone.
struct DayCell {
    std::int64_t day = 0;
    std::int64_t received = 0;
    std::int64_t done = 0;
    std::int64_t in_time = 0;
    std::int64_t claimed = 0;
    std::int64_t contested = 0;
    std::int64_t open = 0;
    std::int64_t overdue = 0;

    [[nodiscard]] Numbers numbers() const noexcept {
        return {received, done, in_time, claimed, contested, open, overdue};
    }
};
BOOST_DESCRIBE_STRUCT(DayCell, (), (day, received, done, in_time, claimed, contested, open, overdue))

struct CaseKey {
    CaseId id;
    base::Time received_at{};
};
BOOST_DESCRIBE_STRUCT(CaseKey, (), (id, received_at))

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
