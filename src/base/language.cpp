#include "base/language.h"

#include "base/text.h"

#include <charconv>

namespace base {

Language language_from(std::string_view accept_language) noexcept {
    Language best = Language::id;
    double best_q = 0;
    while (!accept_language.empty()) {
        auto end = accept_language.find(',');
        std::string_view range = trim(accept_language.substr(0, end));
        accept_language.remove_prefix(end == std::string_view::npos ? accept_language.size() : end + 1);
        double q = 1;
        if (auto at = range.find(";q="); at != std::string_view::npos) {
            auto digits = range.substr(at + 3);
            if (std::from_chars(digits.data(), digits.data() + digits.size(), q).ec != std::errc{}) q = 0;
        }
        bool indonesian = range.starts_with("id") || range.starts_with("ID") || range.starts_with("in");
        bool english = range.starts_with("en") || range.starts_with("EN");
        if ((indonesian || english) && q > best_q) {
            best = indonesian ? Language::id : Language::en;
            best_q = q;
        }
    }
    return best;
}

} // namespace base
