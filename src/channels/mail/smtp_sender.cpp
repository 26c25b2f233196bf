#include "channels/mail/smtp_sender.h"

#include "channels/mail/message.h"
#include "people/contact.h"

#include <curl/curl.h>

#include <cstring>
#include <memory>
#include <mutex>

namespace channels::mail {
namespace {

using outgoing::Fate;
using outgoing::Handover;

struct Upload {
    std::string_view left;
    bool began = false;
};

std::size_t read_some(char* out, std::size_t size, std::size_t count, void* from) {
    auto& upload = *static_cast<Upload*>(from);
    const std::size_t n = std::min(size * count, upload.left.size());
    std::memcpy(out, upload.left.data(), n);
    upload.left.remove_prefix(n);
    upload.began = true;
    return n;
}

struct Close {
    void operator()(CURL* handle) const noexcept { curl_easy_cleanup(handle); }
    void operator()(curl_slist* list) const noexcept { curl_slist_free_all(list); }
};

void start_curl() {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

std::string with_answer(std::string_view code, long answer) {
    return std::string(code) + ":" + std::to_string(answer);
}

} // namespace

Handover judge(int transfer, long answer, bool began) {
    if (transfer == CURLE_OK) return {Fate::accepted, {}};
    const bool is_later = answer >= 400 && answer < 500;
    const bool is_refused = answer >= 500 && answer < 600;
    if (began) {
        if (is_later) return {Fate::try_again, with_answer("mail.later", answer)};
        if (is_refused) return {Fate::refused, with_answer("mail.refused", answer)};
        return {Fate::unclear, "mail.unclear"};
    }
    switch (transfer) {
    // Ours to mend in the settings: the mail itself was not refused.
    case CURLE_LOGIN_DENIED: return {Fate::try_again, with_answer("mail.sign_in", answer)};
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM: return {Fate::try_again, "mail.tls"};
    default: break;
    }
    if (is_refused) return {Fate::refused, with_answer("mail.refused", answer)};
    if (is_later) return {Fate::try_again, with_answer("mail.later", answer)};
    return {Fate::try_again, "mail.unreachable"};
}

SmtpSender::SmtpSender(Relay relay, SmtpLimits limits) : relay_(std::move(relay)), limits_(limits) {
    start_curl();
}

Handover SmtpSender::send(const outgoing::Mail& mail) {
    auto to = people::checked_email(mail.to);
    if (!to) return {Fate::refused, "mail.no_address"};
    const std::string bytes = to_bytes(mail, relay_.from);
    Upload upload{bytes};
    const std::unique_ptr<CURL, Close> handle(curl_easy_init());
    const std::unique_ptr<curl_slist, Close> recipients(
        curl_slist_append(nullptr, ("<" + *to + ">").c_str()));
    if (!handle || !recipients) throw std::bad_alloc();
    auto set = [&](CURLoption option, auto value) { curl_easy_setopt(handle.get(), option, value); };
    const std::string from = "<" + relay_.from + ">";
    set(CURLOPT_URL, relay_.url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    set(CURLOPT_PROXY, ""); // never one from the environment
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_CONNECTTIMEOUT, static_cast<long>(limits_.connect.count()));
    set(CURLOPT_TIMEOUT, static_cast<long>(limits_.whole.count()));
    set(CURLOPT_USE_SSL, static_cast<long>(relay_.tls == Tls::required ? CURLUSESSL_ALL : CURLUSESSL_NONE));
    if (!relay_.user.empty()) {
        set(CURLOPT_USERNAME, relay_.user.c_str());
        set(CURLOPT_PASSWORD, relay_.password.c_str());
    }
    set(CURLOPT_MAIL_FROM, from.c_str());
    set(CURLOPT_MAIL_RCPT, recipients.get());
    set(CURLOPT_UPLOAD, 1L);
    set(CURLOPT_READFUNCTION, read_some);
    set(CURLOPT_READDATA, static_cast<void*>(&upload));
    set(CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(bytes.size()));
    const CURLcode transfer = curl_easy_perform(handle.get());
    long answer = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &answer);
    return judge(transfer, answer, upload.began);
}

} // namespace channels::mail
