#include "intake/same_actions.h"

#include "cases/likeness_actions.h"
#include "cases/standing.h"
#include "cases/visibility.h"
#include "db/database.h"

namespace intake {
namespace {

cases::Signature signature_of(const Services& services, const agency::Directory& directory,
                              const Report& report) {
    const auto profile = services.readers.profile_of(directory);
    const auto reading = services.readers.reader().read(
        {.text = report.text, .place_text = report.place, .point = report.point}, profile);
    items::ItemIn item;
    item.text = report.text;
    if (report.point) item.place = items::PlaceIn{report.point->lat, report.point->lon};
    const auto understood = understand(item, reading, Door::report_page, profile.region.get());
    return cases::signature_of({.text = reading.masked,
                                .place = report.place,
                                .topic = understood.topic,
                                .area = understood.area,
                                .point = report.point,
                                .at = services.now()});
}

/// Only what the citizen could see may be followed.
bool may_be_followed(const cases::Case& c) {
    const auto open = cases::public_view(c);
    return open && open->text && !c.is_conduct() && cases::is_open(c.state);
}

} // namespace

std::vector<cases::Alike> same_as(const Services& services, const agency::Directory& directory,
                                  const Report& report) {
    const auto signature = signature_of(services, directory, report);
    return services.database.read(
        [&](db::Tx& tx) { return cases::alike_in_public(tx, directory, signature); });
}

base::Result<void> follow(const Services& services, const agency::Directory& directory,
                          const std::string& own_code, const std::string& followed_code) {
    const auto context = cases::context_for(directory, services.ids, services.random, services.now());
    const auto& prefix = directory.agency().prefix;
    return services.database.write([&](db::Tx& tx) -> base::Result<void> {
        const auto followed = cases::find_case(tx, directory.id(), followed_code, prefix);
        const auto own = cases::find_case(tx, directory.id(), own_code, prefix);
        if (!followed || !own || !may_be_followed(*followed)) return {};
        auto joined = cases::act(tx, context, *own, cases::reporter(), cases::Join{followed->code});
        if (!joined && joined.error().kind == base::Kind::conflict) return {};
        if (!joined) return base::pass(joined);
        return {};
    });
}

} // namespace intake
