#include "intake/import_actions.h"

#include "db/database.h"
#include "items/item_actions.h"

#include <algorithm>

namespace intake {
namespace {

constexpr std::size_t piece_bytes = 64 * 1024;

/// Networks on which everybody can read what was written; whatever else there is came to the agency alone.
bool is_public_network(std::string_view network) {
    constexpr std::string_view known[] = {"x",        "instagram", "facebook", "tiktok", "youtube",
                                          "mastodon", "threads",   "bluesky",  "kaskus"};
    return std::ranges::find(known, network) != std::end(known);
}

class Importer {
public:
    Importer(const Services& services, const agency::Directory& directory, const agency::Account& account,
             const ImportPlan& plan, const ImportFile& file)
        : services_(services), account_(account), plan_(plan), file_(file),
          profile_(services.readers.profile_of(directory)), names_(directory, profile_.region.get()),
          reader_(plan.format, plan.columns.names()) {}

    base::Result<ImportCounts> run() {
        for (;;) {
            auto bytes = file_.read(piece_bytes);
            bytes_ += static_cast<std::int64_t>(bytes.size());
            const bool is_end = bytes.empty();
            if (is_end)
                reader_.finish();
            else
                reader_.feed(bytes);
            while (auto record = reader_.next()) {
                add(std::move(*record));
                if (records_.size() == lines_per_commit) settle();
            }
            if (reader_.problem()) return std::unexpected(*reader_.problem());
            if (is_end) break;
        }
        settle();
        return counts_;
    }

private:
    void add(ImportRecord record) {
        auto line = read_import_line(plan_.columns, record, names_, plan_.rules, before_);
        if (!line) {
            wanted_.push_back(base::pass(line));
        } else {
            Wanted wanted{.item = std::move(line->item),
                          .door = Door::network,
                          .place_text = std::move(line->address),
                          .decided = std::move(line->decided),
                          .is_history = plan_.is_historical,
                          .answered_at = line->answered_at};
            if (!is_public_network(account_.network)) wanted.item.visibility = items::Visibility::private_;
            wanted_.push_back(std::move(wanted));
        }
        records_.push_back(std::move(record));
    }

    /// Accepts what has gathered; known lines are not read a second time.
    void settle() {
        std::vector<Outcome> outcomes(wanted_.size());
        std::vector<base::Result<Wanted>> fresh;
        std::vector<std::size_t> fresh_at;
        const auto known = known_lines();
        for (std::size_t i = 0; i < wanted_.size(); ++i) {
            if (known[i]) {
                outcomes[i].fate = Fate::known;
                continue;
            }
            fresh.push_back(std::move(wanted_[i]));
            fresh_at.push_back(i);
        }
        auto taken = accept(services_, names_.directory(), account_, fresh, lines_per_commit);
        for (std::size_t i = 0; i < taken.size(); ++i)
            outcomes[fresh_at[i]] = std::move(taken[i]);
        for (std::size_t i = 0; i < outcomes.size(); ++i)
            count(outcomes[i], records_[i]);
        records_.clear();
        wanted_.clear();
        file_.told(counts_, bytes_);
    }

    std::vector<bool> known_lines() {
        return services_.database.read([&](db::Tx& tx) {
            std::vector<bool> out;
            for (const auto& each : wanted_)
                out.push_back(
                    each && items::is_known(tx, names_.directory().id(), account_.id, each->item.network_id));
            return out;
        });
    }

    void count(const Outcome& outcome, const ImportRecord& record) {
        ++counts_.read;
        switch (outcome.fate) {
        case Fate::accepted: ++counts_.accepted; break;
        case Fate::known: ++counts_.known; break;
        case Fate::rejected:
            ++counts_.rejected;
            file_.rejected(record, outcome.problem.value_or(base::Problem{}), reader_);
            break;
        }
    }

    const Services& services_;
    const agency::Account& account_;
    const ImportPlan& plan_;
    const ImportFile& file_;
    triage::Profile profile_;
    ImportNames names_;
    ImportReader reader_;
    EqualLines before_;
    std::vector<ImportRecord> records_;
    std::vector<base::Result<Wanted>> wanted_; ///< of records_, in the same order
    ImportCounts counts_;
    std::int64_t bytes_ = 0;
};

} // namespace

base::Result<ImportCounts> import_file(const Services& services, const agency::Directory& directory,
                                       const agency::Account& account, const ImportPlan& plan,
                                       const ImportFile& file) {
    return Importer(services, directory, account, plan, file).run();
}

} // namespace intake
