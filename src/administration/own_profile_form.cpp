#include "administration/own_profile_form.h"

#include "base/text.h"
#include "deadlines/own_profiles.h"

#include <algorithm>

namespace administration {
namespace {

using base::json::Array;
using base::json::Object;

base::Result<std::string> text(const Filled& form, const char* name, std::size_t most) {
    auto out = base::clean(form.value(name), most, name);
    if (!out) return out;
    if (out->empty()) return base::fail_field(name, "field.missing");
    if (out->contains('\n')) return base::fail_field(name);
    return out;
}

base::Result<std::string> code(const Filled& form, const char* name) {
    auto out = text(form, name, 60);
    if (!out) return out;
    const bool is_code = std::ranges::all_of(*out, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
    if (!is_code) return base::fail_field(name);
    return out;
}

/// A whole number above 0; empty when the field is.
base::Result<std::optional<int>> number(const Filled& form, const char* name) {
    const std::string typed = form.value(name);
    if (base::trim(typed).empty()) return std::optional<int>();
    const auto read = base::parse_id(base::trim(typed));
    if (!read || *read < 1 || *read > 2'000) return base::fail_field(name);
    return std::optional(static_cast<int>(*read));
}

std::string next_version(const agency::Directory& directory, std::string_view id) {
    const auto all = directory.own_profiles();
    int version = 1;
    auto is_taken = [&](const auto& each) {
        return each.id == id && each.version == std::to_string(version);
    };
    while (std::ranges::any_of(all, is_taken))
        ++version;
    return std::to_string(version);
}

/// What a deadline needs that no default gives it.
void fill_up(Object& deadline, const Filled& form) {
    deadline["starts_on"] = form.value("starts_on", "received");
    deadline["met_by"] = Array{base::json::Value(form.value("met_by", "resolved"))};
    deadline["ended_by"] = Array{"archived", "declined", "referred"};
    deadline["reopened_by"] = form.value("met_by", "resolved") == "resolved"
                                  ? Array{"contested", "objected", "restored"}
                                  : Array{"restored"};
    deadline["pauses_on"] = Array{"asked"};
    deadline["resumes_on"] = Array{"reporter_answered"};
}

} // namespace

base::Result<std::string> own_profile_data(const Filled& form, const agency::Directory& directory) {
    auto id = code(form, "code");
    auto name = text(form, "name_id", 120);
    auto deadline_name = code(form, "deadline");
    auto source = text(form, "source", 200);
    auto amount = number(form, "amount"), extension = number(form, "extension"),
         limit = number(form, "pause_limit");
    for (auto* each : {&id, &name, &deadline_name, &source})
        if (!*each) return base::pass(*each);
    for (auto* each : {&amount, &extension, &limit})
        if (!*each) return base::pass(*each);
    if (!*amount) return base::fail_field("amount", "field.missing");
    const std::string name_en = form.value("name_en").empty() ? *name : form.value("name_en");
    Object deadline{{"name", *deadline_name},
                    {"mode", form.value("mode", "working_days")},
                    {"amount", **amount},
                    {"source", *source}};
    const std::string inherits = form.value("inherits");
    const auto standards = deadlines::shipped_profiles().versions(inherits);
    if (!inherits.empty() && standards.empty()) return base::fail_field("inherits");
    const bool is_there = !standards.empty() && standards.back().find(*deadline_name);
    if (!is_there) {
        fill_up(deadline, form);
        deadline["name_id"] = *name;
        deadline["name_en"] = name_en;
    } else {
        deadline["by_class"] = Array{}; // one amount for all, as the form says it
    }
    if (*extension) deadline["extension"] = **extension;
    if (*limit) deadline["pause_limit"] = **limit;
    Object out{{"id", *id},
               {"version", next_version(directory, *id)},
               {"effective_from", form.value("effective_from")},
               {"name_id", *name},
               {"name_en", name_en},
               {"deadlines", Array{std::move(deadline)}}};
    if (!inherits.empty()) out["inherits"] = inherits;
    if (const std::string topic = form.value("topic"); !topic.empty()) {
        if (!directory.topic(topic)) return base::fail_field("topic");
        out["topics"] = Array{base::json::Value(topic)};
    }
    return boost::json::serialize(out);
}

} // namespace administration
