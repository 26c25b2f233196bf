#include "learning/suggestion_store.h"

#include "db/query.h"

namespace learning {
namespace {

using base::AgencyId;
using Label = std::optional<std::string>;
using std::string;

constexpr db::Query<void(AgencyId, CaseId, triage::Tongue, Label, double, Label, double, Label, double, Label,
                         double, int)>
    add{"suggestions.insert", "insert into suggestions (agency, case_id, language, kind, kind_p, topic, "
                              "topic_p, office, office_p, area,"
                              " area_p, sure) values (:agency, :case_id, :language, :kind, :kind_p, :topic, "
                              ":topic_p, :office, :office_p,"
                              " :area, :area_p, :sure)"};

struct Row {
    triage::Tongue language{};
    Label kind;
    double kind_p = 0;
    Label topic;
    double topic_p = 0;
    Label office;
    double office_p = 0;
    Label area;
    double area_p = 0;
    int sure = 0;
    Label said_kind, said_topic, said_office, said_area;
    std::optional<int> month;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (language, kind, kind_p, topic, topic_p, office, office_p, area, area_p, sure,
                       said_kind, said_topic, said_office, said_area, month))
constexpr db::Query<Row(AgencyId, CaseId)> select_one{
    "suggestions.find",
    "select language, kind, kind_p, topic, topic_p, office, office_p, area, area_p, sure, said_kind, "
    "said_topic,"
    " said_office, said_area, month from suggestions where agency = :agency and case_id = :case_id"};

constexpr db::Query<void(Label, Label, Label, Label, int, AgencyId, CaseId)> update_truth{
    "suggestions.save_truth",
    "update suggestions set said_kind = :kind, said_topic = :topic, said_office = :office, said_area = :area,"
    " month = :month where agency = :agency and case_id = :case_id"};

constexpr db::Query<void(AgencyId, int, Head, string, string, bool, int, triage::Tongue, std::int64_t)>
    upsert_tally{"suggestions.tally",
                 "insert into suggestion_tallies (agency, month, head, label, truth, is_sure, tenth, "
                 "language, n) values (:agency,"
                 " :month, :head, :label, :truth, :is_sure, :tenth, :language, :n) on conflict (agency, "
                 "month, head, label,"
                 " truth, is_sure, tenth, language) do update set n = suggestion_tallies.n + excluded.n"};

struct TallyRow {
    Head head{};
    string label, truth;
    bool is_sure = false;
    int tenth = 0;
    triage::Tongue language{};
    std::int64_t n = 0;
};
BOOST_DESCRIBE_STRUCT(TallyRow, (), (head, label, truth, is_sure, tenth, language, n))
constexpr db::Query<TallyRow(AgencyId, int, int)> select_tallies{
    "suggestions.tallies", "select head, label, truth, is_sure, tenth, language, cast(sum(n) as bigint) from "
                           "suggestion_tallies where"
                           " agency = :agency and month >= :from and month <= :to group by head, label, "
                           "truth, is_sure, tenth, language"
                           " having sum(n) > 0"};

struct MonthRow {
    Head head{};
    std::int64_t right = 0, of = 0;
};
BOOST_DESCRIBE_STRUCT(MonthRow, (), (head, right, of))
constexpr db::Query<MonthRow(AgencyId, int)> select_month{
    "suggestions.month",
    "select head, cast(sum(case when label = truth then n else 0 end) as bigint), cast(sum(n) as bigint) from"
    " suggestion_tallies where agency = :agency and month = :month and head in ('kind', 'topic') and is_sure "
    "= 1"
    " group by head"};

constexpr db::Query<void(AgencyId)> upsert_decision{
    "suggestions.add_decision",
    "insert into decision_counts (agency, n) values (:agency, 1) on conflict (agency) do"
    " update set n = decision_counts.n + 1"};
constexpr db::Query<std::int64_t(AgencyId)> select_decisions{
    "suggestions.decisions", "select n from decision_counts where agency = :agency"};

} // namespace

void insert(db::Tx& tx, AgencyId agency, CaseId id, const Suggestion& s) {
    int sure = 0;
    for (const Head head : heads)
        if (s[head].is_sure) sure |= 1 << static_cast<int>(head);
    tx.run(add, agency, id, s.language, s[Head::kind].label, s[Head::kind].p, s[Head::topic].label,
           s[Head::topic].p, s[Head::office].label, s[Head::office].p, s[Head::area].label, s[Head::area].p,
           sure);
}

std::optional<StoredSuggestion> find(db::Tx& tx, AgencyId agency, CaseId id) {
    auto row = tx.one(select_one, agency, id);
    if (!row) return std::nullopt;
    auto is_sure = [&](Head head) { return (row->sure & (1 << static_cast<int>(head))) != 0; };
    StoredSuggestion out;
    out.suggestion.language = row->language;
    out.suggestion[Head::kind] = {std::move(row->kind), row->kind_p, is_sure(Head::kind)};
    out.suggestion[Head::topic] = {std::move(row->topic), row->topic_p, is_sure(Head::topic)};
    out.suggestion[Head::office] = {std::move(row->office), row->office_p, is_sure(Head::office)};
    out.suggestion[Head::area] = {std::move(row->area), row->area_p, is_sure(Head::area)};
    out.truth = {std::move(row->said_kind), std::move(row->said_topic), std::move(row->said_office),
                 std::move(row->said_area)};
    out.month = row->month;
    return out;
}

void save_truth(db::Tx& tx, AgencyId agency, CaseId id, const Truth& truth, int month) {
    tx.run(update_truth, truth[0], truth[1], truth[2], truth[3], month, agency, id);
}

void add_to_tally(db::Tx& tx, AgencyId agency, int month, const Scored& s, std::int64_t n) {
    tx.run(upsert_tally, agency, month, s.head, s.label, s.truth, s.is_sure, s.tenth, s.language, n);
}

std::vector<Tallied> find_tallies(db::Tx& tx, AgencyId agency, int from, int to) {
    std::vector<Tallied> out;
    for (auto& row : tx.all(select_tallies, agency, from, to))
        out.push_back(
            {{row.head, std::move(row.label), std::move(row.truth), row.is_sure, row.tenth, row.language},
             row.n});
    return out;
}

MonthFigures find_month(db::Tx& tx, AgencyId agency, int month) {
    MonthFigures out{.month = month, .kind = {}, .topic = {}};
    for (const auto& row : tx.all(select_month, agency, month))
        (row.head == Head::kind ? out.kind : out.topic) = {row.right, row.of};
    return out;
}

void add_decision(db::Tx& tx, AgencyId agency) {
    tx.run(upsert_decision, agency);
}

std::int64_t find_decisions(db::Tx& tx, AgencyId agency) {
    return tx.one(select_decisions, agency).value_or(0);
}

} // namespace learning
