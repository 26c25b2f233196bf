#include "real_run.h"

#include "db/migrate.h"

#include <sodium.h>

#include <chrono>
#include <fcntl.h>
#include <fstream>
#include <signal.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace bench {
namespace {

using namespace std::chrono_literals;

constexpr db::Query<Taken(base::AgencyId, agency::AccountId)> find_taken{
    "bench.taken",
    "select i.network_id, c.kind, c.state, c.title, c.area, c.office, c.topic, d.due_at, d.met_at,"
    " d.is_provisional from items i join cases c on c.agency = i.agency and c.id = i.case_id"
    " left join deadlines d on d.agency = c.agency and d.subject_kind = 'case' and d.subject = c.id"
    " and d.name = 'resolve' where i.agency = :agency and i.account = :account"};
constexpr db::Query<std::int64_t(base::AgencyId, agency::AccountId)> count_items{
    "bench.count_items", "select count(*) from items where agency = :agency and account = :account"};

/// What the agency's own names cannot say is read in the words; the rest of a line counts all the same.
constexpr intake::ImportRules rules{.office = intake::UnknownName::reject,
                                    .topic = intake::UnknownName::leave,
                                    .area = intake::UnknownName::leave};

std::string random_bytes(std::size_t count) {
    std::string out(count, '\0');
    randombytes_buf(out.data(), out.size());
    return out;
}

std::unique_ptr<db::Database> migrated(const std::string& where) {
    auto database = db::open(where);
    if (!database) throw std::runtime_error(database.error().detail);
    if (auto done = db::migrate(**database); !done) throw std::runtime_error(done.error().detail);
    return std::move(*database);
}

template <class T> T value_of(base::Result<T> result) {
    if (!result) throw std::runtime_error(result.error().code + " " + result.error().field);
    return std::move(*result);
}

pid_t start(const std::vector<std::string>& arguments) {
    std::vector<char*> raw;
    for (const auto& each : arguments)
        raw.push_back(const_cast<char*>(each.c_str()));
    raw.push_back(nullptr);
    const pid_t child = ::fork();
    if (child != 0) return child;
    const int nothing = ::open("/dev/null", O_WRONLY);
    ::dup2(nothing, STDOUT_FILENO);
    ::dup2(nothing, STDERR_FILENO);
    ::execv(raw[0], raw.data());
    ::_exit(127);
}

int ended(pid_t child) {
    int status = 0;
    ::waitpid(child, &status, 0);
    return status;
}

} // namespace

Run::Run(std::string where, std::filesystem::path folder, std::function<void()> keep_up)
    : where_(std::move(where)), folder_(std::move(folder)), keep_up_(std::move(keep_up)),
      database_(migrated(where_)),
      vault_(value_of(people::open_vault(folder_ / "vault.key", *database_, random_bytes))),
      pictures_(*database_, now_, {.folder = folder_ / "media", .program = {}}),
      directories_(*database_, now_) {}

void Run::make(const Learned& learned) {
    made_ = value_of(database_->write(
        [&](db::Tx& tx) { return make_agency(tx, {.ids = ids_, .now = now_()}, random_bytes, learned); }));
    directories_.changed();
}

agency::AccountId Run::add_account(const std::string& name) {
    auto account = value_of(database_->write([&](db::Tx& tx) {
        return agency::add_account(tx, {.ids = ids_, .now = now_()}, made_.agency,
                                   {.id = {}, .office = made_.root, .network = "register", .name = name});
    }));
    directories_.changed();
    return account.id;
}

Timed Run::import(agency::AccountId account, const std::filesystem::path& file, const std::string& columns) {
    Timed out;
    std::ifstream in(file, std::ios::binary);
    const auto directory = value_of(directories_.of(made_.agency));
    const intake::Services services{*database_, *vault_, pictures_, readers_, ids_, now_, random_bytes};
    const intake::ImportPlan plan{
        .columns = value_of(intake::ImportColumns::parse(columns)), .rules = rules, .is_historical = true};
    const auto begun = std::chrono::steady_clock::now();
    out.counts = value_of(intake::import_file(
        services, *directory, *directory->account(account), plan,
        {.read =
             [&](std::size_t most) {
                 std::string bytes(most, '\0');
                 in.read(bytes.data(), static_cast<std::streamsize>(most));
                 bytes.resize(static_cast<std::size_t>(in.gcount()));
                 return bytes;
             },
         .rejected = [&](const auto&, const base::Problem& problem,
                         const auto&) { ++out.rejected[problem.code + " " + problem.field]; },
         .told =
             [&](const auto& counts, std::int64_t) {
                 if (!keep_up_ || counts.accepted < next_keep_up_) return;
                 next_keep_up_ *= 2;
                 keep_up_();
             }}));
    out.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    return out;
}

Killed Run::import_killed(const std::filesystem::path& program, agency::AccountId account,
                          const std::filesystem::path& file, const std::string& columns,
                          std::int64_t kill_at) {
    std::vector<std::string> arguments{program.string(),
                                       "import",
                                       file.string(),
                                       "--data",
                                       folder_.string(),
                                       "--account",
                                       base::to_string(account),
                                       "--columns",
                                       columns,
                                       "--unknown-topic",
                                       "read",
                                       "--unknown-area",
                                       "read",
                                       "--historical"};
    if (where_.starts_with("postgresql:")) arguments.insert(arguments.end(), {"--database", where_});
    Killed out;
    const pid_t first = start(arguments);
    while (count(account) < kill_at && ::waitpid(first, nullptr, WNOHANG) == 0)
        std::this_thread::sleep_for(10ms);
    ::kill(first, SIGKILL);
    const int status = ended(first);
    out.was_killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    std::this_thread::sleep_for(200ms); // PostgreSQL ends the session of the dead by itself
    out.at_kill = count(account);
    if (const int again = ended(start(arguments)); again != 0)
        throw std::runtime_error("the import that was given again ended with " + std::to_string(again));
    out.at_end = count(account);
    return out;
}

TakenById Run::taken(agency::AccountId account) {
    TakenById out;
    for (auto& each : database_->read([&](db::Tx& tx) { return tx.all(find_taken, made_.agency, account); }))
        out[each.network_id] = std::move(each);
    return out;
}

std::int64_t Run::count(agency::AccountId account) {
    return database_->read(
        [&](db::Tx& tx) { return tx.one(count_items, made_.agency, account).value_or(0); });
}

} // namespace bench
