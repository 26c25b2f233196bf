// One hand-over of a case to an agency outside this installation, on its way. Plain data and pure rules: what
// may have arrived is never sent again by itself.
#pragma once
#include "agency/outside.h"
#include "cases/case.h"

#include <optional>

namespace referral {

using DeliveryId = base::Id<struct DeliveryTag>;

enum class State {
    queued,
    sending,
    sent,     ///< the mail was taken; the other agency has not answered yet
    tokened,  ///< the endpoint has it and will give its number later
    answered, ///< with a number, or that it is not theirs
    followed, ///< with a number whose status there is asked from time to time
    finished, ///< closed there: a person says what follows
    returned, ///< the mail came back: a person settles it
    unknown,  ///< may have arrived: a person settles it
    failed,   ///< refused for good: a person settles it
    cancelled ///< the case was no longer referred there
};

/// What an Open311 server speaks.
enum class Format { xml, json };
/// How the request stands at the other agency, as GeoReport v2 has it.
enum class There { open, closed };

/// A row of table deliveries; members stand in the order of its columns.
struct Delivery {
    base::AgencyId agency;
    DeliveryId id;
    cases::CaseId case_id;
    std::int64_t event = 0; ///< that referred the case: one delivery for each
    agency::OutsideId outside;
    agency::OutsideWay way = agency::OutsideWay::mail;
    State state = State::queued;
    int attempts = 0;
    std::optional<std::string> token;
    std::optional<std::string> receipt;
    std::optional<std::string> problem; ///< code, with what the other side said: "open311.refused:403"
    base::Time created_at{};
    base::Time changed_at{};
    std::optional<base::Time> lease_until;
    std::optional<Format> format = {}; ///< empty: not asked yet
    std::optional<There> there = {};
    std::optional<std::string> there_note = {}; ///< in the other agency's words: for staff alone
    std::optional<base::Time> there_at = {};    ///< since when, by its own word
    std::optional<base::Time> asked_at = {};    ///< when it was asked last
    std::optional<base::Time> told_at = {};     ///< when staff were told that the row waits for them
};
BOOST_DESCRIBE_STRUCT(Delivery, (),
                      (agency, id, case_id, event, outside, way, state, attempts, token, receipt, problem,
                       created_at, changed_at, lease_until, format, there, there_note, there_at, asked_at,
                       told_at))

/// As a case's page and the list show it.
struct Progress {
    Delivery delivery;
    std::string outside; ///< name of the other agency
    std::string code;    ///< of the case
};

/// Nobody knows, it was refused, it came back, or it is done there: a person says what is so.
[[nodiscard]] constexpr bool waits_for_person(State state) noexcept {
    return state == State::unknown || state == State::failed || state == State::returned ||
           state == State::finished;
}

/// What one attempt to hand over came to.
enum class Outcome {
    arrived,   ///< by mail: taken by the relay
    receipted, ///< with their number
    tokened,   ///< with a token that becomes a number
    refused,
    try_again, ///< certainly not taken, for now
    unclear
};
struct Reached {
    Outcome outcome = Outcome::unclear;
    std::string value = {};   ///< number or token
    std::string problem = {}; ///< code
};

inline constexpr int most_attempts = 12; ///< of one delivery
inline constexpr int most_polls = 60;    ///< for the number of a token
inline constexpr int most_looks = 200;   ///< at the status there, about half a year

/// Where the row stands after that, `attempts` being those that were made.
[[nodiscard]] State after(Outcome outcome, int attempts) noexcept;

inline constexpr std::size_t max_number = 80;

} // namespace referral

template <> inline constexpr auto base::codes<referral::State> = std::to_array<base::Coded<referral::State>>({
    {referral::State::queued, "queued"},
    {referral::State::sending, "sending"},
    {referral::State::sent, "sent"},
    {referral::State::tokened, "tokened"},
    {referral::State::answered, "answered"},
    {referral::State::unknown, "unknown"},
    {referral::State::failed, "failed"},
    {referral::State::cancelled, "cancelled"},
    {referral::State::followed, "followed"},
    {referral::State::finished, "finished"},
    {referral::State::returned, "returned"},
});
template <> inline constexpr auto base::codes<referral::Format> =
    std::to_array<base::Coded<referral::Format>>({
        {referral::Format::xml, "xml"},
        {referral::Format::json, "json"},
    });
template <> inline constexpr auto base::codes<referral::There> = std::to_array<base::Coded<referral::There>>({
    {referral::There::open, "open"},
    {referral::There::closed, "closed"},
});
