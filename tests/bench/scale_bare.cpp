#include "scale_bare.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <sqlite3.h>
#include <stdexcept>
#include <string>
#include <unistd.h>
#include <vector>

namespace bench {
namespace {

using File = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;
using Prepared = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;
using Value = std::unique_ptr<sqlite3_value, decltype(&sqlite3_value_free)>;

void must(int code, sqlite3* file) {
    if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
        throw std::runtime_error(sqlite3_errmsg(file));
}
void run(sqlite3* file, const std::string& sql) {
    must(sqlite3_exec(file, sql.c_str(), nullptr, nullptr, nullptr), file);
}
Prepared prepare(sqlite3* file, const std::string& sql) {
    sqlite3_stmt* raw = nullptr;
    must(sqlite3_prepare_v2(file, sql.c_str(), -1, &raw, nullptr), file);
    return {raw, sqlite3_finalize};
}

/// Goes away with what SQLite keeps beside it, before and after.
struct Copy {
    explicit Copy(std::filesystem::path where) : path(std::move(where)) { remove(); }
    Copy(const Copy&) = delete;
    Copy& operator=(const Copy&) = delete;
    ~Copy() { remove(); }
    void remove() const {
        std::error_code ignored;
        for (const char* ending : {"", "-wal", "-shm"})
            std::filesystem::remove(path.string() + ending, ignored);
    }
    std::filesystem::path path;
};

/// The rows of one table that belong to one case, in the order of the cases.
struct Table {
    std::string name;
    std::string of_case; ///< condition with ?1, the case's id
    /// The index of words: its rows stay, those that are written stand beside them.
    bool is_index = false;
    Prepared insert{nullptr, sqlite3_finalize};
    std::vector<std::vector<std::vector<Value>>> rows = {}; ///< of each case
};

std::vector<Table> tables() {
    std::vector<Table> out;
    auto add = [&](const char* name, const char* of_case) {
        out.push_back({.name = name, .of_case = std::string("agency = 1 and ") + of_case});
    };
    add("identities", "id = (select identity from cases where agency = 1 and id = ?1)");
    add("identity_keys", "identity = (select identity from cases where agency = 1 and id = ?1)");
    add("items", "case_id = ?1");
    add("conversations", "id in (select conversation from items where agency = 1 and case_id = ?1)");
    add("cases", "id = ?1");
    add("events", "subject_kind = 'case' and subject = ?1");
    add("deadlines", "subject_kind = 'case' and subject = ?1");
    add("case_ladders", "case_id = ?1");
    add("case_signatures", "(area, at, case_id) in (select coalesce(area, ''), received_at, id from cases "
                           "where agency = 1 and id = ?1)");
    add("suggestions", "case_id = ?1");
    add("outgoing", "case_id = ?1");
    out.push_back({.name = "staff_search", .of_case = "rowid = ?1", .is_index = true});
    return out;
}

} // namespace

double bare_rate(const std::filesystem::path& file, std::int64_t cases, std::size_t of_a_commit) {
    const Copy kept(std::filesystem::path(file).replace_filename("bare.db"));
    const auto& copy = kept.path;
    {
        sqlite3* raw = nullptr;
        must(sqlite3_open(file.c_str(), &raw), raw);
        const File whole(raw, sqlite3_close);
        run(raw, "pragma wal_checkpoint(truncate)");
    }
    std::filesystem::copy_file(file, copy, std::filesystem::copy_options::overwrite_existing);
    sqlite3* raw = nullptr;
    must(sqlite3_open(copy.c_str(), &raw), raw);
    const File opened(raw, sqlite3_close);
    run(raw, "pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -64000;"
             "pragma wal_autocheckpoint = 4000; pragma foreign_keys = on");

    std::vector<std::int64_t> ids;
    auto newest =
        prepare(raw, fmt::format("select id from cases where agency = 1 order by id desc limit {}", cases));
    while (sqlite3_step(newest.get()) == SQLITE_ROW)
        ids.push_back(sqlite3_column_int64(newest.get(), 0));
    std::ranges::reverse(ids); // in the order in which they came
    auto all = tables();
    for (auto& table : all) {
        auto select =
            prepare(raw, fmt::format("select {} from {} where {}", table.is_index ? "rowid + 1, terms" : "*",
                                     table.name, table.of_case));
        const int columns = sqlite3_column_count(select.get());
        for (const auto id : ids) {
            sqlite3_bind_int64(select.get(), 1, id);
            auto& of_case = table.rows.emplace_back();
            while (sqlite3_step(select.get()) == SQLITE_ROW) {
                auto& row = of_case.emplace_back();
                for (int i = 0; i < columns; ++i)
                    row.emplace_back(sqlite3_value_dup(sqlite3_column_value(select.get(), i)),
                                     sqlite3_value_free);
            }
            sqlite3_reset(select.get());
        }
        std::string slots;
        for (int i = 0; i < columns; ++i)
            slots += i ? ", ?" : "?";
        table.insert = prepare(raw, fmt::format("insert into {}{} values ({})", table.name,
                                                table.is_index ? " (rowid, terms)" : "", slots));
    }
    // Away with them, the last table first: conditions look at the tables before.
    run(raw, "begin");
    for (auto table = all.rbegin(); table != all.rend(); ++table) {
        if (table->is_index || table->name == "cases" || table->name == "items") continue;
        auto remove = prepare(raw, "delete from " + table->name + " where " + table->of_case);
        for (const auto id : ids) {
            sqlite3_bind_int64(remove.get(), 1, id);
            must(sqlite3_step(remove.get()), raw);
            sqlite3_reset(remove.get());
        }
    }
    for (const char* name : {"items", "cases"}) {
        auto remove = prepare(raw, std::string("delete from ") + name + " where agency = 1 and " +
                                       (name == std::string("items") ? "case_id" : "id") + " = ?1");
        for (const auto id : ids) {
            sqlite3_bind_int64(remove.get(), 1, id);
            must(sqlite3_step(remove.get()), raw);
            sqlite3_reset(remove.get());
        }
    }
    run(raw, "commit; pragma wal_checkpoint(truncate)");
    ::sync(); // the copy's own writing is over before its time is taken

    auto write = [&](std::size_t from, std::size_t to, bool is_index) {
        run(raw, "begin immediate");
        for (std::size_t i = from; i < to; ++i)
            for (auto& table : all) {
                if (table.is_index != is_index) continue;
                for (const auto& row : table.rows[i]) {
                    for (std::size_t k = 0; k < row.size(); ++k)
                        sqlite3_bind_value(table.insert.get(), static_cast<int>(k) + 1, row[k].get());
                    must(sqlite3_step(table.insert.get()), raw);
                    sqlite3_reset(table.insert.get());
                }
            }
        run(raw, "commit");
    };
    constexpr std::size_t indexed_at_once = 500; // as search_jobs does
    const auto start = std::chrono::steady_clock::now();
    std::size_t indexed = 0;
    for (std::size_t from = 0; from < ids.size(); from += of_a_commit) {
        const auto to = std::min(ids.size(), from + of_a_commit);
        write(from, to, /*is_index=*/false);
        if (to - indexed < indexed_at_once && to < ids.size()) continue;
        write(indexed, to, /*is_index=*/true);
        indexed = to;
    }
    const double took = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return static_cast<double>(ids.size()) / took;
}

} // namespace bench
