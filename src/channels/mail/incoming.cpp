#include "channels/mail/incoming.h"

#include "base/text.h"
#include "channels/mail/incoming_words.h"
#include "channels/mail/mime.h"
#include "channels/mail/reply_text.h"
#include "channels/mail/sender_proof.h"
#include "items/reply_address.h"
#include "people/contact.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <openssl/evp.h>

namespace channels::mail {
namespace {

using network::Event;

constexpr std::size_t most_pictures = 4;
constexpr std::size_t most_ours = 20;
constexpr std::size_t longest_references = 2'000;

/// The same mail is the same item however often it comes, and another one is another, also where a program
/// gives all its mails one Message-ID.
std::string hash_of(std::initializer_list<std::string_view> parts) {
    std::string all;
    for (const auto part : parts)
        all.append(std::to_string(part.size())).append(":").append(part);
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned length = 0;
    EVP_Digest(all.data(), all.size(), bytes.data(), &length, EVP_sha256(), nullptr);
    std::string out = "mail-";
    for (unsigned i = 0; i < 16 && i < length; ++i)
        out += fmt::format("{:02x}", bytes[i]);
    return out;
}

std::string_view first_word(std::string_view text) {
    text = base::trim(text);
    return base::trim(text.substr(0, text.find_first_of(" ;(\n\t")));
}

bool is_from_program(const Mime& mail) {
    const auto submitted = base::lower_ascii(first_word(mail.auto_submitted));
    const auto precedence = base::lower_ascii(first_word(mail.precedence));
    const auto sender = mail.from.address.substr(0, mail.from.address.find('@'));
    constexpr std::array programs{std::string_view("mailer-daemon"), std::string_view("postmaster"),
                                  std::string_view("no-reply"),      std::string_view("noreply"),
                                  std::string_view("do-not-reply"),  std::string_view("donotreply")};
    const bool has_no_return = mail.has_return_path && first_word(mail.return_path) == "<>";
    return (!submitted.empty() && submitted != "no") || precedence == "bulk" || precedence == "junk" ||
           precedence == "list" || precedence == "auto_reply" || !mail.list_id.empty() ||
           !mail.auto_reply.empty() || !mail.loop.empty() || has_no_return || mail.is_report ||
           std::ranges::find(programs, std::string_view(sender)) != programs.end();
}

std::string domain_of(std::string_view address) {
    const auto at = address.rfind('@');
    return at == std::string_view::npos ? std::string() : std::string(address.substr(at + 1));
}

/// Another installation marks its mails in the same way, at a domain of its own.
bool is_our_mark(std::string_view message_id, std::string_view address) {
    return items::read_own_mail(message_id) &&
           base::lower_ascii(domain_of(message_id)) == base::lower_ascii(domain_of(address));
}

/// Marks in a report, newest first: those that look like ours.
std::vector<std::string> own_mails_in(std::string_view text) {
    std::vector<std::string> out;
    for (auto begin = text.find('<'); begin != std::string_view::npos && out.size() < most_ours;
         begin = text.find('<', begin + 1)) {
        const auto end = text.find('@', begin);
        if (end == std::string_view::npos) break;
        if (end - begin > 70) continue;
        if (auto own = items::read_own_mail(text.substr(begin + 1, end - begin - 1)))
            out.push_back(items::to_string(*own));
    }
    return out;
}

std::vector<std::string> ours_in(const std::vector<std::string>& references) {
    std::vector<std::string> out;
    for (auto id = references.rbegin(); id != references.rend() && out.size() < most_ours; ++id)
        if (auto own = items::read_own_mail(*id)) out.push_back(items::to_string(*own));
    return out;
}

std::string references_of(const Mime& mail) {
    std::string out;
    // The newest ones count most: what is too long loses its middle, as RFC 5322 lets it.
    for (auto id = mail.references.rbegin(); id != mail.references.rend(); ++id) {
        if (out.size() + id->size() + 3 > longest_references) break;
        out = "<" + *id + ">" + (out.empty() ? "" : " ") + out;
    }
    return out;
}

std::string about(const std::vector<Attachment>& attachments) {
    std::string out;
    for (const auto& each : attachments) {
        const std::string name = each.name.empty() ? std::string(words::unnamed.id) : each.name;
        out += (out.empty() ? "" : ", ") + name + (each.type.empty() ? "" : " (" + each.type + ")");
    }
    return out.empty() ? out : fmt::format(fmt::runtime(words::attached.id), out);
}

void append(std::string& text, std::string_view more) {
    if (more.empty()) return;
    if (!text.empty()) text += "\n\n";
    text += more;
}

/// Cut to what an item takes, and saying so.
std::string fitting(const std::string& text, bool is_cut) {
    const std::string note = "\n\n" + std::string(words::cut.id);
    if (base::length(text) <= items::max_text && !is_cut) return text;
    return std::string(base::trim(base::first(text, items::max_text - base::length(note)))) + note;
}

struct Words {
    std::string text;
    std::string whole; ///< empty: the text is all
};

Words words_of(const Mime& mail, const Arrived& arrived, bool answers_ours) {
    const auto bare_subject = without_reply_marks(mail.subject);
    const bool is_answer = answers_ours || !mail.references.empty() || bare_subject != mail.subject;
    std::string own = without_signature(is_answer ? without_quotes(mail.text) : mail.text);
    std::string text;
    if (!answers_ours && !bare_subject.empty() && own.find(bare_subject) == std::string::npos)
        text = std::string(bare_subject);
    append(text, own);
    append(text, about(mail.attachments));
    Words out{.text = fitting(text, arrived.is_cut), .whole = {}};
    std::string whole = mail.subject;
    append(whole, mail.text);
    if (own != mail.text || out.text != text)
        out.whole = std::string(base::first(whole, items::max_text * 2));
    return out;
}

items::AuthorIn author_of(const Mime& mail, const std::string& network_id) {
    // Somebody without an address is nobody to recognise again.
    items::AuthorIn out;
    out.network_id = mail.from.address.empty() ? network_id : mail.from.address;
    if (out.network_id.size() > 200) out.network_id = network_id;
    if (!mail.from.name.empty()) out.name = mail.from.name;
    if (!mail.from.address.empty() && mail.from.address.size() <= 200) out.handle = mail.from.address;
    return out;
}

Event event_of(const Mime& mail, const Arrived& arrived, const Own& own, items::MailIn more) {
    const auto words = words_of(mail, arrived, !more.reply_code.empty() || !more.ours.empty());
    more.whole = words.whole;
    items::ItemIn item;
    item.network_id = hash_of({mail.message_id, mail.from.address, mail.date, mail.subject, mail.text});
    item.author = author_of(mail, item.network_id);
    item.text = words.text;
    item.created_at = arrived.at;
    item.visibility = items::Visibility::private_;
    // A citizen's later mails name the first one: that, or this one itself, is their conversation.
    const auto* first = mail.references.empty() ? &mail.message_id : &mail.references.front();
    item.root = first->empty() ? item.network_id : hash_of({*first});
    for (const auto part : mail.pictures)
        if (item.media.size() < most_pictures && !arrived.is_cut)
            item.media.push_back({.sha256 = {}, .url = fmt::format("{}/{}", arrived.place, part)});
    if (auto email = people::checked_email(mail.from.address); email && !more.is_automatic)
        item.contact = items::ContactIn{.email = *email, .phone = {}};
    more.message_id = mail.message_id;
    more.references = references_of(mail);
    more.sender = base::code_of(sender_proof(mail.proof, own.auth_server, domain_of(mail.from.address)));
    item.mail = std::move(more);
    return {.item = std::move(item)};
}

template <class Number> bool read_number(std::string_view text, Number& to) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), to);
    return error == std::errc() && end == text.data() + text.size();
}

} // namespace

Meaning meaning_of(const Arrived& arrived, const Own& own) {
    const auto mail = read_mime(arrived.bytes);
    const bool is_own = mail.from.address == base::lower_ascii(own.address) ||
                        items::read_reply_address(mail.from.address, own.address) ||
                        is_our_mark(mail.message_id, own.address);
    if (is_own) return {.left_out = LeftOut::own};
    items::MailIn more;
    more.is_automatic = is_from_program(mail);
    more.ours = ours_in(mail.references);
    for (const auto& to : mail.to)
        if (auto reply = items::read_reply_address(to, own.address); reply && more.reply_code.empty()) {
            more.reply_code = reply->code;
            more.reply_signature = reply->signature;
        }
    if (mail.is_report) {
        const auto ours = own_mails_in(mail.report_text);
        if (!mail.report.is_failure || ours.empty()) return {.left_out = LeftOut::automatic};
        Event event;
        event.item.created_at = arrived.at;
        event.returned = network::Returned{.mail = ours.front(), .status = mail.report.status};
        return {.event = std::move(event), .left_out = LeftOut::returned};
    }
    if (more.is_automatic && (!more.ours.empty() || !more.reply_code.empty()))
        return {.left_out = LeftOut::automatic};
    auto event = event_of(mail, arrived, own, std::move(more));
    if (event.item.text.empty() && event.item.media.empty()) return {.left_out = LeftOut::empty};
    return {.event = std::move(event)};
}

std::optional<PicturePlace> read_picture_place(std::string_view url) {
    if (!url.starts_with("mail:")) return std::nullopt;
    const auto parts = base::split(url.substr(5), '/');
    PicturePlace out;
    if (parts.size() != 3 || !read_number(parts[0], out.validity) || !read_number(parts[1], out.uid) ||
        !read_number(parts[2], out.part) || out.uid == 0)
        return std::nullopt;
    return out;
}

} // namespace channels::mail
