// import: a file of lines from somewhere else, through the same pipeline as everything that comes in.
#include "app/command.h"
#include "app/house.h"
#include "app/import_files.h"
#include "base/json.h"

#include <CLI/CLI.hpp>

#include <iostream>

namespace app {
namespace {

struct Flags {
    std::filesystem::path file;
    std::int64_t agency = 0;
    std::int64_t account = 0;
    std::string columns;
    std::string format;
    std::string unknown_office = "reject", unknown_topic = "reject", unknown_area = "reject";
    bool is_historical = false;
};

base::Result<agency::DirectoryPtr> directory_of(House& house, std::int64_t wanted) {
    auto all = house.directories.agencies();
    if (wanted == 0 && all.size() == 1) return house.directories.of(all.front());
    for (auto id : all)
        if (id.value == wanted) return house.directories.of(id);
    return base::fail(base::Kind::not_found, "agency.unknown",
                      all.empty() ? "there is no agency yet: tanggap setup makes one"
                                  : "name one of the agencies with --agency");
}

base::Result<intake::ImportPlan> plan_of(const Flags& flags) {
    intake::ImportPlan plan;
    auto columns = intake::ImportColumns::parse(flags.columns);
    if (!columns) {
        auto problem = columns.error();
        problem.detail = "--columns names what stands where: text=..,created_at=..[,id=..,office=..,area=..,"
                         "topic=..,author=..,address=..,answered_at=..]";
        return std::unexpected(problem);
    }
    if (columns->has(intake::ImportMember::answered_at) && !flags.is_historical)
        return base::fail(base::Kind::invalid, "field.invalid",
                          "answered_at closes a case in the past: it needs --historical");
    plan.columns = std::move(*columns);
    const bool is_jsonl = flags.format.empty() ? flags.file.extension() == ".jsonl" : flags.format == "jsonl";
    plan.format = is_jsonl ? intake::ImportFormat::jsonl : intake::ImportFormat::csv;
    auto leave = [](const std::string& word) {
        return word == "reject" ? intake::UnknownName::reject : intake::UnknownName::leave;
    };
    plan.rules = {leave(flags.unknown_office), leave(flags.unknown_topic), leave(flags.unknown_area)};
    plan.is_historical = flags.is_historical;
    return plan;
}

base::Result<void> import(const Settings& settings, const Flags& flags) {
    auto plan = plan_of(flags);
    if (!plan) return base::pass(plan);
    auto file = ImportSource::open(flags.file);
    if (!file) return base::pass(file);
    auto house = House::open_existing(settings, Vault::make_or_open);
    if (!house) return base::pass(house);
    auto directory = directory_of(**house, flags.agency);
    if (!directory) return base::pass(directory);
    const auto* account = (*directory)->account(agency::AccountId{flags.account});
    if (!account)
        return base::fail(base::Kind::not_found, "account.unknown",
                          "there is no such account: tanggap account list names them");
    const intake::Services services{*(*house)->database, *(*house)->vault, (*house)->pictures,
                                    (*house)->readers(), (*house)->ids,    (*house)->now,
                                    (*house)->random};
    RejectedLines rejected(flags.file, plan->format);
    ImportProgress progress((*house)->now, file->size());
    auto counts = intake::import_file(
        services, **directory, *account, *plan,
        {.read = [&](std::size_t most) { return file->read(most); },
         .rejected = [&](const auto& record, const auto& problem,
                         const auto& reader) { rejected.add(record, problem, reader); },
         .told = [&](const auto& so_far, std::int64_t bytes) { progress.tell(so_far, bytes); }});
    progress.end();
    if (!counts) {
        auto problem = counts.error();
        problem.detail = problem.code == "field.missing" ? "the file has no column \"" + problem.field + "\""
                                                         : "the header of the file cannot be read";
        return std::unexpected(problem);
    }
    if (auto written = rejected.close(); !written) return base::pass(written);
    std::cout << boost::json::serialize(base::json::Object{{"read", counts->read},
                                                           {"accepted", counts->accepted},
                                                           {"known", counts->known},
                                                           {"rejected", counts->rejected}})
              << "\n";
    return {};
}

} // namespace

Run add_import(CLI::App& app) {
    auto settings = add_settings(app);
    auto flags = std::make_shared<Flags>();
    app.add_option("FILE", flags->file, "CSV or JSON lines, UTF-8")->required();
    app.add_option("--agency", flags->agency, "id; not needed with one agency");
    app.add_option("--account", flags->account, "id of the account that the lines came to")->required();
    app.add_option("--columns", flags->columns,
                   "text=..,created_at=..[,id=..,office=..,area=..,topic=..,author=..,address=..,"
                   "answered_at=..]; several columns of one member are joined by +")
        ->required();
    app.add_option("--format", flags->format, "csv or jsonl; without it, as the file is called")
        ->check(CLI::IsMember({"csv", "jsonl"}));
    app.add_flag("--historical", flags->is_historical,
                 "from before this installation: nobody is told, nothing is escalated; a line with "
                 "answered_at is closed at that time");
    app.add_option("--unknown-office", flags->unknown_office,
                   "reject the line, or queue it for the coordinator")
        ->check(CLI::IsMember({"reject", "queue"}))
        ->capture_default_str();
    app.add_option("--unknown-topic", flags->unknown_topic, "reject the line, or read the topic in its words")
        ->check(CLI::IsMember({"reject", "read"}))
        ->capture_default_str();
    app.add_option("--unknown-area", flags->unknown_area, "reject the line, or read the place in its words")
        ->check(CLI::IsMember({"reject", "read"}))
        ->capture_default_str();
    app.footer(
        "Times: 2026-01-31 08:30, 2026-01-31T08:30:00+07:00, 31/01/2026 08.30, 31-01-2026; without an "
        "offset in the agency's zone.\nEvery line is taken once: the same file again counts what is "
        "there as known, so a cut-off import is given again.\nRejected lines stand in FILE.ditolak.csv "
        "or FILE.ditolak.jsonl with their number and reason; mended, that file can be imported.");
    return [settings, flags]() -> base::Result<void> {
        auto complete_settings = complete(*settings);
        if (!complete_settings) return base::pass(complete_settings);
        // A server may be at work on the same database; its ids and these must differ.
        if (complete_settings->node == 0) complete_settings->node = 1023;
        complete_settings->patience = std::chrono::minutes(1);
        return import(*complete_settings, *flags);
    };
}

} // namespace app
