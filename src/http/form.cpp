#include "http/form.h"

#include "base/encode.h"
#include "base/text.h"
#include "http/multipart.h"

#include <algorithm>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace http {
namespace {

/// The file as memory; null when it cannot be mapped.
std::shared_ptr<const void> map_file(const UploadedFile& file) {
    int descriptor = ::open(file.path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return nullptr;
    void* at = ::mmap(nullptr, file.size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    ::close(descriptor);
    if (at == MAP_FAILED) return nullptr;
    return {at, [size = file.size](const void* mapped) { ::munmap(const_cast<void*>(mapped), size); }};
}

} // namespace

const FormFile* Form::file(std::string_view field) const {
    auto found = std::ranges::find(files, field, &FormFile::field);
    return found == files.end() ? nullptr : &*found;
}

base::Result<Fields> parse_urlencoded(std::string_view text, std::size_t max_fields) {
    Fields fields;
    if (text.empty()) return fields;
    for (std::string_view pair : base::split(text, '&')) {
        if (pair.empty()) continue;
        if (fields.size() == max_fields)
            return base::fail(base::Kind::invalid, "form.malformed", "too many fields");
        auto equals = pair.find('=');
        auto name = base::percent_decode(pair.substr(0, equals), /*plus_is_space=*/true);
        auto value = equals == std::string_view::npos
                         ? base::Result<std::string>("")
                         : base::percent_decode(pair.substr(equals + 1), /*plus_is_space=*/true);
        if (!name || !value)
            return base::fail(base::Kind::invalid, "form.malformed", "broken percent encoding");
        for (const std::string* part : {&*name, &*value})
            if (!base::is_utf8(*part) || part->find('\0') != std::string::npos)
                return base::fail_field(base::is_utf8(*name) ? *name : std::string(), "field.invalid",
                                        "no UTF-8 or a NUL");
        fields.add(std::move(*name), std::move(*value));
    }
    return fields;
}

base::Result<Form> parse_form(std::string_view body, std::string_view content_type,
                              const FormLimits& limits) {
    std::string_view type = base::trim(content_type.substr(0, content_type.find(';')));
    if (same_ignoring_case(type, "multipart/form-data"))
        return parse_multipart(body, header_parameter(content_type, "boundary").value_or(""), limits);
    if (same_ignoring_case(type, "application/x-www-form-urlencoded")) {
        auto fields = parse_urlencoded(body, limits.parts);
        if (!fields) return base::pass(fields);
        return Form{.fields = std::move(*fields), .files = {}, .mapping = nullptr};
    }
    return base::fail(base::Kind::unsupported, "form.unsupported", "neither urlencoded nor multipart");
}

base::Result<Form> parse_form(const Request& request, const FormLimits& limits) {
    if (!request.upload || request.upload->size == 0)
        return parse_form(request.body, request.header("Content-Type"), limits);
    auto mapping = map_file(*request.upload);
    if (!mapping) return base::fail(base::Kind::broken, "server.broken", "an uploaded body cannot be mapped");
    std::string_view bytes(static_cast<const char*>(mapping.get()), request.upload->size);
    auto form = parse_form(bytes, request.header("Content-Type"), limits);
    if (form) form->mapping = std::move(mapping);
    return form;
}

} // namespace http
