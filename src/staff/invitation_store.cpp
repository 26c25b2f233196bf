#include "staff/invitation_store.h"

namespace staff::store {
namespace {

using base::AgencyId;
using base::Time;
using Text = std::string;
using MaybeStaff = std::optional<StaffId>;

struct Row {
    InvitationId id;
    std::string login, name;
    std::optional<StaffId> staff, invited_by;
    base::Time created_at, expires_at;
    std::optional<base::Time> used_at, revoked_at;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (id, login, name, staff, invited_by, created_at, expires_at, used_at, revoked_at))
struct RoleRow {
    Role role;
    agency::OfficeId office;
};
BOOST_DESCRIBE_STRUCT(RoleRow, (), (role, office))

constexpr db::Query<void(AgencyId, InvitationId, Text, Text, Text, MaybeStaff, MaybeStaff, Time, Time)> add{
    "staff.insert_invitation",
    "insert into invitations (agency, id, hash, login, name, staff, invited_by, created_at, expires_at) "
    "values (:agency, :id, :hash, :login, :name, :staff, :invited_by, :created_at, :expires_at)"};
constexpr db::Query<void(AgencyId, InvitationId, Role, agency::OfficeId)> add_role{
    "staff.insert_invitation_role", "insert into invitation_roles (agency, invitation, role, office) values "
                                    "(:agency, :invitation, :role, :office) on conflict do nothing"};
constexpr db::Query<RoleRow(AgencyId, InvitationId)> roles_of_one{
    "staff.invitation_roles", "select role, office from invitation_roles where agency = :agency and "
                              "invitation = :invitation order by office, role"};
constexpr db::Query<Row(AgencyId, Text)> by_hash{
    "staff.find_invitation",
    "select id, login, name, staff, invited_by, created_at, expires_at, used_at, revoked_at "
    "from invitations where agency = :agency and hash = :hash"};
constexpr db::Query<Row(AgencyId, Time)> all_open{
    "staff.open_invitations",
    "select id, login, name, staff, invited_by, created_at, expires_at, used_at, revoked_at "
    "from invitations where agency = :agency and used_at is null and revoked_at is null and "
    "expires_at > :now order by id desc"};
constexpr db::Query<std::int64_t(AgencyId, Text, Time)> count_open{
    "staff.has_open_invitation",
    "select count(*) from invitations where agency = :agency and login = :login and staff is null and "
    "used_at is null and revoked_at is null and expires_at > :now"};
constexpr db::Query<void(Time, AgencyId, InvitationId)> use_one{
    "staff.use_invitation", "update invitations set used_at = :now where agency = :agency and id = :id and "
                            "used_at is null and revoked_at is null and expires_at > :now"};
constexpr db::Query<void(Time, AgencyId, InvitationId)> revoke_one{
    "staff.revoke_invitation", "update invitations set revoked_at = :now where agency = :agency and id = :id "
                               "and used_at is null and revoked_at is null"};
constexpr db::Query<void(Time, AgencyId, StaffId)> revoke_all{
    "staff.revoke_invitations_of", "update invitations set revoked_at = :now where agency = :agency and "
                                   "staff = :staff and used_at is null and revoked_at is null"};

Invitation whole(db::Tx& tx, AgencyId agency, Row row) {
    Invitation out{.id = row.id,
                   .login = std::move(row.login),
                   .name = std::move(row.name),
                   .staff = row.staff,
                   .invited_by = row.invited_by,
                   .created_at = row.created_at,
                   .expires_at = row.expires_at,
                   .used_at = row.used_at,
                   .revoked_at = row.revoked_at};
    for (const auto& role : tx.all(roles_of_one, agency, row.id))
        out.roles.push_back({role.role, role.office});
    return out;
}

} // namespace

void insert_invitation(db::Tx& tx, AgencyId agency, std::string_view hash, const Invitation& given) {
    tx.run(add, agency, given.id, hash, given.login, given.name, given.staff, given.invited_by,
           given.created_at, given.expires_at);
    for (const HeldRole& role : given.roles)
        tx.run(add_role, agency, given.id, role.role, role.office);
}

std::optional<Invitation> invitation_by_hash(db::Tx& tx, AgencyId agency, std::string_view hash) {
    auto row = tx.one(by_hash, agency, hash);
    if (!row) return std::nullopt;
    return whole(tx, agency, std::move(*row));
}

std::vector<Invitation> open_invitations(db::Tx& tx, AgencyId agency, Time now) {
    std::vector<Invitation> out;
    for (auto& row : tx.all(all_open, agency, now))
        out.push_back(whole(tx, agency, std::move(row)));
    return out;
}

bool has_open_invitation(db::Tx& tx, AgencyId agency, std::string_view login, Time now) {
    return tx.one(count_open, agency, login, now).value_or(0) > 0;
}

bool use_invitation(db::Tx& tx, AgencyId agency, InvitationId id, Time now) {
    return tx.run(use_one, now, agency, id) > 0;
}

bool revoke_invitation(db::Tx& tx, AgencyId agency, InvitationId id, Time now) {
    return tx.run(revoke_one, now, agency, id) > 0;
}

void revoke_invitations_of(db::Tx& tx, AgencyId agency, StaffId staff, Time now) {
    tx.run(revoke_all, now, agency, staff);
}

} // namespace staff::store
