// What a message is about: the key of its template. Most are what `cases/transitions.h` says a reporter is
// told. Reading an unknown code fails with `field.invalid`.
#pragma once
#include "base/codes.h"

namespace outgoing {

enum class TemplateKey {
    received,
    verified,
    assigned,
    started,
    scheduled,
    asked,
    resolved,
    silence_soon, ///< before silence closes the case
    confirmed,
    contested,
    closed, ///< by silence
    declined,
    objected,
    referred,
    receipted,       ///< the other agency has it, under a number of its own
    handed_back,     ///< the other agency says that it is not theirs
    escalated,       ///< the deadline passed, and the next level knows
    received_sealed, ///< receipt of a matter that only its handlers may know
    discreet,        ///< the mail to whoever asked not to be known: that there is news, never which
    extended,        ///< a deadline was extended, with the reason
};

} // namespace outgoing

template <> inline constexpr auto base::codes<outgoing::TemplateKey> =
    std::to_array<base::Coded<outgoing::TemplateKey>>({
        {outgoing::TemplateKey::received, "received"},
        {outgoing::TemplateKey::verified, "verified"},
        {outgoing::TemplateKey::assigned, "assigned"},
        {outgoing::TemplateKey::started, "started"},
        {outgoing::TemplateKey::scheduled, "scheduled"},
        {outgoing::TemplateKey::asked, "asked"},
        {outgoing::TemplateKey::resolved, "resolved"},
        {outgoing::TemplateKey::silence_soon, "silence_soon"},
        {outgoing::TemplateKey::confirmed, "confirmed"},
        {outgoing::TemplateKey::contested, "contested"},
        {outgoing::TemplateKey::closed, "closed"},
        {outgoing::TemplateKey::declined, "declined"},
        {outgoing::TemplateKey::objected, "objected"},
        {outgoing::TemplateKey::referred, "referred"},
        {outgoing::TemplateKey::receipted, "receipted"},
        {outgoing::TemplateKey::handed_back, "handed_back"},
        {outgoing::TemplateKey::escalated, "escalated"},
        {outgoing::TemplateKey::received_sealed, "received_sealed"},
        {outgoing::TemplateKey::discreet, "discreet"},
        {outgoing::TemplateKey::extended, "extended"},
    });
