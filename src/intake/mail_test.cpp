#include "db/database.h"
#include "events/event_actions.h"
#include "intake/accept_actions.h"
#include "intake_world.h"
#include "items/item_actions.h"
#include "items/reply_address.h"

namespace intake {
namespace {

class Mails : public testing::WithServices {
protected:
    void fill() override {
        w().database
            .write([&](db::Tx& tx) -> base::Result<void> {
                auto account = agency::add_account(
                    tx, {.ids = w().ids, .now = w().now}, w().agency,
                    {.id = {}, .office = w().root, .network = "mail", .name = "posko@contoh.go.id"});
                if (!account) return base::pass(account);
                account_ = account->id;
                return {};
            })
            .value();
        w().directories.changed();
        directory_ = *w().directories.of(w().agency);
    }

    items::ItemIn mail(std::string from) {
        items::ItemIn in;
        in.network_id = "mail-" + std::to_string(++number_);
        in.author.network_id = std::move(from);
        in.text = "Lampu jalan mati di Jalan Tebet Raya, Tebet Timur, gelap sekali";
        in.created_at = w().now;
        in.visibility = items::Visibility::private_;
        in.mail = items::MailIn{};
        return in;
    }
    Outcome take(items::ItemIn in) {
        std::vector<base::Result<Wanted>> batch;
        batch.push_back(Wanted{std::move(in), Door::network, {}});
        auto with = services();
        with.case_of_own_mail = [this](db::Tx&, base::AgencyId, std::int64_t id) { return told_[id]; };
        return accept(with, *directory_, *directory_->account(account_), batch).front();
    }
    cases::CaseId id_of(const std::string& code) {
        return database().read(
            [&](db::Tx& tx) { return cases::find_case(tx, w().agency, code, "TGP").value().id; });
    }
    std::string signed_for(const std::string& code) {
        return items::reply_signature(*vault_, w().agency, code);
    }

    agency::DirectoryPtr directory_;
    agency::AccountId account_;
    std::map<std::int64_t, std::optional<cases::CaseId>> told_;
    int number_ = 0;
};
DB_TEST_ON_EACH_ENGINE(Mails);

TEST_P(Mails, to_a_signed_address_join_its_case) {
    const auto first = take(mail("budi@contoh.id"));
    ASSERT_TRUE(first.case_code);
    auto answer = mail("budi@contoh.id");
    answer.mail->reply_code = *first.case_code;
    answer.mail->reply_signature = signed_for(*first.case_code);
    EXPECT_EQ(take(answer).case_code, first.case_code);
    auto forged = mail("orang.lain@contoh.id");
    forged.mail->reply_code = *first.case_code;
    forged.mail->reply_signature = "aaaaaaaaaaaaaaaa";
    const auto other = take(forged);
    EXPECT_TRUE(other.case_code);
    EXPECT_NE(other.case_code, first.case_code);
    auto swapped = mail("orang.lain@contoh.id");
    swapped.mail->reply_code = *first.case_code;
    swapped.mail->reply_signature = signed_for(*other.case_code);
    EXPECT_NE(take(swapped).case_code, first.case_code) << "the signature of another case is none";
}

TEST_P(Mails, that_answer_a_mail_of_ours_join_its_case) {
    const auto first = take(mail("budi@contoh.id"));
    told_[7301] = id_of(*first.case_code);
    auto answer = mail("budi.kantor@contoh.id");
    const auto own = [&](const std::string& signature) {
        return items::to_string({.id = 7301, .agency = w().agency, .signature = signature});
    };
    answer.mail->ours = {own("aaaaaaaaaaaaaaaa")};
    EXPECT_NE(take(answer).case_code, first.case_code);
    answer = mail("budi.rumah@contoh.id");
    answer.mail->ours = {own("aaaaaaaaaaaaaaaa"), own(items::mail_signature(*vault_, w().agency, 7301))};
    EXPECT_EQ(take(answer).case_code, first.case_code);
}

TEST_P(Mails, of_one_thread_are_one_case_for_their_author_alone) {
    auto first = mail("budi@contoh.id");
    first.root = "mail-utas";
    const auto opened = take(first);
    auto more = mail("budi@contoh.id");
    more.root = "mail-utas";
    EXPECT_EQ(take(more).case_code, opened.case_code);
    auto other = mail("orang.lain@contoh.id");
    other.root = "mail-utas";
    EXPECT_NE(take(other).case_code, opened.case_code);
}

} // namespace
} // namespace intake
