#include "learning/suggestion.h"

#include <algorithm>

namespace learning {
namespace {

constexpr std::string_view none = "-";

std::optional<std::string>& at(Truth& truth, Head head) {
    return truth[static_cast<std::size_t>(head)];
}

struct Tell {
    Truth& truth;

    void operator()(const cases::Verified& said) const {
        at(truth, Head::kind) = base::code_of(said.kind);
        if (said.topic) at(truth, Head::topic) = said.topic;
        if (said.no_place)
            at(truth, Head::area) = none;
        else if (said.area)
            at(truth, Head::area) = said.area;
    }
    void operator()(const cases::Reclassified& said) const {
        if (said.kind) at(truth, Head::kind) = base::code_of(*said.kind);
        if (said.topic) at(truth, Head::topic) = said.topic;
        if (said.area) at(truth, Head::area) = said.area;
    }
    void operator()(const cases::Assigned& said) const {
        at(truth, Head::office) = base::to_string(said.office);
    }
    /// What is archived as a test or a double entry may have been read well.
    void operator()(const cases::Archived& said) const {
        if (said.reason == cases::ArchiveReason::spam)
            at(truth, Head::kind) = base::code_of(triage::Kind::spam);
        if (said.reason == cases::ArchiveReason::chatter)
            at(truth, Head::kind) = base::code_of(triage::Kind::other);
    }
    void operator()(const cases::Restored&) const { at(truth, Head::kind).reset(); }
    template <class Other> void operator()(const Other&) const {}
};

} // namespace

bool Suggestion::is_empty() const {
    return std::ranges::none_of(of, [](const Suggested& each) { return each.label.has_value(); });
}

Suggestion suggestion_of(const triage::Reading& reading) {
    Suggestion out;
    out.language = reading.language.label;
    out[Head::kind] = {std::string(base::code_of(reading.kind)), reading.kind_p, !reading.kind_abstains};
    out[Head::topic] = reading.topics.empty() ? Suggested{.label = std::string()}
                                              : Suggested{reading.topics.front().code,
                                                          reading.topics.front().p, !reading.topic_abstains};
    if (!reading.offices.empty())
        out[Head::office] = {reading.offices.front().code, reading.offices.front().p,
                             !reading.office_abstains};
    return out;
}

Truth told(Truth truth, const cases::Event& event) {
    if (event.by == cases::Party::staff) std::visit(Tell{truth}, event.body);
    return truth;
}

std::vector<Scored> scored(const Suggestion& suggestion, const Truth& truth) {
    std::vector<Scored> out;
    for (const Head head : heads) {
        const auto& said = suggestion[head];
        const auto& right = truth[static_cast<std::size_t>(head)];
        if (!said.label || !right) continue;
        Scored each{.head = head,
                    .label = *said.label,
                    .truth = *right,
                    .is_sure = said.is_sure,
                    .tenth = std::clamp(static_cast<int>(said.p * 10), 0, 9),
                    .language = suggestion.language};
        if (head == Head::area) {
            each.truth = each.label == each.truth ? "" : std::string(none);
            each.label.clear();
        }
        out.push_back(std::move(each));
    }
    return out;
}

int month_of(base::Time at, base::Zone zone) {
    const std::chrono::year_month_day day(base::local_day(at, zone));
    return static_cast<int>(day.year()) * 100 + static_cast<int>(static_cast<unsigned>(day.month()));
}

int month_before(int month, int back) {
    const int months = (month / 100) * 12 + month % 100 - 1 - back;
    return months / 12 * 100 + months % 12 + 1;
}

} // namespace learning
