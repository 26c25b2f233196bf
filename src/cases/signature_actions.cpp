#include "cases/signature_actions.h"

#include "cases/case_store.h"
#include "cases/search_store.h"
#include "cases/signature_store.h"
#include "cases/visibility.h"

#include <limits>

namespace cases {
namespace {

/// Everything of a row that its signature is made of.
bool signs_alike(const Case& a, const Case& b) {
    return a.area == b.area && a.topic == b.topic && a.place_name == b.place_name && a.lat == b.lat &&
           a.lon == b.lon && may_be_compared(a) == may_be_compared(b);
}

void sign(db::Tx& tx, const Case& c) {
    if (!may_be_compared(c)) return;
    std::string words;
    for (const auto& each : masked_words(tx, c.agency, c.id))
        (words += each) += '\n';
    add_signature(tx, c.agency, signature_key(c), signature_of(c, words));
}

/// What is over and was never signed is nobody's likeness any more, and what was erased has no words.
bool may_be_signed_late(const Case& c, bool was_signed) {
    return was_signed || (c.state != State::closed && !c.proposed_text.empty());
}

} // namespace

bool may_be_compared(const Case& c) noexcept {
    return is_known_to_public(c) && !c.is_conduct();
}

void sign_new(db::Tx& tx, const Case& c, const Signature& signature) {
    if (may_be_compared(c)) add_signature(tx, c.agency, signature_key(c), signature);
}

void sign_change(db::Tx& tx, const Case& before, const Case& after) {
    if (signs_alike(before, after)) return;
    remove_signature(tx, before.agency, signature_key(before));
    sign(tx, after);
}

bool sign_step(db::Tx& tx, base::AgencyId agency, int most) {
    auto so_far = find_signing(tx, agency);
    if (!so_far || so_far->version != signature_version)
        so_far = Signing{.version = signature_version,
                         .down_to = CaseId{std::numeric_limits<std::int64_t>::max()},
                         .n_done = 0,
                         .n_total = count_cases(tx, agency)};
    if (!so_far->down_to) return false;
    const auto ids = find_unsigned_below(tx, agency, so_far->down_to, most);
    for (CaseId id : ids) {
        const auto c = find(tx, agency, id);
        if (!c) continue;
        const bool was_signed = remove_signature(tx, agency, signature_key(*c));
        if (may_be_signed_late(*c, was_signed)) sign(tx, *c);
    }
    const bool is_all = std::ssize(ids) < most;
    so_far->down_to = is_all ? CaseId{} : ids.back();
    so_far->n_done += std::ssize(ids);
    put_signing(tx, agency, *so_far);
    return !is_all;
}

std::optional<Signing> signing_of(db::Tx& tx, base::AgencyId agency) {
    return find_signing(tx, agency);
}

void forget_signature(db::Tx& tx, const Case& c) {
    remove_signature(tx, c.agency, signature_key(c));
}

} // namespace cases
