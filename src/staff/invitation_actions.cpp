#include "staff/invitation_actions.h"

#include "agency/agency_actions.h"
#include "base/text.h"
#include "staff/audit_actions.h"
#include "staff/invitation_store.h"
#include "staff/staff_store.h"

namespace staff {
namespace {

constexpr std::size_t max_name = 120;

std::unexpected<base::Problem> unknown() {
    return base::fail(base::Kind::not_found, "invitation.unknown");
}

std::unexpected<base::Problem> conflict_at_login(std::string code) {
    auto problem = base::fail(base::Kind::conflict, std::move(code));
    problem.error().field = "login";
    return problem;
}

void note(db::Tx& tx, const StaffChange& change, base::AgencyId agency, InvitationId id,
          std::string_view kind, base::json::Object data = {}) {
    write_down(tx, change.ids, agency, change.now,
               {.kind = kind,
                .subject_kind = "invitation",
                .subject = id.value,
                .by = change.by,
                .data = std::move(data)});
}

Invited send(db::Tx& tx, const StaffChange& change, base::AgencyId agency, const base::Random& random,
             Invitation invitation) {
    invitation.id = change.ids.next<InvitationId>();
    invitation.invited_by = change.by;
    invitation.created_at = change.now;
    invitation.expires_at = change.now + invitation_length;
    Invited out{std::move(invitation), make_invitation_secret(random)};
    store::insert_invitation(tx, agency, hash_of_invitation(out.secret), out.invitation);
    return out;
}

base::Result<std::string> checked_name(std::string_view text) {
    auto name = base::clean(text, max_name, "name");
    if (name && name->empty()) return base::fail_field("name", "field.missing");
    return name;
}

} // namespace

base::Result<Invited> invite(db::Tx& tx, const StaffChange& change, base::AgencyId agency,
                             const base::Random& random, const NewInvitation& wanted) {
    auto login = checked_login(wanted.login);
    if (!login) return base::pass(login);
    auto name = checked_name(wanted.name);
    if (!name) return base::pass(name);
    if (wanted.roles.empty()) return base::fail_field("role", "field.missing");
    for (const HeldRole& role : wanted.roles)
        if (!agency::has_office(tx, agency, role.office))
            return base::fail(base::Kind::not_found, "office.unknown");
    if (store::person_by_login(tx, agency, *login)) return conflict_at_login("staff.login_taken");
    if (store::has_open_invitation(tx, agency, *login, change.now))
        return conflict_at_login("invitation.open_already");
    auto sent =
        send(tx, change, agency, random, {.id = {}, .login = *login, .name = *name, .roles = wanted.roles});
    base::json::Array roles;
    for (const HeldRole& role : wanted.roles)
        roles.push_back({{"role", base::code_of(role.role)}, {"office", base::to_string(role.office)}});
    note(tx, change, agency, sent.invitation.id, "staff.invited", {{"roles", std::move(roles)}});
    return sent;
}

base::Result<Invited> invite_to_new_password(db::Tx& tx, const StaffChange& change, base::AgencyId agency,
                                             const base::Random& random, StaffId staff) {
    auto person = store::person_by_id(tx, agency, staff);
    if (!person) return base::fail(base::Kind::not_found, "staff.unknown");
    store::revoke_invitations_of(tx, agency, staff, change.now);
    auto sent = send(tx, change, agency, random,
                     {.id = {}, .login = person->login, .name = person->name, .staff = staff});
    write_down(
        tx, change.ids, agency, change.now,
        {.kind = "staff.password_link", .subject_kind = "staff", .subject = staff.value, .by = change.by});
    return sent;
}

base::Result<void> revoke_invitation(db::Tx& tx, const StaffChange& change, base::AgencyId agency,
                                     InvitationId id) {
    if (!store::revoke_invitation(tx, agency, id, change.now)) return unknown();
    note(tx, change, agency, id, "staff.invitation_revoked");
    return {};
}

base::Result<Invitation> find_invitation(db::Tx& tx, base::AgencyId agency, std::string_view secret,
                                         base::Time now) {
    auto found = store::invitation_by_hash(tx, agency, hash_of_invitation(secret));
    if (!found || !found->is_open(now)) return unknown();
    return std::move(*found);
}

std::vector<Invitation> open_invitations(db::Tx& tx, base::AgencyId agency, base::Time now) {
    return store::open_invitations(tx, agency, now);
}

base::Result<Person> accept_invitation(db::Tx& tx, const StaffChange& change, base::AgencyId agency,
                                       std::string_view secret, std::string_view name,
                                       std::string password_hash) {
    auto invitation = find_invitation(tx, agency, secret, change.now);
    if (!invitation) return base::pass(invitation);
    if (!store::use_invitation(tx, agency, invitation->id, change.now)) return unknown();
    if (invitation->staff) {
        auto set = set_password(tx, {change.ids, change.now, invitation->staff}, agency, *invitation->staff,
                                password_hash);
        if (!set) return base::pass(set);
        return find_person(tx, agency, *invitation->staff).value();
    }
    const StaffChange by_inviter{change.ids, change.now, invitation->invited_by};
    auto person = add_person(tx, by_inviter, agency,
                             {.login = invitation->login,
                              .name = std::string(name),
                              .password_hash = std::move(password_hash),
                              .roles = invitation->roles});
    if (!person) return person;
    note(tx, {change.ids, change.now, person->id}, agency, invitation->id, "staff.invitation_used");
    return person;
}

} // namespace staff
