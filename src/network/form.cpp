#include "network/form.h"

#include "base/encode.h"

#include <sodium.h>

#include <array>

namespace network {
namespace {

std::string boundary_of(const Fields& fields, const std::vector<FilePart>& files) {
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, 24);
    auto add = [&](std::string_view text) {
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    };
    for (const auto& [name, value] : fields) {
        add(name);
        add(value);
    }
    for (const auto& file : files)
        add(file.bytes);
    std::array<unsigned char, 24> hash{};
    crypto_generichash_final(&state, hash.data(), hash.size());
    return "tanggap-" + base::to_hex({reinterpret_cast<const char*>(hash.data()), hash.size()});
}

/// Quotes and line breaks of a name would end the header (RFC 7578, 2).
std::string in_quotes(std::string_view name) {
    std::string out;
    for (const char c : name) {
        if (c == '"')
            out += "%22";
        else if (c == '\r')
            out += "%0D";
        else if (c == '\n')
            out += "%0A";
        else
            out += c;
    }
    return out;
}

} // namespace

std::string query_of(const Fields& fields) {
    std::string out;
    for (const auto& [name, value] : fields) {
        if (!out.empty()) out += '&';
        out += base::percent_encode(name) + "=" + base::percent_encode(value);
    }
    return out;
}

void set_form(Request& request, const Fields& fields) {
    request.headers.push_back({"Content-Type", "application/x-www-form-urlencoded"});
    request.body = query_of(fields);
}

void set_json(Request& request, std::string body) {
    request.headers.push_back({"Content-Type", "application/json"});
    request.body = std::move(body);
}

void set_multipart(Request& request, const Fields& fields, const std::vector<FilePart>& files) {
    const auto boundary = boundary_of(fields, files);
    request.headers.push_back({"Content-Type", "multipart/form-data; boundary=" + boundary});
    std::string& out = request.body;
    out.clear();
    for (const auto& [name, value] : fields)
        out += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + in_quotes(name) +
               "\"\r\n\r\n" + value + "\r\n";
    for (const auto& file : files) {
        out += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + in_quotes(file.name) +
               "\"; filename=\"" + in_quotes(file.file_name) + "\"\r\nContent-Type: " + file.mime +
               "\r\n\r\n";
        out += file.bytes;
        out += "\r\n";
    }
    out += "--" + boundary + "--\r\n";
}

} // namespace network
