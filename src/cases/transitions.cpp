#include "cases/transitions.h"

#include "base/text.h"

#include <algorithm>

namespace cases {
namespace {

// transition() finds rows by the order of CommandName.
static_assert([] {
    for (std::size_t i = 0; i < transitions.size(); ++i)
        if (static_cast<std::size_t>(transitions[i].command) != i) return false;
    return transitions.size() == base::codes<CommandName>.size();
}());

template <class E> std::string listed(Bits<E> set, std::string_view all) {
    std::vector<std::string> out;
    bool is_all = true;
    for (const auto& each : base::codes<E>) {
        if (set.has(each.value))
            out.push_back("`" + std::string(each.code) + "`");
        else
            is_all = false;
    }
    return is_all ? std::string(all) : base::join(out, ", ");
}

std::string who(const Transition& t) {
    std::vector<std::string> out;
    if (!t.roles.empty()) out.push_back(listed(t.roles, "all"));
    if (t.others.has(Party::reporter)) out.emplace_back("the reporter");
    if (t.others.has(Party::system)) out.emplace_back("the house");
    return base::join(out, ", ");
}

std::string to(const Transition& t) {
    switch (t.to) {
    case To::state: return "`" + std::string(base::code_of(t.state)) + "`";
    case To::same: return "same";
    case To::before: return "the state before";
    }
    return {};
}

std::string_view clocks(ClockEffect effect) {
    switch (effect) {
    case ClockEffect::none: return "";
    case ClockEffect::meets: return "may meet";
    case ClockEffect::starts: return "may start, never again";
    case ClockEffect::pauses: return "pause";
    case ClockEffect::resumes: return "run on";
    case ClockEffect::reopens: return "run on, same due times";
    case ClockEffect::ends: return "end";
    case ClockEffect::recounts: return "counted again by class";
    }
    return "";
}

constexpr std::string_view head = R"(# The life of a case

Made from the table in `src/cases/transitions.h`; do not edit. To write it anew:
`TANGGAP_WRITE_DOCS=docs build/dev/cases_test --gtest_filter='*docs_show_the_table*'`

![The life of a case](lifecycle.svg)

The picture is made from the same table. In words for staff: [guide/alur.md](guide/alur.md).

Roles count at the office of the case and below where they are held; a whistleblowing case is open to its handlers alone.
`assign` from `received` verifies the case by the same person and releases no words. "The house" is the routing rules (only
from `verified`), the silence deadline, and an incident that is resolved: its proof goes to every other report of it that
is still open, whatever its state. A reporter may contest a closed case within the profile's days; the second
contest goes to the head. Thanks are closed once answered.

| command | from | who | needs | to | clocks | the reporter is told |
|---|---|---|---|---|---|---|
)";

} // namespace

const Transition& transition(CommandName command) noexcept {
    return transitions[static_cast<std::size_t>(command)];
}

std::string lifecycle_table() {
    std::string out(head);
    for (const Transition& t : transitions)
        out += "| " +
               base::join({"`" + std::string(base::code_of(t.command)) + "`", listed(t.from, "any"), who(t),
                           listed(t.needs, ""), to(t), std::string(clocks(t.clocks)),
                           t.told.empty() ? std::string() : "`" + std::string(t.told) + "`"},
                          " | ") +
               " |\n";
    return out;
}

} // namespace cases
