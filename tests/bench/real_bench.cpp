// real_bench [FOLDER [DATA]]: imports a real register of complaints into SQLite and PostgreSQL and says what
// came of it: how fast, how many, whose place and office were found and right, how many were answered too
// late. The register is nobody's to ship: it is looked for beside the project, and none of its words are
// printed or kept, but in DATA, a data folder to look at with `tanggap serve --data DATA`, when one is named.
#include "agency/directory_actions.h"
#include "db/migrate.h"
#include "fakes/postgres.h"
#include "intake/import_actions.h"
#include "intake/import_time.h"
#include "people/identity_actions.h"
#include "places/region.h"
#include "real_rules.h"

#include <fmt/format.h>
#include <sodium.h>

#include <chrono>
#include <fstream>
#include <iostream>

namespace {

using bench::Line;

constexpr const char* columns_of_import = "text=text,created_at=created,id=id,address=address";

struct Taken {
    std::string network_id;
    std::optional<std::string> area;
    std::optional<agency::OfficeId> office;
    std::optional<std::string> topic;
    std::optional<base::Time> due; ///< until when it had to be resolved
    std::optional<bool> is_provisional;
};
BOOST_DESCRIBE_STRUCT(Taken, (), (network_id, area, office, topic, due, is_provisional))

constexpr db::Query<Taken(base::AgencyId)> find_taken{
    "bench.taken",
    "select i.network_id, c.area, c.office, c.topic, d.due_at, d.is_provisional from items i"
    " join cases c on c.agency = i.agency and c.id = i.case_id"
    " left join deadlines d on d.agency = c.agency and d.subject_kind = 'case' and d.subject = c.id"
    " and d.name = 'resolve' where i.agency = :agency"};

std::string random_bytes(std::size_t count) {
    std::string out(count, '\0');
    randombytes_buf(out.data(), out.size());
    return out;
}

std::vector<Line> read_lines(const std::filesystem::path& file) {
    intake::ImportReader reader(intake::ImportFormat::csv, {"id", "text", "address", "created", "answered",
                                                            "topic", "agency", "kecamatan", "kelurahan"});
    std::ifstream in(file, std::ios::binary);
    std::vector<Line> out;
    reader.feed(std::string(std::istreambuf_iterator<char>(in), {}));
    reader.finish();
    while (auto record = reader.next())
        if (auto& c = record->cells; !record->problem)
            out.push_back({c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7], c[8]});
    return out;
}

struct Times {
    intake::ImportCounts first, again;
    double first_seconds = 0, again_seconds = 0;
    std::map<std::string, int> rejected; ///< code and field -> lines
};

/// One database with the agency in it, and the register imported twice.
class Run {
public:
    Run(db::Database& in, const std::filesystem::path& folder)
        : database_(in), vault_(people::open_vault(folder / "vault.key", in, random_bytes).value()),
          pictures_(in, now_, {.folder = folder / "media", .program = {}}), directories_(in, now_) {}

    bench::Made make(const bench::Learned& learned) {
        auto made = database_.write([&](db::Tx& tx) {
            return bench::make_agency(tx, {.ids = ids_, .now = now_()}, random_bytes, learned);
        });
        if (!made) throw std::runtime_error(made.error().code + " " + made.error().field);
        return *made;
    }
    Times import(const bench::Made& made, const std::filesystem::path& file) {
        Times out;
        directories_.changed();
        const auto directory = directories_.of(made.agency).value();
        out.first = once(*directory, made.account, file, out.first_seconds, &out.rejected);
        out.again = once(*directory, made.account, file, out.again_seconds, nullptr);
        return out;
    }

private:
    intake::ImportCounts once(const agency::Directory& directory, agency::AccountId account,
                              const std::filesystem::path& file, double& seconds,
                              std::map<std::string, int>* rejected) {
        std::ifstream in(file, std::ios::binary);
        const intake::Services services{database_, *vault_, pictures_, readers_, ids_, now_, random_bytes};
        const intake::ImportPlan plan{.columns = intake::ImportColumns::parse(columns_of_import).value(),
                                      .rules = {},
                                      .is_historical = true};
        const auto begun = std::chrono::steady_clock::now();
        auto counts = intake::import_file(services, directory, *directory.account(account), plan,
                                          {.read =
                                               [&](std::size_t most) {
                                                   std::string bytes(most, '\0');
                                                   in.read(bytes.data(), static_cast<std::streamsize>(most));
                                                   bytes.resize(static_cast<std::size_t>(in.gcount()));
                                                   return bytes;
                                               },
                                           .rejected =
                                               [&](const auto&, const base::Problem& problem, const auto&) {
                                                   if (rejected)
                                                       ++(*rejected)[problem.code + " " + problem.field];
                                               },
                                           .told = [](const auto&, std::int64_t) {}});
        seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
        if (!counts) throw std::runtime_error(counts.error().code + " " + counts.error().field);
        return *counts;
    }

    db::Database& database_;
    base::Now now_ = base::system_now();
    base::IdSource ids_{now_, 900};
    std::unique_ptr<people::Vault> vault_;
    media::Pictures pictures_;
    agency::Directories directories_;
    intake::Readers readers_;
};

std::unique_ptr<db::Database> migrated(const std::string& where) {
    auto database = db::open(where);
    if (!database) throw std::runtime_error(database.error().detail);
    if (auto done = db::migrate(**database); !done) throw std::runtime_error(done.error().detail);
    return std::move(*database);
}

/// A folder that goes away with it.
class Folder {
public:
    Folder() : path_((std::filesystem::temp_directory_path() / "tanggap-real-XXXXXX").string()) {
        if (!::mkdtemp(path_.data())) throw std::runtime_error("no temporary folder");
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    [[nodiscard]] std::filesystem::path path() const { return path_; }

private:
    std::string path_;
};

void print_times(std::string_view engine, const Times& times) {
    fmt::print(
        "{}: {:.1f} s, {:.0f} lines/s; {} accepted, {} known, {} rejected; again: {:.1f} s, {} known\n",
        engine, times.first_seconds, static_cast<double>(times.first.read) / times.first_seconds,
        times.first.accepted, times.first.known, times.first.rejected, times.again_seconds,
        times.again.known);
    for (const auto& [reason, count] : times.rejected)
        fmt::print("  rejected, {}: {}\n", reason, count);
}

std::string share(std::int64_t part, std::int64_t whole) {
    return fmt::format("{:.1f} % ({} of {})",
                       whole ? 100.0 * static_cast<double>(part) / static_cast<double>(whole) : 0, part,
                       whole);
}

void print_places(const std::vector<Line>& lines, const std::map<std::string, Taken>& taken,
                  const places::Region& region) {
    std::int64_t known = 0, village = 0, village_right = 0, district = 0, district_right = 0,
                 wrong_district = 0;
    for (const Line& line : lines) {
        const std::string truth = bench::area_of(line, region);
        auto found = taken.find(line.id);
        if (truth.empty() || found == taken.end()) continue;
        ++known;
        if (!found->second.area) continue;
        const std::string& area = *found->second.area;
        if (area.size() == 13) {
            ++village;
            village_right += area == truth;
        }
        if (area.size() < 8) continue;
        ++district;
        const bool is_right = area.substr(0, 8) == truth.substr(0, 8);
        district_right += is_right;
        wrong_district += !is_right;
    }
    fmt::print("places, of {} lines whose own columns name a known area\n", known);
    fmt::print("  village found {}, of these right {}\n", share(village, known),
               share(village_right, village));
    fmt::print("  district or village found {}, district right {}\n", share(district, known),
               share(district_right, district));
    fmt::print("  sent to a wrong district {}\n", share(wrong_district, known));
}

void print_offices(std::span<const Line> lines, const std::map<std::string, Taken>& taken,
                   const bench::Made& made, const bench::Learned& learned) {
    std::int64_t all = 0, routed = 0, right = 0, topics = 0, topic_right = 0;
    for (const Line& line : lines) {
        auto found = taken.find(line.id);
        if (found == taken.end()) continue;
        ++all;
        if (found->second.topic) {
            ++topics;
            const auto number = static_cast<std::size_t>(std::stoi(found->second.topic->substr(6))) - 1;
            topic_right += learned.topics[number].name == line.topic;
        }
        if (!found->second.office) continue;
        ++routed;
        auto office = made.offices.find(line.office);
        right += office != made.offices.end() && office->second == *found->second.office;
    }
    fmt::print("offices, rules and words of {} topics learned from the first half, told of the second\n",
               learned.topics.size());
    fmt::print("  topic given {}, of these right {}\n", share(topics, all), share(topic_right, topics));
    fmt::print("  routed {}, of these right {}; right of all {}\n", share(routed, all), share(right, routed),
               share(right, all));
}

void print_overdue(const std::vector<Line>& lines, const std::map<std::string, Taken>& taken) {
    std::int64_t answered = 0, late = 0, provisional = 0;
    for (const Line& line : lines) {
        auto found = taken.find(line.id);
        auto at = intake::read_import_time(line.answered, base::Zone::wib);
        if (found == taken.end() || !found->second.due || !at) continue;
        ++answered;
        late += *at > *found->second.due;
        provisional += found->second.is_provisional.value_or(false);
    }
    fmt::print("deadlines of sp4n-lapor by the real time of the answer\n");
    fmt::print("  after 14 working days: {}; counted without a list of holidays: {}\n", share(late, answered),
               provisional);
}

} // namespace

int main(int argc, char** argv) try {
    const std::filesystem::path folder = argc > 1 ? argv[1] : "../shared/data/surabaya";
    std::filesystem::path file;
    if (std::filesystem::is_directory(folder))
        for (const auto& entry : std::filesystem::directory_iterator(folder))
            if (entry.path().filename().string().starts_with("complaints") &&
                entry.path().extension() == ".csv")
                file = entry.path();
    if (file.empty()) {
        fmt::print("real: there is no complaints*.csv in {}; nothing is measured\n", folder.string());
        return 0;
    }
    const auto lines = read_lines(file);
    const std::string regions[] = {"35.78"};
    const places::Region region = places::gazetteer().within(regions);
    const auto half = std::span(lines).first(lines.size() / 2);
    const auto learned = bench::learn(half, region);
    fmt::print("real: {} lines\n", lines.size());

    const Folder temporary;
    const std::filesystem::path data = argc > 2 ? std::filesystem::path(argv[2]) : temporary.path();
    std::filesystem::create_directories(data);
    auto sqlite = migrated((data / "tanggap.db").string());
    Run run(*sqlite, data);
    const auto made = run.make(learned);
    print_times("SQLite", run.import(made, file));
    {
        tests::Postgres::server().run("create database real template template0");
        auto postgres = migrated(tests::Postgres::server().url("real"));
        const Folder keys;
        Run other(*postgres, keys.path());
        print_times("PostgreSQL", other.import(other.make(learned), file));
    }
    std::map<std::string, Taken> taken;
    for (auto& each : sqlite->read([&](db::Tx& tx) { return tx.all(find_taken, made.agency); }))
        taken[each.network_id] = each;
    print_places(lines, taken, region);
    print_offices(std::span(lines).subspan(half.size()), taken, made, learned);
    print_overdue(lines, taken);
    return 0;
} catch (const std::exception& error) {
    std::cerr << "real: " << error.what() << "\n";
    return 1;
}
