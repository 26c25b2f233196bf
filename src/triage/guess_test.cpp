#include "triage/guess.h"
#include "triage/shipped.h"

#include <gtest/gtest.h>

namespace triage {
namespace {

Reading read(std::string_view text) {
    return shipped_reader().read({.text = text}, {});
}

struct Labelled {
    Kind kind;
    std::string_view text;
};

/// Written for this test in the manner of what agencies receive.
constexpr auto labelled = std::to_array<Labelled>({
    {Kind::complaint, "Jalan berlubang di depan pasar, mohon diperbaiki"},
    {Kind::complaint, "PJU mati sdh 3 hari blm ada tindakan"},
    {Kind::complaint, "min lampu merah perempatan gak nyala dari kemaren"},
    {Kind::complaint, "Sampah menumpuk dan bau, gak diangkut2 sejak minggu lalu"},
    {Kind::complaint, "air pdam keruh dan bau udah seminggu"},
    {Kind::complaint, "got mampet tiap hujan banjir masuk rumah"},
    {Kind::complaint, "parkir liar di trotoar depan stasiun, bikin macet"},
    {Kind::complaint, "pelayanan di kelurahan lelet, petugas judes"},
    {Kind::complaint, "KK saya blm jadi jadi dari bulan lalu, kapan selesai?"},
    {Kind::complaint, "kabel menjuntai di jl mawar bahaya bgt buat anak2"},
    {Kind::complaint, "bansos saya tidak cair sejak maret padahal masuk dtks"},
    {Kind::complaint, "lampu jalan gang melati padam kapan diperbaiki???"},
    {Kind::complaint, "PKL di trotoar meresahkan tolong ditertibkan"},
    {Kind::complaint, "Tolong pak, pohon di depan rumah hampir roboh"},
    {Kind::complaint, "suara karaoke bising sampe jam 2 malam warga terganggu"},
    {Kind::question, "Apakah pelayanan KTP buka hari Sabtu?"},
    {Kind::question, "min mau nanya syarat bikin KK baru apa aja ya"},
    {Kind::question, "Jam buka puskesmas brp ya kak?"},
    {Kind::question, "gimana cara daftar bpjs pbi?"},
    {Kind::question, "kapan jadwal imunisasi bulan ini?"},
    {Kind::question, "izin bertanya, biaya balik nama sertifikat berapa?"},
    {Kind::question, "dimana lokasi vaksin hari ini?"},
    {Kind::information_request,
     "Saya mengajukan permohonan informasi publik berupa salinan dokumen anggaran 2025"},
    {Kind::information_request, "Kepada PPID, mohon rincian anggaran pemeliharaan jalan"},
    {Kind::information_request, "minta data jumlah penduduk per kelurahan untuk penelitian skripsi"},
    {Kind::aspiration, "Usul, sebaiknya di taman ditambah tempat sampah"},
    {Kind::aspiration, "saran saya dibangun halte di depan kampus"},
    {Kind::aspiration, "alangkah baiknya ada zebra cross di depan sekolah"},
    {Kind::aspiration, "Kami warga mengusulkan pembangunan taman bermain anak"},
    {Kind::appreciation, "Terima kasih pak, jalannya sudah diperbaiki, mantap!"},
    {Kind::appreciation, "keren pelayanannya cepat tanggap dan petugasnya ramah"},
    {Kind::appreciation, "apresiasi untuk petugas damkar yang gercep"},
    {Kind::appreciation, "makasih dinas, lampunya udah nyala lagi, puas"},
    {Kind::whistleblowing, "ada pungli di kantor kelurahan, diminta uang 200 ribu utk urus surat"},
    {Kind::whistleblowing, "Saya melaporkan dugaan korupsi dana desa oleh oknum perangkat, proyek fiktif"},
    {Kind::whistleblowing, "oknum petugas menerima suap agar izin keluar, tolong rahasiakan nama saya"},
    {Kind::information, "Sekadar informasi, arus lalu lintas di bundaran terpantau lancar"},
    {Kind::information, "Pengumuman: jalan ditutup sementara karena kegiatan warga"},
    {Kind::spam, "SLOT GACOR hari ini bonus new member 100% klik link"},
    {Kind::spam, "butuh dana cepat cair tanpa jaminan? cek bio"},
    {Kind::spam, "promo diskon jual followers murah hubungi admin"},
});

TEST(Kind, is_told_right_for_texts_as_agencies_receive_them) {
    std::string wrong;
    int right = 0;
    for (auto [kind, text] : labelled) {
        const Reading reading = read(text);
        if (reading.kind == kind)
            ++right;
        else
            wrong += fmt::format("{} for {}: {}\n", base::code_of(reading.kind), base::code_of(kind), text);
    }
    EXPECT_GE(right, static_cast<int>(labelled.size() * 95 / 100)) << wrong;
}

TEST(Kind, abstains_where_it_cannot_tell) {
    for (std::string_view text : {"", "12345", "saya di rumah", "tolong", "besok pagi"})
        EXPECT_TRUE(read(text).kind_abstains) << text;
    for (std::string_view text : {"halo min", "assalamualaikum", "selamat pagi bapak ibu", "hmm"})
        EXPECT_EQ(read(text).kind, Kind::other) << text;
    for (std::string_view text : {"jalan rusak parah dan berlubang", "gimana cara daftar bpjs?"})
        EXPECT_FALSE(read(text).kind_abstains) << text;
}

TEST(Kind, p_is_a_share) {
    for (auto [kind, text] : labelled) {
        const Reading reading = read(text);
        EXPECT_GT(reading.kind_p, 0) << text;
        EXPECT_LE(reading.kind_p, 1) << text;
    }
}

TEST(Urgency, is_high_where_people_are_in_danger) {
    struct Case {
        std::string_view text;
        Danger reason;
        double from, to;
    };
    for (auto [text, reason, from, to] : {
             Case{"tolong kebakaran di rumah warga gang 3!!", Danger::fire, 0.85, 1},
             Case{"kabel menjuntai di jalan mawar", Danger::electric, 0.7, 0.9},
             Case{"banjir masuk rumah setinggi dada, anak terjebak", Danger::flood, 0.84, 1},
             Case{"ada kecelakaan, korban luka parah", Danger::injury, 0.85, 1},
             Case{"ibu saya pingsan butuh ambulans", Danger::medical, 0.85, 1},
             Case{"anak dipukuli tetangga tiap hari", Danger::child, 0.85, 1},
             Case{"bau gas menyengat di gang", Danger::gas, 0.7, 1},
             Case{"jalan berlubang, tidak ada korban luka", Danger::none, 0, 0.05},
             Case{"rumah roboh, tidak ada korban jiwa maupun luka", Danger::collapse, 0.85, 0.95},
             Case{"lampu mati, belum ada kecelakaan", Danger::none, 0, 0.05},
             Case{"mohon dipangkas, takut roboh", Danger::none, 0, 0.1},
             Case{"jalan rawan kecelakaan", Danger::accident, 0.1, 0.35},
             Case{"sosialisasi pencegahan kebakaran", Danger::fire, 0.1, 0.5},
             Case{"KTP saya belum jadi", Danger::none, 0, 0.01},
             Case{"kebakaran belum ditangani", Danger::fire, 0.85, 1},
             Case{"", Danger::none, 0, 0},
         }) {
        const Urgency urgency = read(text).urgency;
        EXPECT_GE(urgency.value, from) << text;
        EXPECT_LE(urgency.value, to) << text;
        if (reason != Danger::none) EXPECT_EQ(base::code_of(urgency.reason), base::code_of(reason)) << text;
    }
}

TEST(Urgency, shows_the_words_that_made_it) {
    const std::string text = "TLG!! kabel nglewer di jl mawar";
    const Urgency urgency = read(text).urgency;
    ASSERT_EQ(urgency.words.size(), 1U);
    EXPECT_EQ(text.substr(urgency.words[0].begin, urgency.words[0].end - urgency.words[0].begin),
              "kabel nglewer");
}

TEST(Weights, say_which_line_is_wrong) {
    for (std::string_view lines :
         {"rusak\n", "rusak\tcomplaint\n", "rusak\tbroken\t2\n", "rusak\tcomplaint\tx\n",
          "rusak\tcomplaint\t0\n", "rusak\tcomplaint\t9\n", "Rusak\tcomplaint\t2\n",
          "a b c d e f\tcomplaint\t2\n", "rusak\tcomplaint\tnan\n"}) {
        const auto read = Weights<Kind>::parse("kinds.tsv", lines, shipped_lexicon(), 5);
        ASSERT_FALSE(read) << lines;
        EXPECT_TRUE(read.error().detail.starts_with("kinds.tsv, line 1: ")) << read.error().detail;
    }
    EXPECT_TRUE(Weights<Kind>::parse("kinds.tsv", shipped::kinds(), shipped_lexicon(), 5));
    EXPECT_TRUE(Weights<Danger>::parse("urgency.tsv", shipped::urgency(), shipped_lexicon(), 1));
}

} // namespace
} // namespace triage
