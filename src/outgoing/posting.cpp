#include "outgoing/posting.h"

namespace outgoing {

bool is_told_on_network(TemplateKey key, items::Visibility visibility) noexcept {
    if (items::is_private_channel(visibility)) return key != TemplateKey::discreet;
    switch (key) {
    case TemplateKey::received:
    case TemplateKey::asked:
    case TemplateKey::scheduled:
    case TemplateKey::resolved:
    case TemplateKey::declined:
    case TemplateKey::referred: return true;
    default: return false;
    }
}

bool may_answer(const cases::Case& c, items::Visibility visibility, TemplateKey key) noexcept {
    if (c.kind == cases::Kind::whistleblowing)
        return items::is_private_channel(visibility) && key == TemplateKey::received_sealed;
    return items::is_private_channel(visibility) || c.identity_mode == cases::IdentityMode::public_;
}

} // namespace outgoing
