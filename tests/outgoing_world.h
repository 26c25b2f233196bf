// For tests of answers: an agency with an office, reporters with addresses, cases that move, a feed turned by
// hand, and a sender that does what it is told.
#pragma once
#include "cases/case_actions.h"
#include "events/event_actions.h"
#include "events/sequencer.h"
#include "jobs/job_actions.h"
#include "outgoing/outgoing_actions.h"
#include "outgoing/outgoing_jobs.h"
#include "people/identity_actions.h"
#include "staff_world.h"
#include "world.h"

#include <deque>

namespace outgoing::testing {

/// Takes mails down and answers as `answers` says, else accepts.
class ScriptedSender : public Sender {
public:
    [[nodiscard]] Handover send(const Mail& mail) override {
        mails.push_back(mail);
        if (answers.empty()) return {Fate::accepted, {}};
        auto next = answers.front();
        answers.pop_front();
        return next;
    }
    std::vector<Mail> mails;
    std::deque<Handover> answers;
};

struct NewReport {
    std::string email = "budi@contoh.id"; ///< empty: no contact
    cases::IdentityMode mode = cases::IdentityMode::public_;
    cases::Kind kind = cases::Kind::complaint;
    std::optional<std::string> language = {};
    base::Duration age{}; ///< how long ago it came
};

struct World {
    explicit World(db::Database& in) : staff(in) {
        auto key = people::make_vault_key(folder.path() / "vault.key", staff::testing::random_bytes);
        vault = std::make_unique<people::Vault>(std::move(key.value()));
        staff.now = base::parse_time("2026-11-23T09:00").value(); // a Monday
        in.write([&](db::Tx& tx) -> base::Result<void> {
              agency::Change change{.ids = staff.ids, .now = staff.now};
              auto topic = agency::put_topic(tx, change, staff.agency,
                                             {.code = "loket",
                                              .name_id = "Loket pelayanan",
                                              .name_en = "Counter",
                                              .proof = agency::ProofKind::answer,
                                              .profile = "sp4n-lapor",
                                              .words = {"loket"}});
              if (!topic) return topic;
              auto rule = agency::add_rule(
                  tx, change, staff.agency,
                  {.id = {}, .ordinal = 1, .topic = "loket", .area = {}, .office = staff.south});
              if (!rule) return base::pass(rule);
              auto made = agency::add_account(
                  tx, change, staff.agency,
                  {.id = {}, .office = staff.root, .network = "form", .name = "Formulir"});
              if (!made) return base::pass(made);
              account = made->id;
              return {};
          }).value();
        staff.directories.changed();
        directory = *staff.directories.of(staff.agency);
    }

    db::Database& database() { return staff.database; }
    cases::Context context() { return cases::context_for(*directory, staff.ids, random, staff.now); }
    cases::Case report(const NewReport& wanted = {}) {
        return database()
            .write([&](db::Tx& tx) -> base::Result<cases::Case> {
                people::Author author{.network = "form",
                                      .network_id = wanted.email,
                                      .name = "Budi Rahasia",
                                      .handle = {},
                                      .contact = {}};
                if (!wanted.email.empty()) author.contact.email = wanted.email;
                auto identity =
                    people::find_or_create(tx, *vault, staff.ids, staff.agency, author, staff.now);
                if (!identity) return base::pass(identity);
                return cases::open_case(tx, context(),
                                        {.kind = wanted.kind,
                                         .topic = "loket",
                                         .urgency = 0.3,
                                         .area = {},
                                         .place_name = "Kelurahan Tebet",
                                         .lat = {},
                                         .lon = {},
                                         .place_p = {},
                                         .identity_mode = wanted.mode,
                                         .visibility = items::Visibility::private_,
                                         .consent = {.words_may_be_public = true},
                                         .account = account,
                                         .identity = identity->id,
                                         .secret_hash = "hash",
                                         .proposed_text = "KATA WARGA",
                                         .received_at = staff.now - wanted.age,
                                         .language = wanted.language});
            })
            .value();
    }
    cases::Case act(const cases::Case& c, const cases::Command& command, cases::Actor actor = everybody()) {
        auto after =
            database().write([&](db::Tx& tx) { return cases::act(tx, context(), c, actor, command); });
        if (!after) throw std::runtime_error(after.error().code + " " + after.error().field);
        return *after;
    }
    static cases::Actor everybody() {
        using enum staff::Role;
        return {.party = cases::Party::staff,
                .staff = staff::StaffId{501},
                .roles = {operator_, coordinator, field_officer, head}};
    }
    static cases::Resolve answered(std::string note = "Loket buka kembali") {
        proof::Given given;
        given.kind = proof::ProofKind::answer;
        given.note = std::move(note);
        return cases::Resolve{std::move(given)};
    }
    cases::Verify verified() const {
        return {.kind = {}, .topic = {}, .area = {}, .no_place = true, .public_text = "Loket tutup"};
    }

    /// Numbers what was committed and composes from it.
    void turn() {
        events::Sequencer(database(), [this] { return staff.now; }, "here").number(staff.agency);
        const auto subscriber =
            compose_subscriber({staff.directories, *vault, staff.ids, [this] { return staff.now; }, post});
        for (int count = 1; count > 0;)
            count = events::deliver(database(), staff.agency, subscriber).value();
    }
    Sending sending(Sender* by) {
        return {database(),
                staff.directories,
                *vault,
                staff.ids,
                [this] { return staff.now; },
                staff::testing::random_bytes,
                by};
    }
    std::vector<Outgoing> all(const cases::Case& c) {
        return database().read([&](db::Tx& tx) { return of_case(tx, staff.agency, c.id); });
    }
    Outgoing last(const cases::Case& c) { return all(c).back(); }
    base::Result<void> send(Sender& by, OutgoingId id) {
        return outgoing::send(sending(&by), staff.agency, id);
    }

    db::testing::TemporaryDirectory folder;
    base::Random random = staff::testing::random_bytes;
    staff::testing::World staff;
    std::unique_ptr<people::Vault> vault;
    agency::DirectoryPtr directory;
    agency::AccountId account;
    Post post{.has_relay = true, .public_url = "https://lapor.contoh.go.id"};
};

class WithWorld : public db::testing::OnEachEngine {
protected:
    World& w() { return *world_; }

private:
    std::unique_ptr<World> world_ = std::make_unique<World>(database());
};

} // namespace outgoing::testing
