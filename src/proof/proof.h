// Proof that a matter is solved, and the pure rule of what suffices. Refusals are case.needs_proof with the
// field that is missing.
#pragma once
#include "agency/proof_kind.h"
#include "base/id.h"
#include "base/time.h"

#include <optional>
#include <string>
#include <vector>

namespace proof {

using agency::ProofKind;
using ProofId = base::Id<struct ProofTag>;

inline constexpr std::size_t max_photos = 8; ///< on each side

/// What an officer hands in. Photos are named by the sha256 that the upload gave back.
struct Given {
    ProofKind kind = ProofKind::photo;
    std::string note = {}; ///< with `answer` the public answer itself
    std::vector<std::string> before = {};
    std::vector<std::string> after = {};
    std::string document_number = {};
    std::optional<base::Day> document_day = {};
    bool reporter_said_yes = false;
};

/// Where an after-photo was seen already.
enum class Seen {
    report,        ///< sent with a report of this very case
    before_work,   ///< "before" of a proof, of this case or another
    other_case,    ///< "after" of another case
    earlier_round, ///< "after" of this case in an earlier round: no refusal, a warning
};
struct Reuse {
    std::string sha256 = {};
    Seen seen = Seen::report;
    std::int64_t case_id = 0; ///< whose report or proof it was
};

/// What the database knows about the photos that were given.
struct Evidence {
    std::vector<std::string> unknown = {}; ///< never uploaded to this agency
    std::vector<Reuse> reused = {};        ///< after-photos only
};

/// Does what was given suffice for what the topic demands? case.needs_proof (invalid) with field proof.kind,
/// proof.after (none that was uploaded, or one that was seen before), proof.note, proof.document_number,
/// proof.document_day or proof.confirmation; media.unknown for one photo of several that was never uploaded;
/// field.invalid for more photos than max_photos.
[[nodiscard]] base::Result<void> check(ProofKind demanded, const Given& given, const Evidence& evidence = {});

/// One proof as pages show it; a contested case has more than one, oldest first.
struct Round {
    ProofId id = {};
    ProofKind kind = ProofKind::photo;
    std::string note = {};
    std::string document_number = {};
    std::optional<base::Day> document_day = {};
    std::int64_t given_by = 0; ///< staff; 0 = the reporter
    base::Time given_at = {};
    std::vector<std::string> before = {};
    std::vector<std::string> after = {};
};

} // namespace proof
