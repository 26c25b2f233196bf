// Forms: application/x-www-form-urlencoded and multipart/form-data (RFC 7578) into fields and files, byte for
// byte. `form.unsupported` for another type, `form.malformed` for broken bodies, `field.invalid` for text
// that is no UTF-8 or has NUL.
#pragma once
#include "base/result.h"
#include "http/fields.h"
#include "http/request.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace http {

struct FormFile {
    std::string field;
    std::string filename;     ///< last path component, UTF-8; may be empty. A hint, never a path to open
    std::string content_type; ///< as declared; believe the bytes instead
    std::string_view bytes;   ///< lives as long as the Form and the Request
    std::uint64_t offset = 0; ///< of `bytes` in the body or the uploaded file
};

struct Form {
    Fields fields;
    std::vector<FormFile> files; ///< without the empty parts that browsers send for unused file inputs

    [[nodiscard]] std::string_view value(std::string_view name) const { return fields.value(name); }
    [[nodiscard]] const FormFile* file(std::string_view field) const;

    std::shared_ptr<const void> mapping; ///< keeps the pages of an uploaded body
};

struct FormLimits {
    std::size_t parts = 256;              ///< fields and files together
    std::size_t field_bytes = 256 * 1024; ///< one text field of a multipart form
    std::size_t part_header_bytes = 4 * 1024;
};

[[nodiscard]] base::Result<Form> parse_form(const Request& request, const FormLimits& limits = {});
/// The same over bytes; `content_type` is the whole header value with its boundary.
[[nodiscard]] base::Result<Form> parse_form(std::string_view body, std::string_view content_type,
                                            const FormLimits& limits = {});
/// "a=1&b=x%20y+z": percent-decoded, '+' is a space. Also for queries.
[[nodiscard]] base::Result<Fields> parse_urlencoded(std::string_view text, std::size_t max_fields);

} // namespace http
