// For tests: a few people who read a case, think, and write later, while others do the same. What each does
// next comes from a number, so that a run can be played again.
#pragma once
#include "cases/standing.h"
#include "cases/testing.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace cases::testing {

/// What commands may name here.
struct Names {
    std::string topic = "jalan-rusak", other_topic = "drainase";
    std::string area = "31.74.01";
    OfficeId office = road_office, other_office = water_office;
};

/// Sixteen bits at a time of one number.
class Fate {
public:
    explicit Fate(std::uint32_t seed) : state_(seed * 2'654'435'761U + 1) {}
    std::uint32_t below(std::uint32_t n) {
        state_ = state_ * 1'664'525U + 1'013'904'223U;
        return (state_ >> 8) % n;
    }

private:
    std::uint32_t state_;
};

inline std::string words(Fate& fate) {
    return "KATA " + std::to_string(fate.below(1'000'000));
}

inline Command command_named(CommandName name, const Names& names, Fate& fate) {
    Command command = complete(name);
    switch (name) {
    case CommandName::verify:
        if (fate.below(8) == 0) return Verify{};
        return Verify{.kind = {},
                      .topic = fate.below(2) == 0 ? names.topic : names.other_topic,
                      .area = names.area,
                      .no_place = {},
                      .public_text = words(fate)};
    case CommandName::assign:
        return Assign{.office = fate.below(2) == 0 ? names.office : names.other_office, .person = somebody};
    case CommandName::resolve: {
        if (fate.below(4) == 0) return Resolve{};
        auto given = fate.below(2) == 0 ? photo() : answer();
        if (given.kind == proof::ProofKind::photo) {
            given.after = {std::string(56, 'a') + std::to_string(10'000'000 + fate.below(80'000'000))};
        }
        return Resolve{given};
    }
    case CommandName::reclassify:
        return Reclassify{.kind = {},
                          .case_class = {},
                          .topic = fate.below(2) == 0 ? names.topic : names.other_topic,
                          .urgency = 0.1 * fate.below(10),
                          .area = {},
                          .conduct_office = {}};
    default: return command;
    }
}

inline Actor somebody_of(Fate& fate) {
    using staff::Role;
    const auto roles = base::codes<Role>;
    switch (fate.below(8)) {
    case 0:
    case 1: return reporter();
    case 2: return house();
    case 3: return staff_as(roles[fate.below(static_cast<std::uint32_t>(roles.size()))].value);
    case 4: return staff_as(Role::operator_);
    case 5: return staff_as(Role::field_officer);
    case 6: return staff_as(Role::coordinator);
    default: return staff_with({Role::operator_, Role::coordinator, Role::field_officer});
    }
}

/// Two thirds of what is tried could be done on the case as it was seen: a person clicks what is offered.
inline Command chosen(const Case& seen, const Actor& actor, const Names& names, Fate& fate) {
    static const Setting usual = setting();
    const auto offered = available(seen, actor, now, usual);
    const auto all = base::codes<CommandName>;
    const bool offers = !offered.empty() && fate.below(3) != 0;
    const auto name = offers ? offered[fate.below(static_cast<std::uint32_t>(offered.size()))]
                             : all[fate.below(static_cast<std::uint32_t>(all.size()))].value;
    return command_named(name, names, fate);
}

/// What a person is about to send.
struct Draft {
    std::size_t which = 0; ///< of the cases
    Case seen;
    Command command;
    std::optional<int> version; ///< of the form; most say it
};
inline Draft drafted(std::size_t which, Case seen, const Actor& actor, const Names& names, Fate& fate) {
    Draft draft{.which = which, .seen = std::move(seen), .command = Start{}, .version = {}};
    draft.command = chosen(draft.seen, actor, names, fate);
    const auto said = fate.below(10);
    if (said != 0) draft.version = draft.seen.version - (said == 1 ? 1 : 0); // one lies too old
    return draft;
}

/// One try, as it was inside its unit of work.
struct Try {
    std::size_t which = 0;
    base::Time at{};
    Actor actor;
    Command command;
    std::optional<int> version;
    Case before;
    base::Result<Case> after = base::fail(base::Kind::broken, "not.tried");
    std::vector<Event> happened; ///< what was written because of it
};

inline bool changes_row(const Event& event) {
    return !std::holds_alternative<Noted>(event.body) && !std::holds_alternative<Joined>(event.body) &&
           !std::holds_alternative<Separated>(event.body) && !std::holds_alternative<Confirmed>(event.body) &&
           !std::holds_alternative<Receipted>(event.body) && !std::holds_alternative<Merged>(event.body) &&
           !std::holds_alternative<Unmerged>(event.body);
}

/// A redaction takes words out of the events before it too.
enum class Words { kept, redacted };

inline bool is_same(Case a, Case b, Words words) {
    if (words == Words::redacted) a.public_text = b.public_text = std::nullopt;
    return a == b;
}

/// What must hold of every try; empty, or a sentence.
inline std::string broken_promise(const Try& t, Words words = Words::kept) {
    const Case& before = t.before;
    const std::string name(base::code_of(name_of(t.command)));
    const bool is_stale = t.version && *t.version != before.version;
    if (!t.after) {
        if (!t.happened.empty()) return name + ": refused, and still an event";
        if (is_stale != (t.after.error().code == "case.changed_meanwhile"))
            return name + ": refused by " + t.after.error().code + " and the form was " +
                   (is_stale ? "old" : "new");
        return {};
    }
    const Case& after = *t.after;
    if (is_stale) return name + ": an old form was taken";
    if (t.happened.empty()) return name + ": accepted, and no event";
    if (!is_same(replay(before, t.happened), after, words))
        return name + ": its events do not make what was answered";
    const auto changing = std::ranges::count_if(t.happened, changes_row);
    if (after.version - before.version != changing) return name + ": the version rose by another number";
    // The fix of an incident is carried to its reports whatever their open state, and implies verifying them.
    const bool is_carried = name_of(t.command) == CommandName::resolve && t.actor.party == Party::system;
    // One of each command; two where the table says that one implies the other.
    const bool is_double = name_of(t.command) == CommandName::confirm || t.happened.size() == 1 ||
                           (name_of(t.command) == CommandName::assign && before.state == State::received) ||
                           (name_of(t.command) == CommandName::resolve && before.kind == Kind::appreciation);
    if (!is_carried && (!is_double || t.happened.size() > 2))
        return name + ": more events than the table says";
    if (is_carried ? !is_open(before.state) : !transition(name_of(t.command)).from.has(before.state))
        return name + ": from a state it cannot leave";
    if (after.state == State::resolved && before.state != State::resolved) {
        const auto* resolve = std::get_if<Resolve>(&t.command);
        if (!resolve || !resolve->proof) return name + ": resolved without proof";
    }
    if (before.state == State::closed && after.state != State::closed && t.actor.party != Party::reporter &&
        !t.actor.roles.has(staff::Role::head))
        return name + ": a closed case was moved by another than its reporter or a head";
    if (after.received_at != before.received_at || after.code != before.code || after.id != before.id)
        return name + ": another case came out";
    return {};
}

/// The open part of an event says nothing of who reported or what people wrote without release.
inline bool tells_too_much(const std::string& open) {
    return open.find("KATA") != std::string::npos || open.find("987654321") != std::string::npos ||
           open.find("hash-of-the-link") != std::string::npos;
}

/// From which version to which an accepted command led.
struct Rise {
    int from = 0;
    int to = 0;
};
/// Each accepted command stands on the version that the one before it left: nothing was lost between.
inline std::string lost_update(std::vector<Rise> rises, int first, int last) {
    std::erase_if(rises, [](const Rise& rise) { return rise.from == rise.to; });
    std::ranges::sort(rises, {}, &Rise::from);
    int version = first;
    for (const Rise& rise : rises) {
        if (rise.from != version) return "version " + std::to_string(version) + " was left twice or never";
        version = rise.to;
    }
    return version == last ? std::string() : "the row has a version that no command made";
}

} // namespace cases::testing
