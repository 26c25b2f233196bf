#include "channels/sp4n_lapor/import_actions.h"

#include "agency/agency_actions.h"
#include "base/text.h"
#include "cases/case_actions.h"
#include "channels/sp4n_lapor/file.h"
#include "channels/sp4n_lapor/import_store.h"
#include "channels/sp4n_lapor/label_actions.h"
#include "channels/sp4n_lapor/label_store.h"
#include "db/database.h"
#include "jobs/job_actions.h"
#include "staff/audit_actions.h"

#include <fstream>
#include <map>
#include <set>

namespace channels::sp4n_lapor {
namespace {

constexpr std::size_t most_labels = 2'000; ///< distinct ones of a file that are noted
constexpr std::int64_t most_preview_rows = 100;
constexpr auto kept_for = std::chrono::days(7);

std::filesystem::path path_of(const Services& services, base::AgencyId agency, ImportId id) {
    return services.folder / (base::to_string(agency) + "-" + base::to_string(id) + ".csv");
}

void forget_file(const Services& services, base::AgencyId agency, ImportId id) {
    std::error_code ignored;
    std::filesystem::remove(path_of(services, agency, id), ignored);
}

void enqueue(db::Tx& tx, const Services& services, base::AgencyId agency, const char* kind, ImportId id) {
    const base::Time now = services.staff.now();
    jobs::enqueue(tx, services.staff.ids, agency, {.kind = kind, .name = base::to_string(id), .run_at = now},
                  now);
}

/// The labels of a file and how many lines bear each.
class Seen {
public:
    void note(const Line& line) {
        note(Subject::category, line.category);
        note(Subject::unit, line.unit);
        note(Subject::status, line.status);
        note(Subject::classification, line.classification);
        note(Subject::nature, line.nature);
        note(Subject::oversight, line.oversight);
    }
    void save(db::Tx& tx, base::AgencyId agency) const {
        for (const auto& [key, label] : labels_)
            save_seen(tx, agency, label);
    }

private:
    void note(Subject subject, const std::string& shown) {
        std::string label = folded(shown);
        if (label.empty()) return;
        auto found = labels_.find({subject, label});
        if (found == labels_.end()) {
            if (labels_.size() >= most_labels) return;
            found = labels_.emplace(std::pair{subject, label}, Label{subject, label, shown, {}, 0}).first;
        }
        ++found->second.seen;
    }
    std::map<std::pair<Subject, std::string>, Label> labels_;
};

/// One walk through a file: judges each line against what is known.
struct Judged {
    const Read* read = nullptr;
    Fate fate = Fate::fresh;
    std::optional<base::Problem> problem;
    std::vector<Remark> differs;
};

class Walk {
public:
    Walk(const Services& services, const agency::Directory& directory, Import import)
        : services_(services), directory_(directory), import_(std::move(import)),
          mapping_(services.staff.database.read([&](db::Tx& tx) { return read_mapping(tx, directory); })) {
        import_.lines = import_.fresh = import_.accepted = import_.known = import_.rejected = 0;
        services_.staff.database.write([&](db::Tx& tx) {
            remove_rejections(tx, directory_.id(), import_.id);
        });
    }

    template <class F> base::Result<void> each_batch(F&& take) {
        return read_lines(path_of(services_, directory_.id(), import_.id), mapping_.columns,
                          directory_.agency().zone, [&](std::span<const Read> batch) {
                              import_.lines += std::ssize(batch);
                              return take(judge_all(batch));
                          });
    }
    [[nodiscard]] Import& import() { return import_; }
    [[nodiscard]] const Labels& labels() const { return mapping_.labels; }

    /// What a person must look at, with the counts so far, in one unit of work with `more`.
    template <class F> void save_batch(const std::vector<Judged>& batch, F&& more) {
        services_.staff.database.write([&](db::Tx& tx) {
            for (const Judged& each : batch) {
                if (each.problem)
                    add_remark(tx, directory_.id(), import_.id,
                               refusal(each.read->number, each.read->tracking_id, *each.problem));
                for (const Remark& remark : each.differs)
                    add_remark(tx, directory_.id(), import_.id, remark);
            }
            more(tx);
            Import counted = import_;
            counted.different = count_remarks(tx, directory_.id(), import_.id, What::status) +
                                count_remarks(tx, directory_.id(), import_.id, What::oversight);
            save(tx, directory_.id(), counted);
        });
    }

private:
    std::vector<Judged> judge_all(std::span<const Read> batch) {
        auto known = services_.staff.database.read([&](db::Tx& tx) {
            std::vector<std::optional<LaporCase>> rows;
            for (const Read& read : batch)
                rows.push_back(read.line ? find_lapor_case(tx, directory_.id(), read.line->tracking_id)
                                         : std::nullopt);
            return rows;
        });
        std::vector<Judged> out;
        for (std::size_t i = 0; i < batch.size(); ++i) {
            Judged judged{.read = &batch[i], .fate = Fate::fresh, .problem = {}, .differs = {}};
            if (!batch[i].line) {
                judged.problem = batch[i].line.error();
            } else if (!before_.insert(batch[i].line->tracking_id).second) {
                judged.fate = Fate::known; // twice in one file: the first line counts
            } else {
                judged.fate = judge(*batch[i].line, mapping_.labels, known[i], import_.id);
                if (judged.fate == Fate::finished) judged.problem = finished_problem();
                if (judged.fate == Fate::known)
                    judged.differs = differences(*batch[i].line, mapping_.labels, *known[i]);
            }
            out.push_back(std::move(judged));
        }
        return out;
    }

    const Services& services_;
    const agency::Directory& directory_;
    Import import_;
    Mapping mapping_;
    std::set<std::string> before_; ///< tracking ids seen in this file
};

/// A file that cannot be read at all is a result, not a job to try again.
base::Result<void> give_up(const Services& services, base::AgencyId agency, Import import,
                           const base::Problem& problem) {
    if (problem.kind == base::Kind::unavailable) return std::unexpected(problem);
    import.state = ImportState::failed;
    import.problem = problem.code;
    import.problem_field = problem.field.empty() ? std::nullopt : std::optional(problem.field);
    import.finished_at = services.staff.now();
    services.staff.database.write([&](db::Tx& tx) { save(tx, agency, import); });
    forget_file(services, agency, import.id);
    return {};
}

} // namespace

base::Result<Import> create_import(const Services& services, const agency::Directory& directory,
                                   std::optional<staff::StaffId> staff, std::string_view file_name,
                                   std::string_view bytes) {
    if (bytes.empty()) return base::fail_field("file", "field.missing");
    if (bytes.size() > max_file_bytes) return base::fail(base::Kind::too_large, "request.too_large");
    if (auto right = check_beginning(bytes); !right) return base::pass(right);
    Import made;
    made.id = services.staff.ids.next<ImportId>();
    auto name = base::clean(base::first(file_name, 120), 120, "file");
    made.file_name = name && !name->empty() ? *name : "laporan.csv";
    made.bytes = static_cast<std::int64_t>(bytes.size());
    made.staff = staff;
    made.created_at = services.staff.now();
    std::error_code error;
    std::filesystem::create_directories(services.folder, error);
    const auto path = path_of(services, directory.id(), made.id);
    std::ofstream out(path, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) return base::fail(base::Kind::unavailable, "data.not_writable", path.string());
    std::filesystem::permissions(
        path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, error);
    services.staff.database.write([&](db::Tx& tx) {
        insert(tx, directory.id(), made);
        enqueue(tx, services, directory.id(), "lapor.look_through", made.id);
    });
    return made;
}

base::Result<void> look_through(const Services& services, const agency::Directory& directory, ImportId id,
                                const Tell& tell) {
    auto found = services.staff.database.read([&](db::Tx& tx) { return find_import(tx, directory.id(), id); });
    if (!found || found->state != ImportState::reading) return {};
    Walk walk(services, directory, *found);
    Seen seen;
    auto read = walk.each_batch([&](const std::vector<Judged>& batch) {
        for (const Judged& each : batch) {
            if (each.read->line) seen.note(*each.read->line);
            if (each.problem)
                ++walk.import().rejected;
            else
                ++(each.fate == Fate::fresh ? walk.import().fresh : walk.import().known);
        }
        walk.save_batch(batch, [](db::Tx&) {});
        if (tell) tell(walk.import());
        return true;
    });
    if (!read) return give_up(services, directory.id(), walk.import(), read.error());
    walk.import().state = ImportState::ready;
    walk.save_batch({}, [&](db::Tx& tx) { seen.save(tx, directory.id()); });
    return {};
}

base::Result<void> agree(const Services& services, const agency::Directory& directory, ImportId id) {
    return services.staff.database.write([&](db::Tx& tx) -> base::Result<void> {
        auto found = read_import(tx, directory.id(), id);
        if (!found) return base::pass(found);
        if (found->state == ImportState::running || found->state == ImportState::done) return {};
        if (found->state != ImportState::ready) return base::fail(base::Kind::conflict, "lapor.not_ready");
        found->state = ImportState::running;
        save(tx, directory.id(), *found);
        enqueue(tx, services, directory.id(), "lapor.take_in", id);
        return {};
    });
}

base::Result<void> take_in(const Services& services, const agency::Directory& directory, ImportId id,
                           const Tell& tell) {
    const auto agency = directory.id();
    auto found = services.staff.database.read([&](db::Tx& tx) { return find_import(tx, agency, id); });
    if (!found || found->state != ImportState::running) return {};
    auto account = lapor_account(services, agency);
    if (!account) return base::pass(account);
    // The account may be younger than the directory that was handed in.
    auto fresh = services.staff.directories.of(agency);
    if (!fresh) return base::pass(fresh);
    const std::int64_t expected = found->fresh;
    Walk walk(services, **fresh, *found);
    walk.import().fresh = expected;
    auto read = walk.each_batch([&](std::vector<Judged> batch) {
        std::vector<Arrival> arrivals;
        std::vector<Judged*> arriving;
        for (Judged& each : batch) {
            if (each.problem || each.fate != Fate::fresh) continue;
            arrivals.push_back(arrival_of(*each.read->line, walk.labels()));
            arriving.push_back(&each);
        }
        auto arrived = arrivals.empty() ? std::vector<Arrived>{}
                                        : services.take_in(**fresh, *account, arrivals);
        for (std::size_t i = 0; i < arriving.size(); ++i)
            arriving[i]->problem = arrived[i].problem;
        for (const Judged& each : batch)
            ++(each.problem               ? walk.import().rejected
               : each.fate == Fate::known ? walk.import().known
                                          : walk.import().accepted);
        walk.save_batch(batch, [&](db::Tx& tx) {
            for (std::size_t i = 0; i < arriving.size(); ++i) {
                if (arrived[i].problem) continue;
                std::optional<cases::CaseId> case_id;
                if (arrived[i].case_code)
                    if (auto c = cases::find_case(tx, agency, *arrived[i].case_code,
                                                  (*fresh)->agency().prefix))
                        case_id = c->id;
                insert(tx, agency,
                       LaporCase{.tracking_id = arriving[i]->read->line->tracking_id,
                                 .case_id = case_id,
                                 .import_id = id,
                                 .status = arrivals[i].status,
                                 .case_class = arrivals[i].case_class});
            }
            for (const Judged& each : batch) {
                if (each.differs.empty()) continue;
                const Line& line = *each.read->line;
                auto before = find_lapor_case(tx, agency, line.tracking_id);
                auto said = arrival_of(line, walk.labels()).case_class;
                save_said(tx, agency, line.tracking_id, line.status.empty() ? before->status : line.status,
                          said ? said : before->case_class);
            }
        });
        if (tell) tell(walk.import());
        return true;
    });
    if (!read) return give_up(services, agency, walk.import(), read.error());
    Import& done = walk.import();
    done.state = ImportState::done;
    done.finished_at = services.staff.now();
    walk.save_batch({}, [&](db::Tx& tx) {
        staff::write_down(tx, services.staff.ids, agency, services.staff.now(),
                          {.kind = "lapor.imported",
                           .subject_kind = "agency",
                           .subject = agency.value,
                           .by = done.staff,
                           .data = {{"import", base::to_string(id)},
                                    {"accepted", done.accepted},
                                    {"known", done.known},
                                    {"rejected", done.rejected}}});
    });
    forget_file(services, agency, id);
    return {};
}

void discard_old(const Services& services, base::AgencyId agency) {
    const base::Time now = services.staff.now();
    for (const Import& import : services.staff.database.read([&](db::Tx& tx) { return list_imports(tx, agency, 200); }))
        if (import.state == ImportState::ready && import.created_at + kept_for < now)
            (void)give_up(services, agency, import, {.kind = base::Kind::conflict, .code = "lapor.too_old"});
}

std::vector<PreviewRow> preview(const Services& services, const agency::Directory& directory, ImportId id) {
    std::vector<PreviewRow> out;
    auto mapping =
        services.staff.database.read([&](db::Tx& tx) { return read_mapping(tx, directory); });
    auto read = read_lines(
        path_of(services, directory.id(), id), mapping.columns, directory.agency().zone,
        [&](std::span<const Read> batch) {
            for (const Read& each : batch) {
                PreviewRow row;
                row.line = each.number;
                row.tracking_id = each.tracking_id;
                if (!each.line) {
                    row.problem = each.line.error();
                } else {
                    auto arrival = arrival_of(*each.line, mapping.labels);
                    auto known = services.staff.database.read(
                        [&](db::Tx& tx) { return find_lapor_case(tx, directory.id(), each.line->tracking_id); });
                    row.fate = judge(*each.line, mapping.labels, known, id);
                    if (row.fate == Fate::finished) row.problem = finished_problem();
                    row.at = each.line->at;
                    row.kind = arrival.kind;
                    row.category = each.line->category;
                    row.topic = arrival.topic;
                    row.unit = each.line->unit;
                    row.office = arrival.office;
                    row.case_class = arrival.case_class;
                }
                out.push_back(std::move(row));
            }
            return std::ssize(out) < most_preview_rows;
        });
    // A file that is gone has no preview; its import says why.
    if (!read) return {};
    return out;
}

base::Result<Import> read_import(db::Tx& tx, base::AgencyId agency, ImportId id) {
    auto found = find_import(tx, agency, id);
    if (!found) return base::fail(base::Kind::not_found, "lapor.unknown_import");
    return *found;
}

std::vector<Import> recent_imports(db::Tx& tx, base::AgencyId agency) {
    return list_imports(tx, agency, 10);
}

std::vector<Remark> remarks_of(db::Tx& tx, base::AgencyId agency, ImportId id, What what, std::int64_t after,
                               int limit) {
    return list_remarks(tx, agency, id, what, after, limit);
}

std::optional<cases::Case> case_of(db::Tx& tx, base::AgencyId agency, const std::string& tracking_id) {
    auto known = find_lapor_case(tx, agency, tracking_id);
    return known && known->case_id ? cases::case_of_id(tx, agency, *known->case_id) : std::nullopt;
}

base::Result<agency::Account> lapor_account(const Services& services, base::AgencyId agency) {
    auto account = services.staff.database.write([&](db::Tx& tx) -> base::Result<agency::Account> {
        auto directory = agency::read_directory(tx, agency);
        if (!directory) return base::pass(directory);
        for (const auto& each : directory->accounts())
            if (each.network == agency::lapor_network) return each;
        return agency::add_account(tx, {.ids = services.staff.ids, .now = services.staff.now()}, agency,
                                   {.id = {},
                                    .office = {},
                                    .network = std::string(agency::lapor_network),
                                    .name = "SP4N-LAPOR!"});
    });
    services.staff.directories.changed();
    return account;
}

} // namespace channels::sp4n_lapor
