#include "agency/directory_actions.h"

#include "agency/agency_actions.h"
#include "agency/agency_store.h"
#include "agency/duty_store.h"
#include "agency/office_hours_actions.h"
#include "agency/own_profile_store.h"
#include "agency/own_words_store.h"
#include "agency/rule_set_store.h"
#include "db/database.h"

namespace agency {
namespace {

std::unexpected<base::Problem> unknown(std::string detail) {
    return base::fail(base::Kind::not_found, "agency.unknown", std::move(detail));
}

} // namespace

base::Result<Directory> read_directory(db::Tx& tx, base::AgencyId id) {
    auto agency = store::find_agency(tx, id);
    if (!agency) return unknown("agency " + base::to_string(id));
    return Directory({.agency = std::move(*agency),
                      .offices = store::offices(tx, id),
                      .topics = store::topics(tx, id),
                      .rules = store::rules(tx, id),
                      .accounts = store::accounts(tx, id),
                      .days = store::days(tx, id),
                      .services = store::services(tx, id),
                      .arbiter = store::arbiter(tx, id),
                      .hours = office_hours_of(tx, id),
                      .profiles = store::own_profiles(tx, id),
                      .words = store::own_words(tx, id)});
}

Directories::Directories(db::Database& database, base::Now now, base::Duration fresh_for)
    : database_(database), now_(std::move(now)), fresh_for_(fresh_for) {
    told_ = database_.listen(std::string(change_topic), [generation = generation_] { ++*generation; });
}

bool Directories::is_fresh(const Snapshot& snapshot) const {
    const base::Time now = now_();
    return snapshot.generation == *generation_ && now - snapshot.read_at < fresh_for_ &&
           now >= snapshot.read_at;
}

std::optional<Directories::Entry> Directories::entry(base::AgencyId id) {
    std::lock_guard lock(mutex_);
    auto found = entries_.find(id);
    return found == entries_.end() ? std::nullopt : std::optional(found->second);
}

base::Result<DirectoryPtr> Directories::of(base::AgencyId id) {
    auto known = entry(id);
    if (known && is_fresh(*known)) return known->directory;
    // One reads at a time, so that nobody ever sees an older state after a newer one.
    std::unique_lock reading(reading_, std::defer_lock);
    const bool is_only_old = known && known->generation == *generation_;
    if (is_only_old && !reading.try_lock()) return known->directory;
    if (!reading.owns_lock()) reading.lock();
    known = entry(id);
    if (known && is_fresh(*known)) return known->directory;

    Entry fresh{{.read_at = now_(), .generation = *generation_}, nullptr};
    auto directory = database_.read([&](db::Tx& tx) { return read_directory(tx, id); });
    if (!directory) return base::pass(directory);
    fresh.directory = std::make_shared<const Directory>(std::move(*directory));
    std::lock_guard lock(mutex_);
    entries_[id] = fresh;
    return fresh.directory;
}

base::Result<DirectoryPtr> Directories::of(db::Tx& tx, base::AgencyId id) {
    auto known = entry(id);
    if (known && known->generation == *generation_) return known->directory;
    auto directory = read_directory(tx, id);
    if (!directory) return base::pass(directory);
    return std::make_shared<const Directory>(std::move(*directory));
}

std::shared_ptr<const Directories::Hosts> Directories::hosts() {
    {
        std::lock_guard lock(mutex_);
        if (hosts_ && is_fresh(*hosts_)) return hosts_;
    }
    std::lock_guard reading(reading_);
    auto fresh = std::make_shared<Hosts>();
    fresh->read_at = now_();
    fresh->generation = *generation_;
    for (auto& row : database_.read([](db::Tx& tx) { return store::hosts(tx); })) {
        fresh->all.push_back(row.id);
        if (row.host) fresh->by_name.emplace(std::move(*row.host), row.id);
    }
    std::lock_guard lock(mutex_);
    hosts_ = fresh;
    return fresh;
}

base::Result<DirectoryPtr> Directories::at_host(std::string_view host) {
    auto known = hosts();
    if (known->all.size() == 1) return of(known->all.front());
    auto found = known->by_name.find(host_name(host));
    if (found == known->by_name.end()) return unknown("no agency at this host");
    return of(found->second);
}

std::vector<base::AgencyId> Directories::agencies() {
    return hosts()->all;
}

void Directories::changed() {
    ++*generation_;
}

} // namespace agency
