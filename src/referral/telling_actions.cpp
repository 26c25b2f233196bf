#include "referral/telling_actions.h"

#include "cases/reminded.h"
#include "db/tx.h"
#include "deadlines/ladder_actions.h"
#include "events/event_actions.h"
#include "items/reply_address.h"
#include "referral/delivery_store.h"
#include "staff/duty_actions.h"
#include "staff/notice_actions.h"

#include <algorithm>

namespace referral {
namespace {

constexpr int most_told = 200; ///< in one turn

class Telling {
public:
    Telling(db::Tx& tx, const cases::Context& context)
        : tx_(tx), context_(context), agency_(context.directory.id()),
          people_(staff::people_on_duty(tx, agency_,
                                        base::local_day(context.now, context.directory.agency().zone))),
          hours_(deadlines::ladder_of(tx, agency_, context.now)) {}

    void tell(const Delivery& d, const cases::Case& c) {
        const auto audience =
            d.state == State::finished ? deadlines::Audience::assignee : deadlines::Audience::coordinator;
        base::json::Array told;
        for (const auto person : cases::reminded(c, audience, people_, context_.directory.offices())) {
            told.emplace_back(base::to_string(person));
            staff::tell(tx_, agency_,
                        {.id = context_.ids.next<staff::NoticeId>(),
                         .staff = person,
                         .subject_kind = std::string(staff::handover_subject),
                         .subject = c.id.value,
                         .deadline = std::string(base::code_of(d.state)),
                         .at_percent = 0,
                         .audience = std::string(base::code_of(audience)),
                         .due_at = context_.now,
                         .at = context_.now,
                         .mail_at = mail_at(c, person),
                         .seen_at = {}});
        }
        events::append(
            tx_, context_.ids, agency_,
            {.subject_kind = "delivery",
             .subject = d.id.value,
             .kind = "delivery.told",
             .at = context_.now,
             .actor_kind = "system",
             .actor = std::nullopt,
             .is_public = false,
             .data = base::json::write(base::json::Value(base::json::Object{
                 {"case", c.code}, {"state", base::code_of(d.state)}, {"told", std::move(told)}}))});
    }

private:
    std::optional<base::Time> mail_at(const cases::Case& c, cases::StaffId person) const {
        const auto known = std::ranges::find(people_, person, &staff::OnDuty::id);
        if (known == people_.end() || !known->has_email) return std::nullopt;
        if (c.urgency >= context_.directory.agency().emergency_from) return context_.now;
        return deadlines::may_ring_at(hours_, context_.calendar, context_.now);
    }

    db::Tx& tx_;
    const cases::Context& context_;
    base::AgencyId agency_;
    std::vector<staff::OnDuty> people_;
    deadlines::Ladder hours_; ///< those of today
};

} // namespace

void tell_staff(db::Tx& tx, const cases::Context& context) {
    const auto agency = context.directory.id();
    const auto waiting = store::untold(tx, agency, most_told);
    if (waiting.empty()) return;
    Telling telling(tx, context);
    for (const Delivery& d : waiting) {
        store::mark_told(tx, agency, d.id, context.now);
        const auto c = cases::case_of_id(tx, agency, d.case_id);
        if (c && c->state == cases::State::referred) telling.tell(d, *c);
    }
}

void note_returned(db::Tx& tx, const people::Vault& vault, base::AgencyId agency, std::string_view mail,
                   std::string_view status, base::Time now) {
    const auto own = items::read_own_mail(mail);
    if (!own || own->agency != agency ||
        !items::is_same_signature(own->signature, items::mail_signature(vault, agency, own->id)))
        return;
    auto d = store::find(tx, agency, DeliveryId{own->id});
    if (!d || d->way != agency::OutsideWay::mail) return;
    if (d->state != State::sent && d->state != State::unknown) return;
    std::string digits;
    for (const char c : status.substr(0, 9))
        if ((c >= '0' && c <= '9') || c == '.') digits += c;
    const State from = d->state;
    d->state = State::returned;
    d->problem = "mail.returned" + (digits.empty() ? "" : ":" + digits);
    d->changed_at = now;
    (void)store::change(tx, *d, from);
}

} // namespace referral
