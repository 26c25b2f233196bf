#include "app/seed.h"

#include "app/schedule.h"
#include "app/seed_agency.h"
#include "app/seed_photo.h"
#include "app/seed_step.h"
#include "base/text.h"
#include "intake/accept_actions.h"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <functional>
#include <thread>

namespace app {
namespace {

using base::Result;

/// Something that happens to one case at one moment.
struct Moment {
    base::Time at;
    std::size_t line = 0; ///< of cases.tsv
    std::string step;     ///< empty: it is reported
    std::string args;     ///< key of args.tsv, or names of photos
};

std::int64_t whole(std::string_view text) {
    std::int64_t value = 0;
    if (text.starts_with('+')) text.remove_prefix(1);
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

double real(const std::string& text) {
    return text.empty() ? 0 : std::stod(text);
}

/// Minutes from now, or a day and an hour of its own ("2026-03-13T09:00") for what a calendar decides.
Result<base::Time> received_at(const std::string& cell, base::Time now, base::Zone zone) {
    if (cell.find('T') == std::string::npos) return now + std::chrono::minutes(whole(cell));
    return base::parse_time(cell, zone);
}

/// "verify@+35 assign@+50:key" after the moment of receipt; what would lie in the future is left out.
Result<std::vector<Moment>> moments_of(const std::vector<Line>& lines, base::Time now, base::Zone zone) {
    std::vector<Moment> out;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto read = received_at(lines[i].at("at"), now, zone);
        if (!read) return base::fail(base::Kind::broken, "scenario.line", "cases.tsv: " + lines[i].at("at"));
        const base::Time received = *read;
        if (received > now) continue;
        out.push_back({received, i, {}, {}});
        for (std::string_view step : base::split(lines[i].at("script"), ' ')) {
            auto at = step.find('@');
            if (at == std::string_view::npos) continue;
            auto colon = step.find(':', at);
            auto minutes =
                whole(step.substr(at + 1, colon == std::string_view::npos ? colon : colon - at - 1));
            Moment moment{received + std::chrono::minutes(minutes), i, std::string(step.substr(0, at)),
                          colon == std::string_view::npos ? "" : std::string(step.substr(colon + 1))};
            if (moment.at < now) out.push_back(std::move(moment));
        }
    }
    std::ranges::stable_sort(out, {}, &Moment::at);
    return out;
}

/// What follows by itself, and what follows from that: an event leads to a job, and the job to events.
void settle(Schedule& schedule) {
    for (int i = 0; i < 2; ++i)
        schedule.run_once();
}

class Player {
public:
    Player(House& house, PlayedTime& played, SeededAgency& agency, std::span<const ScenarioFile> files)
        : house_(house), played_(played), agency_(agency), files_(files) {}

    /// Decoding pictures is most of the work and needs no order: all of them first, on every core.
    Result<void> take_photos(std::span<const Moment> moments, const std::vector<Line>& lines,
                             const std::vector<Line>& args) {
        std::vector<Shot> shots;
        std::map<std::size_t, std::size_t> rounds;
        for (const auto& moment : moments)
            for (auto& shot : shots_of(moment, lines[moment.line], args, rounds))
                shots.push_back(std::move(shot));
        std::vector<Result<std::string>> taken(shots.size(), std::string());
        std::atomic<std::size_t> next = 0;
        {
            std::vector<std::jthread> hands;
            for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i)
                hands.emplace_back([&] {
                    for (std::size_t at = next++; at < shots.size(); at = next++)
                        taken[at] = take(shots[at]);
                });
        }
        for (std::size_t i = 0; i < shots.size(); ++i) {
            if (!taken[i]) return base::pass(taken[i]);
            photos_[shots[i]] = *taken[i];
        }
        return {};
    }

    Result<void> report(const Line& line, std::size_t number) {
        auto account = agency_.directory->account(agency_.accounts[line.at("account")]);
        if (!account)
            return base::fail(base::Kind::broken, "scenario.line",
                              "cases.tsv: unknown account " + line.at("account"));
        intake::Wanted wanted;
        wanted.door = intake::Door::report_page;
        wanted.place_text = line.at("place_name");
        auto& item = wanted.item;
        item.network_id = "seed-" + std::to_string(number);
        item.author = {.network_id = line.at("author"), .name = line.at("author_name"), .handle = {}};
        item.text = line.at("text");
        item.created_at = played_.at;
        item.identity = line.at("identity");
        if (account->network == agency::form_network || account->network == "mail")
            item.visibility = items::Visibility::private_;
        if (!line.at("lat").empty()) item.place = items::PlaceIn{real(line.at("lat")), real(line.at("lon"))};
        for (const auto& shot :
             shots_of({.at = {}, .line = number, .step = {}, .args = {}}, line, {}, rounds_))
            item.media.push_back({.sha256 = photos_.at(shot), .url = {}});
        std::vector<Result<intake::Wanted>> batch;
        batch.push_back(std::move(wanted));
        const intake::Services services{*house_.database, *house_.vault, house_.pictures, house_.readers(),
                                        house_.ids,       house_.now,    house_.random};
        auto outcomes = intake::accept(services, *agency_.directory, *account, batch);
        if (outcomes.front().problem) return std::unexpected(*outcomes.front().problem);
        if (!outcomes.front().case_code) return {};
        codes_[number] = *outcomes.front().case_code;
        code_of_author_.emplace(line.at("author"), codes_[number]);
        return {};
    }

    Result<void> step(const Moment& moment, const Line& line, const std::vector<Line>& args) {
        auto code = codes_.find(moment.line);
        if (code == codes_.end()) return {};
        SeedStep step{.name = moment.step, .args = moment.args, .line = line, .table = args, .photos = {}};
        if (auto other = code_of_author_.find(moment.args); other != code_of_author_.end())
            step.with = other->second;
        for (const auto& shot : shots_of(moment, line, args, rounds_))
            step.photos.push_back(photos_.at(shot));
        return do_step(house_, *agency_.directory, agency_, code->second, step);
    }

private:
    bool has_photo(std::string_view name) const {
        return !name.empty() && !read_file(files_, file_of(name)).empty();
    }
    static std::string file_of(std::string_view name) {
        return "photos/" + std::string(name) + (name.ends_with(".jpg") ? "" : ".jpg");
    }
    /// A drawn photo and the number of its variant: no two cases show the same pixels.
    using Shot = std::pair<std::string, std::size_t>;

    /// Of a report or a `resolve`; each round of a case has its own.
    std::vector<Shot> shots_of(const Moment& moment, const Line& line, const std::vector<Line>& args,
                               std::map<std::size_t, std::size_t>& rounds) const {
        std::vector<Shot> out;
        if (!moment.step.empty() && moment.step != "resolve") return out;
        const std::string names =
            moment.step.empty() ? line.at("photos") : cell_of(args, moment.args, "detail");
        for (std::string_view name : base::split(names, ',')) {
            if (moment.step.empty() ? name.empty() : !has_photo(name)) continue;
            const std::size_t variant =
                moment.step.empty() ? moment.line : moment.line + 1000 * ++rounds[moment.line];
            out.emplace_back(name, variant);
        }
        return out;
    }
    Result<std::string> take(const Shot& shot) {
        auto bytes = read_file(files_, file_of(shot.first));
        if (bytes.empty())
            return base::fail(base::Kind::broken, "scenario.line", "there is no photo " + shot.first);
        auto taken = house_.pictures.accept_bytes(agency_.id, photo_variant(bytes, shot.second),
                                                  agency_.directory->agency().zone);
        if (!taken) return base::pass(taken);
        return taken->sha256;
    }

    House& house_;
    PlayedTime& played_;
    SeededAgency& agency_;
    std::span<const ScenarioFile> files_;
    std::map<std::size_t, std::string> codes_;
    std::map<std::string, std::string, std::less<>> code_of_author_; ///< the first of each: what `join` names
    std::map<std::size_t, std::size_t> rounds_;
    std::map<Shot, std::string> photos_; ///< sha256 of each
};

} // namespace

Result<base::json::Object> seed(House& house, PlayedTime& played, base::Time now,
                                std::span<const ScenarioFile> files) {
    auto lines = read_table(files, "cases.tsv");
    if (!lines) return base::pass(lines);
    auto args = read_table(files, "args.tsv");
    if (!args) return base::pass(args);
    auto zone = zone_of(files);
    if (!zone) return base::pass(zone);
    auto read = moments_of(*lines, now, *zone);
    if (!read) return base::pass(read);
    const auto& moments = *read;
    if (moments.empty()) return base::fail(base::Kind::broken, "scenario.line", "cases.tsv is empty");
    played.at = moments.front().at - std::chrono::hours(24);
    auto agency = seed_agency(house, files);
    if (!agency) return base::pass(agency);
    Player player(house, played, *agency, files);
    if (auto taken = player.take_photos(moments, *lines, *args); !taken) return base::pass(taken);
    Schedule schedule(house);
    const bool has_incidents = std::ranges::count(moments, "join", &Moment::step) > 0;
    for (const auto& moment : moments) {
        played.at = moment.at;
        const Line& line = (*lines)[moment.line];
        auto done = moment.step.empty() ? player.report(line, moment.line) : player.step(moment, line, *args);
        if (!done) {
            auto problem = done.error();
            problem.detail = "cases.tsv, case " + std::to_string(moment.line + 1) + ", " +
                             (moment.step.empty() ? "report" : moment.step) + ": " + problem.code + " " +
                             problem.field + " " + problem.detail;
            return std::unexpected(problem);
        }
        // One proof answers all of an incident: then, and not when the play is over.
        if (has_incidents && moment.step == "resolve") settle(schedule);
    }
    played.at = now;
    settle(schedule);
    return agency->printed;
}

} // namespace app
