#include "scale_multiply.h"

#include "cases/code.h"
#include "db/database.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

namespace bench {
namespace {

using base::AgencyId;
using std::int64_t;

constexpr int64_t at_once = 20'000;
constexpr int64_t node_bits = int64_t{1023} << 12;

constexpr db::Query<int64_t(AgencyId)> count_cases{"bench.count_cases",
                                                   "select count(*) from cases where agency = :agency"};
/// Those that no copy has been made from yet: ids of the node itself.
constexpr db::Query<int64_t(AgencyId, int64_t, int64_t, int64_t)> select_ids{
    "bench.find_ids", "select id from cases where agency = :agency and id > :after and (id & :node_bits) = 0"
                      " order by id limit :limit"};
/// Copies that were cut off stay; the next ones get another node.
constexpr db::Query<int64_t(AgencyId)> select_last_node{
    "bench.last_node", "select coalesce(max((id / 4096) % 1024), 0) from cases where agency = :agency"};
/// Without a row when the code is taken.
constexpr db::Query<void(int64_t, std::string, AgencyId)> insert_source{
    "bench.insert_source",
    "insert into bench_source (id, code) select :id, cast(:code as text) where not exists"
    " (select 1 from cases c where c.agency = :agency and c.code = :code) on conflict do nothing"};

std::uint64_t random_number(app::House& house) {
    std::uint64_t number = 0;
    for (char c : house.random(8))
        number = (number << 8) | static_cast<unsigned char>(c);
    return number;
}

void copy(app::House& house, AgencyId agency, const std::string& prefix, const std::vector<int64_t>& ids,
          int64_t node) {
    const std::string k = std::to_string(node << 12);
    const std::string of_agency = "agency = " + std::to_string(agency.value);
    const std::string more = "|| '-" + std::to_string(node) + "'";
    house.database->write([&](db::Tx& tx) {
        tx.script("create temporary table bench_source (id bigint primary key, code text not null unique)");
        for (const auto id : ids)
            while (tx.run(insert_source, id, cases::to_string(cases::make(prefix, random_number(house))),
                          agency) == 0) {
            }
        const std::string in_source = " in (select id from bench_source)";
        // An author of several cases is copied with the first of them.
        tx.script("insert into identities (agency, id, citizen, network, lookup, name_sealed, handle_sealed,"
                  " contact_sealed, created_at) select agency, id + " +
                  k + ", citizen, network, lookup " + more +
                  ", name_sealed, handle_sealed, contact_sealed, created_at from identities where " +
                  of_agency +
                  " and id in (select c.identity from cases c join bench_source s on s.id = c.id where c." +
                  of_agency + ") on conflict do nothing");
        tx.script(
            "insert into identity_keys (agency, identity, wrapped) select agency, identity + " + k +
            ", wrapped from identity_keys where " + of_agency +
            " and identity in (select c.identity from cases c join bench_source s on s.id = c.id where c." +
            of_agency + ") on conflict do nothing");
        tx.script("insert into conversations (agency, id, account, identity, root, case_id) select v.agency, "
                  "v.id + " +
                  k + ", v.account, v.identity + " + k + ", v.root " + more + ", v.case_id + " + k +
                  " from conversations v where v." + of_agency +
                  " and v.id in (select i.conversation from items i where i." + of_agency + " and i.case_id" +
                  in_source + ") on conflict do nothing");
        tx.script("insert into items (agency, id, account, network_id, version, identity, conversation, "
                  "case_id, visibility, url,"
                  " in_reply_to, root, words_sealed, masked, kind, created_at, received_at, deleted_at) "
                  "select agency, id + " +
                  k + ", account, network_id " + more + ", version, identity + " + k + ", conversation + " +
                  k + ", case_id + " + k +
                  ", visibility, url, in_reply_to, root, words_sealed, masked, kind, created_at, "
                  "received_at, deleted_at"
                  " from items where " +
                  of_agency + " and case_id" + in_source);
        tx.script("insert into cases (agency, id, code, version, kind, class, topic, urgency, state, "
                  "state_before, office, person,"
                  " conduct_office, area, place_name, lat, lon, place_p, identity_mode, visibility, consent, "
                  "account, identity,"
                  " secret_hash, title, proposed_text, public_text, returns, contests, level, public_reason, "
                  "planned_day,"
                  " budget_source, received_at, changed_at, standing) select c.agency, c.id + " +
                  k +
                  ", s.code, c.version, c.kind, c.class, c.topic, c.urgency, c.state, c.state_before, "
                  "c.office, c.person,"
                  " c.conduct_office, c.area, c.place_name, c.lat, c.lon, c.place_p, c.identity_mode, "
                  "c.visibility, c.consent,"
                  " c.account, c.identity + " +
                  k +
                  ", c.secret_hash, c.title, c.proposed_text, c.public_text, c.returns,"
                  " c.contests, c.level, c.public_reason, c.planned_day, c.budget_source, c.received_at - " +
                  std::to_string(node * 7'777'777) +
                  ", c.changed_at, c.standing from cases c join bench_source s on s.id = c.id where c." +
                  of_agency);
        tx.script("insert into deadlines (agency, id, subject_kind, subject, name, profile, profile_version, "
                  "starts_on, started_at,"
                  " due_at, is_provisional, met_at, ended_at, paused_at, paused_ms, crossed, "
                  "next_crossing_at) select agency, id + " +
                  k + ", subject_kind, subject + " + k +
                  ", name, profile, profile_version, starts_on, started_at, due_at,"
                  " is_provisional, met_at, ended_at, paused_at, paused_ms, crossed, next_crossing_at from "
                  "deadlines where " +
                  of_agency + " and subject_kind = 'case' and subject" + in_source);
        tx.script("insert into case_ladders (agency, case_id, next_at) select agency, case_id + " + k +
                  ", next_at from case_ladders where " + of_agency + " and case_id" + in_source);
        tx.script("insert into suggestions (agency, case_id, language, kind, kind_p, topic, topic_p, office, "
                  "office_p, area, area_p, sure) select agency, case_id + " +
                  k +
                  ", language, kind, kind_p, topic, topic_p, office, office_p, area, area_p, sure from "
                  "suggestions where " +
                  of_agency + " and case_id" + in_source);
        tx.script(
            "insert into case_signatures (agency, area, at, case_id, topic, lat, lon, terms, cell) select "
            "g.agency, g.area, g.at - " +
            std::to_string(node * 7'777'777) + ", g.case_id + " + k +
            ", g.topic, g.lat, g.lon, g.terms, g.cell from case_signatures g join cases c on c.agency = "
            "g.agency"
            " and coalesce(c.area, '') = g.area and c.received_at = g.at and c.id = g.case_id where g." +
            of_agency + " and c.id" + in_source);
        tx.script("insert into events (agency, id, position, subject_kind, subject, kind, at, actor_kind, "
                  "actor, is_public, data)"
                  " select agency, (select max(id) from events where " +
                  of_agency +
                  ") + row_number() over (order by id), (select max(position) from events where " +
                  of_agency + ") + row_number() over (order by id), subject_kind, subject + " + k +
                  ", kind, at, actor_kind, actor, is_public, data from events where " + of_agency +
                  " and subject_kind = 'case' and subject" + in_source);
        tx.script("update event_cursors set position = (select max(position) from events where " + of_agency +
                  ") where " + of_agency);
        for (const std::string table : {"staff_search", "public_search"}) {
            if (tx.engine() == db::Engine::sqlite)
                tx.script("insert into " + table + " (rowid, terms) select rowid + " + k +
                          ", terms || ' salinan' || rowid || 'n" + std::to_string(node) + "' from " + table +
                          " where rowid" + in_source);
            else
                tx.script("insert into " + table + " (agency, id, terms) select agency, id + " + k +
                          ", terms || to_tsvector('simple', 'salinan' || id || 'n" + std::to_string(node) +
                          "') from " + table + " where " + of_agency + " and id" + in_source);
        }
        tx.script("drop table bench_source");
    });
}

} // namespace

void multiply(app::House& house, AgencyId agency, int64_t to) {
    const std::string prefix = house.directories.of(agency).value()->agency().prefix;
    auto count = house.database->read([&](db::Tx& tx) { return tx.one(count_cases, agency).value_or(0); });
    const auto last =
        house.database->read([&](db::Tx& tx) { return tx.one(select_last_node, agency).value_or(0); });
    for (int64_t node = last + 1; count < to && node < 1024; ++node) {
        for (int64_t after = 0; count < to;) {
            const auto ids = house.database->read([&](db::Tx& tx) {
                return tx.all(select_ids, agency, after, node_bits, std::min(at_once, to - count));
            });
            if (ids.empty()) break;
            copy(house, agency, prefix, ids, node);
            after = ids.back();
            count += std::ssize(ids);
        }
        std::cerr << fmt::format("{} cases\n", count);
    }
}

} // namespace bench
