// A small agency whose cases have items with words, for the tests of search.
#pragma once
#include "agency/agency_actions.h"
#include "cases/case_actions.h"
#include "cases/search_actions.h"
#include "cases/testing.h"
#include "cases/visibility.h"
#include "items/item_actions.h"
#include "staff_world.h"
#include "world.h"

namespace cases::testing {

class Searching : public db::testing::OnEachEngine {
protected:
    template <class F> auto write(F&& unit) { return database().write(std::forward<F>(unit)); }
    void SetUp() override {
        write([&](db::Tx& tx) {
            return agency::put_topic(
                tx, {.ids = world.ids, .now = world.now}, world.agency,
                {.code = "trotoar", .name_id = "Trotoar rusak", .name_en = "Broken pavement"});
        }).value();
        world.directories.changed();
        directory = world.directories.of(world.agency).value();
    }
    Context context() { return context_for(*directory, world.ids, random, world.now); }

    items::Incoming incoming(const std::string& text, items::Change type, const triage::Reading& reading,
                             const std::string& network_id, const std::string& author) {
        return {.account = agency::AccountId{61},
                .network = "mastodon",
                .in = {.network_id = network_id,
                       .type = type,
                       .author = {.network_id = author, .name = {}, .handle = {}},
                       .text = text,
                       .created_at = world.now,
                       .visibility = {},
                       .url = {},
                       .in_reply_to = {},
                       .root = {},
                       .identity = {},
                       .place = {},
                       .media = {},
                       .contact = {}},
                .reading = reading,
                .received_at = world.now};
    }
    /// Of the post with that text: a network does not put the words into it.
    static std::string post_of(const std::string& text) {
        return "post-" + std::to_string(std::hash<std::string>{}(text));
    }
    /// As intake does it.
    items::Saved say(const std::string& text, items::Change type, const std::string& network_id,
                     const std::string& author = "budi") {
        triage::Reading reading;
        reading.masked = text;
        return write([&](db::Tx& tx) {
                   return items::save(tx, vault, world.ids, world.agency,
                                      incoming(text, type, reading, network_id, author));
               })
            .value();
    }
    struct Wanted {
        std::string text;
        std::optional<OfficeId> office = {};
        Kind kind = Kind::complaint;
        IdentityMode identity = IdentityMode::public_;
        Visibility visibility = Visibility::public_;
        std::string place = "Gang Mawar";
        std::string author = "budi";
        bool is_queued = false; ///< the index has not taken it along yet
    };
    Case open(const Wanted& wanted) {
        const auto saved = say(wanted.text, items::Change::create, post_of(wanted.text), wanted.author);
        return write([&](db::Tx& tx) -> base::Result<Case> {
                   NewCase made;
                   made.kind = wanted.kind;
                   made.topic = "trotoar";
                   made.area = "31.74.01.1002";
                   made.place_name = wanted.place;
                   made.account = agency::AccountId{61};
                   made.identity = saved.identity;
                   made.identity_mode = wanted.identity;
                   made.visibility = wanted.visibility;
                   made.proposed_text = wanted.text;
                   made.received_at = world.now;
                   if (wanted.office) made.route = Route{.office = wanted.office, .rule = {}};
                   auto c = open_case(tx, context(), made);
                   if (c) items::attach_to_case(tx, world.agency, saved, c->id.value);
                   if (c && !wanted.is_queued) index_queued(tx, world.agency, 10);
                   return c;
               })
            .value();
    }
    Case done(const Case& c, const Command& command) {
        const Actor everyone{.party = Party::staff,
                             .staff = StaffId{5},
                             .roles = {staff::Role::coordinator, staff::Role::operator_}};
        return write([&](db::Tx& tx) { return act(tx, context(), c, everyone, command); }).value();
    }
    Case verified(const Case& c, const std::string& public_text) {
        return done(c, Verify{.kind = c.kind,
                              .topic = "trotoar",
                              .area = c.area,
                              .no_place = {},
                              .public_text = public_text});
    }

    staff::Principal person(std::vector<staff::HeldRole> roles, StaffId id = StaffId{501}) {
        return {.agency = world.agency, .staff = id, .name = "", .roles = std::move(roles), .account = {}};
    }
    staff::Principal boss() {
        return person({{staff::Role::coordinator, world.root}, {staff::Role::operator_, world.root}});
    }
    Found search(const staff::Principal& who, ViewFilter filter) {
        return database().read([&](db::Tx& tx) { return search_cases(tx, *directory, who, filter); });
    }
    Found search(const staff::Principal& who, std::string words) {
        return search(who, ViewFilter{.view = View::all, .words = std::move(words)});
    }
    Found look(std::string words) {
        return database().read([&](db::Tx& tx) {
            Listing listing;
            listing.words = std::move(words);
            listing.only_public = true;
            return search_public(tx, world.agency, listing);
        });
    }
    static std::vector<CaseId> ids(const Found& found) {
        std::vector<CaseId> out;
        for (const auto& c : found.cases)
            out.push_back(c.id);
        return out;
    }

    staff::testing::World world{database()};
    base::Random random = staff::testing::random_bytes;
    people::Vault vault{people::SecretKey{}};
    agency::DirectoryPtr directory;
};

} // namespace cases::testing
