#include "base/json.h"
#include "channels/mail/smtp_sender.h"
#include "peers/smtp_peer.h"

#include <thread>

namespace channels::mail {
namespace {

using outgoing::Fate;

class Relaying : public ::testing::Test {
protected:
    outgoing::Handover send(std::string to = "budi@contoh.id") {
        SmtpSender sender(checked({.relay = peer.url(), .from = "lapor@contoh.go.id"}).value(),
                          {.connect = std::chrono::seconds(2), .whole = std::chrono::seconds(2)});
        return sender.send({.agency = base::AgencyId{1},
                            .id = outgoing::OutgoingId{++id},
                            .from_name = "Dinas",
                            .to = std::move(to),
                            .subject = "Kabar",
                            .text = "Halo.\n.titik\n",
                            .at = base::time_from_ms(1'790'000'000'000)});
    }
    std::int64_t id = 0;
    tests::SmtpPeer peer;
};

TEST_F(Relaying, hands_over_whole_mails) {
    EXPECT_EQ(send().fate, Fate::accepted);
    ASSERT_EQ(peer.lines().size(), 1U);
    const auto mail = base::json::parse(peer.lines().front()).value();
    EXPECT_EQ(mail.at("from").as_string(), "lapor@contoh.go.id");
    EXPECT_EQ(mail.at("to").at(0).as_string(), "budi@contoh.id");
    EXPECT_EQ(mail.at("helo").as_string(), "contoh.go.id");
    const std::string data(mail.at("data").as_string());
    EXPECT_NE(data.find("Halo.\r\n.titik\r\n"), std::string::npos) << data;
    EXPECT_NE(data.find("Message-Id: <1.1@contoh.go.id>"), std::string::npos);
}

TEST_F(Relaying, knows_what_the_server_said) {
    struct Row {
        const char* mode;
        Fate fate;
        const char* problem;
        std::size_t taken; ///< mails whose data the peer took in
    };
    for (const auto& row : std::to_array<Row>({
             {"451", Fate::try_again, "mail.later:451", 0},
             {"550", Fate::refused, "mail.refused:550", 0},
             {"552", Fate::refused, "mail.refused:552", 0},
             {"hangup", Fate::unclear, "mail.unclear", 1},
             {"slow", Fate::unclear, "mail.unclear", 2},
             {"accept", Fate::accepted, "", 3},
         })) {
        peer.set_mode(row.mode);
        const auto handover = send();
        EXPECT_EQ(handover.fate, row.fate) << row.mode;
        EXPECT_EQ(handover.problem, row.problem) << row.mode;
        EXPECT_EQ(peer.lines().size(), row.taken) << row.mode;
    }
}

TEST_F(Relaying, that_is_not_there_is_tried_again) {
    SmtpSender sender(checked({.relay = "smtp://127.0.0.1:1", .from = "lapor@contoh.go.id"}).value());
    const auto handover = sender.send({.agency = base::AgencyId{1},
                                       .id = outgoing::OutgoingId{1},
                                       .from_name = "Dinas",
                                       .to = "budi@contoh.id",
                                       .subject = "Kabar",
                                       .text = "Halo.\n",
                                       .at = {}});
    EXPECT_EQ(handover.fate, Fate::try_again);
    EXPECT_EQ(handover.problem, "mail.unreachable");
}

TEST_F(Relaying, insists_on_tls_where_it_must) {
    SmtpSender sender(
        checked({.relay = peer.url(), .from = "lapor@contoh.go.id", .tls = "required"}).value());
    const auto handover = sender.send({.agency = base::AgencyId{1},
                                       .id = outgoing::OutgoingId{1},
                                       .from_name = "Dinas",
                                       .to = "budi@contoh.id",
                                       .subject = "Kabar",
                                       .text = "Halo.\n",
                                       .at = {}});
    EXPECT_EQ(handover.problem, "mail.tls");
    EXPECT_TRUE(peer.lines().empty());
}

TEST_F(Relaying, never_talks_to_an_address_that_is_none) {
    for (const auto* wrong : {"", "a", "a@b>\r\nRCPT TO:<c@d.id", "a b@contoh.id", "<a@contoh.id>"})
        EXPECT_EQ(send(wrong).fate, Fate::refused) << wrong;
    EXPECT_TRUE(peer.lines().empty());
}

} // namespace
} // namespace channels::mail
