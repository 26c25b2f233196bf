#include "deadlines/own_profiles.h"

#include <algorithm>
#include <set>

namespace deadlines {
namespace {

using base::json::Array;
using base::json::Object;

struct Head {
    std::string id, version, effective_from;
    std::optional<std::string> inherits;
    std::vector<std::string> without;
};
BOOST_DESCRIBE_STRUCT(Head, (), (id, version, effective_from, inherits, without))

/// What `over` names replaces what `under` has.
Object laid_over(Object under, const Object& over) {
    for (const auto& member : over)
        under[member.key()] = member.value();
    return under;
}

std::string_view name_of(const base::json::Value& deadline) {
    const auto* object = deadline.if_object();
    const auto* name = object ? object->if_contains("name") : nullptr;
    const auto* text = name ? name->if_string() : nullptr;
    return text ? std::string_view(*text) : std::string_view();
}

/// The deadlines of the default in their order, changed by those of the same name; then the others.
Array deadlines_over(const Profile& standard, const Object& own, const std::vector<std::string>& without) {
    Array out;
    const auto* given = own.if_contains("deadlines");
    const auto* list = given ? given->if_array() : nullptr;
    for (const Spec& spec : standard.deadlines) {
        if (std::ranges::find(without, spec.name) != without.end()) continue;
        Object merged = base::json::to_value(spec).as_object();
        if (list)
            for (const auto& each : *list)
                if (name_of(each) == spec.name) merged = laid_over(std::move(merged), each.as_object());
        out.emplace_back(std::move(merged));
    }
    if (list)
        for (const auto& each : *list)
            if (!standard.find(name_of(each))) out.push_back(each);
    return out;
}

base::Result<Profile> read_checked(const base::json::Value& value) {
    auto profile = base::json::read<Profile>(value);
    if (!profile) return profile;
    if (auto ok = check(*profile, {}); !ok) {
        ok.error().field.erase(0, ok.error().field.starts_with('.') ? 1 : 0);
        return base::pass(ok);
    }
    return profile;
}

base::Result<Profile> over_standard(const Object& own, const Head& head, const Profile& standard) {
    Object merged = base::json::to_value(standard).as_object();
    merged.erase("topics");
    merged.erase("kinds");
    merged = laid_over(std::move(merged), own);
    merged["deadlines"] = deadlines_over(standard, own, head.without);
    merged["version"] = head.version + "+" + standard.version;
    merged["effective_from"] = std::max(head.effective_from, standard.effective_from);
    return read_checked(merged);
}

/// One version as written, with that of the default for as long as it holds until `next`.
base::Result<void> add(Profiles& out, const Profiles& shipped, const base::json::Value& value,
                       const Head& head, const std::string& next) {
    if (!shipped.versions(head.id).empty())
        return base::fail_field("id", "field.invalid", "a profile that is built in");
    if (!head.inherits) {
        auto profile = read_checked(value);
        if (!profile) return base::pass(profile);
        return out.add(std::move(*profile));
    }
    const auto standards = shipped.versions(*head.inherits);
    if (standards.empty())
        return base::fail_field("inherits", "field.invalid", "no profile is built in by it");
    const auto day = base::parse_day(head.effective_from);
    if (!day) return base::fail_field("effective_from");
    const Profile* first = shipped.in_force(*head.inherits, *day).value();
    for (const Profile& standard : standards) {
        const bool is_later =
            standard.effective_from > head.effective_from && (next.empty() || standard.effective_from < next);
        if (&standard != first && !is_later) continue;
        auto profile = over_standard(value.as_object(), head, standard);
        if (!profile) return base::pass(profile);
        // What holds from the first day on is older than its own default.
        if (&standard == first) profile->effective_from = head.effective_from;
        if (auto added = out.add(std::move(*profile)); !added) return added;
    }
    return {};
}

struct Written {
    base::json::Value value;
    Head head;
};

base::Result<Written> read_written(std::string_view data) {
    if (data.size() > max_own_profile) return base::fail_field({}, "field.invalid", "a profile is too long");
    auto value = base::json::parse(data);
    if (!value) return base::pass(value);
    auto head = base::json::read<Head>(*value);
    if (!head) return base::pass(head);
    return Written{std::move(*value), std::move(*head)};
}

} // namespace

base::Result<Profiles> with_own(const Profiles& shipped, std::span<const agency::OwnProfile> own) {
    Profiles out = shipped;
    for (const agency::OwnProfile& each : own) {
        auto written = read_written(each.data);
        if (!written) return base::pass(written);
        std::string next;
        for (const agency::OwnProfile& other : own)
            if (other.id == each.id && other.effective_from > each.effective_from &&
                (next.empty() || other.effective_from < next))
                next = other.effective_from;
        if (auto added = add(out, shipped, written->value, written->head, next); !added)
            return base::pass(added);
    }
    return out;
}

base::Result<agency::OwnProfile> own_profile_of(std::string_view data) {
    auto written = read_written(data);
    if (!written) return base::pass(written);
    const Head& head = written->head;
    agency::OwnProfile out{head.id, head.version, head.effective_from,
                           boost::json::serialize(written->value)};
    if (head.version.contains('+')) return base::fail_field("version");
    if (auto read = with_own(shipped_profiles(), std::span(&out, 1)); !read) return base::pass(read);
    return out;
}

base::Result<std::vector<agency::OwnProfile>> own_profiles_of(std::string_view json) {
    auto list = base::json::parse_as<std::vector<base::json::Value>>(json);
    if (!list) return base::pass(list);
    std::vector<agency::OwnProfile> out;
    std::set<std::pair<std::string, std::string>> seen;
    for (std::size_t i = 0; i < list->size(); ++i) {
        auto each = own_profile_of(boost::json::serialize((*list)[i]));
        if (each && !seen.emplace(each->id, each->version).second)
            each = base::fail_field("version", "field.invalid", "the version stands there already");
        if (!each) {
            each.error().field = "[" + std::to_string(i) + "]." + each.error().field;
            return base::pass(each);
        }
        out.push_back(std::move(*each));
    }
    return out;
}

const Profiles& profiles_of(const agency::Directory& directory) {
    if (directory.own_profiles().empty()) return shipped_profiles();
    return directory.derived<Profiles>([&] {
        std::vector<agency::OwnProfile> readable;
        for (const auto& each : directory.own_profiles())
            if (own_profile_of(each.data)) readable.push_back(each);
        auto all = with_own(shipped_profiles(), readable);
        return all ? std::move(*all) : shipped_profiles();
    });
}

} // namespace deadlines
