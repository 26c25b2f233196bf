// Every part in every state on one page. With TANGGAP_SHEET=DIR the pages and assets are left there to be
// looked at.
#include "html/assets.h"
#include "html/error_page.h"
#include "html/forms.h"
#include "html/proof.h"
#include "html/story.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

namespace html {
namespace {

constexpr auto id = base::Language::id;

Markup section(std::string_view name, const Markup& body) {
    return markup<R"(<section class="section"><h2>{}</h2>{}</section>)">(name, body);
}

Picture picture(std::string_view file, std::string_view alt) {
    return {url<"/img/{}">(file), 480, 360, std::string(alt)};
}

Markup chips() {
    return markup<R"(<div class="row">{}{}{}{}{}{}{}{}{}{}{}{}{}</div>)">(
        chip(Tone::neutral, Icon::inbox, "Diterima"), chip(Tone::info, Icon::seen, "Terverifikasi"),
        chip(Tone::info, Icon::assign, "Disposisi"), chip(Tone::work, Icon::work, "Dikerjakan"),
        chip(Tone::work, Icon::calendar, "Dijadwalkan"), chip(Tone::wait, Icon::wait, "Menunggu pelapor"),
        chip(Tone::good, Icon::done, "Tuntas"), chip(Tone::good, Icon::lock, "Ditutup"),
        chip(Tone::out, Icon::refer, "Dirujuk"), chip(Tone::neutral, Icon::refused, "Ditolak"),
        chip(Tone::neutral, Icon::archive, "Diarsipkan"), chip(Tone::bad, Icon::siren, "Darurat"),
        chip(Tone::line, Icon::users, "12 pelapor"));
}

Markup clocks() {
    const Clock all[] = {
        {ClockState::running, 30, "sisa 2 hari 4 jam", "tenggat 26 Mei 18.23 WIB"},
        {ClockState::soon, 88, "sisa 5 jam"},
        {ClockState::late, 100, "lewat 1 hari 2 jam"},
        {ClockState::held, 0, "dijeda, menunggu pelapor"},
        {ClockState::met, 0, "selesai, sisa 9 jam"},
        {ClockState::planned, 0, "dijadwalkan 8 Juni"},
        {ClockState::unsure, 0, "sementara, kalender 2028 belum ada"},
    };
    return markup<R"(<div class="row row-wide">{}</div>)">(join(all, clock));
}

Markup list() {
    const Story all[] = {
        {"Lubang di Jalan Tebet Barat VIII",
         url<"/laporan/{}">("TGP-7K3M-9Q"),
         {"Tebet Barat, Jakarta Selatan", "12 pelapor"},
         chip(Tone::good, Icon::done, "Tuntas") +
             clock({ClockState::met, 0, "2 hari 10 jam", "tuntas 25 Mei 16.41 WIB"}),
         picture("foto-sesudah.jpg", "")},
        {"Galian kabel di depan pasar belum ditutup",
         url<"/laporan/{}">("TGP-2"),
         {"Kramat Jati, Jakarta Timur"},
         chip(Tone::work, Icon::work, "Dikerjakan") + clock({ClockState::late, 100, "lewat 1 hari 2 jam"})},
    };
    return stories(all) + more_link(url<"?setelah={}">(12), "Tampilkan laporan berikutnya");
}

Markup what_happened() {
    const Happening all[] = {
        {Tone::good, Icon::done, "Diperbaiki untuk kedua kalinya",
         "Senin, 25 Mei pukul 16.41. Sebelum tenggat.", "",
         markup<"<p>Lapisan bawahnya dibongkar, dipadatkan, lalu diaspal ulang.</p>">()},
        {Tone::wait,
         Icon::undo,
         "Anda menjawab \"Belum\"",
         "Minggu, 24 Mei pukul 16.05",
         "2026-05-24T16:05:00+07:00",
         {},
         "Sudah ditambal tapi ambles lagi kak, airnya masih menggenang."},
        {Tone::info, Icon::assign, "Diteruskan ke Suku Dinas Jakarta Selatan", "Sabtu, 23 Mei pukul 07.21"},
        {Tone::neutral, Icon::inbox, "Laporan Anda diterima", "Sabtu, 23 Mei pukul 06.48, lewat Instagram"},
    };
    const Step path[] = {{StepState::done, "Diterima", "23 Mei"},
                         {StepState::done, "Dikerjakan", "23 Mei"},
                         {StepState::now, "Tuntas", "25 Mei"},
                         {StepState::ahead, "Ditutup", "jika Anda setuju"}};
    return steps(path, "Kemajuan laporan") + markup<R"(<div class="gap-top">{}</div>)">(timeline(all));
}

Markup numbers() {
    const Figure all[] = {
        {"Laporan masuk", "1.284", "212 masih dikerjakan, 28 dijadwalkan", url<"/transparansi">()},
        {"Tuntas tepat waktu", "86 %", "883 dari 1.021 yang tuntas. Bulan lalu 81 %"},
        {"Dibantah pelapor", "41", "4,0 % dari yang tuntas, 29 sudah diperbaiki lagi"},
        {"Lewat tenggat hari ini", "23", "Paling lama 6 hari, Jakarta Timur"},
    };
    return figures(all);
}

Markup proofs() {
    const Photo photos[] = {
        {picture("foto-sebelum.jpg", "Lubang berisi air di tengah jalan"), "Sebelum", "Foto pelapor",
         "Sabtu, 23 Mei 06.48"},
        {picture("foto-sesudah.jpg", "Tempat yang sama sudah diaspal rata"), "Sesudah",
         "Dimas Prayoga, Regu 3", "Senin, 25 Mei 16.41"},
    };
    const StripDay days[] = {
        {DayKind::start, DayIs::another, "Sen", "25", "tuntas"},
        {DayKind::counted, DayIs::today, "Sel", "26", "ke-1, kini"},
        {DayKind::off, DayIs::another, "Rab", "27", "libur"},
        {DayKind::held, DayIs::another, "Kam", "28", "jeda"},
        {DayKind::counted, DayIs::another, "Jum", "29", "ke-2"},
        {DayKind::due, DayIs::another, "Sab", "30", "tenggat"},
    };
    const Fact known[] = {{"Tenggat", Markup::text("26 Mei 18.23 WIB, terpenuhi")},
                          {"Tempat", Markup::text("Tebet Barat")}};
    ProofBox box{.checks = {{CheckState::holds, "Foto diambil di tempat, 8 meter dari titik laporan"},
                            {CheckState::doubtful, "Persetujuan Anda, belum ada"},
                            {CheckState::fails, "Pemandangan berbeda dari foto pelapor"}},
                 .bundle = url<"/laporan/{}/bukti.json">("TGP-7K3M-9Q")};
    return compare(photos) + markup<R"(<div class="gap-top">{}</div>)">(proof_box(box, id)) +
           more("Kenapa 30 Mei?", strip(days, "Hari demi hari", "Aturan \"Tanggapan pelapor\" versi 3."),
                flag("open", true)) +
           markup<R"(<div class="card pad gap-top">{}</div>)">(facts(known));
}

Markup form() {
    const Wrong wrong[] = {{"tempat", "Tulis tempat kejadiannya"}};
    const Option offices[] = {{"1", "Suku Dinas Jakarta Selatan"}, {"2", "Suku Dinas Jakarta Timur"}};
    const Choice who[] = {{"public", "Biasa", "Laporan tampil untuk umum tanpa nama."},
                          {"anonim", "Anonim", "Nama Anda juga disembunyikan dari unit yang dilaporkan."}};
    return problem_summary("Laporan belum terkirim", "Isian Anda tersimpan.", wrong) +
           markup<
               R"(<form class="gap-top" method="post" action="/lapor"{}>{}{}{}{}{}{}{}{}<div class="gap-top">{}</div></form>)">(
               keep_draft("contoh", id),
               file_drop({.field = {.id = "foto",
                                    .label = "Ambil foto kerusakannya",
                                    .hint = "Paling banyak 3 foto.",
                                    .need = Need::optional}},
                         id),
               text_area(
                   {.id = "isi-laporan", .label = "Apa yang terjadi?", .hint = "Misalnya: lubang besar."},
                   id),
               input({.id = "tempat",
                      .label = "Nama jalan dan patokan",
                      .problem = "Tempat belum diisi.",
                      .icon = Icon::pin},
                     id),
               locate({}, id), select({.id = "unit", .label = "Unit kerja", .value = "1"}, offices, id),
               choices({.id = "identitas", .label = "Siapa yang boleh tahu?", .value = "public"}, who, id),
               input({.id = "hp",
                      .label = "Nomor HP",
                      .need = Need::optional,
                      .more = attribute("type", "tel")},
                     id),
               tick("ikuti", {"ya", "Sama, ikutkan saya", "Anda dikabari saat selesai."}, Ticked::no),
               submit("Kirim laporan", id));
}

Markup states() {
    auto text = [](std::string_view words) { return markup<"<p>{}</p>">(words); };
    return markup<
        R"(<div class="stack-s">{}{}{}{}{}</div><div class="three gap-top"><div class="card">{}</div><div class="card">{}</div></div><p class="row gap-top">{}{}{}</p>)">(
        notice(Tone::info, Icon::users, text("12 warga melaporkan hal yang sama.")),
        notice(Tone::good, Icon::check, text("Laporan terkirim. Kode Anda TGP-7K3M-9Q.")),
        notice(Tone::wait, Icon::offline, text("Luring. 2 bukti menunggu sinyal.")),
        notice(Tone::bad, Icon::siren, text("Darurat: telepon 112.")),
        notice(Tone::neutral, Icon::lock, text("Tautan halaman ini hanya untuk Anda.")),
        empty_state({Icon::check2, "Tidak ada yang menunggu Anda",
                     Markup::text("Yang baru muncul di sini dengan sendirinya.")}),
        error_state({Icon::reload, "Daftar belum bisa dimuat",
                     Markup::text("Tidak ada yang hilang. Kode bantuan R-58QF."),
                     button_link(Weight::plain, url<"/">(), "Muat lagi")}),
        button_link(Weight::main, url<"/lapor">(), "Laporkan", Icon::camera),
        button_link(Weight::plain, url<"/peta">(), "Peta"), button_link(Weight::bare, url<"/">(), "Batal"));
}

PageHead head() {
    return {.title = "Komponen",
            .agency = "Posko Jalan Jakarta",
            .organiser = "Dinas Bina Marga, data contoh",
            .description = "Setiap bagian dalam setiap keadaan",
            .here = Nav::home,
            .other_language = url<"?bahasa={}">("en"),
            .islands = {Island::report}};
}

Markup sheet() {
    return page(head(), markup<"<h1>Komponen</h1>">() + section("Keadaan laporan", chips()) +
                            section("Tenggat", clocks()) + section("Daftar", list()) +
                            section("Angka", numbers()) + section("Yang sudah terjadi", what_happened()) +
                            section("Bukti", proofs()) + section("Formulir", form()) +
                            section("Keadaan", states()));
}

Markup oops() {
    auto of_error = head();
    of_error.title = "";
    of_error.here = Nav::none;
    return error_page(of_error, {.status = 404, .help = "R-58QF"});
}

TEST(sheet, ids_are_unique_and_every_reference_finds_its_target) {
    std::string html = sheet().str();
    auto all = [&](const char* pattern) {
        std::vector<std::string> found;
        std::regex regex(pattern);
        for (std::sregex_iterator it(html.begin(), html.end(), regex), end; it != end; ++it)
            found.push_back((*it)[1]);
        return found;
    };
    std::set<std::string> ids;
    for (const auto& each : all("\\sid=\"([^\"]*)\""))
        EXPECT_TRUE(ids.insert(each).second) << each;
    for (const auto& each : all("(?:for|aria-labelledby|href)=\"#?([a-z][\\w-]*)\""))
        EXPECT_TRUE(ids.contains(each)) << each;
    for (const auto& each : all("aria-describedby=\"([\\w-]*)"))
        EXPECT_TRUE(ids.contains(each)) << each;
}

TEST(sheet, is_left_to_be_looked_at) {
    const char* out = std::getenv("TANGGAP_SHEET");
    if (!out) GTEST_SKIP() << "TANGGAP_SHEET names no folder";
    std::filesystem::path folder(out);
    std::filesystem::create_directories(folder / "aset");
    auto write = [&](std::string_view name, std::string_view bytes) {
        std::ofstream(folder / name, std::ios::binary) << bytes;
    };
    write("komponen.html", sheet().str());
    write("galat.html", oops().str());
    for (const Asset& asset : assets())
        write(asset.path.substr(1), asset.bytes);
}

} // namespace
} // namespace html
