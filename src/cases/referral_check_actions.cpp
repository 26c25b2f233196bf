#include "cases/referral_check_actions.h"

#include "agency/other_agencies_actions.h"
#include "agency/outside_actions.h"

namespace cases {

base::Result<void> check_referral(db::Tx& tx, const Context& context, const Command& command) {
    const auto* refer = std::get_if<Refer>(&command);
    if (!refer) return {};
    if (refer->to && !agency::other_agency(tx, context.directory.id(), *refer->to))
        return base::fail_field("to");
    if (!refer->outside) return {};
    const auto outside = agency::outside_agency(tx, context.directory.id(), *refer->outside);
    if (refer->to || !outside || !outside->is_active) return base::fail_field("outside");
    return {};
}

} // namespace cases
