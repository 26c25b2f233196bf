// Cases, people and complete commands for this room's tests.
#pragma once
#include "cases/lifecycle.h"

namespace cases::testing {

inline base::Time at(std::string_view text) {
    return base::parse_time(text).value();
}
inline const base::Time now = at("2026-11-16T09:00");

inline constexpr OfficeId road_office{11};
inline constexpr OfficeId water_office{12};
inline constexpr StaffId somebody{501};

/// A pothole in Tebet, reported in public.
inline Case pothole(State state = State::received) {
    Case c;
    c.agency = base::AgencyId{1};
    c.id = CaseId{7'001};
    c.code = "TGP-7K3M-9QXT";
    c.topic = "jalan-rusak";
    c.urgency = 0.4;
    c.state = state;
    if (state == State::awaiting_reporter) c.state_before = State::assigned;
    c.office = road_office;
    c.area = "31.74.01";
    c.place_name = "Jl. Melati";
    c.lat = -6.2;
    c.lon = 106.8;
    c.place_p = 0.9;
    c.account = agency::AccountId{61};
    c.identity = people::IdentityId{987'654'321};
    c.secret_hash = "hash-of-the-link";
    c.title = "Jalan rusak, Jl. Melati";
    c.proposed_text = "Lubang di Jl. Melati";
    if (state != State::received && state != State::archived) c.public_text = "Lubang di Jl. Melati";
    c.received_at = at("2026-11-15T08:00");
    c.changed_at = c.received_at;
    return c;
}

inline Actor staff_with(RoleSet roles) {
    return {.party = Party::staff, .staff = somebody, .roles = roles};
}
inline Actor staff_as(staff::Role role) {
    return staff_with({role});
}

inline Setting setting() {
    Setting out;
    out.topic_proof = proof::ProofKind::photo;
    out.contest_until = at("2026-11-30T23:59:59.999");
    return out;
}

inline proof::Given photo() {
    proof::Given given;
    given.kind = proof::ProofKind::photo;
    given.after = {std::string(64, 'a')};
    given.note = "Sudah ditambal";
    return given;
}
inline proof::Given answer() {
    proof::Given given;
    given.kind = proof::ProofKind::answer;
    given.note = "Loket buka pukul 08.00";
    return given;
}

/// A command of that name with everything it needs. Words of people contain "KATA".
inline Command complete(CommandName name, proof::Given given = photo()) {
    switch (name) {
    case CommandName::verify:
        return Verify{.kind = Kind::complaint,
                      .topic = "jalan-rusak",
                      .area = "31.74.01",
                      .no_place = {},
                      .public_text = "Lubang di Jl. Melati KATA"};
    case CommandName::archive: return Archive{ArchiveReason::chatter};
    case CommandName::restore: return Restore{};
    case CommandName::assign: return Assign{.office = water_office, .person = somebody};
    case CommandName::return_: return Return{"bukan wewenang KATA"};
    case CommandName::start: return Start{};
    case CommandName::schedule: return Schedule{"2027-02-01", "APBD 2027", "Perlu lelang"};
    case CommandName::ask: return Ask{"Di depan nomor berapa? KATA"};
    case CommandName::answered: return Answered{"Nomor 5 KATA"};
    case CommandName::resolve: return Resolve{std::move(given)};
    case CommandName::confirm: return Confirm{};
    case CommandName::contest: return Contest{.words = "Masih berlubang KATA", .photos = {}};
    case CommandName::close: return Close{};
    case CommandName::decline: return Decline{"Bukan pelayanan publik"};
    case CommandName::object: return Object{"Ini jalan umum KATA"};
    case CommandName::refer: return Refer{.agency = "Bina Marga", .text = "Serah terima KATA"};
    case CommandName::note: return Note{"Catatan KATA"};
    case CommandName::join: return Join{"TGP-1111-1111"};
    case CommandName::separate: return Separate{"TGP-1111-1111"};
    case CommandName::reclassify:
        return Reclassify{.kind = {},
                          .case_class = {},
                          .topic = "drainase",
                          .urgency = 0.7,
                          .area = {},
                          .conduct_office = {}};
    case CommandName::release_text: return ReleaseText{"Lubang besar KATA"};
    case CommandName::redact: return Redact{.reason = "nama orang KATA", .public_text = {}};
    case CommandName::receipt: return Receipt{"SDA-2026-17"};
    case CommandName::hand_back: return HandBack{"bukan kewenangan kami KATA"};
    case CommandName::merge:
        return Merge{.with = "TGP-1111-1111", .reason = "jembatan yang sama KATA", .cases = {}};
    case CommandName::unmerge: return Unmerge{"ternyata dua jembatan KATA"};
    }
    return Start{};
}

} // namespace cases::testing
