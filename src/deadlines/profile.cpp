#include "deadlines/profile.h"

#include <algorithm>
#include <set>

namespace deadlines {
namespace {

/// Longer than any law's; keeps the counting short.
constexpr int max_amount = 2'000;
/// Divides profile and deadline in the name of a row; see happening.h.
constexpr char beside_mark = '/';

base::Result<void> check(const Spec& spec, const std::string& path) {
    const auto wrong = [&](const char* member, const char* why) {
        return base::fail_field(path + "." + member, "field.invalid", why);
    };
    if (spec.name.empty()) return wrong("name", "a name is expected");
    if (spec.starts_on.empty()) return wrong("starts_on", "an event is expected");
    if (spec.source.empty()) return wrong("source", "the rule's source is expected");
    if (spec.amount < 1 || spec.amount > max_amount) return wrong("amount", "out of range");
    for (const ClassAmount& each : spec.by_class)
        if (each.amount < 1 || each.amount > max_amount) return wrong("by_class", "out of range");
    if (spec.extension && (*spec.extension < 1 || *spec.extension > max_amount))
        return wrong("extension", "out of range");
    if (spec.pause_limit && (*spec.pause_limit < 1 || *spec.pause_limit > max_amount))
        return wrong("pause_limit", "out of range");
    if (spec.pause_limit && !spec.may_pause()) return wrong("pause_limit", "without pauses_on");
    if (spec.pauses_on.empty() != spec.resumes_on.empty())
        return wrong("resumes_on", "pauses_on and resumes_on stand together");
    return {};
}

} // namespace

base::Result<void> check(const Profile& profile, const std::string& path) {
    if (profile.id.empty()) return base::fail_field(path + ".id");
    if (profile.id.contains(beside_mark)) return base::fail_field(path + ".id");
    if (profile.version.empty()) return base::fail_field(path + ".version");
    if (!base::parse_day(profile.effective_from)) return base::fail_field(path + ".effective_from");
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < profile.deadlines.size(); ++i) {
        const std::string at = path + ".deadlines[" + std::to_string(i) + "]";
        if (auto checked = check(profile.deadlines[i], at); !checked) return base::pass(checked);
        if (profile.deadlines[i].name.contains(beside_mark)) return base::fail_field(at + ".name");
        if (!names.insert(profile.deadlines[i].name).second)
            return base::fail_field(at + ".name", "field.invalid", "the name stands there already");
    }
    return {};
}

int Spec::amount_for(std::string_view class_code) const noexcept {
    const auto found = std::ranges::find(by_class, class_code, &ClassAmount::class_code);
    return found == by_class.end() ? amount : found->amount;
}

const Spec* Profile::find(std::string_view wanted) const noexcept {
    const auto found = std::ranges::find(deadlines, wanted, &Spec::name);
    return found == deadlines.end() ? nullptr : &*found;
}

bool Profile::runs_beside(std::string_view topic, std::string_view kind) const noexcept {
    return std::ranges::find(topics, topic) != topics.end() || std::ranges::find(kinds, kind) != kinds.end();
}

base::Result<Profiles> Profiles::parse(std::string_view json) {
    auto read = base::json::parse_as<std::vector<Profile>>(json);
    if (!read) return base::pass(read);
    Profiles out;
    for (std::size_t i = 0; i < read->size(); ++i) {
        Profile& profile = (*read)[i];
        const std::string path = "[" + std::to_string(i) + "]";
        if (auto checked = check(profile, path); !checked) return base::pass(checked);
        if (auto added = out.add(std::move(profile)); !added)
            return base::fail_field(path + "." + added.error().field, added.error().code,
                                    added.error().detail);
    }
    return out;
}

base::Result<void> Profiles::add(Profile profile) {
    if (version(profile.id, profile.version))
        return base::fail_field("version", "field.invalid", "the version stands there already");
    auto& versions = by_id_[profile.id];
    const auto behind =
        std::ranges::upper_bound(versions, profile.effective_from, {}, &Profile::effective_from);
    versions.insert(behind, std::move(profile));
    return {};
}

base::Result<const Profile*> Profiles::in_force(std::string_view id, base::Day day) const {
    const auto found = by_id_.find(id);
    if (found == by_id_.end()) return base::fail_field("profile", "field.invalid", "unknown profile");
    const std::string on = base::to_iso(day);
    const Profile* current = &found->second.front();
    for (const Profile& each : found->second)
        if (each.effective_from <= on) current = &each;
    return current;
}

const Profile* Profiles::version(std::string_view id, std::string_view version) const noexcept {
    const auto found = by_id_.find(id);
    if (found == by_id_.end()) return nullptr;
    const auto each = std::ranges::find(found->second, version, &Profile::version);
    return each == found->second.end() ? nullptr : &*each;
}

std::span<const Profile> Profiles::versions(std::string_view id) const noexcept {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? std::span<const Profile>{} : std::span<const Profile>(found->second);
}

std::vector<const Profile*> Profiles::beside(std::string_view topic, std::string_view kind,
                                             base::Day day) const {
    std::vector<const Profile*> out;
    const std::string on = base::to_iso(day);
    for (const auto& [id, versions] : by_id_) {
        const Profile* current = nullptr; // none before the first holds: a promise binds from its day on
        for (const Profile& each : versions)
            if (each.effective_from <= on) current = &each;
        if (current && current->runs_beside(topic, kind)) out.push_back(current);
    }
    return out;
}

std::vector<std::string> Profiles::ids() const {
    std::vector<std::string> out;
    for (const auto& [id, versions] : by_id_)
        out.push_back(id);
    return out;
}

} // namespace deadlines
