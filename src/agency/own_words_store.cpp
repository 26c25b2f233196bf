#include "agency/own_words_store.h"

namespace agency::store {
namespace {

using base::AgencyId;
using Text = std::string;

constexpr db::Query<OwnWord(AgencyId)> select_words{
    "agency.own_words",
    "select slang, formal from own_words where agency = :agency and until is null order by slang"};
constexpr db::Query<OwnWord(AgencyId, std::int64_t)> select_words_at{
    "agency.own_words_at", "select slang, formal from own_words where agency = :agency and since <= :version "
                           "and (until is null or until > :version) order by slang"};
constexpr db::Query<std::int64_t(AgencyId)> select_version{
    "agency.own_words_version",
    "select version from own_word_versions where agency = :agency order by version desc limit 1"};
constexpr db::Query<void(AgencyId, Text, std::int64_t, Text)> insert_word{
    "agency.insert_own_word",
    "insert into own_words (agency, slang, since, formal) values (:agency, :slang, :since, :formal)"};
constexpr db::Query<void(std::int64_t, AgencyId, Text)> end_word{
    "agency.end_own_word", "update own_words set until = :until where agency = :agency and slang = :slang "
                           "and until is null"};
constexpr db::Query<void(AgencyId, std::int64_t, base::Time, std::optional<std::int64_t>, std::int64_t,
                         std::int64_t, std::int64_t)>
    insert_version{"agency.insert_own_words_version",
                   "insert into own_word_versions (agency, version, at, staff, added, removed, lines) values "
                   "(:agency, :version, :at, :staff, :added, :removed, :lines) on conflict do nothing"};
constexpr db::Query<OwnWordsVersion(AgencyId, int)> select_versions{
    "agency.own_words_versions", "select version, at, staff, added, removed, lines from own_word_versions "
                                 "where agency = :agency order by version desc limit :most"};

} // namespace

OwnWords own_words(db::Tx& tx, AgencyId agency) {
    return {.version = tx.one(select_version, agency).value_or(0), .words = tx.all(select_words, agency)};
}

std::vector<OwnWord> own_words_at(db::Tx& tx, AgencyId agency, std::int64_t version) {
    return tx.all(select_words_at, agency, version);
}

void insert_own_word(db::Tx& tx, AgencyId agency, const OwnWord& word, std::int64_t since) {
    tx.run(insert_word, agency, word.slang, since, word.formal);
}

void end_own_word(db::Tx& tx, AgencyId agency, const std::string& slang, std::int64_t until) {
    tx.run(end_word, until, agency, slang);
}

bool insert_own_words_version(db::Tx& tx, AgencyId agency, const OwnWordsVersion& version) {
    return tx.run(insert_version, agency, version.version, version.at, version.staff, version.added,
                  version.removed, version.lines) == 1;
}

std::vector<OwnWordsVersion> own_words_versions(db::Tx& tx, AgencyId agency, int most) {
    return tx.all(select_versions, agency, most);
}

} // namespace agency::store
