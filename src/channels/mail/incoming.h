// What a mail in the agency's mailbox means: words of a citizen, an answer to ours, one of ours that came
// back, or what no person wrote. Pure; never fails.
#pragma once
#include "network/channel.h"

#include <optional>

namespace channels::mail {

struct Arrived {
    std::string_view bytes;
    bool is_cut = false; ///< only its beginning is there
    base::Time at{};     ///< at the mailbox
    std::string place;   ///< where its pictures are fetched from: "mail:12/305"
};
/// Whose mailbox it is.
struct Own {
    std::string address;          ///< "posko@contoh.go.id"
    std::string auth_server = {}; ///< whose Authentication-Results count; empty: nobody's
};

enum class LeftOut {
    automatic, ///< a program's answer to ours
    own,       ///< from the mailbox itself
    returned,  ///< one of ours that came back; told by the event
    empty,     ///< neither words nor pictures nor anything attached
};

struct Meaning {
    std::optional<network::Event> event = {};
    std::optional<LeftOut> left_out = {};
};
[[nodiscard]] Meaning meaning_of(const Arrived& arrived, const Own& own);

/// Where a picture of a mail is: "mail:12/305/2" is part 2 of the mail with UID 305 under UIDVALIDITY 12.
struct PicturePlace {
    std::uint32_t validity = 0;
    std::uint32_t uid = 0;
    std::size_t part = 0;
};
[[nodiscard]] std::optional<PicturePlace> read_picture_place(std::string_view url);

} // namespace channels::mail
