// The documents that other servers read of us, and the activities that we send. JSON text.
#pragma once
#include "network/channel.h"

namespace channels::activitypub {

inline constexpr std::string_view activity_type = "application/activity+json";

/// Our actor as others see it.
struct OwnActor {
    std::string id;     ///< "https://lapor.contoh.go.id/aktor/posko"
    std::string handle; ///< "@posko@lapor.contoh.go.id"
    std::string inbox;
    std::string public_key; ///< PEM
    std::string name;       ///< "Dinas Pekerjaan Umum DKI Jakarta"
    std::string summary;
    std::string page; ///< for people
};

[[nodiscard]] std::string actor_document(const OwnActor& actor);
/// RFC 7033, application/jrd+json.
[[nodiscard]] std::string webfinger_document(const OwnActor& actor);
/// Of `count` things that are not listed.
[[nodiscard]] std::string collection_document(const std::string& id, std::int64_t count);
[[nodiscard]] std::string nodeinfo_links(const std::string& server);
/// NodeInfo 2.1.
[[nodiscard]] std::string nodeinfo_document(std::string_view version, std::int64_t actors);

/// A note in answer to one, and who is told.
struct Answering {
    std::string actor; ///< ours
    std::string id;    ///< of the note
    std::string text;
    std::string language;
    std::string answers; ///< id of the note
    std::string root;    ///< of the thread; empty: unknown
    std::string to;      ///< actor that is answered
    std::string handle;  ///< "@budi@warga.example"; empty: not named
    std::string at;      ///< ISO 8601
    items::Visibility visibility = items::Visibility::public_;
};
[[nodiscard]] std::string create_activity(const Answering& note);
/// A post of our own.
struct OwnPost {
    std::string actor;
    std::string id;
    std::string text;
    std::string language;
    std::string at; ///< ISO 8601
    struct Picture {
        std::string address;
        std::string alt;
    };
    std::vector<Picture> pictures = {};
};
[[nodiscard]] std::string post_document(const OwnPost& post);
[[nodiscard]] std::string create_post_activity(const OwnPost& post);
[[nodiscard]] std::string delete_activity(const std::string& actor, const std::string& id);
/// The note in a Create, as a document of its own.
[[nodiscard]] std::string note_in(const std::string& create);
/// The collection, which names its one page; the page with the newest posts.
[[nodiscard]] std::string outbox_document(const std::string& id, std::int64_t count);
[[nodiscard]] std::string outbox_page(const std::string& id, const std::vector<OwnPost>& newest);
/// Accept of a Follow.
[[nodiscard]] std::string accept_activity(const std::string& actor, const std::string& follower,
                                          const std::string& follow);

} // namespace channels::activitypub
