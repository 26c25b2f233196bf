#include "channels/activitypub/documents.h"

#include "base/encode.h"
#include "channels/activitypub/addresses.h"
#include "channels/activitypub/note_text.h"
#include "network/rsa_key.h"

#include <fmt/format.h>

namespace channels::activitypub {
namespace {

using base::json::Array;
using base::json::Object;

constexpr std::string_view activity_streams = "https://www.w3.org/ns/activitystreams";

std::string name_of(const OwnActor& actor) {
    return actor.id.substr(actor.id.rfind('/') + 1);
}

} // namespace

std::string actor_document(const OwnActor& a) {
    return boost::json::serialize(
        Object{{"@context", Array{activity_streams, "https://w3id.org/security/v1",
                                  Object{{"manuallyApprovesFollowers", "as:manuallyApprovesFollowers"},
                                         {"toot", "http://joinmastodon.org/ns#"},
                                         {"discoverable", "toot:discoverable"}}}},
               {"id", a.id},
               {"type", "Organization"},
               {"preferredUsername", name_of(a)},
               {"name", a.name},
               {"summary", html_of_text(a.summary)},
               {"url", a.page},
               {"inbox", a.inbox},
               {"outbox", a.id + "/outbox"},
               {"followers", a.id + "/followers"},
               {"following", a.id + "/following"},
               {"manuallyApprovesFollowers", false},
               {"discoverable", true},
               {"publicKey", Object{{"id", key_id(a.id)}, {"owner", a.id}, {"publicKeyPem", a.public_key}}}});
}

std::string webfinger_document(const OwnActor& a) {
    return boost::json::serialize(
        Object{{"subject", "acct:" + a.handle.substr(1)},
               {"aliases", Array{a.id}},
               {"links", Array{Object{{"rel", "self"}, {"type", activity_type}, {"href", a.id}},
                               Object{{"rel", "http://webfinger.net/rel/profile-page"},
                                      {"type", "text/html"},
                                      {"href", a.page}}}}});
}

std::string collection_document(const std::string& id, std::int64_t count) {
    return boost::json::serialize(Object{
        {"@context", activity_streams}, {"id", id}, {"type", "OrderedCollection"}, {"totalItems", count}});
}

std::string nodeinfo_links(const std::string& server) {
    return boost::json::serialize(
        Object{{"links", Array{Object{{"rel", "http://nodeinfo.diaspora.software/ns/schema/2.1"},
                                      {"href", server + "/nodeinfo/2.1"}}}}});
}

std::string nodeinfo_document(std::string_view version, std::int64_t actors) {
    return boost::json::serialize(Object{
        {"version", "2.1"},
        {"software", Object{{"name", "tanggap"}, {"version", version}}},
        {"protocols", Array{"activitypub"}},
        {"services", Object{{"inbound", Array{}}, {"outbound", Array{}}}},
        {"openRegistrations", false},
        {"usage", Object{{"users", Object{{"total", actors}}}, {"localPosts", 0}, {"localComments", 0}}},
        {"metadata", Object{}},
    });
}

std::string create_activity(const Answering& n) {
    Array to;
    Array cc;
    const std::string followers = n.actor + "/followers";
    switch (n.visibility) {
    case items::Visibility::public_:
        to = {public_address};
        cc = {n.to, followers};
        break;
    case items::Visibility::unlisted:
        to = {followers};
        cc = {n.to, public_address};
        break;
    default: to = {n.to};
    }
    std::string content = html_of_text(n.text);
    Array tags;
    if (!n.handle.empty()) {
        content.insert(3, fmt::format(R"(<a href="{}" class="u-url mention">{}</a> )", escaped(n.to),
                                      escaped(n.handle)));
        tags.emplace_back(Object{{"type", "Mention"}, {"href", n.to}, {"name", n.handle}});
    }
    Object note{{"id", n.id},
                {"type", "Note"},
                {"attributedTo", n.actor},
                {"content", content},
                {"contentMap", Object{{n.language, content}}},
                {"inReplyTo", n.answers},
                {"published", n.at},
                {"to", to},
                {"cc", cc},
                {"sensitive", false},
                {"tag", std::move(tags)},
                {"attachment", Array{}}};
    if (!n.root.empty()) note["conversation"] = n.root;
    return boost::json::serialize(
        Object{{"@context", Array{activity_streams, Object{{"ostatus", "http://ostatus.org#"},
                                                           {"conversation", "ostatus:conversation"},
                                                           {"sensitive", "as:sensitive"}}}},
               {"id", n.id + "#create"},
               {"type", "Create"},
               {"actor", n.actor},
               {"published", n.at},
               {"to", std::move(to)},
               {"cc", std::move(cc)},
               {"object", std::move(note)}});
}

namespace {

Object post_object(const OwnPost& p) {
    Array attachment;
    for (const auto& picture : p.pictures)
        attachment.emplace_back(Object{{"type", "Document"},
                                       {"mediaType", "image/jpeg"},
                                       {"url", picture.address},
                                       {"name", picture.alt}});
    const std::string content = html_of_text(p.text);
    return {{"id", p.id},
            {"type", "Note"},
            {"attributedTo", p.actor},
            {"content", content},
            {"contentMap", Object{{p.language, content}}},
            {"published", p.at},
            {"url", p.id},
            {"to", Array{public_address}},
            {"cc", Array{p.actor + "/followers"}},
            {"sensitive", false},
            {"attachment", std::move(attachment)}};
}

Array post_context() {
    return {activity_streams, Object{{"sensitive", "as:sensitive"}}};
}

Object create_object(const OwnPost& p) {
    return {{"id", p.id + "#create"},
            {"type", "Create"},
            {"actor", p.actor},
            {"published", p.at},
            {"to", Array{public_address}},
            {"cc", Array{p.actor + "/followers"}},
            {"object", post_object(p)}};
}

} // namespace

std::string post_document(const OwnPost& post) {
    auto out = post_object(post);
    out["@context"] = post_context();
    return boost::json::serialize(out);
}

std::string create_post_activity(const OwnPost& post) {
    auto out = create_object(post);
    out["@context"] = post_context();
    return boost::json::serialize(out);
}

std::string delete_activity(const std::string& actor, const std::string& id) {
    return boost::json::serialize(Object{{"@context", activity_streams},
                                         {"id", id + "#delete"},
                                         {"type", "Delete"},
                                         {"actor", actor},
                                         {"to", Array{public_address}},
                                         {"cc", Array{actor + "/followers"}},
                                         {"object", Object{{"id", id}, {"type", "Tombstone"}}}});
}

std::string note_in(const std::string& create) {
    auto json = base::json::parse(create);
    if (!json || !json->is_object() || !json->get_object()["object"].is_object()) return {};
    Object note = json->get_object()["object"].get_object();
    note["@context"] = json->get_object()["@context"];
    return boost::json::serialize(note);
}

std::string outbox_document(const std::string& id, std::int64_t count) {
    return boost::json::serialize(Object{{"@context", activity_streams},
                                         {"id", id},
                                         {"type", "OrderedCollection"},
                                         {"totalItems", count},
                                         {"first", id + "?page=1"}});
}

std::string outbox_page(const std::string& id, const std::vector<OwnPost>& newest) {
    Array items;
    for (const auto& post : newest)
        items.emplace_back(create_object(post));
    return boost::json::serialize(Object{{"@context", post_context()},
                                         {"id", id + "?page=1"},
                                         {"type", "OrderedCollectionPage"},
                                         {"partOf", id},
                                         {"orderedItems", std::move(items)}});
}

std::string accept_activity(const std::string& actor, const std::string& follower,
                            const std::string& follow) {
    return boost::json::serialize(Object{
        {"@context", activity_streams},
        {"id", fmt::format("{}#terima-{}", actor, base::to_hex(network::sha256(follow)).substr(0, 32))},
        {"type", "Accept"},
        {"actor", actor},
        {"to", Array{follower}},
        {"object", Object{{"id", follow}, {"type", "Follow"}, {"actor", follower}, {"object", actor}}}});
}

} // namespace channels::activitypub
