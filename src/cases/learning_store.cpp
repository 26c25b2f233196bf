#include "cases/learning_store.h"

#include "db/query.h"
#include "db/tx.h"

namespace cases {

BOOST_DESCRIBE_STRUCT(DecidedCase, (), (text, topic, office))

namespace {

constexpr db::Query<DecidedCase(base::AgencyId, int)> select_decided{
    "cases.decided", "select proposed_text, topic, office from cases where agency = :agency and state not in "
                     "('received', 'archived') and kind <> 'whistleblowing' and conduct_office is null and "
                     "proposed_text <> '' order by received_at desc, id desc limit :most"};

} // namespace

std::vector<DecidedCase> find_decided(db::Tx& tx, base::AgencyId agency, int most) {
    return tx.all(select_decided, agency, most);
}

} // namespace cases
