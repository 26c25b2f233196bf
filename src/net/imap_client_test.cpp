#include "net/imap_client.h"
#include "peers/between.h"
#include "peers/mail_peer.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace net {
namespace {

using namespace std::chrono_literals;

class Mailboxes : public ::testing::Test {
protected:
    static void SetUpTestSuite() { peer_ = new tests::MailPeer; }
    static void TearDownTestSuite() { delete peer_; }
    void SetUp() override { fresh_ = "n" + std::to_string(++number_); }

    static tests::MailPeer& peer() { return *peer_; }
    ImapMailbox mailbox() { return {.url = peer().imap(), .user = fresh_, .password = "rahasia"}; }
    void deliver(const std::string& words) {
        peer().deliver("From: budi@contoh.id\r\nSubject: " + words + "\r\n\r\n" + words + "\r\n",
                       fresh_ + "@contoh.go.id");
    }
    ImapClient client{{.allow_private = true}};
    std::string fresh_; ///< a mailbox that nobody used before

private:
    static inline tests::MailPeer* peer_ = nullptr;
    static inline int number_ = 0;
};

TEST_F(Mailboxes, are_read_in_order_and_from_a_mark_on) {
    for (const auto* words : {"satu", "dua", "tiga"})
        deliver(words);
    auto first = client.fetch(mailbox(), {.most = 2});
    ASSERT_EQ(first.fate, ImapFate::ok);
    ASSERT_EQ(first.messages.size(), 2U);
    EXPECT_TRUE(first.has_more);
    EXPECT_TRUE(first.has_begun_anew);
    EXPECT_EQ(first.since_count, 3U);
    EXPECT_NE(first.messages[0].bytes.find("Subject: satu"), std::string::npos);
    EXPECT_EQ(first.messages[0].bytes.size(), first.messages[0].size);
    EXPECT_GT(first.messages[0].arrived_ms, 1'700'000'000'000);
    const ImapWanted rest{.validity = first.validity, .after = first.messages[1].uid};
    auto second = client.fetch(mailbox(), rest);
    ASSERT_EQ(second.messages.size(), 1U);
    EXPECT_NE(second.messages[0].bytes.find("tiga"), std::string::npos);
    EXPECT_FALSE(second.has_more);
    EXPECT_FALSE(second.has_begun_anew);
    const ImapWanted none{.validity = first.validity, .after = second.messages[0].uid};
    EXPECT_TRUE(client.fetch(mailbox(), none).messages.empty());
    auto one = client.fetch(mailbox(), {.validity = first.validity, .only = first.messages[0].uid});
    ASSERT_EQ(one.messages.size(), 1U);
    EXPECT_EQ(one.messages[0].bytes, first.messages[0].bytes);
}

TEST_F(Mailboxes, that_were_numbered_anew_are_read_anew) {
    deliver("satu");
    const auto before = client.fetch(mailbox(), {});
    ASSERT_EQ(before.messages.size(), 1U);
    peer().tell("stop");
    EXPECT_NE(client.fetch(mailbox(), {}).fate, ImapFate::ok);
    peer().tell("renumber");
    peer().tell("start");
    const auto after =
        client.fetch(mailbox(), {.validity = before.validity, .after = before.messages[0].uid});
    ASSERT_EQ(after.fate, ImapFate::ok);
    EXPECT_NE(after.validity, before.validity);
    EXPECT_TRUE(after.has_begun_anew);
    EXPECT_EQ(after.messages.size(), 1U);
    EXPECT_TRUE(client.fetch(mailbox(), {.validity = before.validity, .only = 1}).messages.empty());
}

TEST_F(Mailboxes, give_no_more_than_was_asked_for) {
    deliver(std::string(5'000, 'a'));
    deliver(std::string(5'000, 'b'));
    auto cut = client.fetch(mailbox(), {.largest_message = 1'000, .beginning = 300});
    ASSERT_EQ(cut.messages.size(), 2U);
    EXPECT_EQ(cut.messages[0].bytes.size(), 300U);
    EXPECT_GT(cut.messages[0].size, 5'000U);
    auto small = client.fetch(mailbox(), {.largest = 100});
    EXPECT_EQ(small.messages.size(), 1U);
    EXPECT_TRUE(small.has_more);
}

TEST_F(Mailboxes, say_what_is_wrong) {
    auto wrong = mailbox();
    wrong.password = "salah";
    EXPECT_EQ(client.fetch(wrong, {.most = 0}).fate, ImapFate::refused);
    auto nowhere = mailbox();
    nowhere.url = "imap://127.0.0.1:1";
    EXPECT_EQ(client.fetch(nowhere, {.most = 0}).fate, ImapFate::unreachable);
    auto folder = mailbox();
    folder.folder = "Tidak ada";
    EXPECT_EQ(client.fetch(folder, {.most = 0}).fate, ImapFate::no_folder);
    auto lines = mailbox();
    lines.password = "rahasia\r\nx LOGOUT";
    EXPECT_EQ(client.fetch(lines, {.most = 0}).fate, ImapFate::refused);
}

TEST_F(Mailboxes, inside_or_without_a_proven_certificate_are_not_spoken_to) {
    ImapClient outside{{}};
    EXPECT_EQ(outside.fetch(mailbox(), {.most = 0}).fate, ImapFate::unreachable);
    auto safe = mailbox();
    safe.url = peer().imaps();
    EXPECT_EQ(outside.fetch(safe, {.most = 0}).fate, ImapFate::unreachable);
    EXPECT_EQ(client.fetch(safe, {.most = 0}).fate, ImapFate::unreachable) << "nobody signed its certificate";
    ImapClient believing{{.allow_private = true, .ca_file = peer().ca()}};
    EXPECT_EQ(believing.fetch(safe, {.most = 0}).fate, ImapFate::ok);
}

class AskingForTls : public Mailboxes {
protected:
    ImapClient believing{{.allow_private = true, .ca_file = peer().ca()}};
    ImapMailbox asking(int port) {
        auto out = mailbox();
        out.url = "imap://127.0.0.1:" + std::to_string(port);
        out.security = ImapStream::Security::starttls;
        return out;
    }
    static int plain_port() { return std::stoi(peer().imap().substr(peer().imap().rfind(':') + 1)); }
};

TEST_F(AskingForTls, reads_and_waits_behind_starttls_and_says_nothing_of_itself_before) {
    deliver("satu");
    tests::Between between(plain_port(), tests::Between::Does::nothing);
    auto got = believing.fetch(asking(between.port()), {});
    ASSERT_EQ(got.fate, ImapFate::ok);
    ASSERT_EQ(got.messages.size(), 1U);
    EXPECT_NE(got.messages[0].bytes.find("Subject: satu"), std::string::npos);
    const ImapWanted rest{.validity = got.validity, .after = got.messages[0].uid};
    EXPECT_TRUE(believing.fetch(asking(between.port()), rest).messages.empty()) << "on the kept connection";
    const auto overheard = between.overheard();
    EXPECT_NE(overheard.find("STARTTLS"), std::string::npos);
    EXPECT_EQ(overheard.find("rahasia"), std::string::npos);
    EXPECT_EQ(overheard.find("LOGIN"), std::string::npos);
    std::atomic<bool> came = false;
    std::jthread waiting([&](const std::stop_token& stop) {
        came = believing.wait_for_news(asking(plain_port()), stop, 20s);
    });
    for (int i = 0; i < 30 && !came; ++i) {
        deliver("kabar");
        std::this_thread::sleep_for(200ms);
    }
    waiting.join();
    EXPECT_TRUE(came);
}

TEST_F(AskingForTls, believes_no_certificate_that_implicit_tls_would_not) {
    EXPECT_EQ(client.fetch(asking(plain_port()), {.most = 0}).fate, ImapFate::unreachable);
    auto with_tls = asking(plain_port());
    with_tls.url = peer().imaps();
    EXPECT_EQ(believing.fetch(with_tls, {.most = 0}).fate, ImapFate::unreachable) << "one or the other";
    ImapClient outside{{.ca_file = peer().ca()}};
    EXPECT_EQ(outside.fetch(asking(plain_port()), {.most = 0}).fate, ImapFate::unreachable) << "inside";
}

TEST_F(AskingForTls, leaves_a_server_that_does_not_offer_it) {
    peer().tell("stop");
    peer().tell("bare");
    peer().tell("start");
    auto plain = mailbox();
    EXPECT_EQ(believing.fetch(plain, {.most = 0}).fate, ImapFate::ok) << "it answers";
    EXPECT_EQ(believing.fetch(asking(plain_port()), {.most = 0}).fate, ImapFate::no_starttls)
        << "and a plain connection that was kept is not used";
    peer().tell("stop");
    peer().tell("safe");
    peer().tell("start");
    EXPECT_EQ(believing.fetch(asking(plain_port()), {.most = 0}).fate, ImapFate::ok);
}

TEST_F(AskingForTls, who_stands_between_learns_nothing_and_puts_nothing_in) {
    using enum tests::Between::Does;
    for (const auto& [does, fate] :
         {std::pair{take_away, ImapFate::no_starttls}, std::pair{greet, ImapFate::no_starttls},
          std::pair{inject, ImapFate::unreachable}}) {
        tests::Between between(plain_port(), does);
        const auto began = std::chrono::steady_clock::now();
        EXPECT_EQ(believing.fetch(asking(between.port()), {.most = 0}).fate, fate) << static_cast<int>(does);
        EXPECT_LT(std::chrono::steady_clock::now() - began, 5s);
        const auto overheard = between.overheard();
        EXPECT_EQ(overheard.find("rahasia"), std::string::npos) << overheard;
        EXPECT_EQ(overheard.find("LOGIN "), std::string::npos) << overheard;
    }
}

TEST_F(Mailboxes, say_when_something_came) {
    (void)client.fetch(mailbox(), {.most = 0});
    std::atomic<bool> came = false;
    std::jthread waiting(
        [&](const std::stop_token& stop) { came = client.wait_for_news(mailbox(), stop, 20s); });
    // One that came before anybody waited is no news; the next one is.
    for (int i = 0; i < 30 && !came; ++i) {
        deliver("kabar");
        std::this_thread::sleep_for(200ms);
    }
    waiting.join();
    EXPECT_TRUE(came);
}

TEST_F(Mailboxes, are_not_waited_at_after_a_stop) {
    std::atomic<bool> came = true;
    const auto began = std::chrono::steady_clock::now();
    {
        std::jthread waiting(
            [&](const std::stop_token& stop) { came = client.wait_for_news(mailbox(), stop, 60s); });
        std::this_thread::sleep_for(200ms);
    }
    EXPECT_FALSE(came);
    EXPECT_LT(std::chrono::steady_clock::now() - began, 5s);
}

} // namespace
} // namespace net
