#include "people/view.h"

namespace people {

base::Result<void> may_view(const staff::Principal& viewer, const agency::Directory& directory,
                            Openness openness, agency::OfficeId office) {
    using staff::Role;
    if (!viewer.is_staff()) return base::fail(base::Kind::forbidden, "token.scope");
    bool may = false;
    switch (openness) {
    case Openness::known:
        may = viewer.may({Role::operator_, Role::field_officer, Role::coordinator, Role::head, Role::dpo},
                         office, directory);
        break;
    case Openness::sealed: may = viewer.may({Role::coordinator, Role::dpo}, office, directory); break;
    }
    if (!may) return base::fail(base::Kind::forbidden, "office.not_yours");
    return {};
}

} // namespace people
