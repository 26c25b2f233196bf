// One request as handlers see it: read whole, checked and decoded by the edge before any handler runs.
// Everything in it comes from outside; only sizes, UTF-8 and the absence of NUL in path and query are
// settled.
#pragma once
#include "base/language.h"
#include "http/fields.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <typeindex>
#include <utility>
#include <vector>

namespace base {
struct Problem;
}

namespace http {

struct Request;
struct Response;

enum class Method { get, head, post, put, patch, del, options, other };
[[nodiscard]] Method method_from(std::string_view name) noexcept;
[[nodiscard]] std::string_view name(Method method) noexcept;
/// GET and HEAD: must change nothing.
[[nodiscard]] constexpr bool is_safe(Method method) noexcept {
    return method == Method::get || method == Method::head;
}

/// A body on disk (routes with `upload()`); removed when the request is done. To keep it, rename or copy it.
struct UploadedFile {
    std::filesystem::path path;
    std::uint64_t size = 0;

    UploadedFile(std::filesystem::path file, std::uint64_t bytes) : path(std::move(file)), size(bytes) {}
    UploadedFile(const UploadedFile&) = delete;
    UploadedFile& operator=(const UploadedFile&) = delete;
    ~UploadedFile();
};

/// Draws the page for a problem that a browser shall see. Runs on the edge too: pure, quick, no database.
using ErrorPage = std::function<Response(const Request&, const base::Problem&, int status)>;

struct Request {
    Method method = Method::get;
    std::string path;   ///< percent-decoded, UTF-8, begins with '/'
    std::string target; ///< as it came: path and query, still encoded
    std::string route;  ///< pattern of the matched route, "/laporan/{code}"; empty when none matched
    Fields path_params;
    Fields query;
    Headers headers;
    Fields cookies;
    std::string body;                           ///< routes with `in_memory()`
    std::shared_ptr<const UploadedFile> upload; ///< routes with `upload()`

    std::string client;          ///< address of the client, through trusted proxies; "203.0.113.7"
    std::string scheme = "http"; ///< "http" or "https", through trusted proxies
    std::string host;            ///< with port when it is not the scheme's own; lower case
    std::string id;              ///< X-Request-Id; in every log line
    base::Language language = base::Language::id;
    const ErrorPage* error_page = nullptr;

    [[nodiscard]] std::string_view param(std::string_view name) const { return path_params.value(name); }
    [[nodiscard]] std::string_view header(std::string_view name) const { return headers.value(name); }
    [[nodiscard]] std::string_view cookie(std::string_view name) const { return cookies.value(name); }
    [[nodiscard]] bool is_https() const { return scheme == "https"; }
    /// Of Content-Type, lower case without parameters: "application/json".
    [[nodiscard]] std::string content_type() const;
    /// Prefers HTML to JSON: a browser on a page, not a program under /api.
    [[nodiscard]] bool wants_page() const;
    /// "R-58QF": what a person reads to support; the last symbols of `id`.
    [[nodiscard]] std::string help_code() const;

    /// Typed slots for what the filters of app/ find out: the agency, the signed-in staff. One value per
    /// type.
    template <class T> void attach(T value) {
        detach<T>();
        slots_.emplace_back(typeid(T), std::make_shared<T>(std::move(value)));
    }
    template <class T> [[nodiscard]] const T* attached() const {
        for (const auto& [type, value] : slots_)
            if (type == typeid(T)) return static_cast<const T*>(value.get());
        return nullptr;
    }
    template <class T> void detach() {
        std::erase_if(slots_, [](const auto& slot) { return slot.first == typeid(T); });
    }

private:
    std::vector<std::pair<std::type_index, std::shared_ptr<void>>> slots_;
};

} // namespace http
