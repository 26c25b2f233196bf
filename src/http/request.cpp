#include "http/request.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <unistd.h>

namespace http {
namespace {

constexpr std::array<std::pair<std::string_view, Method>, 7> methods{{{"GET", Method::get},
                                                                      {"HEAD", Method::head},
                                                                      {"POST", Method::post},
                                                                      {"PUT", Method::put},
                                                                      {"PATCH", Method::patch},
                                                                      {"DELETE", Method::del},
                                                                      {"OPTIONS", Method::options}}};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

} // namespace

bool same_ignoring_case(std::string_view a, std::string_view b) noexcept {
    return std::ranges::equal(a, b, {}, lower, lower);
}

Method method_from(std::string_view name) noexcept {
    for (const auto& [text, method] : methods)
        if (text == name) return method;
    return Method::other;
}

std::string_view name(Method method) noexcept {
    for (const auto& [text, value] : methods)
        if (value == method) return text;
    return "OTHER";
}

UploadedFile::~UploadedFile() {
    ::unlink(path.c_str());
}

std::string Request::content_type() const {
    return base::lower_ascii(base::trim(header("Content-Type").substr(0, header("Content-Type").find(';'))));
}

bool Request::wants_page() const {
    if (path == "/api" || path.starts_with("/api/")) return false;
    return header("Accept").find("text/html") != std::string_view::npos;
}

std::string Request::help_code() const {
    return "R-" + id.substr(id.size() > 4 ? id.size() - 4 : 0);
}

} // namespace http
