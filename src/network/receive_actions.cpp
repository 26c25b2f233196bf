#include "network/receive_actions.h"

#include "db/database.h"
#include "jobs/backoff.h"
#include "network/connection_actions.h"
#include "network/connection_store.h"
#include "network/listening.h"
#include "network/look_plan.h"
#include "network/silence.h"
#include "network/source_store.h"
#include "network/webhook.h"
#include "network/webhook_actions.h"
#include "people/vault.h"

#include <algorithm>

namespace network {
namespace {

using agency::AccountId;
using base::AgencyId;
using base::Time;

/// What one exchange needs.
struct Open {
    Connected row;
    Connection connection;
    const Channel* channel = nullptr;
};

std::optional<Open> open_account(const Services& s, AgencyId agency, AccountId account) {
    auto row = s.database.read([&](db::Tx& tx) { return store::find_connection(tx, agency, account); });
    const Channel* channel = s.channel_of(agency, account);
    if (!row || !channel || row->state != ConnectionState::connected) return std::nullopt;
    auto connection = opened(s.vault, agency, *row);
    if (!connection) return std::nullopt;
    return Open{std::move(*row), std::move(*connection), channel};
}

/// What came of asking for a page.
struct Asked {
    Judgement judgement;
    std::optional<Page> page;
};

Asked ask(const Services& s, AgencyId agency, const Open& open, const Source& source, const Walk& walk) {
    const auto request = open.channel->ask_page(open.connection, source, walk);
    const auto wait = s.database.read([&](db::Tx& tx) {
        const auto purpose = listens_only(open.channel) ? Purpose::listening : Purpose::receive;
        return must_wait(tx, agency, open.row.account, request.name, purpose, s.now());
    });
    if (wait) return {{.verdict = Verdict::limited, .code = "budget", .again_at = wait}, {}};
    const Answer answer = s.carrier.exchange(request);
    Asked out{open.channel->judge_reading(answer), {}};
    note_usage(s, agency, open.row.account, *open.channel, request, answer, out.judgement);
    // A thread that is gone says so with its status: its connector reads that as a removal.
    const bool is_gone = out.judgement.verdict == Verdict::gone && source.name.starts_with(thread_prefix);
    if ((out.judgement.verdict != Verdict::ok && !is_gone) || !answer.response) return out;
    auto page = open.channel->read_page(open.connection, source, walk, *answer.response);
    if (page)
        out.page = std::move(*page);
    else
        out.judgement = {.verdict = Verdict::unavailable,
                         .code =
                             page.error().code == webhook_gone ? std::string(webhook_gone) : "unreadable"};
    return out;
}

Source source_of(const Watched& w) {
    return {.name = w.name, .order = w.newest_first ? Order::newest_first : Order::oldest_first};
}

Time wait_after_failure(const Services& s, const Judgement& judgement, int failures, Time now) {
    const auto wait = jobs::wait_after(failures, first_wait, longest_wait, jobs::chance_from(s.random(8)));
    return std::max(judgement.again_at.value_or(now + wait), now + std::chrono::seconds(1));
}

/// A token that does not work any more is a matter of the whole account.
void note_refusal(const Services& s, AgencyId agency, AccountId account, Verdict verdict) {
    if (verdict == Verdict::expired || verdict == Verdict::revoked) refresh(s, agency, account);
}

void put_off(const Services& s, AgencyId agency, Watched source, const Judgement& judgement) {
    source.failures += 1;
    source.problem = judgement.code.empty() ? "refused" : judgement.code;
    source.look_at = wait_after_failure(s, judgement, source.failures, s.now());
    note_refusal(s, agency, source.account, judgement.verdict);
    s.database.write([&](db::Tx& tx) { store::update_source(tx, agency, source); });
}

/// The walk has come to what is older than the account takes in; a thread is wanted from its beginning.
bool is_before(const Page& page, const Connected& row, const Watched& source) {
    return !source.is_thread && !page.events.empty() &&
           std::ranges::all_of(page.events, [&](const Event& event) {
               return event.item.created_at < row.connected_at - taken_back;
           });
}

constexpr std::string_view count_differs = "count_differs";
constexpr std::string_view shown_late = "shown_late";
constexpr std::string_view read_again = "read_again";

/// Where the newest stand first, what is shown late stands behind the mark: it is looked for once more.
void look_for_late(db::Tx& tx, const Services& s, AgencyId agency, const Watched& source,
                   const std::string& mark) {
    if (!source.newest_first || source.is_thread) return;
    const Time now = s.now();
    if (store::has_hole_opened_since(tx, agency, source.account, source.name, std::string(shown_late),
                                     now - latest_shown))
        return;
    store::insert_hole(tx, agency,
                       {.id = s.ids.next<HoleId>(),
                        .account = source.account,
                        .source = source.name,
                        .mark = mark,
                        .reason = std::string(shown_late),
                        .opened_at = now,
                        .try_at = now + 2 * latest_shown});
}

struct Counts {
    std::optional<std::int64_t> counted;
    std::int64_t held = 0;
};

/// Asks, where the network says how many there are, and writes both down.
Counts count(const Services& s, AgencyId agency, const Open& open, Watched source) {
    Counts out;
    if (const auto request = open.channel->ask_count(open.connection, source_of(source))) {
        const Answer answer = s.carrier.exchange(*request);
        const auto judgement = open.channel->judge_reading(answer);
        note_usage(s, agency, source.account, *open.channel, *request, answer, judgement);
        if (judgement.verdict != Verdict::ok || !answer.response) return out;
        auto read = open.channel->read_count(*answer.response);
        if (!read) return out;
        out.counted = *read;
    }
    s.database.write([&](db::Tx& tx) {
        out.held = store::count_seen(tx, agency, source.account, source.name);
        source.held = out.held;
        // Some count direct answers alone: what is held beyond those is there all the same.
        source.counted = out.counted ? std::optional(std::max(*out.counted, out.held)) : std::nullopt;
        source.counted_at = s.now();
        store::set_counts(tx, agency, source);
    });
    return out;
}

bool is_less(const Counts& counts) {
    return counts.counted && counts.held < *counts.counted;
}

} // namespace

void note_own(db::Tx& tx, AgencyId agency, AccountId account, const std::string& root,
              const std::string& network_id) {
    (void)store::see(tx, agency, account, std::string(thread_prefix) + root, network_id, false);
}

namespace {

void note_unheard(db::Tx& tx, AgencyId agency, AccountId account, Time now) {
    const auto row = store::find_connection(tx, agency, account);
    if (row && !unheard_since(row->facts))
        store::set_facts(tx, agency, account, with_unheard_since(row->facts, now));
}

/// What a page says of sources that can be counted from one moment on.
void note_counts(Watched& source, const Page& page, Time now) {
    if (!page.counted) return;
    if (page.begins_anew) source.held = source.left_out = 0;
    source.held = source.held.value_or(0) + static_cast<std::int64_t>(page.read);
    source.left_out += static_cast<std::int64_t>(page.left_out);
    source.counted = page.cursor.empty() ? std::max(*page.counted, *source.held) : *page.counted;
    source.counted_at = now;
}

void save(db::Tx& tx, AgencyId agency, const Watched& source) {
    store::update_source(tx, agency, source);
    if (!source.is_thread && source.counted) store::set_counts(tx, agency, source);
}

} // namespace

void look(const Services& s, AgencyId agency, const Watched& leased) {
    auto open = open_account(s, agency, leased.account);
    Watched source = leased;
    if (!open) {
        source.look_at = s.now() + longest_wait;
        s.database.write([&](db::Tx& tx) { store::update_source(tx, agency, source); });
        return;
    }
    Walk walk{.mark = source.mark, .cursor = {}};
    int fresh = 0;
    bool is_done = false;
    bool is_whole = false; // a thread that fits on a page
    std::optional<Hole> hole;
    for (int pages = 0; pages < pages_at_once && !is_done; ++pages) {
        const Time asked_at = s.now();
        auto asked = ask(s, agency, *open, source_of(source), walk);
        if (!asked.page) {
            // What the pages before gave is handed on already; the mark says so.
            put_off(s, agency, source, asked.judgement);
            if (asked.judgement.code == webhook_gone) mend_webhook(s, agency, source.account);
            return;
        }
        fresh += take_in(s, agency, open->row, asked.page->events);
        if (!asked.page->mark.empty()) source.mark = asked.page->mark;
        note_counts(source, *asked.page, asked_at);
        if (source.newest_first) {
            if (!asked.page->has_reached && !asked.page->cursor.empty() &&
                !is_before(*asked.page, open->row, source))
                hole = Hole{.id = s.ids.next<HoleId>(),
                            .account = source.account,
                            .source = source.name,
                            .cursor = asked.page->cursor,
                            .mark = walk.mark,
                            .reason = "more_than_a_page",
                            .opened_at = s.now(),
                            .try_at = s.now()};
            is_whole = source.is_thread && asked.page->cursor.empty();
            is_done = true;
        } else {
            walk.mark = source.mark;
            walk.cursor = asked.page->cursor;
            is_done = walk.cursor.empty();
            // There is nothing between that could be asked for.
            if (is_done && !asked.page->has_reached)
                hole = Hole{.id = s.ids.next<HoleId>(),
                            .account = source.account,
                            .source = source.name,
                            .reason = "moved_on",
                            .state = HoleState::lost,
                            .problem = "not_shown",
                            .opened_at = source.looked_at.value_or(s.now()),
                            .try_at = s.now(),
                            .closed_at = s.now()};
        }
        if (is_done) source.looked_at = asked_at;
        source.look_at = s.now() + look_lease;
        if (!is_done) s.database.write([&](db::Tx& tx) { save(tx, agency, source); });
    }
    // After a failure, and at the first look, there is more than what was just written.
    const bool is_unheard = fresh > 0 && !source.is_thread && leased.looked_at && leased.failures == 0 &&
                            is_pushed_to(*open->channel, open->connection);
    source.failures = 0;
    source.problem.reset();
    if (fresh > 0) source.found_at = s.now();
    source.look_at = is_done ? next_look(source, s.now()) : s.now();
    if (const auto* listened = listens_only(open->channel); listened && is_done)
        source.look_at = s.now() + listened->look_every(open->connection);
    s.database.write([&](db::Tx& tx) {
        save(tx, agency, source);
        if (hole) store::insert_hole(tx, agency, *hole);
        if (fresh > 0) look_for_late(tx, s, agency, source, leased.mark);
        if (is_unheard) note_unheard(tx, agency, source.account, s.now());
        if (is_whole) store::set_walked(tx, agency, source.account, source.name, s.now());
        if (!is_whole && !hole && is_due_for_walk(source, s.now()) &&
            !store::has_hole_since(tx, agency, source.account, source.name, s.now()))
            store::insert_hole(tx, agency,
                               {.id = s.ids.next<HoleId>(),
                                .account = source.account,
                                .source = source.name,
                                .reason = std::string(read_again),
                                .opened_at = s.now(),
                                .try_at = s.now()});
    });
    const bool is_counted = source.counted_at && s.now() - *source.counted_at < count_each;
    if (is_done && source.is_thread && (fresh > 0 || !is_counted)) compare(s, agency, source);
}

void heal(const Services& s, AgencyId agency, const Hole& leased) {
    Hole hole = leased;
    auto open = open_account(s, agency, hole.account);
    auto source = s.database.read(
        [&](db::Tx& tx) { return store::find_source(tx, agency, hole.account, hole.source); });
    auto save = [&] { s.database.write([&](db::Tx& tx) { store::update_hole(tx, agency, hole); }); };
    if (!open || !source) {
        hole.try_at = s.now() + longest_wait;
        return save();
    }
    for (int pages = 0; pages < pages_at_once; ++pages) {
        auto asked = ask(s, agency, *open, source_of(*source), {.mark = hole.mark, .cursor = hole.cursor});
        const auto verdict = asked.judgement.verdict;
        if (!asked.page) {
            hole.tries += 1;
            hole.problem = asked.judgement.code;
            const bool is_refused = verdict == Verdict::rejected || verdict == Verdict::gone;
            if (is_refused && hole.cursor.empty()) {
                hole.state = HoleState::lost;
                hole.closed_at = s.now();
            } else if (is_refused) {
                hole.cursor.clear(); // the network forgot where we stood: once more from the newest
            }
            hole.try_at = wait_after_failure(s, asked.judgement, hole.tries, s.now());
            note_refusal(s, agency, hole.account, verdict);
            return save();
        }
        hole.found += take_in(s, agency, open->row, asked.page->events);
        hole.cursor = asked.page->cursor;
        hole.tries = 0;
        hole.problem.reset();
        const bool joins = asked.page->has_reached && !(source->is_thread && hole.mark.empty());
        if (joins || hole.cursor.empty() || is_before(*asked.page, open->row, *source)) {
            hole.state = HoleState::healed;
            hole.closed_at = s.now();
            if (hole.reason == count_differs && is_less(count(s, agency, *open, *source))) {
                hole.state = HoleState::lost;
                hole.problem = "not_shown";
            }
            if (source->is_thread && hole.reason != count_differs) (void)count(s, agency, *open, *source);
            if (source->is_thread && hole.mark.empty())
                s.database.write(
                    [&](db::Tx& tx) { store::set_walked(tx, agency, hole.account, hole.source, s.now()); });
            if (hole.reason != shown_late && hole.reason != read_again) return save();
            return s.database.write([&](db::Tx& tx) {
                store::delete_hole(tx, agency, hole.id);
                if (hole.found > 0) look_for_late(tx, s, agency, *source, source->mark);
            });
        }
        hole.try_at = s.now() + look_lease;
        save();
    }
    hole.try_at = s.now();
    save();
}

void compare(const Services& s, AgencyId agency, const Watched& source) {
    auto open = open_account(s, agency, source.account);
    if (!open || !is_less(count(s, agency, *open, source))) return;
    s.database.write([&](db::Tx& tx) {
        if (store::has_hole_since(tx, agency, source.account, source.name, s.now() - count_again)) return;
        store::insert_hole(tx, agency,
                           {.id = s.ids.next<HoleId>(),
                            .account = source.account,
                            .source = source.name,
                            .reason = std::string(count_differs),
                            .opened_at = s.now(),
                            .try_at = s.now() + count_patience});
    });
}

void look_now(db::Tx& tx, AgencyId agency, AccountId account, Time now) {
    store::look_at_all(tx, agency, account, now);
}

std::vector<Work> take_due(const Services& s, AgencyId agency, int most) {
    const Time now = s.now();
    const bool is_quiet = s.database.read([&](db::Tx& tx) {
        return store::due_sources(tx, agency, now, 1).empty() && store::due_holes(tx, agency, now, 1).empty();
    });
    if (is_quiet || most <= 0) return {};
    return s.database.write([&](db::Tx& tx) {
        std::vector<Work> out;
        for (auto& source : store::due_sources(tx, agency, now, most)) {
            if (!store::lease_source(tx, agency, source, now + look_lease)) continue;
            source.look_at = now + look_lease;
            out.emplace_back(std::move(source));
        }
        for (auto& hole : store::due_holes(tx, agency, now, most - static_cast<int>(out.size()))) {
            if (!store::lease_hole(tx, agency, hole, now + look_lease)) continue;
            hole.try_at = now + look_lease;
            out.emplace_back(std::move(hole));
        }
        return out;
    });
}

void carry_out(const Services& s, AgencyId agency, const Work& work) {
    if (const auto* source = std::get_if<Watched>(&work)) look(s, agency, *source);
    if (const auto* hole = std::get_if<Hole>(&work)) heal(s, agency, *hole);
}

int receive_due(const Services& s, AgencyId agency, int most) {
    const auto due = take_due(s, agency, most);
    for (const auto& work : due)
        carry_out(s, agency, work);
    return static_cast<int>(due.size());
}

} // namespace network
