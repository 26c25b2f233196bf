// A file from SP4N-LAPOR! on its way in: rows of lapor_imports, lapor_lines and lapor_cases. Plain data.
#pragma once
#include "cases/case.h"

#include <boost/describe.hpp>

namespace channels::sp4n_lapor {

using ImportId = base::Id<struct ImportTag>;

inline constexpr std::size_t max_file_bytes = 32UL * 1024 * 1024;
inline constexpr std::int64_t max_lines = 200'000;

enum class ImportState {
    reading, ///< being looked through; nothing is taken in yet
    ready,   ///< looked through: a person decides
    running, ///< being taken in
    done,
    failed, ///< not a file we can read
};

/// A row of lapor_imports.
struct Import {
    ImportId id;
    std::string file_name;
    std::int64_t bytes = 0;
    std::optional<staff::StaffId> staff; ///< none: the command line
    ImportState state = ImportState::reading;
    std::int64_t lines = 0;    ///< read so far
    std::int64_t fresh = 0;    ///< would come in
    std::int64_t accepted = 0; ///< came in with this file
    std::int64_t known = 0;
    std::int64_t rejected = 0;
    std::int64_t different = 0; ///< known, and LAPOR! says something else than last time
    std::optional<std::string> problem;
    std::optional<std::string> problem_field;
    base::Time created_at{};
    std::optional<base::Time> finished_at;
};

enum class What { rejected, status, oversight };

/// A row of lapor_lines.
struct Remark {
    std::int64_t line = 0;
    What what = What::rejected;
    std::string tracking_id;
    std::optional<std::string> problem;
    std::optional<std::string> field;
    std::optional<std::string> was; ///< as LAPOR! said it before
    std::optional<std::string> now;
};

/// A row of lapor_cases.
struct LaporCase {
    std::string tracking_id;
    std::optional<cases::CaseId> case_id;
    ImportId import_id;
    std::string status;
    std::optional<cases::Class> case_class;
};
BOOST_DESCRIBE_STRUCT(LaporCase, (), (tracking_id, case_id, import_id, status, case_class))

} // namespace channels::sp4n_lapor

template <> inline constexpr auto base::codes<channels::sp4n_lapor::ImportState> =
    std::to_array<base::Coded<channels::sp4n_lapor::ImportState>>({
        {channels::sp4n_lapor::ImportState::reading, "reading"},
        {channels::sp4n_lapor::ImportState::ready, "ready"},
        {channels::sp4n_lapor::ImportState::running, "running"},
        {channels::sp4n_lapor::ImportState::done, "done"},
        {channels::sp4n_lapor::ImportState::failed, "failed"},
    });
template <> inline constexpr auto base::codes<channels::sp4n_lapor::What> =
    std::to_array<base::Coded<channels::sp4n_lapor::What>>({
        {channels::sp4n_lapor::What::rejected, "rejected"},
        {channels::sp4n_lapor::What::status, "status"},
        {channels::sp4n_lapor::What::oversight, "oversight"},
    });

namespace channels::sp4n_lapor {
BOOST_DESCRIBE_STRUCT(Import, (),
                      (id, file_name, bytes, staff, state, lines, fresh, accepted, known, rejected, different,
                       problem, problem_field, created_at, finished_at))
BOOST_DESCRIBE_STRUCT(Remark, (), (line, what, tracking_id, problem, field, was, now))
} // namespace channels::sp4n_lapor
