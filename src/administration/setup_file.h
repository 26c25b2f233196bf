// A setup file: everything that an administrator sets up, as data. Offices are named by their codes, roles as
// "operator@sudin-selatan". Reading fails with json.malformed, field.missing, field.invalid (an unknown
// member too) and the path.
#pragma once
#include "administration/rule_file.h"
#include "deadlines/ladder.h"
#include "staff/person.h"

namespace administration {

struct SetupAgency {
    std::string name;
    std::optional<std::string> short_name, organiser, prefix, host, zone, accent, profile;
    std::optional<double> emergency_from;
    std::vector<std::string> regions;
    std::optional<bool> collective_leave_is_off;
    std::vector<std::string> office_hours; ///< "07.30-12.00, 13.00-16.00" of seven days, Monday first
};
BOOST_DESCRIBE_STRUCT(SetupAgency, (),
                      (name, short_name, organiser, prefix, host, zone, accent, profile, emergency_from,
                       regions, collective_leave_is_off, office_hours))
struct SetupOffice {
    std::string code, name;
    std::optional<std::string> short_name;
    std::optional<std::string> parent; ///< code of an office; none: a root
    std::optional<bool> active;
};
BOOST_DESCRIBE_STRUCT(SetupOffice, (), (code, name, short_name, parent, active))
struct SetupTopic {
    std::string code, name;
    std::optional<std::string> name_en;
    agency::ProofKind proof = agency::ProofKind::answer;
    std::optional<std::string> profile;
    std::vector<std::string> words;
    std::optional<int> ordinal; ///< else its place in the file times ten
    std::optional<bool> active;
};
BOOST_DESCRIBE_STRUCT(SetupTopic, (), (code, name, name_en, proof, profile, words, ordinal, active))
struct SetupService {
    std::string office;
    std::optional<std::string> topic, area;
};
BOOST_DESCRIBE_STRUCT(SetupService, (), (office, topic, area))
struct SetupPerson {
    std::string login, name;
    std::vector<std::string> roles; ///< "operator@sudin-selatan"
    std::optional<bool> active;
};
BOOST_DESCRIBE_STRUCT(SetupPerson, (), (login, name, roles, active))
struct SetupAccount {
    std::string network, name;
    std::optional<std::string> office;
    std::optional<bool> active;
};
BOOST_DESCRIBE_STRUCT(SetupAccount, (), (network, name, office, active))
struct SetupDay {
    std::string day, name;
    std::optional<bool> open;
    std::optional<agency::DayKind> kind; ///< by whose word it is a day off
    std::optional<std::string> source;   ///< the decree
    std::optional<std::string> hours;    ///< of an open day
};
BOOST_DESCRIBE_STRUCT(SetupDay, (), (day, name, open, kind, source, hours))

struct Setup {
    SetupAgency agency;
    std::vector<SetupOffice> offices;
    std::vector<SetupTopic> topics;
    std::vector<SetupRule> rules;
    std::vector<SetupService> serves;
    std::vector<SetupPerson> people;
    std::vector<SetupAccount> accounts;
    std::vector<SetupDay> days;
    std::vector<base::json::Value> profiles; ///< versions as deadlines/own_profiles.h reads them
    std::optional<deadlines::Ladder> ladder; ///< of reminders; none: as it is
};
BOOST_DESCRIBE_STRUCT(Setup, (),
                      (agency, offices, topics, rules, serves, people, accounts, days, profiles, ladder))

[[nodiscard]] base::Result<Setup> parse_setup(std::string_view json);
/// The present state; applied to an empty database it gives the same again, but for passwords and tokens.
[[nodiscard]] Setup setup_of(const agency::Directory& directory, std::span<const staff::Person> people,
                             deadlines::Ladder ladder = deadlines::shipped_ladder());
/// JSON, one line for each office, topic, rule, person, account and day.
[[nodiscard]] std::string to_text(const Setup& setup);

} // namespace administration
