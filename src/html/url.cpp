#include "html/url.h"

#include "base/encode.h"

namespace html {

base::Result<Url> Url::from(std::string_view text, std::string_view field) {
    if (!is_safe_url(text))
        return base::fail_field(std::string(field), "field.invalid", "not an address to link to");
    return Url(std::string(text));
}

void detail::append_encoded(std::string& out, std::string_view text) {
    out += base::percent_encode(text);
}

std::string detail::one_slash(std::string url) {
    if (url.starts_with("//")) url.erase(0, url.find_first_not_of('/') - 1);
    return url;
}

} // namespace html
