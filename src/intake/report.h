// What a citizen wrote on /lapor, as it came and as it is accepted. check() never throws anything away: the
// draft goes back into the form with a sentence beside each member that is not right.
#pragma once
#include "base/language.h"
#include "base/result.h"
#include "base/time.h"
#include "places/area.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace intake {

inline constexpr std::size_t max_report_text = 4000; ///< characters
inline constexpr std::size_t max_report_photos = 3;

struct ReportDraft {
    std::string key; ///< made with the form: the same form sent twice is one report
    std::string text;
    std::string place;
    std::string lat, lon; ///< of the device, both or none
    std::string identity = "public";
    std::string email, phone;
    std::vector<std::string> photos;              ///< sha256 of pictures that were taken in already
    std::string same = {};                        ///< code of the case that is the same, or `not_the_same`
    base::Language language = base::Language::id; ///< of the page
};

enum class ReportMember { key, text, place, identity, email, phone, photos };

struct Report {
    base::Language language = base::Language::id; ///< answers come in it
    std::string key;
    std::string text;
    std::string place;
    std::optional<places::Point> point;
    std::string identity;
    std::optional<std::string> email, phone;
    std::vector<std::string> photos;
};

struct CheckedReport {
    Report report; ///< meaningful when there are no problems
    std::vector<std::pair<ReportMember, base::Text>> problems;
};

[[nodiscard]] CheckedReport check(const ReportDraft& draft);

/// What the citizen answers when nothing that is already reported is theirs.
inline constexpr std::string_view not_the_same = "bukan";

/// Symbols of base64url: 128 random bits, alone or with the seal of form_seal.h.
inline constexpr std::size_t plain_key_symbols = 22, sealed_key_symbols = 42;
[[nodiscard]] bool is_form_key(std::string_view key) noexcept;

} // namespace intake
