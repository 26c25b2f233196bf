#include "administration/readiness.h"

#include "administration/rule_check.h"

#include <algorithm>

namespace administration {
namespace {

bool somebody(std::span<const staff::Person> people, staff::Role role, agency::OfficeId office,
              const agency::Directory& directory) {
    return std::ranges::any_of(people, [&](const staff::Person& person) {
        return person.is_active && std::ranges::any_of(person.roles, [&](const staff::HeldRole& held) {
                   return held.role == role && directory.is_below(office, held.office);
               });
    });
}

/// Open offices that a rule sends cases to and where nobody is an operator.
int without_operator(const agency::Directory& directory, std::span<const staff::Person> people) {
    std::vector<agency::OfficeId> missing;
    for (const auto& rule : directory.rules()) {
        const auto* office = directory.office(rule.office);
        if (!office || !office->is_active || std::ranges::find(missing, office->id) != missing.end())
            continue;
        if (!somebody(people, staff::Role::operator_, office->id, directory)) missing.push_back(office->id);
    }
    return static_cast<int>(missing.size());
}

} // namespace

std::vector<Finding> readiness(const agency::Directory& directory, std::span<const staff::Person> people,
                               base::Day today, base::Day calendar_ends_on) {
    const auto offices = directory.offices().all();
    const auto topics = directory.topics();
    const int open = static_cast<int>(std::ranges::count_if(offices, &agency::Office::is_active));
    const int used = static_cast<int>(std::ranges::count_if(topics, &agency::Topic::is_active));
    const int wordless = static_cast<int>(std::ranges::count_if(
        topics, [](const auto& topic) { return topic.is_active && topic.words.empty(); }));
    const int unserved = static_cast<int>(gaps(directory).size());
    const int faulty = static_cast<int>(faulty_rules(directory).size());
    const int lonely = without_operator(directory, people);
    const bool has_coordinator = std::ranges::any_of(offices, [&](const auto& office) {
        return !directory.offices().parent_of(office.id) &&
               somebody(people, staff::Role::coordinator, office.id, directory);
    });
    std::vector<Finding> out{{Check::offices, open > 0, open},
                             {Check::regions, !directory.agency().regions.empty()},
                             {Check::report_page, directory.form_account() != nullptr},
                             {Check::topics, used > 0, used}};
    if (used > 0) {
        out.push_back({Check::topic_words, wordless == 0, wordless});
        out.push_back({Check::routing, unserved == 0, unserved});
    }
    if (!directory.rules().empty()) out.push_back({Check::rules, faulty == 0, faulty});
    out.push_back({Check::coordinator, has_coordinator});
    out.push_back({Check::operators, lonely == 0, lonely});
    out.push_back({Check::calendar, calendar_ends_on - today >= days_before_calendar_ends});
    return out;
}

} // namespace administration
