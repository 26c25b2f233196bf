#include "channels/mail/message.h"
#include "channels/mail/relay.h"
#include "channels/mail/smtp_sender.h"

#include <curl/curl.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace channels::mail {
namespace {

outgoing::Mail mail() {
    return {.agency = base::AgencyId{3},
            .id = outgoing::OutgoingId{7301},
            .from_name = "Dinas Bina Marga",
            .to = "budi@contoh.id",
            .subject = "Laporan TGP-7K3M-9QXT sudah kami terima",
            .text = "Halo.\n.titik di depan\nSampai jumpa, sé.\n",
            .at = base::parse_time("2026-11-23T09:00").value()};
}

std::vector<std::string> header_lines(const std::string& bytes) {
    std::vector<std::string> out;
    for (std::string_view rest = std::string_view(bytes).substr(0, bytes.find("\r\n\r\n")); !rest.empty();) {
        const auto end = rest.find("\r\n");
        const auto line = rest.substr(0, end);
        if (line.starts_with(' ') || line.starts_with('\t'))
            out.back() += std::string(line);
        else
            out.emplace_back(line);
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 2);
    }
    return out;
}

TEST(Message, has_each_header_once_and_lines_end_with_crlf) {
    const auto bytes = to_bytes(mail(), "lapor@contoh.go.id");
    for (const auto* line :
         {"From: Dinas Bina Marga <lapor@contoh.go.id>", "To: budi@contoh.id",
          "Subject: Laporan TGP-7K3M-9QXT sudah kami terima", "Date: Mon, 23 Nov 2026 02:00:00 +0000",
          "Message-Id: <7301.3@contoh.go.id>", "MIME-Version: 1.0", "Auto-Submitted: auto-generated",
          "X-Auto-Response-Suppress: All", "X-Loop: lapor@contoh.go.id",
          "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable"}) {
        const auto lines = header_lines(bytes);
        EXPECT_EQ(std::ranges::count(lines, std::string(line)), 1) << line << "\n" << bytes;
    }
    EXPECT_EQ(header_lines(bytes).size(), 11U) << bytes;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (bytes[i] == '\n') ASSERT_TRUE(i > 0 && bytes[i - 1] == '\r') << bytes.substr(0, i);
        ASSERT_LT(static_cast<unsigned char>(bytes[i]), 0x80) << "7 bits only";
    }
    EXPECT_NE(bytes.find("s=C3=A9"), std::string::npos) << bytes;
    EXPECT_EQ(bytes, to_bytes(mail(), "lapor@contoh.go.id")) << "the same mail, the same bytes";
}

TEST(Message, names_what_it_answers_and_where_answers_go) {
    auto m = mail();
    m.signature = "abcdefghijkl2345";
    m.reply_to = "posko+tgp-7k3m-9qxt.abcdefghijkl2345@contoh.go.id";
    m.in_reply_to = "b2@contoh.id\r\nBcc: semua@contoh.id";
    m.references = "<a1@contoh.id> <b2@contoh.id>";
    const auto lines = header_lines(to_bytes(m, "lapor@contoh.go.id"));
    for (const auto* line :
         {"Message-Id: <7301.3.abcdefghijkl2345@contoh.go.id>", "Auto-Submitted: auto-replied",
          "Reply-To: posko+tgp-7k3m-9qxt.abcdefghijkl2345@contoh.go.id",
          "References: <a1@contoh.id> <b2@contoh.id>"})
        EXPECT_EQ(std::ranges::count(lines, std::string(line)), 1) << line;
    for (const auto& line : lines)
        EXPECT_FALSE(line.starts_with("Bcc")) << line;
}

TEST(Message, encodes_names_and_subjects_that_are_no_ascii) {
    auto m = mail();
    m.from_name = "Dinas Bina Marga — Jakarta";
    m.subject = "Laporan “jalan”";
    const auto bytes = to_bytes(m, "lapor@contoh.go.id");
    EXPECT_NE(bytes.find("From: Dinas Bina Marga =?UTF-8?"), std::string::npos) << bytes;
    EXPECT_NE(bytes.find("Subject: Laporan =?UTF-8?"), std::string::npos) << bytes;
    EXPECT_EQ(bytes.find("—"), std::string::npos);
}

TEST(Message, never_lets_a_name_or_a_subject_make_a_header) {
    for (const auto* evil :
         {"x\r\nBcc: semua@contoh.id", "x\nBcc: semua@contoh.id", "x\rBcc: semua@contoh.id",
          "x\r\n\r\nbadan lain", "x\x0b\x0c\nBcc: semua@contoh.id", "<lain@contoh.id>, \"y\" <z@contoh.id>",
          "é\r\nBcc: semua@contoh.id"}) {
        auto m = mail();
        m.from_name = evil;
        m.subject = evil;
        const auto lines = header_lines(to_bytes(m, "lapor@contoh.go.id"));
        EXPECT_EQ(lines.size(), 11U) << evil;
        for (const auto& line : lines) {
            EXPECT_FALSE(line.starts_with("Bcc")) << line;
            if (line.starts_with("From:")) EXPECT_TRUE(line.ends_with("<lapor@contoh.go.id>")) << line;
        }
    }
}

TEST(Relay, is_what_the_settings_may_name) {
    struct Row {
        RelaySettings settings;
        std::optional<Tls> tls;
    };
    const std::string from = "lapor@contoh.go.id";
    for (const auto& row : std::vector<Row>{
             {{.relay = "smtp://127.0.0.1:2525", .from = from}, Tls::off},
             {{.relay = "smtp://localhost", .from = from, .tls = "required"}, Tls::required},
             {{.relay = "smtp://mail.contoh.go.id:587", .from = from, .user = "u", .password = "p"},
              Tls::required},
             {{.relay = "smtps://mail.contoh.go.id", .from = from}, Tls::required},
             {{.relay = "smtps://127.0.0.1", .from = from}, Tls::required},
             {{.relay = "smtp://[::1]:2525", .from = from}, Tls::off},
             {{.relay = "smtp://mail.contoh.go.id", .from = from, .tls = "off"}, std::nullopt},
             {{.relay = "smtp://127.0.0.1", .from = from, .tls = "maybe"}, std::nullopt},
             {{.relay = "http://127.0.0.1", .from = from}, std::nullopt},
             {{.relay = "smtp://user@host", .from = from}, std::nullopt},
             {{.relay = "smtp://host/x", .from = from}, std::nullopt},
             {{.relay = "smtp://", .from = from}, std::nullopt},
             {{.relay = "smtp://127.0.0.1", .from = "bukan alamat"}, std::nullopt},
             {{.relay = "smtp://127.0.0.1", .from = from, .user = "u"}, std::nullopt},
         }) {
        auto read = checked(row.settings);
        ASSERT_EQ(read.has_value(), row.tls.has_value()) << row.settings.relay;
        if (read)
            EXPECT_EQ(read->tls, *row.tls);
        else
            EXPECT_EQ(read.error().code, "config.invalid");
    }
}

TEST(Handovers, are_judged_by_what_the_server_said_and_whether_anything_had_left) {
    using outgoing::Fate;
    struct Row {
        int transfer;
        long answer;
        bool began;
        Fate fate;
        std::string_view problem;
    };
    for (const auto& row : std::to_array<Row>({
             {CURLE_OK, 250, true, Fate::accepted, ""},
             {CURLE_COULDNT_CONNECT, 0, false, Fate::try_again, "mail.unreachable"},
             {CURLE_OPERATION_TIMEDOUT, 220, false, Fate::try_again, "mail.unreachable"},
             {CURLE_SEND_ERROR, 451, false, Fate::try_again, "mail.later:451"},
             {CURLE_SEND_ERROR, 550, false, Fate::refused, "mail.refused:550"},
             {CURLE_LOGIN_DENIED, 535, false, Fate::try_again, "mail.sign_in:535"},
             {CURLE_USE_SSL_FAILED, 502, false, Fate::try_again, "mail.tls"},
             {CURLE_WEIRD_SERVER_REPLY, 552, true, Fate::refused, "mail.refused:552"},
             {CURLE_WEIRD_SERVER_REPLY, 452, true, Fate::try_again, "mail.later:452"},
             {CURLE_RECV_ERROR, 354, true, Fate::unclear, "mail.unclear"},
             {CURLE_OPERATION_TIMEDOUT, 354, true, Fate::unclear, "mail.unclear"},
             {CURLE_WEIRD_SERVER_REPLY, 250, true, Fate::unclear, "mail.unclear"},
             {CURLE_SEND_ERROR, 354, true, Fate::unclear, "mail.unclear"},
         })) {
        const auto handover = judge(row.transfer, row.answer, row.began);
        EXPECT_EQ(handover.fate, row.fate) << row.transfer << " " << row.answer;
        EXPECT_EQ(handover.problem, row.problem);
    }
}

} // namespace
} // namespace channels::mail
