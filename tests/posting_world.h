// Answers on the simulated network: citizens' posts with an answer that waits, and a process that sends what
// waits, looks for what is in doubt and sweeps after the dead.
#pragma once
#include "items/item_actions.h"
#include "jobs/runner.h"
#include "network_world.h"
#include "outgoing/outgoing_jobs.h"
#include "outgoing/outgoing_store.h"
#include "outgoing/posting_store.h"
#include "outgoing/send_actions.h"

namespace outgoing::testing {

class WithPostings : public network::testing::WithNetwork {
protected:
    /// To the citizen `warga`, who wrote `post` in a thread of its own.
    Outgoing waiting(const agency::Account& account, std::int64_t post, const std::string& letter,
                     const std::string& pictures = "", bool is_direct = false) {
        items::ItemIn in;
        in.network_id = std::to_string(post);
        in.author.network_id = "warga";
        in.author.handle = "@warga";
        in.text = "Jalan berlubang";
        in.created_at = w().now;
        in.root = in.network_id;
        if (is_direct) in.visibility = items::Visibility::private_;
        return waiting(account, in, letter, pictures);
    }
    /// To whoever wrote that.
    Outgoing waiting(const agency::Account& account, const items::ItemIn& in, const std::string& letter,
                     const std::string& pictures = "") {
        Outgoing out;
        out.agency = agency();
        out.id = w().ids.next<OutgoingId>();
        out.case_id = w().ids.next<cases::CaseId>();
        out.event = w().ids.next<OutgoingId>().value;
        out.key = TemplateKey::resolved;
        out.channel = Channel::network;
        out.state = State::queued;
        out.subject = "Laporan selesai";
        out.body = out.letter = letter;
        out.created_at = out.changed_at = w().now;
        const triage::Reading reading;
        database()
            .write([&](db::Tx& tx) -> base::Result<void> {
                auto saved = items::save(tx, *vault_, w().ids, agency(),
                                         {account.id, account.network, in, reading, w().now});
                if (!saved) return base::pass(saved);
                out.identity = *saved->identity;
                if (!store::insert(tx, out)) throw std::runtime_error("known");
                store::insert_posting(tx, agency(),
                                      {.outgoing = out.id,
                                       .account = account.id,
                                       .item = saved->item,
                                       .names_reporter = true,
                                       .pictures = pictures});
                queue(tx, w().ids, out, w().now, w().now);
                return {};
            })
            .value();
        return out;
    }
    Outgoing now_of(const Outgoing& o) {
        return database().read([&](db::Tx& tx) { return store::find(tx, agency(), o.id); }).value();
    }

    /// One life of a process that sends.
    class Process {
    public:
        Process(WithPostings& test, network::Carrier& carrier) : Process(test, carrier, test.database()) {}
        Process(WithPostings& test, network::Carrier& carrier, db::Database& database)
            : services(test.services(carrier, database)), agency_(test.agency()),
              posting_{services,
                       [](base::AgencyId, const std::string& sha256) {
                           return std::optional<std::string>("bytes of " + sha256);
                       }},
              runner_({.database = database,
                       .now = test.now(),
                       .random = services.random,
                       .holder = "here",
                       .agencies = [agency = agency_] { return std::vector{agency}; },
                       .handlers = {send_handler({.database = database,
                                                  .directories = test.w().directories,
                                                  .vault = *test.vault_,
                                                  .ids = test.w().ids,
                                                  .now = test.now(),
                                                  .random = services.random,
                                                  .sender = nullptr,
                                                  .posting = posting_}),
                                    look_handler(posting_)}}) {}
        Process(const Process&) = delete;
        Process& operator=(const Process&) = delete;

        void run_due() {
            runner_.run_due();
            sweep_postings(posting_, agency_);
        }
        const network::Services services;

    private:
        base::AgencyId agency_;
        PostingServices posting_;
        jobs::Runner runner_;
    };
};

} // namespace outgoing::testing
