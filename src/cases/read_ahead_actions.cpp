// What of a new case is read before its unit of work begins.
#include "cases/case_actions.h"
#include "cases/routing.h"
#include "cases/search.h"
#include "places/address.h"
#include "places/gazetteer.h"
#include "triage/terms.h"

namespace cases {
namespace {

std::string_view place_of(const NewCase& wanted) {
    return wanted.place_name ? std::string_view(*wanted.place_name) : std::string_view();
}

} // namespace

std::string title_for(const Context& context, Kind kind, const std::optional<std::string>& topic,
                      const std::optional<std::string>& place, const std::optional<std::string>& area) {
    const agency::Topic* known = topic ? context.directory.topic(*topic) : nullptr;
    std::string where = place  ? places::without_outer_areas(*place, area.value_or(""))
                        : area ? places::gazetteer().everyday_name(*area)
                               : std::string{};
    return title_of(kind, known ? known->name_id : std::string{}, where);
}

Ahead read_ahead(const Context& context, const NewCase& wanted) {
    Ahead out;
    out.route = wanted.route ? *wanted.route
                             : route(context.directory, {.kind = wanted.kind,
                                                         .topic = wanted.topic,
                                                         .area = wanted.area,
                                                         .lat = wanted.lat,
                                                         .lon = wanted.lon,
                                                         .account = wanted.account,
                                                         .text = wanted.proposed_text,
                                                         .received_at = wanted.received_at});
    out.title = title_for(context, wanted.kind, wanted.topic, wanted.place_name, wanted.area);
    out.word_terms = word_terms(out.title, place_of(wanted), triage::terms(wanted.proposed_text));
    out.signature = signature_of(Told{.text = wanted.proposed_text,
                                      .place = place_of(wanted),
                                      .topic = wanted.topic,
                                      .area = wanted.area,
                                      .point = own_point(wanted.area, wanted.lat, wanted.lon),
                                      .at = wanted.received_at});
    return out;
}

} // namespace cases
