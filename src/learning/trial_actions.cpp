#include "learning/trial_actions.h"

#include "agency/note_actions.h"
#include "db/database.h"
#include "learning/history_store.h"
#include "learning/learn_limits.h"
#include "learning/suggestion_store.h"

namespace learning {
namespace {

Champions champions_of(const Services& services, base::AgencyId agency) {
    Champions out;
    const bool has_own = services.readers.own().of(agency) != nullptr;
    services.database.read([&](db::Tx& tx) {
        const auto change = find_last_change(tx, agency);
        if (change && change->what == What::went_back) out.rejected = services.readers.own().before(agency);
        const auto newest = find_last_take_over(tx, agency);
        if (newest && (has_own || out.rejected)) out.learnt_until = newest->last_at;
    });
    return out;
}

/// An event of the agency names the change; the history has it whole.
void note_change(db::Tx& tx, const Services& services, base::AgencyId agency, const Entry& entry) {
    const std::string kind = "model." + std::string(base::code_of(entry.what));
    agency::note(tx, {.ids = services.ids, .now = entry.at, .staff = entry.staff}, agency,
                 {.kind = kind, .data = {{"model", entry.model}, {"cases", entry.cases}}});
}

void keep(const Services& services, base::AgencyId agency, Entry entry) {
    entry.id = services.ids.next<EntryId>();
    entry.at = services.now();
    services.database.write([&](db::Tx& tx) {
        entry.decisions = find_decisions(tx, agency);
        insert(tx, agency, entry);
        if (entry.what != What::stayed && entry.what != What::failed)
            note_change(tx, services, agency, entry);
    });
}

} // namespace

base::Result<Lesson> judge_challenger(const Services& services, const agency::Directory& directory) {
    return learn_own(services.database, services.readers, directory, champions_of(services, directory.id()));
}

base::Result<Lesson> try_challenger(const Services& services, const agency::Directory& directory) {
    const auto agency = directory.id();
    auto lesson = judge_challenger(services, directory);
    Entry entry{.model = services.readers.own().sum_of(agency)};
    if (!lesson) {
        entry.what = What::failed;
        entry.why = lesson.error().code;
        keep(services, agency, std::move(entry));
        return base::pass(lesson);
    }
    entry.cases = lesson->rows;
    entry.first_at = lesson->first_at;
    entry.last_at = lesson->last_at;
    entry.figures = boost::json::serialize(to_json(lesson->figures));
    if (lesson->is_better) {
        auto written = services.readers.own().replace(agency, *lesson->model);
        if (!written) return base::pass(written);
        entry.what = What::took_over;
        entry.model = std::move(*written);
    }
    keep(services, agency, std::move(entry));
    return lesson;
}

bool is_trial_due(const Services& services, const agency::Directory& directory) {
    const bool has_own = !services.readers.own().sum_of(directory.id()).empty();
    return services.database.read([&](db::Tx& tx) {
        auto last = find_last_trial(tx, directory.id());
        const auto change = find_last_change(tx, directory.id());
        // Models are in no backup: what was put back without its model learns again, new decisions or not.
        if (last && change && !change->model.empty() && !has_own) last->decisions = 0;
        return is_due(last, find_decisions(tx, directory.id()), services.now(), directory.agency().zone);
    });
}

Standing standing_of(const Services& services, base::AgencyId agency, int most_entries) {
    Standing out{.model = services.readers.own().sum_of(agency)};
    const bool has_other = services.readers.own().before(agency) != nullptr;
    out.has_before = has_other || !out.model.empty();
    services.database.read([&](db::Tx& tx) {
        const auto change = find_last_change(tx, agency);
        out.is_back = change && change->what == What::went_back;
        if (change && change->model == out.model) out.changed_at = change->at;
        if (!out.model.empty()) out.took_over = find_take_over(tx, agency, out.model);
        out.decisions = find_decisions(tx, agency);
        out.history = find_newest(tx, agency, most_entries);
    });
    return out;
}

base::Result<What> step_back(const Services& services, base::AgencyId agency, std::int64_t staff,
                             std::string_view seen) {
    if (services.readers.own().sum_of(agency) != seen)
        return base::fail(base::Kind::conflict, "model.changed_meanwhile", "another model is in use");
    const bool is_back = services.database.read([&](db::Tx& tx) {
        const auto change = find_last_change(tx, agency);
        return change && change->what == What::went_back;
    });
    auto now_in_use = services.readers.own().swap(agency);
    if (!now_in_use) return base::pass(now_in_use);
    Entry entry{.what = is_back ? What::went_forward : What::went_back,
                .staff = staff,
                .model = std::move(*now_in_use)};
    const What what = entry.what;
    keep(services, agency, std::move(entry));
    return what;
}

} // namespace learning
