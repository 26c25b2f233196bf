// Files for this room's tests: every line is invented.
#pragma once
#include "agency/agency_actions.h"
#include "cases/case_actions.h"
#include "channels/sp4n_lapor/import_actions.h"
#include "channels/sp4n_lapor/label_actions.h"
#include "db/database.h"
#include "staff_world.h"
#include "world.h"

#include <fmt/format.h>

#include <map>

namespace channels::sp4n_lapor::testing {

inline constexpr const char* header =
    "Tracking ID;Tanggal Laporan;Judul;Isi Laporan;Kategori;Klasifikasi;Status;Instansi Terdisposisi;Lokasi;"
    "Sifat;Berkadar Pengawasan\r\n";

struct Row {
    std::string id = "7000001";
    std::string date = "05/10/2026 08:30";
    std::string classification = "Pengaduan";
    std::string category = "Jalan berlubang";
    std::string status = "Belum Ditindaklanjuti";
    std::string unit = "Suku Dinas Selatan";
    std::string nature = "Normal";
    std::string oversight = "Tidak";
};

inline std::string file_of(const std::vector<Row>& rows) {
    std::string out = header;
    for (const Row& r : rows)
        out +=
            fmt::format("{};{};Lubang;\"Lubang dalam,\n dekat pasar\";{};{};{};{};Jl. Contoh;{};{}\r\n", r.id,
                        r.date, r.category, r.classification, r.status, r.unit, r.nature, r.oversight);
    return out;
}

/// An agency with offices, a topic, and a house that opens a case for each arrival, once.
class Bridged : public db::testing::OnEachEngine {
protected:
    void SetUp() override {
        world_ = std::make_unique<staff::testing::World>(database());
        w().now = *base::parse_time("2026-10-06T09:00");
        database()
            .write([&](db::Tx& tx) {
                return agency::put_topic(tx, {.ids = w().ids, .now = w().now}, w().agency,
                                         {.code = "jalan-berlubang",
                                          .name_id = "Jalan berlubang",
                                          .name_en = "Pothole",
                                          .proof = agency::ProofKind::answer,
                                          .profile = {},
                                          .words = {}});
            })
            .value();
        w().directories.changed();
        services_ = std::make_unique<Services>(
            Services{.staff = w().services,
                     .take_in = [this](const auto& directory, const auto& account,
                                       auto arrivals) { return open(directory, account, arrivals); },
                     .folder = folder_.path() / "lapor"});
    }
    staff::testing::World& w() { return *world_; }
    const Services& services() { return *services_; }
    agency::DirectoryPtr directory() { return *w().directories.of(w().agency); }

    std::vector<Arrived> open(const agency::Directory& directory, const agency::Account& account,
                              std::span<const Arrival> arrivals) {
        if (dies_after_ && ++batches_ > *dies_after_) throw std::runtime_error("the power is gone");
        auto context = cases::context_for(directory, w().ids, random_, w().now);
        std::vector<Arrived> out;
        for (const Arrival& arrival : arrivals) {
            ++offered_;
            auto& code = opened_[arrival.item.network_id];
            if (code.empty()) {
                cases::NewCase wanted;
                wanted.kind = arrival.kind.value_or(triage::Kind::complaint);
                wanted.case_class = arrival.case_class;
                wanted.topic = arrival.topic;
                wanted.account = account.id;
                wanted.secret_hash = "hash";
                wanted.proposed_text = "KATA WARGA";
                wanted.received_at = arrival.item.created_at;
                wanted.identity_mode =
                    base::from_code<cases::IdentityMode>(arrival.item.identity.value()).value();
                if (arrival.names_unit) wanted.route = cases::Route{.office = arrival.office, .rule = {}};
                code = database()
                           .write([&](db::Tx& tx) { return cases::open_case(tx, context, wanted); })
                           .value()
                           .code;
            }
            out.push_back({.case_code = code, .problem = {}});
        }
        return out;
    }

    Import import(ImportId id) {
        return database().read([&](db::Tx& tx) { return read_import(tx, w().agency, id).value(); });
    }
    Import create(const std::string& bytes) {
        return create_import(services(), *directory(), std::nullopt, "lapor.csv", bytes).value();
    }
    /// The whole way of a file.
    Import bring(const std::string& bytes) {
        auto made = create(bytes);
        look_through(services(), *directory(), made.id).value();
        agree(services(), *directory(), made.id).value();
        take_in(services(), *directory(), made.id).value();
        return import(made.id);
    }
    cases::Case case_of_report(const std::string& tracking_id) {
        return database().read([&](db::Tx& tx) { return case_of(tx, w().agency, tracking_id).value(); });
    }

    std::map<std::string, std::string> opened_; ///< code by tracking id
    int offered_ = 0;                           ///< arrivals handed over, repeated ones too
    std::optional<int> dies_after_;             ///< batches
    int batches_ = 0;
    base::Random random_ = staff::testing::random_bytes;

private:
    db::testing::TemporaryDirectory folder_;
    std::unique_ptr<staff::testing::World> world_;
    std::unique_ptr<Services> services_;
};

} // namespace channels::sp4n_lapor::testing
