// What a handler answers. The edge adds security headers, ETag, compression, X-Request-Id and Content-Length.
// Building one never fails; a file that cannot be opened becomes 404 when it is sent.
#pragma once
#include "base/result.h"
#include "http/fields.h"
#include "http/request.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace html {
class Markup;
}

namespace http {

class EventStream;

/// Bytes shared with a cache: sent without a copy.
using SharedBody = std::shared_ptr<const std::string>;
/// Bytes that live as long as the program: embedded assets.
struct StaticBody {
    std::string_view bytes;
};
/// Streamed from disk in pieces, with Range.
struct FileBody {
    std::filesystem::path path;
};

enum class Compress { by_type, never };

struct Response {
    int status = 200;
    Headers headers;
    std::variant<std::string, SharedBody, StaticBody, FileBody, std::shared_ptr<EventStream>> body;
    Compress compress = Compress::by_type;
};

[[nodiscard]] Response page(std::string html, int status = 200);
[[nodiscard]] Response page(html::Markup markup, int status = 200);
[[nodiscard]] Response json(std::string body, int status = 200);
[[nodiscard]] Response text(std::string body, int status = 200);
[[nodiscard]] Response bytes(std::string body, std::string content_type, int status = 200);
[[nodiscard]] Response no_content();
/// 303 See Other: after every successful form.
[[nodiscard]] Response redirect(std::string location);
/// `etag` without quotes (a content hash); empty: made from size and time of the file.
[[nodiscard]] Response file(std::filesystem::path path, std::string content_type, std::string_view etag = {});
/// text/event-stream; the handler keeps the stream and sends into it from any thread.
[[nodiscard]] Response events(std::shared_ptr<EventStream> stream);

/// The problem as a page (browsers, through the error page of the server) or as JSON (under /api and for
/// programs). Logs code and detail with the request's id. `status` 0: the one of its kind.
[[nodiscard]] Response problem(const Request& request, const base::Problem& problem, int status = 0);
/// {"problem":{"code","message","field","help"}} in the language of the request.
[[nodiscard]] Response problem_json(const Request& request, const base::Problem& problem, int status = 0);
[[nodiscard]] std::string problem_object(const Request& request, const base::Problem& problem);

enum class SameSite { lax, strict };
struct Cookie {
    std::string name;
    std::string value;                                ///< percent-encoded where needed
    std::optional<std::chrono::seconds> max_age = {}; ///< none: until the browser closes; 0: forget now
    std::string path = "/";
    SameSite same_site = SameSite::lax;
};
/// HttpOnly always; Secure when the client came by https.
void set_cookie(Response& response, const Request& request, const Cookie& cookie);
void forget_cookie(Response& response, const Request& request, std::string name);

} // namespace http
