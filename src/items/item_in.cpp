#include "items/item_in.h"

#include "base/text.h"

#include <cmath>

namespace items {
namespace {

using namespace std::chrono;
constexpr base::Time earliest = sys_days{year{2004} / 1 / 1};

/// Cleans `value` in place; an empty optional stays empty.
base::Result<void> clean_member(std::string& value, std::size_t max, const char* field) {
    auto cleaned = base::clean(value, max, field);
    if (!cleaned) return base::pass(cleaned);
    value = std::move(*cleaned);
    return {};
}
base::Result<void> clean_member(std::optional<std::string>& value, std::size_t max, const char* field) {
    if (!value) return {};
    if (auto ok = clean_member(*value, max, field); !ok) return ok;
    if (value->empty()) value.reset();
    return {};
}

base::Result<void> required(const std::string& value, const char* field) {
    if (value.empty()) return base::fail_field(field, "field.missing");
    return {};
}

bool is_sha256(std::string_view text) noexcept {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

base::Result<void> check_media(const std::vector<MediaIn>& media) {
    if (media.size() > max_media) return base::fail_field("media");
    for (std::size_t i = 0; i < media.size(); ++i) {
        std::string at = "media[" + std::to_string(i) + "]";
        if (!media[i].sha256 && !media[i].url) return base::fail_field(at + ".sha256", "field.missing");
        if (media[i].sha256 && !is_sha256(*media[i].sha256)) return base::fail_field(at + ".sha256");
    }
    return {};
}

} // namespace

base::Result<ItemIn> checked(ItemIn item, base::Time now) {
    struct Limit {
        std::optional<std::string>* value;
        std::size_t max;
        const char* field;
    };
    for (auto [value, max, field] :
         {Limit{&item.author.name, 200, "author.name"}, Limit{&item.author.handle, 200, "author.handle"},
          Limit{&item.url, 2000, "url"}, Limit{&item.in_reply_to, 200, "in_reply_to"},
          Limit{&item.root, 200, "root"}})
        if (auto ok = clean_member(*value, max, field); !ok) return base::pass(ok);
    if (auto ok = clean_member(item.network_id, 200, "network_id"); !ok) return base::pass(ok);
    if (auto ok = required(item.network_id, "network_id"); !ok) return base::pass(ok);
    if (auto ok = clean_member(item.author.network_id, 200, "author.network_id"); !ok) return base::pass(ok);
    if (auto ok = required(item.author.network_id, "author.network_id"); !ok) return base::pass(ok);
    if (auto ok = clean_member(item.text, max_text, "text"); !ok) return base::pass(ok);
    if (item.type != Change::remove && item.text.empty() && item.media.empty())
        return base::fail_field("text", "field.missing");
    if (item.created_at < earliest || item.created_at > now + days{1}) return base::fail_field("created_at");
    if (item.place) {
        bool on_earth = std::abs(item.place->lat) <= 90 && std::abs(item.place->lon) <= 180; // false for NaN
        if (!on_earth) return base::fail_field("place");
    }
    if (auto ok = check_media(item.media); !ok) return base::pass(ok);
    return item;
}

} // namespace items
