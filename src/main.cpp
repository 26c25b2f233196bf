// tanggap: one server with which an agency serves citizens. See `tanggap --help`.
#include "app/command.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>
#include <map>

namespace {

constexpr app::Command commands[] = {
    {"serve", "serve the pages and the API", app::add_serve},
    {"setup", "make an agency with its first administrator", app::add_setup},
    {"user", "add and list staff", app::add_user},
    {"account", "add and list accounts on networks", app::add_account},
    {"lapor", "exchange files with SP4N-LAPOR!", app::add_lapor},
    {"recap", "write the monthly recap as a workbook", app::add_recap},
    {"seed", "make a demo agency with cases", app::add_seed},
    {"simulate", "be the simulated network, for training and trials", app::add_simulate},
    {"import", "take in a file of lines: a register, an old system", app::add_import},
    {"migrate", "bring the database to this version", app::add_migrate},
    {"backup", "write a checked backup while the server works", app::add_backup},
    {"restore", "put a backup in place of the database", app::add_restore},
    {"rebuild", "hold every case against its events", app::add_rebuild},
    {"doctor", "say what is not as it should be", app::add_doctor},
    {"clock", "say when something would be due, and why", app::add_clock},
    {"normalise", "write out slang and abbreviations of lines on stdin", app::add_normalise},
    {"classify", "read lines on stdin: kind, topic, urgency, places, private data", app::add_classify},
    {"train", "learn topics and offices from what an agency's people decided", app::add_train},
    {"evaluate", "learn from one file of labelled texts, answer another, say how well", app::add_evaluate},
};

void complain(const base::Problem& problem) {
    std::fprintf(stderr, "tanggap: %s\n",
                 problem.detail.empty() ? problem.code.c_str() : problem.detail.c_str());
    if (!problem.field.empty()) std::fprintf(stderr, "  about: %s\n", problem.field.c_str());
    std::fprintf(stderr, "  code: %s\n", problem.code.c_str());
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("Tanggap: a public agency's desk for what citizens report", "tanggap");
    app.require_subcommand(1);
    app.set_version_flag("--version", TANGGAP_VERSION);
    std::map<const CLI::App*, app::Run> runs;
    for (const auto& command : commands) {
        CLI::App* added = app.add_subcommand(command.name, command.about);
        runs[added] = command.add(*added);
    }
    CLI11_PARSE(app, argc, argv);
    try {
        for (const CLI::App* named : app.get_subcommands()) {
            if (auto done = runs.at(named)(); !done) {
                complain(done.error());
                return 1;
            }
        }
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "tanggap: %s\n", error.what());
        return 1;
    }
}
