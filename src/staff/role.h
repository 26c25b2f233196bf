// Roles (peran) that a person holds at an office, valid for it and all below it. Reading an unknown code
// fails with `field.invalid`.
#pragma once
#include "base/codes.h"

namespace staff {

enum class Role {
    operator_,     ///< admin of an office: answers, resolves
    field_officer, ///< goes there, fixes, photographs
    coordinator,   ///< liaison officer: verifies, routes, declines, refers
    approver,
    head,
    communications,
    ppid,
    ppid_superior,
    dpo, ///< data protection officer
    auditor,
    administrator,
};

} // namespace staff

template <> inline constexpr auto base::codes<staff::Role> = std::to_array<base::Coded<staff::Role>>({
    {staff::Role::operator_, "operator"},
    {staff::Role::field_officer, "field_officer"},
    {staff::Role::coordinator, "coordinator"},
    {staff::Role::approver, "approver"},
    {staff::Role::head, "head"},
    {staff::Role::communications, "communications"},
    {staff::Role::ppid, "ppid"},
    {staff::Role::ppid_superior, "ppid_superior"},
    {staff::Role::dpo, "dpo"},
    {staff::Role::auditor, "auditor"},
    {staff::Role::administrator, "administrator"},
});
