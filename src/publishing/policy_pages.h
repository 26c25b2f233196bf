// /meja/atur/siaran: what offices ask of their posts, and who may watch the wall.
#pragma once
#include "base/language.h"
#include "html/markup.h"
#include "publishing/policy.h"

namespace publishing {

struct PolicyLine {
    agency::OfficeId office = {};
    std::string name = {};
    Policy policy = {}; ///< in force
    bool is_own = false;
};
struct PolicyView {
    base::Language language = base::Language::id;
    std::string csrf = {};
    Kind kind = Kind::announcement;
    std::vector<PolicyLine> lines = {};
    Audience audience = Audience::staff;
    bool may_set_audience = false;
    bool is_saved = false;
    bool is_wrong = false;
};
[[nodiscard]] html::Markup policy_page(const PolicyView& view);

} // namespace publishing
