// real_bench [FOLDER [DATA]]: imports a real register of complaints into SQLite and PostgreSQL and says what
// came of it: how fast, how many, whose place and office were found and right, how many were answered too
// late, and that an import killed in the middle ends like one that ran through. The register is nobody's to
// ship: it is looked for beside the project, and none of its words are printed or kept, but in DATA, a data
// folder to look at with `tanggap serve --data DATA`, when one is named (nothing is judged then).
#include "fakes/postgres.h"
#include "intake/import_time.h"
#include "real_run.h"

#include <fmt/format.h>

#include <iostream>

namespace {

using bench::Line;
using bench::TakenById;

/// As an operator who moves in: what the register says of office, topic and place is believed.
constexpr const char* all_columns = "text=text,created_at=created,id=id,address=address,answered_at=answered,"
                                    "office=agency,topic=topic,area=kelurahan+kecamatan";
/// As if citizens wrote it today: words and address alone.
constexpr const char* words_alone = "text=text,created_at=created,id=id,address=address";

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

std::string share(std::int64_t part, std::int64_t whole) {
    return fmt::format("{:.1f} % ({} of {})",
                       whole ? 100.0 * static_cast<double>(part) / static_cast<double>(whole) : 0, part,
                       whole);
}

void print_times(std::string_view what, const bench::Timed& timed) {
    fmt::print("  {}: {:.1f} s, {:.0f} lines/s; {} accepted, {} known, {} rejected\n", what, timed.seconds,
               static_cast<double>(timed.counts.read) / timed.seconds, timed.counts.accepted,
               timed.counts.known, timed.counts.rejected);
    for (const auto& [reason, count] : timed.rejected)
        fmt::print("    rejected, {}: {}\n", reason, count);
    std::fflush(stdout);
}

struct PlaceCounts {
    std::int64_t known = 0, village = 0, village_right = 0, any = 0, district_right = 0;
};

PlaceCounts count_places(const std::vector<Line>& lines, const TakenById& taken,
                         const places::Region& region) {
    constexpr std::size_t village_code = 13, district_code = 8; // "35.78.01.1001", "35.78.01"
    PlaceCounts out;
    for (const Line& line : lines) {
        const std::string truth = bench::area_of(line, region);
        auto found = taken.find(line.id);
        if (truth.empty() || found == taken.end()) continue;
        ++out.known;
        const std::string area = found->second.area.value_or("");
        if (area.size() == village_code) {
            ++out.village;
            out.village_right += area == truth;
        }
        if (area.size() < district_code) continue;
        ++out.any;
        out.district_right += area.substr(0, district_code) == truth.substr(0, district_code);
    }
    return out;
}

void print_places(std::string_view what, const PlaceCounts& n) {
    fmt::print("  places, {}; of {} lines whose columns name an area that exists\n", what, n.known);
    fmt::print("    village found {}, of these right {}\n", share(n.village, n.known),
               share(n.village_right, n.village));
    fmt::print("    village or district found {}, of these in the right district {}\n", share(n.any, n.known),
               share(n.district_right, n.any));
}

void print_offices(std::span<const Line> newer, const TakenById& taken, const bench::Made& made) {
    std::int64_t all = 0, routed = 0, right = 0, with_topic = 0, topics = 0, topic_right = 0;
    for (const Line& line : newer) {
        auto found = taken.find(line.id);
        if (found == taken.end()) continue;
        ++all;
        if (auto topic = made.topics.find(line.topic); topic != made.topics.end()) {
            ++with_topic;
            topics += found->second.topic.has_value();
            topic_right += found->second.topic == topic->second;
        }
        if (!found->second.office) continue;
        ++routed;
        auto office = made.offices.find(line.office);
        right += office != made.offices.end() && office->second == *found->second.office;
    }
    fmt::print("  offices by rules topic x place and topic words of the older half, told of the newer\n");
    fmt::print("    topic given {}, of these right {}\n", share(topics, with_topic),
               share(topic_right, topics));
    fmt::print("    routed {}, of these right {}; right of all {}; the rest waits for the coordinator\n",
               share(routed, all), share(right, routed), share(right, all));
}

void print_deadlines(const std::vector<Line>& lines, const TakenById& taken) {
    std::int64_t answered = 0, late = 0, provisional = 0, open = 0, right = 0;
    for (const Line& line : lines) {
        auto found = taken.find(line.id);
        if (found == taken.end()) continue;
        const auto& each = found->second;
        auto at = intake::read_import_time(line.answered, base::Zone::wib);
        right += each.state == (at ? "closed" : "received") && (!at || each.met == *at);
        if (!each.met) {
            ++open;
            continue;
        }
        ++answered;
        late += each.due && *each.met > *each.due;
        provisional += each.is_provisional.value_or(false);
    }
    fmt::print("  deadlines of sp4n-lapor by the real time of the answer\n");
    fmt::print("    answered after 14 working days {}; without an answer {}; days counted without a list of "
               "holidays for {}\n",
               share(late, answered), open, provisional);
    fmt::print("    closed at the time of the answer, or open without one: {}\n",
               share(right, static_cast<std::int64_t>(taken.size())));
}

struct Register {
    std::filesystem::path file;    ///< as it lies there
    std::filesystem::path copy;    ///< beside which rejected lines may be written
    std::filesystem::path program; ///< tanggap
    std::vector<Line> lines;
    std::size_t older = 0;
};

/// False when the killed import ended differently.
bool measure(std::string_view engine, bench::Run& run, const Register& in, const bench::Learned& learned,
             const places::Region& region) {
    fmt::print("{}\n", engine);
    run.make(learned);
    const auto moved_in = run.add_account("Register");
    print_times("all columns", run.import(moved_in, in.file, all_columns));
    print_times("the same again", run.import(moved_in, in.file, all_columns));
    const auto whole = run.taken(moved_in);

    const auto killed_account = run.add_account("Terputus");
    const auto killed =
        run.import_killed(in.program, killed_account, in.copy, all_columns, std::ssize(in.lines) / 2);
    const bool is_equal = killed.was_killed && run.taken(killed_account) == whole;
    fmt::print("  `tanggap import` {} after {} lines, given again: {} lines, {} the uninterrupted one\n",
               killed.was_killed ? "killed" : "not killed: over", killed.at_kill, killed.at_end,
               is_equal ? "every case equal to" : "DIFFERENT from");

    const auto read_account = run.add_account("Dibaca");
    print_times("words and address alone", run.import(read_account, in.file, words_alone));
    const auto read = run.taken(read_account);
    print_places("by the columns", count_places(in.lines, whole, region));
    print_places("read in words and address", count_places(in.lines, read, region));
    print_offices(std::span(in.lines).subspan(in.older), read, run.made());
    print_deadlines(in.lines, whole);
    std::fflush(stdout);
    return is_equal;
}

} // namespace

int main(int argc, char** argv) try {
    const std::filesystem::path folder = bench::register_folder(argc > 1 ? argv[1] : nullptr);
    Register in{.file = bench::register_in(folder), .copy = {}, .program = {}, .lines = {}};
    if (in.file.empty()) {
        fmt::print("real: there is no complaints*.csv in {}; nothing is measured\n", folder.string());
        return 0;
    }
    in.lines = bench::read_lines(in.file);
    in.older = in.lines.size() / 2;
    const std::string regions[] = {"35.78"};
    const places::Region region = places::gazetteer().within(regions);
    const auto learned = bench::learn(in.lines, in.older, region);
    fmt::print("real: {} lines\n", in.lines.size());
    if (argc > 2) {
        std::filesystem::create_directories(argv[2]);
        bench::Run run((std::filesystem::path(argv[2]) / "tanggap.db").string(), argv[2]);
        run.make(learned);
        print_times("all columns", run.import(run.add_account("Register"), in.file, all_columns));
        return 0;
    }
    const Folder data, keys;
    in.copy = keys.path() / in.file.filename();
    in.program = std::filesystem::canonical("/proc/self/exe").parent_path() / "tanggap";
    std::filesystem::copy_file(in.file, in.copy);
    bench::Run sqlite((data.path() / "tanggap.db").string(), data.path());
    const bool first = measure("SQLite", sqlite, in, learned, region);
    tests::Postgres::server().run("create database real template template0");
    // The private server runs without autovacuum, whose statistics a plan needs once the tables have grown.
    bench::Run postgres(tests::Postgres::server().url("real"), keys.path(),
                        [] { tests::Postgres::server().run("analyze", "real"); });
    const bool second = measure("PostgreSQL (on this machine, without fsync)", postgres, in, learned, region);
    return first && second ? 0 : 1;
} catch (const std::exception& error) {
    std::cerr << "real: " << error.what() << "\n";
    return 1;
}
