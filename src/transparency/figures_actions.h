// Reading the public figures of a period, kept for a second, and the cases behind a number.
#pragma once
#include "transparency/board.h"
#include "transparency/figures.h"

#include <memory>
#include <mutex>

namespace db {
class Database;
class Tx;
} // namespace db

namespace transparency {

using FigureTablesPtr = std::shared_ptr<const FigureTables>;

/// Figures by agency and period, at most a second old: a crowd costs two statements a second. Thread-safe.
class FigureCache {
public:
    [[nodiscard]] FigureTablesPtr of(db::Database& database, const agency::Directory& directory,
                                     const Period& period, base::Time now);

private:
    struct Entry {
        base::Time read_at{};
        FigureTablesPtr tables;
    };
    std::mutex mutex_;
    std::map<std::pair<std::int64_t, std::string>, Entry> entries_;
};

[[nodiscard]] FigureTables read_figures(db::Tx& tx, const agency::Directory& directory, const Period& period,
                                        base::Time now);

struct FigureList {
    std::vector<BoardRow> rows;
    base::Time next_at{};     ///< key of the next page
    std::int64_t next_id = 0; ///< 0 at the end
};
/// The cases behind a number. An unknown office is not_found `office.unknown`.
[[nodiscard]] base::Result<FigureList> read_figure_list(db::Tx& tx, const agency::Directory& directory,
                                                        const FigureQuery& query, base::Time now);

} // namespace transparency
