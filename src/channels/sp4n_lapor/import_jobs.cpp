#include "channels/sp4n_lapor/import_jobs.h"

#include "channels/sp4n_lapor/import_actions.h"

namespace channels::sp4n_lapor {
namespace {

using Step = base::Result<void> (*)(const Services&, const agency::Directory&, ImportId, const Tell&);

jobs::Handler handler(const Services& services, std::string kind, Step step) {
    jobs::Handler out;
    out.kind = std::move(kind);
    out.run = [services, step](const jobs::Job& job) -> base::Result<void> {
        auto id = base::parse_id_as<ImportId>(job.name);
        if (!id) return base::pass(id);
        auto directory = services.staff.directories.of(job.agency);
        if (!directory) return base::pass(directory);
        return step(services, **directory, *id, {});
    };
    return out;
}

} // namespace

std::vector<jobs::Handler> handlers(const Services& services) {
    return {handler(services, "lapor.look_through", look_through), handler(services, "lapor.take_in", take_in)};
}

jobs::Periodic sweep(const Services& services) {
    return {"lapor.discard_old", std::chrono::hours(6),
            [services](base::AgencyId agency) -> base::Result<void> {
                discard_old(services, agency);
                return {};
            }};
}

} // namespace channels::sp4n_lapor
