// One case as a person of the staff sees it on /meja/laporan/{kode}. Plain data: what the person may not see
// is not in it.
#pragma once
#include "agency/directory.h"
#include "agency/other_agency.h"
#include "cases/alike.h"
#include "cases/arbitration.h"
#include "cases/earlier_answer.h"
#include "cases/event.h"
#include "cases/route.h"
#include "cases/visibility.h"
#include "deadlines/explain.h"
#include "desk/hints.h"
#include "items/mail_in.h"
#include "outgoing/outgoing.h"
#include "people/identity.h"
#include "referral/delivery.h"
#include "triage/mask.h"

namespace desk {

/// One thing that the reporter sent.
struct Said {
    base::Time at{};
    std::string network;
    std::string text; ///< as it was written; empty when it cannot be opened any more
    std::vector<triage::Mask> masks;
    bool is_erased = false;                        ///< the reporter's data was erased
    bool is_deleted = false;                       ///< taken back on its network
    std::optional<items::SenderProof> sender = {}; ///< of a mail
    std::string whole = {}; ///< a mail with what it quotes; only as it was written, empty: the text is all
};

struct Happened {
    base::Time at{};
    cases::Party by = cases::Party::system;
    std::optional<cases::StaffId> staff;
    std::string kind;        ///< "case.assigned"
    base::json::Object data; ///< public members, and the others where the person may see words
    bool is_public = false;
};

struct RunningDeadline {
    deadlines::Deadline row;
    std::string name_id;
    std::string name_en;
    std::optional<deadlines::Explanation> why; ///< missing: its profile is not there any more
    // What this person may do with it:
    int may_extend_by = 0;                       ///< in the unit of its mode; 0: not
    std::optional<deadlines::Deadline> if_moved; ///< counted anew; empty: not, or it would change nothing
};

/// What else reports the same thing, or likely does.
struct Together {
    std::optional<cases::Incident> incident;
    std::vector<cases::Case> members;       ///< the others that the person may see, the first few
    std::vector<cases::Alike> alike;        ///< likely the same, not joined
    std::optional<cases::Doubt> doubt;      ///< this case's "belum" that waits for a look
    std::vector<std::string> doubted_codes; ///< of the other cases whose "belum" waits
};

struct CaseView {
    cases::Case c;
    Together together;
    cases::StaffView may;
    std::vector<cases::CommandName> possible;
    std::vector<RunningDeadline> deadlines;
    std::vector<Happened> timeline; ///< oldest first
    std::vector<proof::Round> proofs;
    std::vector<std::string> pictures;    ///< of the report; only where words may be seen
    std::vector<Said> said;               ///< only where words may be seen
    std::vector<outgoing::Outgoing> told; ///< to the reporter, oldest first; only where words may be seen
    std::map<outgoing::OutgoingId, std::string> told_at; ///< where answers stand on their network
    std::map<std::int64_t, std::string> names;           ///< of the staff named in it
    proof::ProofKind demanded = proof::ProofKind::answer;
    cases::Route route;                            ///< what the rules say today
    std::optional<cases::Arbitration> arbitration; ///< while it waits for the arbiter
    std::vector<agency::OtherAgency> agencies;     ///< of this installation, to refer to
    std::vector<agency::OutsideAgency> outside;    ///< set up by the administrator, to refer to
    std::optional<referral::Progress> delivery;    ///< of the last hand-over outside
    std::vector<cases::EarlierAnswer> earlier;     ///< answers in like matters, while an answer is written
    std::optional<Hints> hints; ///< while nobody has verified it; only where words may be seen
    std::string answered_as;    ///< account as which the reporter is answered in public; empty: nowhere
    bool has_identity = false;

    [[nodiscard]] bool can(cases::CommandName name) const;
    [[nodiscard]] std::string name_of(std::optional<cases::StaffId> staff) const;
    /// Whether the person may see that picture beside the case.
    [[nodiscard]] bool shows(std::string_view sha256) const;
    /// The newest of a kind; null when it never happened.
    [[nodiscard]] const Happened* last(std::string_view kind) const;
};

/// A text member of an event's data; empty when it has none.
[[nodiscard]] std::string text_at(const base::json::Object& data, std::string_view member);
/// Who was reminded, as the event says.
[[nodiscard]] std::vector<cases::StaffId> told_in(const base::json::Object& data);
/// The office that a member names; empty when there is none.
[[nodiscard]] std::optional<agency::OfficeId> office_at(const base::json::Object& data,
                                                        std::string_view member);

/// A second return waits for the arbiter, the head above the offices that sent it back.
[[nodiscard]] bool waits_for_arbiter(const cases::Case& c) noexcept;

} // namespace desk
