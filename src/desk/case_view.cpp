#include "desk/case_view.h"

#include <algorithm>

namespace desk {

bool CaseView::can(cases::CommandName name) const {
    return std::ranges::find(possible, name) != possible.end();
}

std::string CaseView::name_of(std::optional<cases::StaffId> staff) const {
    if (!staff) return {};
    auto found = names.find(staff->value);
    return found == names.end() ? std::string() : found->second;
}

bool CaseView::shows(std::string_view sha256) const {
    auto has = [&](const std::vector<std::string>& all) {
        return std::ranges::find(all, sha256) != all.end();
    };
    if (has(pictures)) return true;
    if (std::ranges::any_of(proofs,
                            [&](const proof::Round& round) { return has(round.before) || has(round.after); }))
        return true;
    return std::ranges::any_of(timeline, [&](const Happened& each) {
        const auto* photos = each.data.if_contains("photos");
        return photos && photos->is_array() &&
               std::ranges::any_of(photos->get_array(), [&](const base::json::Value& photo) {
                   return photo.is_string() && std::string_view(photo.get_string()) == sha256;
               });
    });
}

const Happened* CaseView::last(std::string_view kind) const {
    for (auto each = timeline.rbegin(); each != timeline.rend(); ++each)
        if (each->kind == kind) return &*each;
    return nullptr;
}

std::string text_at(const base::json::Object& data, std::string_view member) {
    const auto* value = data.if_contains(member);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

std::vector<cases::StaffId> told_in(const base::json::Object& data) {
    std::vector<cases::StaffId> out;
    const auto* told = data.if_contains("told");
    if (!told || !told->is_array()) return out;
    for (const auto& each : told->get_array()) {
        if (!each.is_string()) continue;
        if (auto id = base::parse_id_as<cases::StaffId>(std::string_view(each.get_string())))
            out.push_back(*id);
    }
    return out;
}

std::optional<agency::OfficeId> office_at(const base::json::Object& data, std::string_view member) {
    auto id = base::parse_id_as<agency::OfficeId>(text_at(data, member));
    if (!id) return std::nullopt;
    return *id;
}

bool waits_for_arbiter(const cases::Case& c) noexcept {
    return c.state == cases::State::verified && c.returns >= 2 && !c.office;
}

} // namespace desk
