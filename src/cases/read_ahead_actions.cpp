// What of a new case is read before its unit of work begins.
#include "cases/case_actions.h"

namespace cases {

Signature signature_of(const NewCase& wanted) {
    return signature_of(
        Told{.text = wanted.proposed_text,
             .place = wanted.place_name ? std::string_view(*wanted.place_name) : std::string_view(),
             .topic = wanted.topic,
             .area = wanted.area,
             .point = own_point(wanted.area, wanted.lat, wanted.lon),
             .at = wanted.received_at});
}

void read_ahead(NewCase& wanted) {
    wanted.words = triage::terms(wanted.proposed_text);
    wanted.signature = signature_of(wanted);
}

} // namespace cases
