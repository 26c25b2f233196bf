#include "http/response.h"

#include "html/markup.h"
#include "http/event_stream.h"

#include <fmt/format.h>

namespace http {

Response bytes(std::string body, std::string content_type, int status) {
    Response response{.status = status, .headers = {}, .body = std::move(body)};
    response.headers.add("Content-Type", std::move(content_type));
    return response;
}

Response page(std::string html, int status) {
    return bytes(std::move(html), "text/html; charset=utf-8", status);
}
Response page(html::Markup markup, int status) {
    return page(std::move(markup).str(), status);
}
Response json(std::string body, int status) {
    return bytes(std::move(body), "application/json", status);
}
Response text(std::string body, int status) {
    return bytes(std::move(body), "text/plain; charset=utf-8", status);
}
Response no_content() {
    return {.status = 204, .headers = {}, .body = {}};
}

Response redirect(std::string location) {
    Response response{.status = 303, .headers = {}, .body = {}};
    response.headers.add("Location", std::move(location));
    return response;
}

Response file(std::filesystem::path path, std::string content_type, std::string_view etag) {
    Response response{.status = 200, .headers = {}, .body = FileBody{std::move(path)}};
    response.headers.add("Content-Type", std::move(content_type));
    if (!etag.empty()) response.headers.add("ETag", fmt::format("\"{}\"", etag));
    return response;
}

Response events(std::shared_ptr<EventStream> stream) {
    Response response{.status = 200, .headers = {}, .body = std::move(stream)};
    response.headers.add("Content-Type", "text/event-stream");
    response.headers.add("Cache-Control", "no-store");
    response.headers.add("X-Accel-Buffering", "no"); // else nginx holds events back
    return response;
}

void set_cookie(Response& response, const Request& request, const Cookie& cookie) {
    std::string line = fmt::format("{}={}; Path={}; HttpOnly; SameSite={}", cookie.name, cookie.value,
                                   cookie.path, cookie.same_site == SameSite::strict ? "Strict" : "Lax");
    if (cookie.max_age) line += fmt::format("; Max-Age={}", cookie.max_age->count());
    if (request.is_https()) line += "; Secure";
    response.headers.add("Set-Cookie", std::move(line));
}

void forget_cookie(Response& response, const Request& request, std::string name) {
    set_cookie(response, request, {.name = std::move(name), .value = {}, .max_age = std::chrono::seconds(0)});
}

} // namespace http
