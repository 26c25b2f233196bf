#include "cases/case_actions.h"

#include "cases/case_event_actions.h"
#include "cases/case_lock_store.h"
#include "cases/case_store.h"
#include "cases/code.h"
#include "cases/incident_merge_actions.h"
#include "cases/ladder_actions.h"
#include "cases/referral_check_actions.h"
#include "cases/routing.h"
#include "cases/search_actions.h"
#include "cases/signature_actions.h"
#include "cases/standing.h"
#include "cases/tally_actions.h"
#include "deadlines/agency_calendar.h"
#include "deadlines/deadline_actions.h"
#include "deadlines/own_profiles.h"
#include "events/event_actions.h"
#include "places/gazetteer.h"
#include "proof/proof_actions.h"

namespace cases {
namespace {

using base::AgencyId;
constexpr std::string_view subject = "case";

std::uint64_t random_number(const base::Random& random) {
    std::uint64_t number = 0;
    for (char c : random(8))
        number = (number << 8) | static_cast<unsigned char>(c);
    return number;
}

/// What came through SP4N-LAPOR! runs under its deadlines, whatever its topic promises elsewhere.
const std::string& profile_of(const Context& context, const Case& c) {
    static const std::string of_lapor = "sp4n-lapor";
    const auto* account = context.directory.account(c.account);
    if (account && account->network == agency::lapor_network) return of_lapor;
    return c.topic ? context.directory.profile_of(*c.topic) : context.directory.agency().profile;
}

using Clocks = std::vector<deadlines::Deadline>;

/// `clocks` are the case's before; gives them as they run on.
base::Result<Clocks> record(db::Tx& tx, const Context& context, const Case& after, const Event& event,
                            Clocks clocks) {
    append_event(tx, context.ids, after, event);
    return deadlines::follow(
        tx, context.ids, after.agency, {std::string(subject), after.id.value},
        {.event = happening_of(event.body),
         .at = event.at,
         .class_code = class_code(after),
         .announce = is_history(event.body) ? deadlines::Announce::nothing : deadlines::Announce::crossings,
         .received_at = is_open(after.state) ? std::optional(after.received_at) : std::nullopt},
        profile_of(context, after), context.profiles, context.calendar,
        {.topic = after.topic ? std::string_view(*after.topic) : std::string_view(),
         .kind = base::code_of(after.kind)},
        std::move(clocks));
}

base::Result<void> record(db::Tx& tx, const Context& context, const Case& after, const Event& event) {
    auto done = record(tx, context, after, event,
                       deadlines::deadlines_of(tx, after.agency, {std::string(subject), after.id.value}));
    if (!done) return base::pass(done);
    return {};
}

/// What a new case begins with: history that was answered is over with that, and who answered it or how is
/// not known here.
std::vector<Event> opening(const NewCase& wanted, const Received& received) {
    std::vector<Event> out{{.at = wanted.received_at, .by = Party::reporter, .staff = {}, .body = received}};
    if (!wanted.is_history || !wanted.answered_at) return out;
    const auto told = [&](Body body) {
        out.push_back({.at = *wanted.answered_at, .by = Party::system, .staff = {}, .body = std::move(body)});
    };
    told(Resolved{.proof = proof::ProofKind::answer, .note = {}, .after = {}, .is_history = true});
    told(Closed{ClosedBy::history});
    return out;
}

/// When a closed case stops being contestable: the profile's working days after it was closed.
std::optional<base::Time> contest_until(db::Tx& tx, const Context& context, const Case& c) {
    if (c.state != State::closed) return std::nullopt;
    auto zone = context.directory.agency().zone;
    auto profile = context.profiles.in_force(profile_of(context, c), base::local_day(c.received_at, zone));
    auto closed = events::last_of(tx, c.agency, std::string(subject), c.id.value, "case.closed");
    if (!profile || !closed || !(*profile)->contest_working_days) return std::nullopt;
    auto last =
        context.calendar.advance(base::local_day(closed->at, zone), *(*profile)->contest_working_days);
    return base::end_of_day(last, zone);
}

Setting setting_for(db::Tx& tx, const Context& context, const Case& c) {
    Setting setting;
    setting.zone = context.directory.agency().zone;
    if (const auto* topic = c.topic ? context.directory.topic(*c.topic) : nullptr)
        setting.topic_proof = topic->proof;
    setting.contest_until = contest_until(tx, context, c);
    if (c.office)
        if (const auto* above = context.directory.offices().parent_of(*c.office))
            setting.office_above = above->id;
    const auto& arbiter = context.directory.arbiter();
    const auto* office = arbiter ? context.directory.office(arbiter->office) : nullptr;
    const bool is_complained_about =
        arbiter && c.conduct_office && context.directory.is_below(arbiter->office, *c.conduct_office);
    if (office && office->is_active && !is_complained_about) setting.arbiter = arbiter;
    return setting;
}

/// What the command itself adds: evidence for its photos, the title that its topic and place give.
void complete(Setting& setting, db::Tx& tx, const Context& context, const Case& c, const Command& command) {
    if (const auto* resolve = std::get_if<Resolve>(&command); resolve && resolve->proof)
        setting.evidence = proof::evidence_of(tx, c.agency, c.id.value, *resolve->proof, one_fix_with(tx, c));
    auto retitle = [&](auto& change) {
        auto title = title_for(context, change.kind.value_or(c.kind), change.topic ? change.topic : c.topic,
                               c.place_name, change.area ? change.area : c.area);
        if (title != c.title) setting.title = title;
    };
    auto reroute = [&](const auto& change, std::optional<OfficeId> conduct) {
        Matter matter = matter_of(c);
        if (change.kind) matter.kind = *change.kind;
        if (change.topic) matter.topic = change.topic;
        if (change.area && change.area != c.area) {
            // A point belongs to the area in which it was found.
            if (c.area) matter.lat = matter.lon = std::nullopt;
            matter.area = change.area;
        }
        matter.conduct_office = conduct;
        setting.routed = route(context.directory, matter);
    };
    if (const auto* verify = std::get_if<Verify>(&command)) {
        retitle(*verify);
        reroute(*verify, c.conduct_office);
    }
    if (const auto* reclassify = std::get_if<Reclassify>(&command)) {
        retitle(*reclassify);
        const auto conduct = reclassify->conduct_office;
        reroute(*reclassify, conduct ? conduct : c.conduct_office);
        setting.is_at_conduct_office =
            conduct && c.office && context.directory.offices().is_below(*c.office, *conduct);
    }
}

base::Result<void> check_names(const Context& context, const Command& command) {
    auto check_topic = [&](const std::optional<std::string>& topic) -> base::Result<void> {
        if (topic && !context.directory.topic(*topic)) return base::fail_field("topic");
        return {};
    };
    auto check_area = [&](const std::optional<std::string>& area) -> base::Result<void> {
        if (area && !places::gazetteer().find(*area)) return base::fail_field("area");
        return {};
    };
    auto both = [&](const auto& change) -> base::Result<void> {
        if (auto ok = check_topic(change.topic); !ok) return ok;
        return check_area(change.area);
    };
    if (const auto* verify = std::get_if<Verify>(&command)) return both(*verify);
    if (const auto* reclassify = std::get_if<Reclassify>(&command)) return both(*reclassify);
    if (const auto* assign = std::get_if<Assign>(&command); assign && assign->office) {
        const auto* office = context.directory.office(*assign->office);
        if (!office || !office->is_active) return base::fail_field("office");
    }
    return {};
}

base::Result<void> save_proof(db::Tx& tx, const Context& context, const Case& c, const Actor& actor,
                              const Command& command, const Setting& setting) {
    const auto* resolve = std::get_if<Resolve>(&command);
    if (!resolve || !resolve->proof) return {};
    return proof::give(tx, c.agency,
                       {.id = context.ids.next<proof::ProofId>(),
                        .case_id = c.id.value,
                        .demanded = demanded_proof(c.kind, setting.topic_proof, resolve->proof->kind),
                        .given_by = resolve->carried_from.value_or(actor.staff).value,
                        .at = context.now,
                        .together = one_fix_with(tx, c)},
                       *resolve->proof);
}

/// The row with where it stands now, the tallies and the index; false when somebody was faster.
bool save(db::Tx& tx, const Context& context, const Case& before, const Case& after) {
    const Standing stood = find_standing(tx, after.agency, after.id);
    const Standing stands = standing_now(tx, context.directory, after, context.now);
    if (!update(tx, after, before.version, stands)) return false;
    tally(tx, context.ids, context.directory, before, stood, after, stands);
    index_change(tx, before, after);
    sign_change(tx, before, after);
    return true;
}

} // namespace

void forget_words(db::Tx& tx, const Case& c) {
    for (const auto& event : events::timeline(tx, c.agency, subject, c.id.value)) {
        auto data = base::json::parse(event.data);
        if (!data || !data->is_object()) continue;
        auto kept = boost::json::serialize(without_words(event.kind, data->get_object()));
        if (kept != event.data) events::redact(tx, c.agency, event.id, kept);
    }
}

Context context_for(const agency::Directory& directory, base::IdSource& ids, const base::Random& random,
                    base::Time now) {
    return {.directory = directory,
            .profiles = deadlines::profiles_of(directory),
            .calendar = deadlines::calendar_of(directory),
            .ids = ids,
            .random = random,
            .now = now};
}

base::Result<Case> open_case(db::Tx& tx, const Context& context, const NewCase& wanted) {
    const auto& agency = context.directory.agency();
    const Ahead ahead = wanted.ahead ? *wanted.ahead : read_ahead(context, wanted);
    Case seed;
    seed.agency = agency.id;
    seed.id = wanted.id ? *wanted.id : context.ids.next<CaseId>();
    seed.secret_hash = wanted.secret_hash;
    seed.proposed_text = wanted.proposed_text;
    Received received{.code = {},
                      .kind = wanted.kind,
                      .case_class = wanted.kind == Kind::complaint ? wanted.case_class : std::nullopt,
                      .topic = wanted.topic,
                      .urgency = wanted.urgency,
                      .office = ahead.route.office,
                      .rule = ahead.route.rule,
                      .conduct_office = {},
                      .area = wanted.area,
                      .place_name = wanted.place_name,
                      .lat = wanted.lat,
                      .lon = wanted.lon,
                      .place_p = wanted.place_p,
                      .identity_mode = wanted.identity_mode,
                      .visibility = wanted.visibility,
                      .consent = people::to_flags(wanted.consent),
                      .account = wanted.account,
                      .identity = wanted.identity,
                      .title = ahead.title,
                      .language = wanted.language,
                      .is_history = wanted.is_history ? std::optional(true) : std::nullopt};
    for (int attempt = 0; attempt < 8; ++attempt) {
        received.code = to_string(make(agency.prefix, random_number(context.random)));
        const auto events = opening(wanted, received);
        const Case opened = replay(seed, events);
        // Its clocks start with its events: most have no mark from them yet.
        const Standing early = standing_of(opened, {}, agency.emergency_from, context.now);
        if (!insert(tx, opened, early)) continue; // another case has that code
        Case after = seed;
        Clocks clocks;
        for (const Event& event : events) {
            after = evolve(std::move(after), event);
            auto run_on = record(tx, context, after, event, std::move(clocks));
            if (!run_on) return base::pass(run_on);
            clocks = std::move(*run_on);
        }
        if (!wanted.is_history) begin_ladder(tx, context, opened, clocks);
        if (wanted.is_history && wanted.answered_at) {
            const deadlines::Subject whole{std::string(subject), opened.id.value};
            deadlines::end_running(tx, agency.id, whole, *wanted.answered_at);
            clocks = deadlines::deadlines_of(tx, agency.id, whole);
        }
        const Standing stands = standing_of(opened, clocks, agency.emergency_from, context.now);
        if (stands != early) save_standing(tx, agency.id, opened.id, stands);
        tally(tx, context.ids, context.directory, opened, stands);
        index_new(tx, opened, ahead.word_terms);
        if (!wanted.answered_at) // what is over is nobody's likeness any more
            sign_new(tx, opened, ahead.signature);
        return opened;
    }
    return base::fail(base::Kind::unavailable, "server.busy", "eight codes in a row were taken");
}

base::Result<Case> find_case(db::Tx& tx, AgencyId agency, std::string_view code, std::string_view prefix) {
    auto missing = [] { return base::fail(base::Kind::not_found, "case.not_found"); };
    auto read = parse_code(code, prefix);
    if (!read) return missing();
    auto found = find_by_code(tx, agency, to_string(*read));
    if (!found) return missing();
    return *found;
}

std::optional<Case> case_of_id(db::Tx& tx, AgencyId agency, CaseId id) {
    return find(tx, agency, id);
}

base::Result<Case> act(db::Tx& tx, const Context& context, const Case& seen, const Actor& actor,
                       const Command& command, std::optional<int> version) {
    auto changed = [] { return base::fail(base::Kind::conflict, "case.changed_meanwhile"); };
    // Without turns, a step that leaves the version as it is (a climb) would be overwritten unseen.
    if (!lock_case(tx, seen.agency, seen.id)) return base::fail(base::Kind::not_found, "case.not_found");
    auto current = find(tx, seen.agency, seen.id);
    if (!current) return base::fail(base::Kind::not_found, "case.not_found");
    if (version && *version != current->version) return changed();
    Setting setting = setting_for(tx, context, *current);
    complete(setting, tx, context, *current, command);
    auto happened = decide(*current, command, actor, context.now, setting);
    if (!happened) return base::pass(happened);
    if (auto ok = check_names(context, command); !ok) return base::pass(ok);
    const auto step = incident_step(tx, context, *current, command);
    if (!step) return std::unexpected(step.error());
    if (const auto* contest = std::get_if<Contest>(&command);
        contest && waits_for_a_look(*contest, actor, *step)) {
        note_doubt(tx, context, *current, *step, *contest);
        return *current;
    }
    if (auto ok = check_referral(tx, context, command); !ok) return base::pass(ok);
    if (auto saved = save_proof(tx, context, *current, actor, command, setting); !saved)
        return base::pass(saved);
    Case after = *current;
    for (auto& event : *happened) {
        if (auto* joined = std::get_if<Joined>(&event.body)) joined->with = step->other->code;
        complete_merging(event.body, *step);
        std::string before(class_code(after));
        // Before it is recorded: what it puts in place of the words must stay in the record.
        if (std::holds_alternative<Redacted>(event.body)) forget_words(tx, after);
        after = evolve(after, event);
        if (auto done = record(tx, context, after, event); !done) return base::pass(done);
        if (std::holds_alternative<Confirmed>(event.body)) forget_doubt(tx, after); // they changed their mind
        if (std::holds_alternative<Joined>(event.body)) enter_incident(tx, context, after, *step, event);
        if (std::holds_alternative<Separated>(event.body)) leave_incident(tx, context, after, *step, event);
        if (std::holds_alternative<Merged>(event.body)) merge_incidents(tx, context, after, *step, event);
        if (std::holds_alternative<Unmerged>(event.body)) unmerge_incidents(tx, context, after, *step, event);
        // Another class has other amounts: the clock is recounted from its own start.
        if (before != class_code(after))
            deadlines::recount(tx, after.agency, {std::string(subject), after.id.value}, class_code(after),
                               context.profiles, context.calendar);
    }
    if (!save(tx, context, *current, after)) return changed();
    if ((current->state == State::archived) != (after.state == State::archived))
        recount_incident(tx, context, after);
    follow_ladder(tx, context, after, name_of(command));
    return after;
}

base::Result<Case> happen(db::Tx& tx, const Context& context, CaseId id,
                          const std::function<base::Result<Event>(const Case&)>& rule) {
    const AgencyId agency = context.directory.id();
    if (!lock_case(tx, agency, id)) return base::fail(base::Kind::not_found, "case.not_found");
    auto c = find(tx, agency, id);
    if (!c) return base::fail(base::Kind::not_found, "case.not_found");
    auto event = rule(*c);
    if (!event) return base::pass(event);
    Case after = evolve(*c, *event);
    if (auto done = record(tx, context, after, *event); !done) return base::pass(done);
    if (!save(tx, context, *c, after)) return base::fail(base::Kind::conflict, "case.changed_meanwhile");
    return after;
}

base::Result<void> escalate(db::Tx& tx, const Context& context, CaseId id, const PassedDeadline& deadline) {
    const AgencyId agency = context.directory.id();
    if (!lock_case(tx, agency, id)) return base::fail(base::Kind::not_found, "case.not_found");
    auto c = find(tx, agency, id);
    if (!c) return base::fail(base::Kind::not_found, "case.not_found");
    PassedDeadline passed = deadline;
    for (const auto& stored : events::timeline(tx, agency, subject, id.value)) {
        if (stored.kind != "case.escalated") continue;
        auto data = base::json::parse(stored.data);
        auto before = data ? read_body(stored.kind, *data) : base::pass(data);
        if (before && std::get<Escalated>(*before).deadline == deadline.name) passed.escalated_already = true;
    }
    auto event = escalate(*c, passed, top_level(*c, context.directory.offices()), context.now);
    if (!event) return base::pass(event);
    Case after = evolve(*c, *event);
    if (auto done = record(tx, context, after, *event); !done) return done;
    if (!save(tx, context, *c, after)) return base::fail(base::Kind::conflict, "case.changed_meanwhile");
    return {};
}

std::vector<CommandName> possible(db::Tx& tx, const Context& context, const Case& c, const Actor& actor) {
    return available(c, actor, context.now, setting_for(tx, context, c));
}

std::vector<Case> silent_cases(db::Tx& tx, AgencyId agency, base::Time now) {
    return find_silent(tx, agency, now, 200);
}
} // namespace cases
