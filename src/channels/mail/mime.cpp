#include "channels/mail/mime.h"

#include "base/text.h"
#include "network/html_text.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <mutex>

namespace channels::mail {
namespace {

constexpr int deepest = 20;
constexpr std::size_t most_parts = 200;
constexpr std::size_t most_references = 50;
constexpr std::size_t most_addresses = 50;
constexpr std::size_t longest_text = 200'000; ///< bytes of one part that are read
constexpr std::size_t longest_line = 998;
constexpr std::size_t smallest_inline_picture = 8'000; ///< smaller ones are logos in signatures
constexpr std::size_t most_pictures = 10;

struct Unref {
    void operator()(void* object) const noexcept { g_object_unref(object); }
};
template <class T> using Owned = std::unique_ptr<T, Unref>;

Owned<GMimeMessage> parse(std::string_view bytes) {
    static std::once_flag once;
    std::call_once(once, [] { g_mime_init(); });
    const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    return Owned<GMimeMessage>(g_mime_parser_construct_message(parser.get(), nullptr));
}

/// Every leaf below, with its number; a leaf is what has content of its own, or a mail that was attached.
class Walk {
public:
    using See = std::function<void(GMimeObject* leaf, std::size_t number)>;
    explicit Walk(See see) : see_(std::move(see)) {}
    void through(GMimeObject* object, int depth = 0) {
        if (!object || depth > deepest || number_ >= most_parts) return;
        if (!GMIME_IS_MULTIPART(object)) {
            see_(object, number_++);
            return;
        }
        const int count = g_mime_multipart_get_count(GMIME_MULTIPART(object));
        for (int i = 0; i < count && number_ < most_parts; ++i)
            through(g_mime_multipart_get_part(GMIME_MULTIPART(object), i), depth + 1);
    }

private:
    See see_;
    std::size_t number_ = 0;
};

std::string type_of(GMimeObject* object) {
    auto* type = g_mime_object_get_content_type(object);
    const std::unique_ptr<char, decltype(&g_free)> text(
        type ? g_mime_content_type_get_mime_type(type) : nullptr, g_free);
    return text ? base::lower_ascii(text.get()) : std::string();
}

std::string bytes_of(GMimeObject* object) {
    if (!GMIME_IS_PART(object)) return {};
    auto* content = g_mime_part_get_content(GMIME_PART(object));
    if (!content) return {};
    const Owned<GMimeStream> memory(g_mime_stream_mem_new());
    if (g_mime_data_wrapper_write_to_stream(content, memory.get()) < 0) return {};
    const auto* array = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory.get()));
    return array && array->data ? std::string(reinterpret_cast<const char*>(array->data), array->len)
                                : std::string();
}

/// Where to cut at most there without cutting a character of UTF-8; other texts lose at most three bytes.
std::size_t beginning_of_character(std::string_view bytes, std::size_t at) {
    for (int back = 0; back < 3 && at > 0 && (static_cast<unsigned char>(bytes[at]) & 0xc0) == 0x80; ++back)
        --at;
    return at;
}

/// What is not UTF-8 is what Windows writes in the west: better a wrong accent than a lost mail.
std::string to_utf8(std::string bytes, const char* charset) {
    if (bytes.size() > longest_text) bytes.resize(beginning_of_character(bytes, longest_text));
    const std::string named = charset ? base::lower_ascii(charset) : std::string();
    auto convert = [&](const char* from) -> std::string {
        gsize written = 0;
        const std::unique_ptr<char, decltype(&g_free)> out(
            g_convert_with_fallback(bytes.data(), static_cast<gssize>(bytes.size()), "UTF-8", from, "?",
                                    nullptr, &written, nullptr),
            g_free);
        return out ? std::string(out.get(), written) : std::string();
    };
    if (!named.empty() && named != "utf-8" && named != "us-ascii" && named.size() < 40)
        if (auto text = convert(g_mime_charset_iconv_name(named.c_str())); !text.empty()) return text;
    if (base::is_utf8(bytes)) return bytes;
    auto text = convert("WINDOWS-1252");
    return text.empty() ? bytes : text;
}

std::string text_of(GMimeObject* object) {
    return to_utf8(bytes_of(object), g_mime_object_get_content_type_parameter(object, "charset"));
}

std::string header_of(GMimeMessage* message, const char* name) {
    const char* value = g_mime_object_get_header(GMIME_OBJECT(message), name);
    if (!value) return {};
    return cleaned(value, 16'000);
}

std::string one_line(const char* text, std::size_t most) {
    std::string out = cleaned(text ? text : "", most);
    std::ranges::replace(out, '\n', ' ');
    std::ranges::replace(out, '\t', ' ');
    return std::string(base::trim(out));
}

void add_addresses(InternetAddressList* list, std::vector<Mailbox>& to, int depth = 0) {
    if (!list || depth > 3) return;
    const int count = internet_address_list_length(list);
    for (int i = 0; i < count && to.size() < most_addresses; ++i) {
        auto* each = internet_address_list_get_address(list, i);
        if (INTERNET_ADDRESS_IS_GROUP(each)) {
            add_addresses(internet_address_group_get_members(INTERNET_ADDRESS_GROUP(each)), to, depth + 1);
        } else if (INTERNET_ADDRESS_IS_MAILBOX(each)) {
            const char* address = internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(each));
            to.push_back({.name = one_line(internet_address_get_name(each), 200),
                          .address = base::lower_ascii(one_line(address, 254))});
        }
    }
}

std::vector<Mailbox> addresses(const char* header) {
    std::vector<Mailbox> out;
    if (!header) return out;
    const Owned<InternetAddressList> list(internet_address_list_parse(nullptr, header));
    add_addresses(list.get(), out);
    return out;
}

std::string bare_id(std::string_view text) {
    text = base::trim(text);
    if (text.starts_with('<')) text.remove_prefix(1);
    if (text.ends_with('>')) text.remove_suffix(1);
    const bool is_fine =
        !text.empty() && text.size() <= longest_line &&
        std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7f && c != '<' && c != '>'; });
    return is_fine ? std::string(text) : std::string();
}

/// "<a@b> <c@d>" in their order, those that are well made.
void add_ids(std::string_view header, std::vector<std::string>& to) {
    while (to.size() < most_references) {
        const auto begin = header.find('<');
        const auto end = header.find('>', begin);
        if (begin == std::string_view::npos || end == std::string_view::npos) return;
        auto id = bare_id(header.substr(begin, end - begin + 1));
        if (!id.empty() && std::ranges::find(to, id) == to.end()) to.push_back(std::move(id));
        header.remove_prefix(end + 1);
    }
}

/// The value of "Name: value" in a block of a report.
std::string_view field_in(std::string_view text, std::string_view name) {
    for (auto line : base::split(text, '\n')) {
        const auto colon = line.find(':');
        if (colon != std::string_view::npos && base::lower_ascii(base::trim(line.substr(0, colon))) == name)
            return base::trim(line.substr(colon + 1));
    }
    return {};
}

bool is_picture(const std::string& type) {
    constexpr std::array types{std::string_view("image/jpeg"),  std::string_view("image/jpg"),
                               std::string_view("image/pjpeg"), std::string_view("image/png"),
                               std::string_view("image/webp"),  std::string_view("image/heic"),
                               std::string_view("image/heif")};
    return std::ranges::find(types, std::string_view(type)) != types.end();
}

bool is_attached(GMimeObject* object) {
    const char* disposition = g_mime_object_get_disposition(object);
    return disposition && base::lower_ascii(disposition) == "attachment";
}

void read_headers(GMimeMessage* message, Mime& out) {
    const auto from = addresses(g_mime_object_get_header(GMIME_OBJECT(message), "From"));
    if (!from.empty()) out.from = from.front();
    for (const auto* name : {"To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To"})
        for (const auto& each : addresses(g_mime_object_get_header(GMIME_OBJECT(message), name)))
            out.to.push_back(each.address);
    out.subject = one_line(g_mime_message_get_subject(message), 300);
    out.message_id = bare_id(header_of(message, "Message-Id"));
    add_ids(header_of(message, "References"), out.references);
    add_ids(header_of(message, "In-Reply-To"), out.references);
    out.date = header_of(message, "Date");
    out.auto_submitted = header_of(message, "Auto-Submitted");
    out.precedence = header_of(message, "Precedence");
    out.loop = header_of(message, "X-Loop");
    out.list_id = header_of(message, "List-Id") + header_of(message, "List-Unsubscribe");
    out.auto_reply = header_of(message, "X-Autoreply") + header_of(message, "X-Autorespond");
    out.return_path = header_of(message, "Return-Path");
    out.has_return_path = g_mime_object_get_header(GMIME_OBJECT(message), "Return-Path") != nullptr;
    // The list is in the order of the mail: what the last server wrote stands first.
    auto* headers = g_mime_object_get_header_list(GMIME_OBJECT(message));
    for (int i = 0; headers && i < g_mime_header_list_get_count(headers); ++i) {
        auto* header = g_mime_header_list_get_header_at(headers, i);
        if (base::lower_ascii(g_mime_header_get_name(header)) != "authentication-results") continue;
        const char* value = g_mime_header_get_value(header);
        out.proof = cleaned(value ? value : "", 16'000);
        break;
    }
}

struct Texts {
    std::string plain, html;
};

void read_part(GMimeObject* part, std::size_t number, Mime& out, Texts& texts) {
    const auto type = type_of(part);
    if (GMIME_IS_MESSAGE_PART(part)) {
        auto* inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(part));
        if (out.is_report && inner) {
            const char* id = g_mime_message_get_message_id(inner);
            out.report_text += "\n<" + one_line(id, longest_line) + ">";
        }
        const char* subject = inner ? g_mime_message_get_subject(inner) : nullptr;
        out.attachments.push_back({.name = one_line(subject, 100), .type = "message/rfc822"});
        return;
    }
    if (out.is_report) {
        auto text = text_of(part);
        if (type == "message/delivery-status") {
            out.report.is_failure =
                out.report.is_failure || base::lower_ascii(field_in(text, "action")) == "failed";
            if (out.report.status.empty())
                out.report.status = std::string(field_in(text, "status").substr(0, 12));
        }
        out.report_text += "\n" + text;
        return;
    }
    if (!is_attached(part) && type == "text/plain") {
        if (texts.plain.size() < longest_text)
            texts.plain += (texts.plain.empty() ? "" : "\n\n") + text_of(part);
        return;
    }
    if (!is_attached(part) && type == "text/html") {
        if (texts.html.size() < longest_text) texts.html += text_of(part);
        return;
    }
    const auto size = bytes_of(part).size();
    if (is_picture(type)) {
        const bool is_logo =
            !is_attached(part) && g_mime_object_get_content_id(part) && size < smallest_inline_picture;
        if (!is_logo && out.pictures.size() < most_pictures) out.pictures.push_back(number);
        return;
    }
    const char* name = GMIME_IS_PART(part) ? g_mime_part_get_filename(GMIME_PART(part)) : nullptr;
    if (out.attachments.size() < 20)
        out.attachments.push_back({.name = one_line(name, 100), .type = type.substr(0, 100), .size = size});
}

} // namespace

std::string cleaned(std::string_view text, std::size_t most) {
    std::string valid;
    if (!base::is_utf8(text)) {
        const std::unique_ptr<char, decltype(&g_free)> made(
            g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())), g_free);
        valid = made.get();
        text = valid;
    }
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte >= 0x20 && byte != 0x7f) || c == '\n' || c == '\t') out += c;
    }
    return std::string(base::trim(base::first(out, most)));
}

Mime read_mime(std::string_view bytes) {
    Mime out;
    const auto message = parse(bytes);
    if (!message) return out;
    read_headers(message.get(), out);
    auto* root = g_mime_message_get_mime_part(message.get());
    if (!root) return out;
    out.is_report = type_of(root) == "multipart/report";
    Texts texts;
    Walk([&](GMimeObject* part, std::size_t number) { read_part(part, number, out, texts); }).through(root);
    out.text = cleaned(texts.plain, longest_text);
    if (out.text.empty() && !texts.html.empty())
        out.text = cleaned(network::html_to_text(texts.html), longest_text);
    return out;
}

std::string picture_in(std::string_view bytes, std::size_t part) {
    const auto message = parse(bytes);
    auto* root = message ? g_mime_message_get_mime_part(message.get()) : nullptr;
    std::string out;
    Walk([&](GMimeObject* leaf, std::size_t number) {
        if (number == part && is_picture(type_of(leaf))) out = bytes_of(leaf);
    }).through(root);
    return out;
}

} // namespace channels::mail
