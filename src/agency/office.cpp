#include "agency/office.h"

#include "base/text.h"

#include <algorithm>
#include <set>

namespace agency {
namespace {

bool is_code(std::string_view code) {
    auto may = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return code.size() <= 40 && std::ranges::all_of(code, may);
}

/// "Sudin Jaksel (Barat)" -> "sudin-jaksel-barat"
std::string code_from(std::string_view name) {
    std::string out;
    for (char c : base::lower_ascii(name)) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            out += c;
        else if (!out.empty() && out.back() != '-')
            out += '-';
        if (out.size() == 32) break;
    }
    while (out.ends_with('-'))
        out.pop_back();
    return out.empty() ? "unit" : out;
}

} // namespace

base::Result<Office> checked(Office office) {
    auto name = base::clean(office.name, 120, "name");
    if (!name) return base::pass(name);
    if (name->empty()) return base::fail_field("name", "field.missing");
    auto brief = base::clean(office.short_name.empty() ? *name : office.short_name, 120, "short_name");
    if (!brief) return base::pass(brief);
    office.name = std::move(*name);
    office.short_name = std::move(*brief);
    if (!office.code.empty() && !is_code(office.code)) return base::fail_field("code");
    if (office.parent && *office.parent == office.id)
        return base::fail(base::Kind::conflict, "office.circle", "an office cannot stand under itself");
    return office;
}

OfficeTree::OfficeTree(std::vector<Office> offices) {
    std::unordered_map<OfficeId, std::size_t> given;
    for (std::size_t i = 0; i < offices.size(); ++i)
        given.emplace(offices[i].id, i);
    std::vector<std::vector<std::size_t>> children(offices.size());
    std::vector<std::size_t> roots;
    for (std::size_t i = 0; i < offices.size(); ++i) {
        auto parent = offices[i].parent ? given.find(*offices[i].parent) : given.end();
        if (parent == given.end())
            roots.push_back(i);
        else
            children[parent->second].push_back(i);
    }

    std::vector<bool> placed(offices.size());
    offices_.reserve(offices.size());
    ends_.resize(offices.size());
    auto place_below = [&](std::size_t root) {
        struct Open {
            std::size_t from; ///< index in the given order
            std::size_t at;   ///< index in preorder
            std::size_t next; ///< child to go to
        };
        std::vector<Open> open;
        auto enter = [&](std::size_t i) {
            placed[i] = true;
            index_.emplace(offices[i].id, offices_.size());
            open.push_back({i, offices_.size(), 0});
            offices_.push_back(std::move(offices[i]));
        };
        enter(root);
        while (!open.empty()) {
            Open& top = open.back();
            if (top.next < children[top.from].size()) {
                std::size_t child = children[top.from][top.next++];
                if (!placed[child]) enter(child);
            } else {
                ends_[top.at] = offices_.size();
                open.pop_back();
            }
        }
    };
    for (std::size_t root : roots)
        place_below(root);
    for (std::size_t i = 0; i < placed.size(); ++i)
        if (!placed[i]) place_below(i); // in a circle: the first one met is its root
}

const Office* OfficeTree::find(OfficeId id) const noexcept {
    auto found = index_.find(id);
    return found == index_.end() ? nullptr : &offices_[found->second];
}

bool OfficeTree::is_below(OfficeId office, OfficeId ancestor) const noexcept {
    auto low = index_.find(office);
    auto high = index_.find(ancestor);
    return low != index_.end() && high != index_.end() && high->second <= low->second &&
           low->second < ends_[high->second];
}

std::span<const Office> OfficeTree::below(OfficeId office) const noexcept {
    auto found = index_.find(office);
    if (found == index_.end()) return {};
    return std::span(offices_).subspan(found->second, ends_[found->second] - found->second);
}

const Office* OfficeTree::parent_of(OfficeId office) const noexcept {
    const Office* child = find(office);
    const Office* parent = child && child->parent ? find(*child->parent) : nullptr;
    return parent && is_below(office, parent->id) ? parent : nullptr;
}

std::vector<const Office*> OfficeTree::path(OfficeId office) const {
    std::vector<const Office*> up;
    for (const Office* at = find(office); at; at = parent_of(at->id)) {
        up.push_back(at);
        if (up.size() > offices_.size()) break;
    }
    std::ranges::reverse(up);
    return up;
}

std::string OfficeTree::path_name(OfficeId office) const {
    auto steps = path(office);
    std::vector<std::string> names;
    for (std::size_t i = steps.size() > 1 ? 1 : 0; i < steps.size(); ++i)
        names.push_back(steps[i]->name);
    return base::join(names, " / ");
}

std::vector<std::pair<OfficeId, std::string>> codes_of(const OfficeTree& offices) {
    std::set<std::string> taken;
    for (const Office& office : offices.all())
        if (!office.code.empty()) taken.insert(office.code);
    std::vector<std::pair<OfficeId, std::string>> out;
    for (const Office& office : offices.all()) {
        std::string code = office.code;
        if (code.empty()) {
            const std::string made = code_from(office.short_name);
            code = made;
            for (int number = 2; !taken.insert(code).second; ++number)
                code = made + "-" + std::to_string(number);
        }
        out.emplace_back(office.id, std::move(code));
    }
    return out;
}

} // namespace agency
