// What an operator wrote down for a citizen at /meja/catat: a call, a visit, a letter, a pasted link, a
// screenshot. check() never throws anything away: the draft goes back with a sentence for each member that is
// not right.
#pragma once
#include "agency/directory.h"
#include "base/language.h"
#include "triage/kind.h"

#include <utility>

namespace intake {

inline constexpr std::size_t max_record_text = 10'000; ///< characters: a letter of three pages
inline constexpr std::size_t max_record_photos = 3;

/// How it reached the office. Each has an account of the network with its code.
enum class Channel { phone, counter, letter, link, screenshot };
[[nodiscard]] base::Text name(Channel channel) noexcept;

struct RecordDraft {
    std::string key; ///< made with the form: the same form sent twice is one case
    std::string channel = "phone";
    std::string text;
    std::string place;
    std::string kind, topic; ///< codes; empty: as it is read in the words
    std::string name, email, phone;
    std::string identity = "public";
    bool words_may_be_public = false;
    std::string link;
    std::string letter_number, letter_day;
    std::string received_at;         ///< local time of the agency; empty: now
    std::vector<std::string> photos; ///< sha256 of pictures that were taken in already
};

enum class RecordMember {
    key,
    channel,
    text,
    place,
    kind,
    topic,
    name,
    email,
    phone,
    identity,
    link,
    letter_number,
    letter_day,
    received_at,
    photos,
};

struct Record {
    std::string key;
    Channel channel = Channel::phone;
    std::string text;
    std::string place;
    std::optional<triage::Kind> kind;
    std::optional<std::string> topic;
    std::optional<std::string> name, email, phone;
    std::string identity;
    bool words_may_be_public = false;
    std::optional<std::string> link; ///< as canonical_link() writes it
    std::optional<std::string> letter_number;
    std::optional<base::Day> letter_day;
    base::Time received_at{};
    std::vector<std::string> photos;
};

struct CheckedRecord {
    Record record; ///< meaningful when there are no problems
    std::vector<std::pair<RecordMember, base::Text>> problems;
};

[[nodiscard]] CheckedRecord check(const RecordDraft& draft, const agency::Directory& directory,
                                  base::Time now);

/// One way to write a public address, so that the same post pasted twice is known: scheme and host in lower
/// case, without fragment, without the marks that networks add when sharing (utm_..., igsh, fbclid ...),
/// without a slash at the end. `field.invalid` for anything but http and https.
[[nodiscard]] base::Result<std::string> canonical_link(std::string_view text);

} // namespace intake

template <> inline constexpr auto base::codes<intake::Channel> = std::to_array<base::Coded<intake::Channel>>({
    {intake::Channel::phone, "phone"},
    {intake::Channel::counter, "counter"},
    {intake::Channel::letter, "letter"},
    {intake::Channel::link, "link"},
    {intake::Channel::screenshot, "screenshot"},
});
