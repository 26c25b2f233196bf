#include "cases/signature_actions.h"

#include "cases/search_store.h"
#include "cases/signature_store.h"
#include "cases/visibility.h"

namespace cases {
namespace {

/// Everything of a row that its signature is made of.
bool signs_alike(const Case& a, const Case& b) {
    return a.area == b.area && a.topic == b.topic && a.place_name == b.place_name && a.lat == b.lat &&
           a.lon == b.lon && may_be_compared(a) == may_be_compared(b);
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
    if (!may_be_compared(after)) return;
    std::string words;
    for (const auto& each : masked_words(tx, after.agency, after.id))
        (words += each) += '\n';
    add_signature(tx, after.agency, signature_key(after), signature_of(after, words));
}

void forget_signature(db::Tx& tx, const Case& c) {
    remove_signature(tx, c.agency, signature_key(c));
}

} // namespace cases
