#include "intake/handover_jobs.h"

#include "jobs/job_actions.h"

namespace intake {
namespace {

constexpr std::string_view job_kind = "intake.hand_over";

} // namespace

base::Result<void> hand_over_on(db::Tx& tx, base::IdSource& ids, base::AgencyId agency,
                                const events::Stored& event, base::Time now) {
    if (event.kind != "case.referred") return {};
    auto data = base::json::parse(event.data);
    auto body = data ? cases::read_body(event.kind, *data) : base::pass(data);
    if (!body) return base::pass(body);
    if (!std::get<cases::Referred>(*body).to) return {};
    jobs::enqueue(tx, ids, agency,
                  {.kind = std::string(job_kind), .name = std::to_string(event.subject), .run_at = now}, now);
    return {};
}

jobs::Handler hand_over_handler(Services services, agency::Directories& directories) {
    jobs::Handler out;
    out.kind = std::string(job_kind);
    out.run = [services, &directories](const jobs::Job& job) -> base::Result<void> {
        auto id = base::parse_id_as<cases::CaseId>(job.name);
        if (!id) return base::pass(id);
        return hand_over(services, directories, job.agency, *id);
    };
    return out;
}

} // namespace intake
