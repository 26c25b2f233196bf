#include "proof/proof.h"

#include "base/text.h"

#include <algorithm>

namespace proof {
namespace {

using base::fail_field;
using base::Result;

bool is_blank(std::string_view text) {
    return base::trim(text).empty();
}

bool holds(const std::vector<std::string>& photos, const std::string& sha256) {
    return std::ranges::find(photos, sha256) != photos.end();
}

std::unexpected<base::Problem> missing(std::string field, std::string why = {}) {
    return fail_field(std::move(field), "case.needs_proof", std::move(why));
}

/// An earlier round's picture shows at least the place after work; the others show that nobody was there.
bool is_refused(Seen seen) {
    switch (seen) {
    case Seen::report:
    case Seen::before_work:
    case Seen::other_case: return true;
    case Seen::earlier_round: return false;
    }
    return true;
}

Result<void> check_photos(const Given& given, const Evidence& evidence) {
    if (given.before.size() > max_photos)
        return fail_field("proof.before", "field.invalid", "too many photos");
    if (given.after.size() > max_photos) return fail_field("proof.after", "field.invalid", "too many photos");
    for (const auto& photo : given.after)
        if (holds(given.before, photo)) return missing("proof.after", "the same picture before and after");
    for (const auto& reuse : evidence.reused)
        if (is_refused(reuse.seen) && holds(given.after, reuse.sha256))
            return missing("proof.after", "seen already at case " + std::to_string(reuse.case_id));
    return {};
}

Result<void> check_known(const Given& given, const Evidence& evidence) {
    for (const auto& photo : evidence.unknown) {
        if (holds(given.after, photo)) return fail_field("proof.after", "media.unknown");
        if (holds(given.before, photo)) return fail_field("proof.before", "media.unknown");
    }
    return {};
}

Result<void> check_demand(ProofKind demanded, const Given& given, const Evidence& evidence) {
    switch (demanded) {
    case ProofKind::photo: {
        const bool has_one = std::ranges::any_of(
            given.after, [&](const std::string& photo) { return !holds(evidence.unknown, photo); });
        if (!has_one) return missing("proof.after");
        return {};
    }
    case ProofKind::answer:
        if (is_blank(given.note)) return missing("proof.note");
        return {};
    case ProofKind::document:
        if (is_blank(given.document_number)) return missing("proof.document_number");
        if (!given.document_day) return missing("proof.document_day");
        return {};
    case ProofKind::confirmation:
        if (!given.reporter_said_yes) return missing("proof.confirmation");
        return {};
    }
    return {};
}

} // namespace

Result<void> check(ProofKind demanded, const Given& given, const Evidence& evidence) {
    if (given.kind != demanded) return missing("proof.kind");
    if (auto photos = check_photos(given, evidence); !photos) return photos;
    if (auto demand = check_demand(demanded, given, evidence); !demand) return demand;
    return check_known(given, evidence);
}

} // namespace proof
