// Mails as programs write them, for tests. Written for these tests; nobody sent them.
#pragma once
#include <string>
#include <utility>
#include <vector>

namespace channels::mail::fixtures {

using Headers = std::vector<std::pair<std::string, std::string>>;

inline std::string mail(const Headers& headers, const std::string& body) {
    std::string out;
    for (const auto& [name, value] : headers)
        out += name + ": " + value + "\r\n";
    return out + "\r\n" + body;
}

inline Headers from_budi(Headers more = {}) {
    Headers out{{"From", "Budi Santoso <Budi@Contoh.id>"},
                {"To", "posko@contoh.go.id"},
                {"Subject", "Lampu jalan mati"},
                {"Date", "Mon, 23 Nov 2026 08:00:00 +0700"},
                {"Message-Id", "<a1@contoh.id>"}};
    for (auto& each : more) {
        std::erase_if(out, [&](const auto& old) { return old.first == each.first; });
        out.push_back(std::move(each));
    }
    return out;
}

inline const std::string bounce =
    mail({{"From", "MAILER-DAEMON@mx.contoh.id"},
          {"To", "posko@contoh.go.id"},
          {"Subject", "Undelivered Mail Returned to Sender"},
          {"Auto-Submitted", "auto-replied"},
          {"Return-Path", "<>"},
          {"Content-Type", "multipart/report; report-type=delivery-status; boundary=\"b\""}},
         "--b\r\nContent-Type: text/plain\r\n\r\nAlamat tidak ada.\r\n"
         "--b\r\nContent-Type: message/delivery-status\r\n\r\n"
         "Reporting-MTA: dns; mx.contoh.id\r\n\r\n"
         "Final-Recipient: rfc822; budi@contoh.id\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n"
         "--b\r\nContent-Type: message/rfc822\r\n\r\n"
         "From: lapor@contoh.go.id\r\nMessage-Id: <7301.1.abcdefghijkl2345@contoh.go.id>\r\nSubject: "
         "Laporan\r\n\r\nHalo\r\n"
         "--b--\r\n");

/// A PNG of one pixel.
inline const std::string png_base64 =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9"
    "awAAAABJRU5ErkJggg==";

inline const std::string with_picture =
    mail(from_budi({{"MIME-Version", "1.0"}, {"Content-Type", "multipart/mixed; boundary=\"b\""}}),
         "--b\r\nContent-Type: multipart/alternative; boundary=\"c\"\r\n\r\n"
         "--c\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: "
         "quoted-printable\r\n\r\n"
         "Kaf=E9 di Jalan Melati gelap.\r\n"
         "--c\r\nContent-Type: text/html\r\n\r\n<p>Yang lain</p>\r\n--c--\r\n"
         "--b\r\nContent-Type: image/png\r\nContent-Disposition: attachment; filename=\"lampu.png\"\r\n"
         "Content-Transfer-Encoding: base64\r\n\r\n" +
             png_base64 +
             "\r\n--b\r\nContent-Type: application/pdf; name=\"surat.pdf\"\r\nContent-Disposition: "
             "attachment\r\n\r\nx\r\n"
             "--b--\r\n");

} // namespace channels::mail::fixtures
