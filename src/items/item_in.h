// An item as it comes in (contract.md, "Item in"), and what makes one acceptable. Refusals name the member:
// field.missing, field.invalid, item.too_large.
#pragma once
#include "items/item.h"
#include "items/mail_in.h"

#include <boost/describe.hpp>

namespace items {

struct AuthorIn {
    std::string network_id;
    std::optional<std::string> name;
    std::optional<std::string> handle;
};
BOOST_DESCRIBE_STRUCT(AuthorIn, (), (network_id, name, handle))

struct PlaceIn {
    double lat = 0;
    double lon = 0;
};
BOOST_DESCRIBE_STRUCT(PlaceIn, (), (lat, lon))

struct MediaIn {
    std::optional<std::string> sha256; ///< of bytes sent to /api/v1/media
    std::optional<std::string> url;    ///< kept as a link; never fetched here
};
BOOST_DESCRIBE_STRUCT(MediaIn, (), (sha256, url))

struct ContactIn {
    std::optional<std::string> email;
    std::optional<std::string> phone;
};
BOOST_DESCRIBE_STRUCT(ContactIn, (), (email, phone))

struct ItemIn {
    std::string network_id;
    Change type = Change::create;
    AuthorIn author;
    std::string text;
    base::Time created_at{};
    std::optional<Visibility> visibility;
    std::optional<std::string> url;
    std::optional<std::string> in_reply_to;
    std::optional<std::string> root;
    std::optional<std::string> identity;
    std::optional<PlaceIn> place;
    std::vector<MediaIn> media;
    std::optional<ContactIn> contact;
    std::optional<MailIn> mail = {}; ///< of a mailbox alone: never of an API or a file
};
BOOST_DESCRIBE_STRUCT(ItemIn, (),
                      (network_id, type, author, text, created_at, visibility, url, in_reply_to, root,
                       identity, place, media, contact, mail))

inline constexpr std::size_t max_text = 10'000; ///< characters
inline constexpr std::size_t max_media = 10;

/// The item with its texts cleaned and every member within its limits; `now` bounds created_at: not before
/// 2004, when the first of these networks opened, nor more than a day ahead.
[[nodiscard]] base::Result<ItemIn> checked(ItemIn item, base::Time now);

} // namespace items
