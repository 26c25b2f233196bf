// doctor: looks at everything that an installation leans on and says what is not as it should be. May run
// beside a server at work; changes nothing but what opening does: an older database is migrated.
#include "app/command.h"
#include "app/house.h"
#include "app/past.h"
#include "db/check.h"
#include "events/past_actions.h"
#include "jobs/job_actions.h"
#include "outgoing/send_actions.h"
#include "people/identity_actions.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cstdio>

namespace app {
namespace {

class Findings {
public:
    void fine(const std::string& what) { std::printf("ok     %s\n", what.c_str()); }
    /// Waits for a person, and is no fault.
    void note(const std::string& what) { std::printf("note   %s\n", what.c_str()); }
    void wrong(const std::string& what) {
        std::printf("WRONG  %s\n", what.c_str());
        ++wrong_;
    }
    [[nodiscard]] int count() const { return wrong_; }

private:
    int wrong_ = 0;
};

void look_at_database(House& house, Findings& findings) {
    const auto faults = db::integrity_faults(*house.database);
    for (const auto& fault : faults)
        findings.wrong("database: " + fault);
    if (faults.empty()) findings.fine("database " + house.database->where() + ", whole and up to date");
    const auto older = behind(*house.database, Remembered(house.settings.data));
    if (older.empty())
        findings.fine("it goes on from where this installation had come to");
    else
        findings.wrong(told(older) + "       see tanggap restore --help");
}

void look_at_agency(House& house, base::AgencyId agency, Findings& findings) {
    const auto name = fmt::format("agency {}", agency.value);
    auto directory = house.directories.of(agency);
    if (!directory) return findings.wrong(name + ": its settings cannot be read");
    auto key = house.database->read([&](db::Tx& tx) { return people::check_key(tx, *house.vault, agency); });
    if (key)
        findings.fine(name + ": the vault's key opens");
    else
        findings.wrong(name + ": the vault's key does not open what is sealed (" + key.error().code + ")");
    const auto jobs = house.database->read([&](db::Tx& tx) { return jobs::counts(tx, agency); });
    if (jobs.dead > 0) findings.wrong(fmt::format("{}: {} jobs gave up", name, jobs.dead));
    const auto unsettled =
        house.database->read([&](db::Tx& tx) { return outgoing::count_unsettled(tx, agency); });
    if (unsettled > 0)
        findings.note(fmt::format("{}: {} mails wait for a person on /meja/keluar", name, unsettled));
}

void look_at_pictures(House& house, Findings& findings) {
    const auto missing = house.pictures.missing();
    for (const auto& name : missing)
        findings.wrong("picture " + name + " is not on disk");
    if (missing.empty()) findings.fine("every picture that is named is on disk");
}

} // namespace

Run add_doctor(CLI::App& app) {
    auto flags = add_settings(app);
    return [flags]() -> base::Result<void> {
        auto settings = complete(*flags);
        if (!settings) return base::pass(settings);
        auto house = House::open_existing(*settings, Vault::make_or_open, Past::may_be_older);
        if (!house) return base::pass(house);
        Findings findings;
        look_at_database(**house, findings);
        for (const auto agency : (*house)->directories.agencies())
            look_at_agency(**house, agency, findings);
        look_at_pictures(**house, findings);
        if (findings.count() == 0) return {};
        return base::fail(base::Kind::broken, "doctor.found",
                          fmt::format("{} things are not as they should be", findings.count()));
    };
}

} // namespace app
