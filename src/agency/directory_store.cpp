// The rows of an agency's directory: offices, topics, accounts, own days.
#include "agency/agency_store.h"
#include "base/text.h"

namespace agency::store {
namespace {

struct TopicRow {
    std::string code, name_id, name_en;
    ProofKind proof;
    std::optional<std::string> profile;
    std::string words; ///< one a line
    int ordinal;
    bool is_active;
};
BOOST_DESCRIBE_STRUCT(TopicRow, (), (code, name_id, name_en, proof, profile, words, ordinal, is_active))
struct OfficeRow {
    OfficeId id;
    std::optional<OfficeId> parent;
    std::string name, short_name;
    bool is_active;
    std::optional<std::string> code;
};
BOOST_DESCRIBE_STRUCT(OfficeRow, (), (id, parent, name, short_name, is_active, code))
struct AccountRow {
    AccountId id;
    std::optional<OfficeId> office;
    std::string network, name;
    bool is_active;
};
BOOST_DESCRIBE_STRUCT(AccountRow, (), (id, office, network, name, is_active))

using base::AgencyId;
using Text = std::string;

constexpr db::Query<OfficeRow(AgencyId)> all_offices{
    "agency.offices",
    "select id, parent, name, short_name, active, code from offices where agency = :agency order by id"};
constexpr db::Query<void(AgencyId, OfficeId, std::optional<OfficeId>, Text, Text, bool, base::Time,
                         std::optional<Text>)>
    add_office{"agency.insert_office",
               "insert into offices (agency, id, parent, name, short_name, active, created_at, code) "
               "values (:agency, :id, :parent, :name, :short_name, :active, :created_at, :code)"};
constexpr db::Query<void(std::optional<OfficeId>, Text, Text, bool, std::optional<Text>, AgencyId, OfficeId)>
    change_office{"agency.update_office",
                  "update offices set parent = :parent, name = :name, short_name = :short_name, "
                  "active = :active, code = :code where agency = :agency and id = :id"};

constexpr db::Query<TopicRow(AgencyId)> all_topics{
    "agency.topics", "select code, name_id, name_en, proof, profile, words, ordinal, active from topics "
                     "where agency = :agency order by ordinal, code"};
constexpr db::Query<void(AgencyId, Text, Text, Text, ProofKind, std::optional<Text>, Text, int, bool)>
    upsert_topic{
        "agency.put_topic",
        "insert into topics (agency, code, name_id, name_en, proof, profile, words, ordinal, active) "
        "values (:agency, :code, :name_id, :name_en, :proof, :profile, :words, :ordinal, :active) "
        "on conflict (agency, code) do update set name_id = excluded.name_id, name_en = excluded.name_en, "
        "proof = excluded.proof, profile = excluded.profile, words = excluded.words, "
        "ordinal = excluded.ordinal, active = excluded.active"};

constexpr db::Query<AccountRow(AgencyId)> all_accounts{
    "agency.accounts",
    "select id, office, network, name, active from accounts where agency = :agency order by id"};
constexpr db::Query<void(AgencyId, AccountId, std::optional<OfficeId>, Text, Text, bool, base::Time)>
    add_account{"agency.insert_account",
                "insert into accounts (agency, id, office, network, name, active, created_at) "
                "values (:agency, :id, :office, :network, :name, :active, :created_at)"};
constexpr db::Query<void(bool, AgencyId, AccountId)> activate_account{
    "agency.set_account_active", "update accounts set active = :active where agency = :agency and id = :id"};

constexpr db::Query<std::int64_t(AgencyId, OfficeId)> count_office{
    "agency.has_office", "select count(*) from offices where agency = :agency and id = :id"};
constexpr db::Query<std::int64_t(AgencyId, Text)> count_topic{
    "agency.has_topic", "select count(*) from topics where agency = :agency and code = :code"};
constexpr db::Query<std::int64_t(AgencyId, AccountId)> count_account{
    "agency.has_account", "select count(*) from accounts where agency = :agency and id = :id"};

std::optional<Text> optional(const Text& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

struct DayRow {
    std::string day, name;
    bool is_closed;
    DayKind kind;
    std::string source, hours;
};
BOOST_DESCRIBE_STRUCT(DayRow, (), (day, name, is_closed, kind, source, hours))
constexpr db::Query<DayRow(AgencyId)> all_days{
    "agency.days",
    "select day, name, closed, kind, source, hours from agency_days where agency = :agency order by day"};
constexpr db::Query<void(AgencyId, Text, Text, bool, DayKind, Text, Text)> upsert_day{
    "agency.put_day",
    "insert into agency_days (agency, day, name, closed, kind, source, hours) values (:agency, :day, :name, "
    ":closed, :kind, :source, :hours) on conflict (agency, day) do update set name = excluded.name, "
    "closed = excluded.closed, kind = excluded.kind, source = excluded.source, hours = excluded.hours"};
constexpr db::Query<void(AgencyId, Text)> remove_day{
    "agency.delete_day", "delete from agency_days where agency = :agency and day = :day"};
constexpr db::Query<void(Text, std::optional<OfficeId>, bool, AgencyId, AccountId)> change_account{
    "agency.update_account", "update accounts set name = :name, office = :office, active = :active "
                             "where agency = :agency and id = :id"};

} // namespace

std::vector<OwnDay> days(db::Tx& tx, AgencyId agency) {
    std::vector<OwnDay> out;
    for (auto& row : tx.all(all_days, agency)) {
        auto day = base::parse_day(row.day);
        if (!day) throw db::Error("agency.days: a day of an agency cannot be read");
        auto hours = parse_intervals(row.hours, "hours");
        if (!hours) throw db::Error("agency.days: the hours of a day cannot be read");
        out.push_back(
            {*day, std::move(row.name), row.is_closed, row.kind, std::move(row.source), std::move(*hours)});
    }
    return out;
}

void put_day(db::Tx& tx, AgencyId agency, const OwnDay& day) {
    tx.run(upsert_day, agency, base::to_iso(day.day), day.name, day.is_closed, day.kind, day.source,
           to_text(day.hours));
}

bool delete_day(db::Tx& tx, AgencyId agency, base::Day day) {
    return tx.run(remove_day, agency, base::to_iso(day)) > 0;
}

bool update_account(db::Tx& tx, AgencyId agency, const Account& account) {
    return tx.run(change_account, account.name, account.office, account.is_active, agency, account.id) > 0;
}

bool has_office(db::Tx& tx, AgencyId agency, OfficeId office) {
    return tx.one(count_office, agency, office).value_or(0) > 0;
}

bool has_topic(db::Tx& tx, AgencyId agency, std::string_view code) {
    return tx.one(count_topic, agency, code).value_or(0) > 0;
}

bool has_account(db::Tx& tx, AgencyId agency, AccountId account) {
    return tx.one(count_account, agency, account).value_or(0) > 0;
}

std::vector<Office> offices(db::Tx& tx, AgencyId agency) {
    std::vector<Office> out;
    for (auto& row : tx.all(all_offices, agency))
        out.push_back({row.id, row.parent, std::move(row.name), std::move(row.short_name), row.is_active,
                       std::move(row.code).value_or("")});
    return out;
}

void insert_office(db::Tx& tx, AgencyId agency, const Office& office, base::Time now) {
    tx.run(add_office, agency, office.id, office.parent, office.name, office.short_name, office.is_active,
           now, optional(office.code));
}

void update_office(db::Tx& tx, AgencyId agency, const Office& office) {
    tx.run(change_office, office.parent, office.name, office.short_name, office.is_active,
           optional(office.code), agency, office.id);
}

std::vector<Topic> topics(db::Tx& tx, AgencyId agency) {
    std::vector<Topic> out;
    for (auto& row : tx.all(all_topics, agency)) {
        Topic topic{std::move(row.code), std::move(row.name_id), std::move(row.name_en),
                    row.proof,           std::move(row.profile), {},
                    row.ordinal,         row.is_active};
        if (!row.words.empty())
            for (auto word : base::split(row.words, '\n'))
                topic.words.emplace_back(word);
        out.push_back(std::move(topic));
    }
    return out;
}

void put_topic(db::Tx& tx, AgencyId agency, const Topic& topic) {
    tx.run(upsert_topic, agency, topic.code, topic.name_id, topic.name_en, topic.proof, topic.profile,
           base::join(topic.words, "\n"), topic.ordinal, topic.is_active);
}

std::vector<Account> accounts(db::Tx& tx, AgencyId agency) {
    std::vector<Account> out;
    for (auto& row : tx.all(all_accounts, agency))
        out.push_back({row.id, row.office, std::move(row.network), std::move(row.name), row.is_active});
    return out;
}

void insert_account(db::Tx& tx, AgencyId agency, const Account& account, base::Time now) {
    tx.run(add_account, agency, account.id, account.office, account.network, account.name, account.is_active,
           now);
}

bool set_account_active(db::Tx& tx, AgencyId agency, AccountId account, bool is_active) {
    return tx.run(activate_account, is_active, agency, account) > 0;
}

} // namespace agency::store
