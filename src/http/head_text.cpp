#include "http/prepared.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <array>
#include <ctime>
#include <mutex>

namespace http {
namespace {

std::string_view reason(int status) {
    switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 206: return "Partial Content";
    case 301: return "Moved Permanently";
    case 302: return "Found";
    case 303: return "See Other";
    case 304: return "Not Modified";
    case 307: return "Temporary Redirect";
    case 308: return "Permanent Redirect";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 413: return "Content Too Large";
    case 415: return "Unsupported Media Type";
    case 416: return "Range Not Satisfiable";
    case 417: return "Expectation Failed";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 503: return "Service Unavailable";
    case 505: return "HTTP Version Not Supported";
    default: return "Status";
    }
}

/// IMF-fixdate, made once a second and thread. The wall clock here only fills a header.
std::string_view date_now() {
    thread_local std::time_t made = 0;
    thread_local std::string text;
    std::time_t now = std::time(nullptr);
    if (now != made) {
        made = now;
        text = fmt::format("{:%a, %d %b %Y %H:%M:%S GMT}", fmt::gmtime(now));
    }
    return text;
}

/// A line break in a value would let whoever chose the value write headers: it becomes a space.
void append_line(std::string& out, std::string_view name, std::string_view value) {
    out.append(name).append(": ");
    for (char c : value)
        out += c == '\r' || c == '\n' || c == '\0' ? ' ' : c;
    out.append("\r\n");
}

} // namespace

std::string head_text(const Prepared& prepared, bool keep_alive) {
    std::string out;
    out.reserve(1024);
    out += fmt::format("HTTP/1.1 {} {}\r\n", prepared.status, reason(prepared.status));
    append_line(out, "Date", date_now());
    for (const auto& [name, value] : prepared.headers)
        append_line(out, name, value);
    bool streams = std::holds_alternative<std::shared_ptr<EventStream>>(prepared.body);
    if (!streams && prepared.status != 204 && prepared.status != 304)
        append_line(out, "Content-Length", std::to_string(prepared.length));
    append_line(out, "Connection", keep_alive && !streams ? "keep-alive" : "close");
    return out += "\r\n";
}

} // namespace http
