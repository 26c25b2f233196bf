// The rules that are being worked on, and every change of them: into the draft when there is one, else at
// once and as a new version.
#pragma once
#include "administration/guard_routes.h"
#include "agency/rule_set_actions.h"

namespace administration {

struct RuleDesk {
    agency::DirectoryPtr directory; ///< with the rules of the draft
    bool is_draft = false;

    /// The visit's frame with this directory; lives no longer than both.
    [[nodiscard]] Frame frame(const Visit& visit) const;
};
[[nodiscard]] RuleDesk rule_desk(const Visit& visit);

using RuleEdit = std::function<base::Result<void>(std::vector<agency::RoutingRule>& rules)>;
[[nodiscard]] base::Result<void> edit_rules(const Visit& visit, std::string_view what, const RuleEdit& edit);

void add_rule_draft_routes(http::Router& router, const staff::Services& services);
void add_rule_file_routes(http::Router& router, const staff::Services& services);
void add_relocation_routes(http::Router& router, const staff::Services& services);
void add_duty_routes(http::Router& router, const staff::Services& services);
void add_service_routes(http::Router& router, const staff::Services& services);

} // namespace administration
