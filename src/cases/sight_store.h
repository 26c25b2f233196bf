// Who sees a case, as part of a statement: macros, for a statement is put together while compiling. They
// speak of a row `c` and take :agency, :queue, :offices, :restricted, :me (Sight); an office of 0 is none.
// Sets are written as ",a,b,", and "*" is every office: one text serves every person. Offices are looked up
// once for a statement, not for each case.
#pragma once
#include "cases/sight.h"

#define CASES_IN_SET(column, set)                                                                            \
    column " in (select o.id from offices o where o.agency = :agency and (" set " = '*' or " set             \
           " like '%,' || cast(o.id as text) || ',%'))"

#define CASES_SEEN_BY_OFFICE(office)                                                                         \
    "(case when " office                                                                                     \
    " = 0 then :queue = 1 when :offices = '*' then 1 = 1 else " CASES_IN_SET(office, ":offices") " end)"

#define CASES_SEEN_IF_RESTRICTED(office, conduct_office, is_whistleblowing, person)                          \
    ":restricted like '%,' || cast(" office " as text) || ':' || cast(" conduct_office                       \
    " as text) || ':' || cast(" is_whistleblowing " as text) || ':' || (case when " person                   \
    " = :me then '1' else '0' end) || ',%'"

namespace cases {

[[nodiscard]] std::string set_of(const std::vector<OfficeId>& offices);
[[nodiscard]] std::string set_of(const std::vector<std::string>& names);
[[nodiscard]] std::string set_of(const std::vector<State>& states);
/// What :offices takes.
[[nodiscard]] std::string seen_offices(const Sight& sight);

} // namespace cases
