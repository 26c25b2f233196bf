#include "administration/setup_file.h"

#include <algorithm>
#include <map>

namespace administration {
namespace {

/// A word that is mistyped shall not be passed over in silence.
template <class T> base::Result<void> check_members(const base::json::Value& value, const std::string& path) {
    const auto* object = value.if_object();
    if (!object) return base::fail_field(path, "field.invalid", "a table is expected");
    for (const auto& member : *object) {
        const std::string name(member.key().data(), member.key().size());
        bool is_known = false;
        boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
            [&](auto each) { is_known = is_known || name == each.name; });
        if (!is_known)
            return base::fail_field(path.empty() ? name : path + "." + name, "field.invalid",
                                    "unknown: " + name);
    }
    return {};
}

template <class T> base::Result<void> check_list(const base::json::Object& file, const char* name) {
    const auto* list = file.if_contains(name);
    if (!list || !list->is_array()) return {};
    for (std::size_t i = 0; i < list->get_array().size(); ++i)
        if (auto ok = check_members<T>(list->get_array()[i], name + ("[" + std::to_string(i) + "]")); !ok)
            return ok;
    return {};
}

base::Result<void> check_ladder(const base::json::Value& ladder) {
    if (auto ok = check_members<deadlines::Ladder>(ladder, "ladder"); !ok) return ok;
    const auto& members = ladder.get_object();
    if (const auto* quiet = members.if_contains("quiet"); quiet && !quiet->is_null())
        if (auto ok = check_members<deadlines::Quiet>(*quiet, "ladder.quiet"); !ok) return ok;
    const auto* steps = members.if_contains("steps");
    if (!steps || !steps->is_array()) return {};
    for (std::size_t i = 0; i < steps->get_array().size(); ++i)
        if (auto ok = check_members<deadlines::Step>(steps->get_array()[i],
                                                     "ladder.steps[" + std::to_string(i) + "]");
            !ok)
            return ok;
    return {};
}

std::optional<bool> unless(bool usual, bool value) {
    return value == usual ? std::nullopt : std::optional(value);
}

template <class T> std::string line_of(const T& entry) {
    return base::json::write(entry);
}
std::string line_of(const SetupRule& rule) {
    return boost::json::serialize(to_json(rule));
}

template <class T> void write_list(std::string& out, std::string_view name, const std::vector<T>& list) {
    out += ",\n  \"" + std::string(name) + "\": [";
    for (std::size_t i = 0; i < list.size(); ++i)
        out += (i == 0 ? "\n    " : ",\n    ") + line_of(list[i]);
    out += list.empty() ? "]" : "\n  ]";
}

} // namespace

base::Result<Setup> parse_setup(std::string_view json) {
    auto value = base::json::parse(json);
    if (!value) return base::pass(value);
    if (auto ok = check_members<Setup>(*value, {}); !ok) return base::pass(ok);
    const auto& file = value->get_object();
    if (const auto* agency = file.if_contains("agency"))
        if (auto ok = check_members<SetupAgency>(*agency, "agency"); !ok) return base::pass(ok);
    for (auto&& ok : {check_list<SetupOffice>(file, "offices"), check_list<SetupTopic>(file, "topics"),
                      check_list<SetupRule>(file, "rules"), check_list<SetupService>(file, "serves"),
                      check_list<SetupPerson>(file, "people"), check_list<SetupAccount>(file, "accounts"),
                      check_list<SetupDay>(file, "days")})
        if (!ok) return std::unexpected(ok.error());
    if (const auto* ladder = file.if_contains("ladder"); ladder && !ladder->is_null())
        if (auto ok = check_ladder(*ladder); !ok) return base::pass(ok);
    return base::json::read<Setup>(*value);
}

Setup setup_of(const agency::Directory& directory, std::span<const staff::Person> people,
               deadlines::Ladder ladder) {
    const auto& agency = directory.agency();
    Setup out;
    out.agency = {.name = agency.name,
                  .short_name = agency.short_name,
                  .organiser = agency.organiser,
                  .prefix = agency.prefix,
                  .host = agency.host,
                  .zone = std::string(base::name(agency.zone)),
                  .accent = agency.accent,
                  .profile = agency.profile,
                  .emergency_from = agency.emergency_from,
                  .regions = agency.regions,
                  .collective_leave_is_off = agency.leave_is_off,
                  .office_hours = {}};
    if (directory.office_hours() != agency::usual_office_hours())
        for (const auto& day : directory.office_hours().days)
            out.agency.office_hours.push_back(agency::to_text(day));
    std::map<agency::OfficeId, std::string> codes;
    for (auto& [id, code] : agency::codes_of(directory.offices()))
        codes[id] = code;
    for (const auto& office : directory.offices().all()) {
        const auto* parent = directory.offices().parent_of(office.id);
        out.offices.push_back({.code = codes[office.id],
                               .name = office.name,
                               .short_name = office.short_name,
                               .parent = parent ? std::optional(codes[parent->id]) : std::nullopt,
                               .active = unless(true, office.is_active)});
    }
    for (const auto& topic : directory.topics())
        out.topics.push_back({.code = topic.code,
                              .name = topic.name_id,
                              .name_en = topic.name_en,
                              .proof = topic.proof,
                              .profile = topic.profile,
                              .words = topic.words,
                              .ordinal = topic.ordinal,
                              .active = unless(true, topic.is_active)});
    for (const auto& rule : directory.rules())
        out.rules.push_back(setup_rule_of(rule, directory));
    for (const auto& service : directory.services())
        out.serves.push_back({codes[service.office], service.topic, service.area});
    for (const auto& person : people) {
        SetupPerson each{
            .login = person.login, .name = person.name, .active = unless(true, person.is_active)};
        for (const auto& held : person.roles)
            each.roles.push_back(std::string(base::code_of(held.role)) + "@" + codes[held.office]);
        std::ranges::sort(each.roles);
        out.people.push_back(std::move(each));
    }
    for (const auto& account : directory.accounts())
        out.accounts.push_back(
            {.network = account.network,
             .name = account.name,
             .office = account.office ? std::optional(codes[*account.office]) : std::nullopt,
             .active = unless(true, account.is_active)});
    for (const auto& day : directory.days())
        out.days.push_back(
            {.day = base::to_iso(day.day),
             .name = day.name,
             .open = unless(false, !day.is_closed),
             .kind = day.kind == agency::DayKind::own ? std::nullopt : std::optional(day.kind),
             .source = day.source.empty() ? std::nullopt : std::optional(day.source),
             .hours = day.hours.empty() ? std::nullopt : std::optional(agency::to_text(day.hours))});
    for (const auto& profile : directory.own_profiles())
        if (auto data = base::json::parse(profile.data)) out.profiles.push_back(std::move(*data));
    ladder.version.reset();
    out.ladder = std::move(ladder);
    return out;
}

std::string to_text(const Setup& setup) {
    std::string out = "{\n  \"agency\": " + base::json::write(setup.agency);
    write_list(out, "offices", setup.offices);
    write_list(out, "topics", setup.topics);
    write_list(out, "rules", setup.rules);
    write_list(out, "serves", setup.serves);
    write_list(out, "people", setup.people);
    write_list(out, "accounts", setup.accounts);
    write_list(out, "days", setup.days);
    if (setup.ladder) out += ",\n  \"ladder\": " + base::json::write(*setup.ladder);
    write_list(out, "profiles", setup.profiles);
    return out + "\n}\n";
}

} // namespace administration
