#include "http/multipart.h"

#include "base/text.h"

#include <algorithm>
#include <cstring>

namespace http {
namespace {

constexpr std::string_view crlf = "\r\n";

std::unexpected<base::Problem> malformed(std::string why) {
    return base::fail(base::Kind::invalid, "form.malformed", std::move(why));
}

std::size_t find(std::string_view text, std::string_view wanted, std::size_t from) {
    if (from > text.size()) return std::string_view::npos;
    const void* at = ::memmem(text.data() + from, text.size() - from, wanted.data(), wanted.size());
    if (!at) return std::string_view::npos;
    return static_cast<std::size_t>(static_cast<const char*>(at) - text.data());
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

/// What browsers write for the three characters that would break the quotes (WHATWG HTML, multipart
/// encoding).
std::string unescape_name(std::string name) {
    replace_all(name, "%22", "\"");
    replace_all(name, "%0D", "\r");
    replace_all(name, "%0A", "\n");
    return name;
}

bool is_stored_text(std::string_view text) {
    return base::is_utf8(text) && text.find('\0') == std::string_view::npos;
}

/// The last path component, without control characters; empty when it is no text.
std::string file_name(std::string name) {
    name = unescape_name(std::move(name));
    if (!is_stored_text(name)) return {};
    name.erase(0, name.find_last_of("/\\") == std::string::npos ? 0 : name.find_last_of("/\\") + 1);
    std::erase_if(name, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
    return std::string(base::first(name, 200));
}

struct PartHead {
    std::string name;
    std::optional<std::string> filename;
    std::string content_type;
};

base::Result<PartHead> read_head(std::string_view block) {
    PartHead head;
    bool named = false;
    while (!block.empty()) {
        auto end = std::min(block.find(crlf), block.size());
        std::string_view line = block.substr(0, end);
        block.remove_prefix(std::min(end + crlf.size(), block.size()));
        auto colon = line.find(':');
        if (colon == std::string_view::npos || colon == 0) return malformed("a part header without a name");
        std::string_view key = line.substr(0, colon);
        std::string_view value = base::trim(line.substr(colon + 1));
        if (same_ignoring_case(key, "Content-Disposition")) {
            auto name = header_parameter(value, "name");
            if (named || !same_ignoring_case(base::trim(value.substr(0, value.find(';'))), "form-data") ||
                !name)
                return malformed("a part without one form-data name");
            named = true;
            head.name = unescape_name(std::move(*name));
            head.filename = header_parameter(value, "filename");
        } else if (same_ignoring_case(key, "Content-Type")) {
            head.content_type = value.substr(0, 200);
        } else if (same_ignoring_case(key, "Content-Transfer-Encoding")) {
            if (same_ignoring_case(value, "base64") || same_ignoring_case(value, "quoted-printable"))
                return malformed("an encoded part; RFC 7578, 4.7 has bytes as they are");
        }
    }
    if (!named) return malformed("a part without Content-Disposition");
    if (!is_stored_text(head.name)) return malformed("a part name that is no UTF-8");
    return head;
}

} // namespace

std::optional<std::string> header_parameter(std::string_view header, std::string_view parameter) {
    auto at = header.find(';');
    while (at < header.size()) {
        at = header.find_first_not_of("; \t", at);
        if (at == std::string_view::npos) break;
        auto end = header.find_first_of("=;", at);
        if (end == std::string_view::npos) break;
        if (header[end] == ';') {
            at = end;
            continue;
        }
        std::string_view key = base::trim(header.substr(at, end - at));
        std::string value;
        at = header.find_first_not_of(" \t", end + 1);
        if (at != std::string_view::npos && header[at] == '"') {
            // Backslashes stand for themselves (paths of old browsers) but before a quote or a backslash
            // (curl).
            for (++at; at < header.size() && header[at] != '"'; ++at) {
                bool escape = header[at] == '\\' && at + 1 < header.size() &&
                              (header[at + 1] == '"' || header[at + 1] == '\\');
                value += header[escape ? ++at : at];
            }
            if (at >= header.size()) return std::nullopt; // never closed
            ++at;
        } else if (at != std::string_view::npos) {
            auto stop = std::min(header.find(';', at), header.size());
            value = base::trim(header.substr(at, stop - at));
            at = stop;
        }
        if (same_ignoring_case(key, parameter)) return value;
        at = std::min(header.find(';', std::min(at, header.size())), header.size());
    }
    return std::nullopt;
}

base::Result<Form> parse_multipart(std::string_view body, std::string_view boundary,
                                   const FormLimits& limits) {
    if (boundary.empty() || boundary.size() > 70) return malformed("no usable boundary");
    const std::string delimiter = "\r\n--" + std::string(boundary);
    const std::string_view first = std::string_view(delimiter).substr(crlf.size());

    std::size_t at = 0; // behind a delimiter
    if (body.starts_with(first)) {
        at = first.size();
    } else {
        at = find(body, delimiter, 0);
        if (at == std::string_view::npos) return malformed("no boundary in the body");
        at += delimiter.size();
    }

    Form form;
    for (std::size_t parts = 0;; ++parts) {
        if (body.substr(at).starts_with("--")) return form;
        while (at < body.size() && (body[at] == ' ' || body[at] == '\t'))
            ++at;
        if (!body.substr(at).starts_with(crlf)) return malformed("text behind a boundary");
        if (parts == limits.parts) return malformed("too many parts");
        at += crlf.size();

        // The head ends at the first empty line, which may be the very first.
        std::string_view window = body.substr(at, limits.part_header_bytes);
        auto head_end = window.starts_with(crlf) ? 0 : window.find("\r\n\r\n");
        if (head_end == std::string_view::npos) return malformed("a part header without end or too long");
        auto head = read_head(window.substr(0, head_end));
        if (!head) return base::pass(head);
        at += head_end + (head_end == 0 ? 2 : 4);

        // An empty content may share its line break with the end of the head in no valid body: at is behind
        // it.
        auto end = find(body, delimiter, at);
        while (end != std::string_view::npos) {
            std::string_view behind = body.substr(end + delimiter.size());
            if (behind.starts_with("--") || behind.starts_with(crlf) || behind.starts_with(' ') ||
                behind.starts_with('\t'))
                break;
            end = find(body, delimiter, end + 1); // a longer line that only begins like the boundary
        }
        if (end == std::string_view::npos) return malformed("a part without end");
        std::string_view content = body.substr(at, end - at);

        if (head->filename) {
            if (!head->filename->empty() || !content.empty())
                form.files.push_back({.field = std::move(head->name),
                                      .filename = file_name(std::move(*head->filename)),
                                      .content_type = std::move(head->content_type),
                                      .bytes = content,
                                      .offset = at});
        } else {
            if (content.size() > limits.field_bytes)
                return std::unexpected(base::Problem{.kind = base::Kind::too_large,
                                                     .code = "field.too_large",
                                                     .field = std::move(head->name)});
            if (!is_stored_text(content)) return base::fail_field(std::move(head->name));
            form.fields.add(std::move(head->name), std::string(content));
        }
        at = end + delimiter.size();
    }
}

} // namespace http
