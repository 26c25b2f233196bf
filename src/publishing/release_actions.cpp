#include "base/text.h"
#include "db/tx.h"
#include "outgoing/posting_actions.h"
#include "outgoing/send_actions.h"
#include "publishing/post_actions.h"
#include "publishing/post_store.h"

namespace publishing {
namespace {

std::string sha256s(const Whole& whole) {
    std::vector<std::string> out;
    for (const auto& picture : whole.pictures)
        out.push_back(picture.sha256);
    return base::join(out, ",");
}

std::string alts(const Whole& whole) {
    base::json::Array out;
    for (const auto& picture : whole.pictures)
        out.emplace_back(picture.alt);
    return boost::json::serialize(out);
}

void send_to(db::Tx& tx, const Context& context, const Whole& whole, const Target& target) {
    outgoing::Outgoing message;
    message.agency = context.directory.id();
    message.id = context.ids.next<outgoing::OutgoingId>();
    message.event = target.id.value;
    message.channel = outgoing::Channel::network;
    message.state = outgoing::State::queued;
    message.language = whole.post.language;
    message.subject = base::first(whole.post.text, 120);
    message.body = message.letter = whole.post.text;
    message.created_at = message.changed_at = context.now;
    if (!outgoing::add_post(tx, context.ids, message,
                            {.outgoing = message.id,
                             .account = target.account,
                             .pictures = sha256s(whole),
                             .alts = whole.pictures.empty() ? std::string() : alts(whole)}))
        return; // made before
    store::set_outgoing(tx, context.directory.id(), target.id, message.id);
}

} // namespace

void release(db::Tx& tx, const Context& context, PostId id) {
    auto whole = whole_of(tx, context.directory.id(), id);
    if (!whole) return;
    auto& post = whole->post;
    if (post.state != State::approved || !post.release_at || *post.release_at > context.now) return;
    const int was = post.version++;
    post.changed_at = context.now;
    const auto asked =
        policy_for(store::policies(tx, context.directory.id()), context.directory, post.office, post.kind);
    const Rule rule = asked.rule == Rule::off ? post.rule : asked.rule;
    if (!suffices(post.rule, rule)) {
        post.state = State::awaiting;
        post.rule = rule;
        post.release_at.reset();
        if (store::update(tx, post, was))
            note(tx, context, post, handed_in, std::nullopt, {{"rule", base::code_of(rule)}});
        return;
    }
    post.state = State::released;
    if (!store::update(tx, post, was)) return;
    for (const auto& target : whole->targets)
        if (!target.outgoing) send_to(tx, context, *whole, target);
    note(tx, context, post, released, std::nullopt);
}

} // namespace publishing
