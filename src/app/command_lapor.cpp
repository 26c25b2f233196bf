// lapor import, lapor export, recap: files of SP4N-LAPOR! and the monthly workbook from the command line.
#include "app/command.h"
#include "app/house.h"
#include "app/lapor.h"
#include "base/json.h"
#include "channels/sp4n_lapor/csv.h"
#include "channels/sp4n_lapor/export_actions.h"
#include "channels/sp4n_lapor/import_actions.h"
#include "channels/sp4n_lapor/reason.h"
#include "channels/sp4n_lapor/recap_actions.h"
#include "channels/sp4n_lapor/workbook_pages.h"

#include <CLI/CLI.hpp>

#include <fstream>
#include <iostream>
#include <iterator>

namespace app {
namespace {

namespace bridge = channels::sp4n_lapor;
using Json = base::json::Object;

base::Result<agency::DirectoryPtr> directory_of(House& house, std::int64_t wanted) {
    auto all = house.directories.agencies();
    if (wanted == 0 && all.size() == 1) return house.directories.of(all.front());
    for (auto id : all)
        if (id.value == wanted) return house.directories.of(id);
    return base::fail(base::Kind::not_found, "agency.unknown", "name one of the agencies with --agency");
}

base::Result<std::string> bytes_of(const std::string& path) {
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    std::ifstream in(path, std::ios::binary);
    if (error || !in) return base::fail(base::Kind::not_found, "import.file", path + " cannot be read");
    if (size > bridge::max_file_bytes)
        return base::fail(base::Kind::too_large, "request.too_large", path + " is larger than 32 MB");
    return std::string((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
}

base::Result<void> write_file(const std::string& path, std::string_view bytes) {
    if (path.empty() || path == "-") {
        std::cout.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        return {};
    }
    std::ofstream out(path, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) return base::fail(base::Kind::unavailable, "data.not_writable", path + " cannot be written");
    return {};
}

/// Refused lines beside the file, with the reason; gives the path, or nothing when all was right.
base::Result<std::string> write_rejected(House& house, const agency::Directory& directory,
                                         const bridge::Import& import, const std::string& path) {
    if (import.rejected == 0) return std::string();
    std::string out = "\xEF\xBB\xBF" + bridge::csv_line({"Baris", "Tracking ID", "Alasan"}, ';');
    for (std::int64_t after = 0;;) {
        auto rows = house.database->read([&](db::Tx& tx) {
            return bridge::remarks_of(tx, directory.id(), import.id, bridge::What::rejected, after, 1'000);
        });
        for (const auto& row : rows)
            out += bridge::csv_line(
                {std::to_string(row.line), row.tracking_id,
                 std::string(bridge::reason_of(row.problem.value_or(""), row.field.value_or("")).id)},
                ';');
        if (std::ssize(rows) < 1'000) break;
        after = rows.back().line;
    }
    if (auto written = write_file(path, out); !written) return base::pass(written);
    return path;
}

base::Result<void> import_file(House& house, const agency::Directory& directory, const std::string& path) {
    auto bytes = bytes_of(path);
    if (!bytes) return base::pass(bytes);
    const auto services = lapor_services(house);
    auto made = bridge::create_import(services, directory, std::nullopt,
                                      std::filesystem::path(path).filename().string(), *bytes);
    if (!made) return base::pass(made);
    auto tell = [](const bridge::Import& import) {
        if (import.lines % 1'024 == 0)
            std::fprintf(stderr, "%lld lines\n", static_cast<long long>(import.lines));
    };
    // The jobs that were queued beside it find their step done.
    if (auto read = bridge::look_through(services, directory, made->id, tell); !read) return read;
    auto state = [&] {
        return house.database->read(
            [&](db::Tx& tx) { return bridge::read_import(tx, directory.id(), made->id); });
    };
    auto looked = state();
    if (!looked) return base::pass(looked);
    if (looked->state == bridge::ImportState::failed)
        return base::fail(
            base::Kind::invalid, looked->problem.value_or("lapor.not_ready"),
            std::string(
                bridge::reason_of(looked->problem.value_or(""), looked->problem_field.value_or("")).en));
    if (auto agreed = bridge::agree(services, directory, made->id); !agreed) return agreed;
    if (auto taken = bridge::take_in(services, directory, made->id, tell); !taken) return taken;
    auto done = state();
    if (!done) return base::pass(done);
    auto rejected = write_rejected(house, directory, *done, path + ".ditolak.csv");
    if (!rejected) return base::pass(rejected);
    Json out{{"read", done->lines},
             {"accepted", done->accepted},
             {"known", done->known},
             {"rejected", done->rejected},
             {"different", done->different}};
    if (!rejected->empty()) out["rejected_lines"] = *rejected;
    std::cout << boost::json::serialize(out) << "\n";
    return {};
}

} // namespace

Run add_lapor(CLI::App& app) {
    app.require_subcommand(1);
    auto flags = add_settings(app);
    auto agency = std::make_shared<std::int64_t>(0);
    auto file = std::make_shared<std::string>();
    auto out = std::make_shared<std::string>("-");
    auto month = std::make_shared<std::string>();
    auto all = std::make_shared<bool>(false);
    app.add_option("--agency", *agency, "id; not needed with one agency");
    auto* brings = app.add_subcommand("import", "take in a CSV file exported from SP4N-LAPOR!");
    brings->add_option("FILE", *file, "refused lines are written to FILE.ditolak.csv")->required();
    brings->fallthrough();
    auto* sends = app.add_subcommand("export", "write what became of reports, as CSV for SP4N-LAPOR!");
    sends->add_option("--out", *out, "file; without it, standard output");
    sends->add_option("--month", *month, "2026-10: received in that month; without it, all");
    sends->add_flag("--all", *all, "cases of every channel, not only those from SP4N-LAPOR!");
    sends->fallthrough();
    return [=]() -> base::Result<void> {
        auto settings = complete(*flags);
        if (!settings) return base::pass(settings);
        auto house = House::open_existing(*settings, Vault::make_or_open);
        if (!house) return base::pass(house);
        auto directory = directory_of(**house, *agency);
        if (!directory) return base::pass(directory);
        if (brings->parsed()) return import_file(**house, **directory, *file);
        std::optional<bridge::Month> wanted;
        if (!month->empty()) {
            auto read = bridge::month_from(*month, (*directory)->agency().zone);
            if (!read) return base::pass(read);
            wanted = *read;
        }
        const auto which = *all ? bridge::Which::all : bridge::Which::from_lapor;
        return write_file(*out, bridge::follow_ups(lapor_services(**house), **directory, wanted, which,
                                                   [](const cases::Case&) { return true; }));
    };
}

Run add_recap(CLI::App& app) {
    auto flags = add_settings(app);
    auto agency = std::make_shared<std::int64_t>(0);
    auto month = std::make_shared<std::string>();
    auto out = std::make_shared<std::string>();
    app.add_option("--agency", *agency, "id; not needed with one agency");
    app.add_option("--month", *month, "2026-10; without it, last month");
    app.add_option("--out", *out, "file; without it, rekap-MONTH.xlsx");
    return [=]() -> base::Result<void> {
        auto settings = complete(*flags);
        if (!settings) return base::pass(settings);
        auto house = House::open_existing(*settings, Vault::make_or_open);
        if (!house) return base::pass(house);
        auto directory = directory_of(**house, *agency);
        if (!directory) return base::pass(directory);
        const auto zone = (*directory)->agency().zone;
        auto wanted = month->empty() ? base::Result<bridge::Month>(
                                           bridge::before(bridge::month_of((*house)->now(), zone), 1, zone))
                                     : bridge::month_from(*month, zone);
        if (!wanted) return base::pass(wanted);
        const auto services = lapor_services(**house);
        const auto recap = bridge::read_recap(services, **directory, *wanted, nullptr);
        const std::string path = out->empty() ? "rekap-" + bridge::to_string(*wanted) + ".xlsx" : *out;
        if (auto written = write_file(path, bridge::workbook(recap, (*directory)->agency().name, zone,
                                                             bridge::scratch_file(services)));
            !written)
            return written;
        if (path != "-")
            std::cout << boost::json::serialize(Json{{"month", bridge::to_string(*wanted)},
                                                     {"received", recap.all.received},
                                                     {"file", path}})
                      << "\n";
        return {};
    };
}

} // namespace app
