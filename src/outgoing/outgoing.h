// Something said to a reporter (kiriman keluar): composed from one event, shown on the tracking page, sent as
// a mail where an address is known. Plain values; reading an unknown code fails with `field.invalid`.
#pragma once
#include "cases/case.h"
#include "outgoing/template_key.h"

namespace outgoing {

using OutgoingId = base::Id<struct OutgoingTag>;

enum class Channel {
    page,    ///< stands on the tracking page only
    mail,    ///< there, and sent as a mail
    network, ///< there, and as an answer on the reporter's network (posting.h)
};

/// queued -> sending is committed before a byte leaves; what came of it is written afterwards. `unknown`: it
/// may have arrived, so only a person decides whether it goes out again.
/// `recalled`: it stood there and was taken back.
enum class State { queued, sending, sent, failed, unknown, cancelled, recalled };

/// A row of table outgoing; members stand in the order of its columns.
struct Outgoing {
    base::AgencyId agency;
    OutgoingId id;
    cases::CaseId case_id;       ///< 0: a post of an account's own, which answers nobody
    people::IdentityId identity; ///< 0: nobody to recognise
    std::int64_t event = 0;      ///< id of the event that it tells, or of the target of a post
    TemplateKey key = TemplateKey::received;
    Channel channel = Channel::page;
    State state = State::sent;
    std::string language = "id"; ///< "id" or "en"
    std::string subject;
    std::string body;   ///< as the tracking page shows it; empty once its words were erased
    std::string letter; ///< the mail's or the answer's whole text; empty on channel page
    base::Time created_at{};
    base::Time changed_at{}; ///< of the state: when it was sent, failed, settled
    int attempts = 0;
    std::optional<base::Time> lease_until; ///< while sending: later than this nobody sends any more
    std::optional<std::string> problem;    ///< code, "mail.refused"; words in outgoing_words.h
    [[nodiscard]] bool is_own_post() const noexcept { return !case_id; }
    bool operator==(const Outgoing&) const = default;
};
BOOST_DESCRIBE_STRUCT(Outgoing, (),
                      (agency, id, case_id, identity, event, key, channel, state, language, subject, body,
                       letter, created_at, changed_at, attempts, lease_until, problem))

} // namespace outgoing

template <> inline constexpr auto base::codes<outgoing::Channel> =
    std::to_array<base::Coded<outgoing::Channel>>({
        {outgoing::Channel::page, "page"},
        {outgoing::Channel::mail, "mail"},
        {outgoing::Channel::network, "network"},
    });
template <> inline constexpr auto base::codes<outgoing::State> = std::to_array<base::Coded<outgoing::State>>({
    {outgoing::State::queued, "queued"},
    {outgoing::State::sending, "sending"},
    {outgoing::State::sent, "sent"},
    {outgoing::State::failed, "failed"},
    {outgoing::State::unknown, "unknown"},
    {outgoing::State::cancelled, "cancelled"},
    {outgoing::State::recalled, "recalled"},
});
