#include "cases/learning_store.h"

#include "db/query.h"
#include "db/tx.h"

namespace cases {

BOOST_DESCRIBE_STRUCT(ToLearn, (), (id, is_decided, is_archived, text, kind, topic, office, received_at))

namespace {

// Rows that teach nothing are given as well: a stretch is as long as it says, whatever stands in it.
#define IS_DECIDED                                                                                           \
    "state <> 'received' and kind <> 'whistleblowing' and conduct_office is null"                            \
    " and proposed_text <> ''"
constexpr db::Query<ToLearn(base::AgencyId, CaseId, int)> select_to_learn{
    "cases.to_learn",
    "select id, case when " IS_DECIDED " then 1 else 0 end, case when state = 'archived' then 1 else 0 end,"
    " case when " IS_DECIDED
    " then proposed_text else '' end, kind, topic, office, received_at from cases where agency ="
    " :agency and id < :before order by id desc limit :most"};
#undef IS_DECIDED

} // namespace

std::vector<ToLearn> find_to_learn(db::Tx& tx, base::AgencyId agency, CaseId before, int most) {
    return tx.all(select_to_learn, agency, before, most);
}

} // namespace cases
