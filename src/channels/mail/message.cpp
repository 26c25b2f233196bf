#include "channels/mail/message.h"

#include "base/text.h"

#include <fmt/format.h>
#include <gmime/gmime.h>

#include <memory>
#include <mutex>

namespace channels::mail {
namespace {

struct Unref {
    void operator()(void* object) const noexcept { g_object_unref(object); }
};
template <class T> using Owned = std::unique_ptr<T, Unref>;

/// One line without control characters.
std::string header_text(std::string_view text) {
    std::string out;
    for (char c : text)
        out += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
    return std::string(base::trim(out));
}

std::string_view domain_of(std::string_view address) {
    return address.substr(address.rfind('@') + 1);
}

void start_gmime() {
    static std::once_flag once;
    std::call_once(once, [] { g_mime_init(); });
}

/// UTF-8 as it is: GMimeTextPart would choose a character set of its own.
Owned<GMimePart> body_of(const std::string& text) {
    Owned<GMimePart> part(g_mime_part_new_with_type("text", "plain"));
    const Owned<GMimeStream> bytes(g_mime_stream_mem_new_with_buffer(text.data(), text.size()));
    const Owned<GMimeDataWrapper> content(
        g_mime_data_wrapper_new_with_stream(bytes.get(), GMIME_CONTENT_ENCODING_DEFAULT));
    g_mime_part_set_content(part.get(), content.get());
    g_mime_object_set_content_type_parameter(GMIME_OBJECT(part.get()), "charset", "utf-8");
    g_mime_part_set_content_encoding(part.get(), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
    return part;
}

void add_address(GMimeMessage* message, GMimeAddressType type, const std::string& name,
                 const std::string& address) {
    const Owned<InternetAddress> mailbox(
        internet_address_mailbox_new(name.empty() ? nullptr : name.c_str(), address.c_str()));
    internet_address_set_charset(mailbox.get(), "utf-8");
    internet_address_list_add(g_mime_message_get_addresses(message, type), mailbox.get());
}

} // namespace

std::string message_id(const outgoing::Mail& mail, std::string_view from) {
    const std::string signature = mail.signature.empty() ? "" : "." + mail.signature;
    return fmt::format("<{}.{}{}@{}>", mail.id.value, mail.agency.value, signature, domain_of(from));
}

std::string to_bytes(const outgoing::Mail& mail, std::string_view from) {
    start_gmime();
    Owned<GMimeMessage> message(g_mime_message_new(FALSE));
    auto header = [&](const char* name, const std::string& value) {
        g_mime_object_set_header(GMIME_OBJECT(message.get()), name, value.c_str(), "utf-8");
    };
    add_address(message.get(), GMIME_ADDRESS_TYPE_FROM, header_text(mail.from_name), std::string(from));
    add_address(message.get(), GMIME_ADDRESS_TYPE_TO, {}, mail.to);
    g_mime_message_set_subject(message.get(), header_text(mail.subject).c_str(), "utf-8");
    const auto seconds = std::chrono::floor<std::chrono::seconds>(mail.at).time_since_epoch().count();
    const std::unique_ptr<GDateTime, decltype(&g_date_time_unref)> date(
        g_date_time_new_from_unix_utc(seconds), g_date_time_unref);
    g_mime_message_set_date(message.get(), date.get());
    const std::string id = message_id(mail, from);
    g_mime_message_set_message_id(message.get(), id.substr(1, id.size() - 2).c_str());
    header("MIME-Version", "1.0");
    if (!mail.reply_to.empty()) add_address(message.get(), GMIME_ADDRESS_TYPE_REPLY_TO, {}, mail.reply_to);
    if (!mail.in_reply_to.empty()) {
        header("In-Reply-To", "<" + header_text(mail.in_reply_to) + ">");
        header("References", header_text(mail.references));
    }
    // RFC 3834: no vacation answers.
    header("Auto-Submitted", mail.in_reply_to.empty() ? "auto-generated" : "auto-replied");
    header("X-Loop", std::string(from));
    header("X-Auto-Response-Suppress", "All");
    g_mime_message_set_mime_part(message.get(), GMIME_OBJECT(body_of(mail.text).get()));

    const std::unique_ptr<GMimeFormatOptions, decltype(&g_mime_format_options_free)> options(
        g_mime_format_options_new(), g_mime_format_options_free);
    g_mime_format_options_set_newline_format(options.get(), GMIME_NEWLINE_FORMAT_DOS);
    const std::unique_ptr<char, decltype(&g_free)> text(
        g_mime_object_to_string(GMIME_OBJECT(message.get()), options.get()), g_free);
    return text.get();
}

} // namespace channels::mail
