#include "triage/mask.h"
#include "triage/private.h"

#include <gtest/gtest.h>

namespace triage {
namespace {

struct Case {
    std::string_view text, masked;
};

TEST(Mask, hides_identity_numbers) {
    for (auto [text, expected] : {
             Case{"NIK saya 3578014102900001 mohon dicek", "NIK saya [NIK disamarkan] mohon dicek"},
             Case{"3578 0141 0290 0001", "[NIK disamarkan]"},
             Case{"nik:35.78.01.410290.0001.", "nik:[NIK disamarkan]."},
             Case{"357801-410290-0001", "[NIK disamarkan]"},
             Case{"No KK 3578010102150007 belum diganti", "No KK [nomor KK disamarkan] belum diganti"},
             Case{"kartu keluarga 3578010102150007", "kartu keluarga [nomor KK disamarkan]"},
             Case{"3 5 7 8 0 1 4 1 0 2 9 0 0 0 0 1", "[NIK disamarkan]"},
             Case{"nik3578014102900001ya", "nik[NIK disamarkan]ya"},
             Case{"３５７８０１４１０２９００００１", "[NIK disamarkan]"},
             Case{"٣٥٧٨٠١٤١٠٢٩٠٠٠٠١", "[NIK disamarkan]"},
             Case{"3578\u200b0141\u200d0290\u20600001", "[NIK disamarkan]"},
             Case{"ktp saya 35780141029000", "ktp saya [NIK disamarkan]"},
             Case{"A 3578014102900001 B 3578014102900002", "A [NIK disamarkan] B [NIK disamarkan]"},
             Case{"3578014102900001 3578014102900002", "[NIK disamarkan] [NIK disamarkan]"},
             Case{"no 12 3578 0141 0290 0001 RT 02", "no 12 [NIK disamarkan] RT 02"},
         })
        EXPECT_EQ(masked(text), expected) << text;
}

TEST(Mask, hides_phone_numbers) {
    for (auto [text, expected] : {
             Case{"hubungi 081234567890 ya", "hubungi [nomor telepon disamarkan] ya"},
             Case{"wa 0812-3456-7890", "wa [nomor telepon disamarkan]"},
             Case{"0812 3456 789", "[nomor telepon disamarkan]"},
             Case{"0812.3456.7890.", "[nomor telepon disamarkan]."},
             Case{"+62 812-3456-7890", "[nomor telepon disamarkan]"},
             Case{"(+62)81234567890", "[nomor telepon disamarkan]"},
             Case{"6281234567890", "[nomor telepon disamarkan]"},
             Case{"wa.me/6281234567890", "wa.me/[nomor telepon disamarkan]"},
             Case{"O81234567890", "[nomor telepon disamarkan]"},
             Case{"08 12 34 56 78 90", "[nomor telepon disamarkan]"},
             Case{"0 8 1 2 3 4 5 6 7 8 9 0", "[nomor telepon disamarkan]"},
             Case{"telp (031) 5343000", "telp [nomor telepon disamarkan]"},
             Case{"(021)7654321", "[nomor telepon disamarkan]"},
             Case{"031-8431234", "[nomor telepon disamarkan]"},
             Case{"0271 512345", "[nomor telepon disamarkan]"},
             Case{"hp saya 812 3456 7890", "hp saya [nomor telepon disamarkan]"},
             Case{"０８１２３４５６７８９０", "[nomor telepon disamarkan]"},
             Case{"0️⃣8️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣9️⃣0️⃣", "[nomor telepon disamarkan]"},
             Case{"0812\u200b3456\u200b7890", "[nomor telepon disamarkan]"},
             Case{"0812\u00a03456\u20117890", "[nomor telepon disamarkan]"},
             Case{"081234567890 2 hari tidak aktif", "[nomor telepon disamarkan] 2 hari tidak aktif"},
             Case{"(0201)743214(0221)7432143", "[nomor telepon disamarkan][nomor telepon disamarkan]"},
             Case{"081234567890/085612345678", "[nomor telepon disamarkan]/[nomor telepon disamarkan]"},
             Case{"nol delapan satu dua, tiga empat lima enam, tujuh delapan", "[nomor telepon disamarkan]"},
             Case{"kosong delapan lima dua 3456 tujuh delapan sembilan nol satu",
                  "[nomor telepon disamarkan]"},
             Case{"wa O8I234567890", "wa [nomor telepon disamarkan]"},
             Case{"o8i2ooo4456", "[nomor telepon disamarkan]"},
             Case{"08-1100-0045-77", "[nomor telepon disamarkan]"},
             Case{"0896 0000 7 2 1 4", "[nomor telepon disamarkan]"},
             Case{"085-2000-0771-4", "[nomor telepon disamarkan]"},
             Case{"telpon dari 0214000 1177", "telpon dari [nomor telepon disamarkan]"},
             Case{"+1 (202) 555 0143", "[nomor telepon disamarkan]"},
             Case{"0812 0000 lanjut 4419", "[nomor telepon disamarkan] lanjut [nomor telepon disamarkan]"},
             Case{"0812 3456 7890 / 7891 ya", "[nomor telepon disamarkan] ya"},
         })
        EXPECT_EQ(masked(text), expected) << text;
}

TEST(Mask, leaves_the_numbers_and_mail_of_services) {
    for (std::string_view text : {
             "telp kantor kelurahan (031) 5343000",
             "IGD RSUD 031-8431234 tidak diangkat",
             "hotline damkar (0411) 854444",
             "WA layanan Sapa Warga 0811-1112-9129",
             "puskesmas buka 24 jam, telp (0451) 421-555",
             "surel ke ppid@kota.go.id belum dijawab",
             "pengaduan [at] dinas.go.id",
         })
        EXPECT_EQ(masked(text), text);
}

TEST(Mask, hides_a_person_s_number_beside_a_service) {
    for (auto [text, expected] : {
             Case{"ngaku petugas puskesmas 0811-1112-9129",
                  "ngaku petugas puskesmas [nomor telepon disamarkan]"},
             Case{"oknum kelurahan nelpon dari 031-8431234",
                  "oknum kelurahan nelpon dari [nomor telepon disamarkan]"},
             Case{"jalan rusak depan kantor 0812-3456-7890",
                  "jalan rusak depan kantor [nomor telepon disamarkan]"},
             Case{"lampu kelurahan mati, hub 0812-3456-7890",
                  "lampu kelurahan mati, hub [nomor telepon disamarkan]"},
             Case{"warga kelurahan Tebet 0812-3456-7890", "warga kelurahan Tebet [nomor telepon disamarkan]"},
             Case{"saya di puskesmas 0812-3456-7890", "saya di puskesmas [nomor telepon disamarkan]"},
             Case{"kantor kelurahan hub Pak Budi 0812-3456-7890",
                  "kantor kelurahan hub Pak Budi [nomor telepon disamarkan]"},
         })
        EXPECT_EQ(masked(text), expected) << text;
}

TEST(Mask, hides_mail_addresses) {
    for (auto [text, expected] : {
             Case{"surel budi.santoso+lapor@gmail.com ya", "surel [surel disamarkan] ya"},
             Case{"kirim ke a@b.co.id.", "kirim ke [surel disamarkan]."},
             Case{"budi @ gmail . com", "[surel disamarkan]"},
             Case{"budi@gmail", "[surel disamarkan]"},
             Case{"budi at gmail dot com", "[surel disamarkan]"},
             Case{"budi(at)yahoo(dot)co(dot)id", "[surel disamarkan]"},
             Case{"budi [at] dinas.or.id", "[surel disamarkan]"},
             Case{"budi at gmail titik com", "[surel disamarkan]"},
             Case{"ＢＵＤＩ＠ＧＭＡＩＬ．ＣＯＭ", "[surel disamarkan]"},
             Case{"bu\u200bdi@gm\u200bail.com", "[surel disamarkan]"},
             Case{"josé@gmail.com", "[surel disamarkan]"},
             Case{"081234567890@gmail.com", "[surel disamarkan]"},
             Case{"ke siti dot aminah at yahoo dot com ya", "ke [surel disamarkan] ya"},
             Case{"takmir at yahoo titik co titik id", "[surel disamarkan]"},
         })
        EXPECT_EQ(masked(text), expected) << text;
}

TEST(Mask, hides_number_plates) {
    for (auto [text, expected] : {
             Case{"mobil B 1234 XYZ parkir", "mobil [pelat nomor disamarkan] parkir"},
             Case{"L1234AB ugal-ugalan", "[pelat nomor disamarkan] ugal-ugalan"},
             Case{"AB 12 CD", "[pelat nomor disamarkan]"},
             Case{"truk W 8123 UD.", "truk [pelat nomor disamarkan]."},
             Case{"nopol b 12 c", "nopol [pelat nomor disamarkan]"},
             Case{"plat nomor l 5 ab", "plat nomor [pelat nomor disamarkan]"},
             Case{"platnya cuma D 6689 warna merah", "platnya cuma [pelat nomor disamarkan] warna merah"},
             Case{"plat L 6 0 4 4 ABD", "plat [pelat nomor disamarkan]"},
             Case{"pelat KH 3345 TW dan satunya KH 6120",
                  "pelat [pelat nomor disamarkan] dan satunya [pelat nomor disamarkan]"},
             Case{"mobil R 1 CK", "mobil [pelat nomor disamarkan]"},
             Case{"b-1234-xyz", "[pelat nomor disamarkan]"},
             Case{"Ｂ １２３４ ＸＹＺ", "[pelat nomor disamarkan]"},
         })
        EXPECT_EQ(masked(text), expected) << text;
}

TEST(Mask, hides_numbers_that_a_word_names) {
    for (auto [text, expected] : {
             Case{"rek. 1234567890 a.n. Budi", "rek. [nomor rekening disamarkan] a.n. Budi"},
             Case{"transfer BCA 123-456-7890", "transfer BCA [nomor rekening disamarkan]"},
             Case{"no rekening BRI: 0012-01-012345-50-1", "no rekening BRI: [nomor rekening disamarkan]"},
             Case{"NPWP 01.234.567.8-901.000", "NPWP [NPWP disamarkan]"},
             Case{"01.234.567.8-901.000", "[NPWP disamarkan]"},
             Case{"rek mandiri 123-00-0123456-7 ya", "rek mandiri [nomor rekening disamarkan] ya"},
             Case{"rekening 1234567890 2 hari lalu", "rekening [nomor rekening disamarkan] 2 hari lalu"},
             Case{"bpjs saya 0001234567890", "bpjs saya [nomor BPJS disamarkan]"},
             Case{"norek 0912-0000-8813-55 bank", "norek [nomor rekening disamarkan] bank"},
             Case{"rek BCA 5 2 2 0 0 0 0 1 7 6", "rek BCA [nomor rekening disamarkan]"},
             Case{"transfer BCA 8410000773 650rb", "transfer BCA [nomor rekening disamarkan] 650rb"},
             Case{"rek 0221 01 000 871 304 baru", "rek [nomor rekening disamarkan] baru"},
             Case{"setor ke 9000 0188 21 332 mandiri", "setor ke [nomor rekening disamarkan] mandiri"},
             Case{"1234 5678 567 (bni)", "[nomor rekening disamarkan] (bni)"},
             Case{"rekening pensiun ibunya makcik 90120000331",
                  "rekening pensiun ibunya makcik [nomor rekening disamarkan]"},
             Case{"bank jateng 3-041-00071-8", "bank jateng [nomor rekening disamarkan]"},
             Case{"kartu keluarga sejahtera 6013014567891234",
                  "kartu keluarga sejahtera [nomor rekening disamarkan]"},
             Case{"npwp 15 angka saya 540003217922000", "npwp 15 angka saya [NPWP disamarkan]"},
             Case{"jadi 0489910007123000", "jadi [NPWP disamarkan]"},
             Case{"punya istri 0001 2288 00335", "punya istri [nomor BPJS disamarkan]"},
             Case{"nokartu0002990014478faskes", "nokartu[nomor BPJS disamarkan]faskes"},
             Case{"no kk kami 3578010102150007", "no kk kami [nomor KK disamarkan]"},
             Case{"KK A 3578010102150007, KK B 3578010102150008",
                  "KK A [nomor KK disamarkan], KK B [nomor KK disamarkan]"},
         })
        EXPECT_EQ(masked(text), expected) << text;
}

TEST(Mask, leaves_other_numbers_alone) {
    for (std::string_view text : {
             "RT 03 RW 05 Blok B 12 No 7",
             "Jl. Raya Bogor KM 12 no. 100",
             "gg 15 rt 02/rw 06",
             "tgl 08-12-2022 10.00",
             "tanggal 08-12-2022 pukul 10.00 sampai 12.30",
             "2022-12-08 09:30",
             "jam 08.00 - 10.00",
             "Rp 3.500.000.000",
             "Rp 62.812.345.678",
             "rekening listrik 500.000",
             "sejak 2019 sampai 2022 sudah 3 kali",
             "hubungi 112 atau 119",
             "ukuran 3x4 m, 250 m2",
             "Ketua RT, S.Sos",
             "hasil seleksi P3K 2022 dan S1 ITS",
             "limbah B3 di RT 04",
             "B 12",
             "Blok C 12 AB",
             "kode pos 60142",
             "UU 14/2008 pasal 52",
             "NOP 31.74.011.022.033.0044.0",
             "no 31-74-011-022-033-0044-0",
             "koordinat -6.234567,106.845678",
             "tgl 3-11 -2020, 11-09-2021, 18-11-2021",
             "libur dr 2020 tdk masuk",
             "rekening bank buka 08.00 - 10.00",
             "tagihan PDAM no sambungan 07.0412.00331",
             "NIB 9120001772215",
             "Cek KPJ BPJS TK: 22019911873",
             "Mitsubishi L 300 BOX",
             "Pesawat F 16 AU",
             "satu dua tiga kali sudah lapor",
             "Jl. Contoh no. 45 B - 45 D",
             "telepon k 119 tp sibuk",
             "@dinas.kota dan @jokowi",
             "hubungi @sapawarga di instagram",
             "tolong dicek at 5 dot",
             "tahun 2022 di jalan A 2 km",
             "1234567890123456",
             "",
             "[NIK disamarkan]",
             "[nomor rekening disamarkan] 12345678",
             "\xff\xfe 12 \x80",
             "Laporan TGP-7K3M-9QXT",
         })
        EXPECT_EQ(masked(text), text);
}

TEST(Mask, hides_where_people_live) {
    for (auto [text, expected] : {
             Case{"alamat saya Gg. Buntu 2 No. 9 RT 011/RW 004 Kel. Tambora",
                  "alamat saya [alamat disamarkan] Kel. Tambora"},
             Case{"Alamat KTP: Jl. Tidar No. 8, domisili Perum Asri Blok F/23.",
                  "Alamat KTP: [alamat disamarkan], domisili [alamat disamarkan]."},
             Case{"saya tinggal di rawa waru 73, banjir", "saya tinggal di [alamat disamarkan], banjir"},
             Case{"saya warga rawa asin 8/6 mau tanya", "saya warga [alamat disamarkan] mau tanya"},
             Case{"Nama: Siti alamat : RAWA ASIN NO 31 RT / RW : 04 / 07",
                  "Nama: Siti alamat : [alamat disamarkan]"},
             Case{"rumah kami Jl. Melati 6F mati air", "rumah kami [alamat disamarkan] mati air"},
             Case{"di depan rumah saya, jl. pawon.4 bocor", "di depan rumah saya, [alamat disamarkan] bocor"},
             Case{"tolong Bu Tumi (rawa lor 2 no 61) sakit", "tolong Bu Tumi ([alamat disamarkan]) sakit"},
             Case{"Tetangga saya Pak Darma Jl. Sawo Gg. 3 No. 14 stroke",
                  "Tetangga saya Pak Darma [alamat disamarkan] stroke"},
             Case{"Mbok saya di Pedukuhan Jelok RT 06 RW 07, sakit",
                  "Mbok saya di [alamat disamarkan], sakit"},
             Case{"saya kos di Jalan Kali km 5,6 Gang Duta No. 8", "saya kos di [alamat disamarkan]"},
             Case{"omahe Ds. Waru Wetan RT 3 RW 1", "omahe [alamat disamarkan]"},
             Case{"kirim ke pos ke Jl. Kemuning Blok R 9 Kav 3", "kirim ke pos ke [alamat disamarkan]"},
             Case{"saya tinggal di rawa karya gg lebar 51b didepan rumah banjir",
                  "saya tinggal di [alamat disamarkan] didepan rumah banjir"},
             Case{"alamat rumah saya yang ditarik iuran adalah Rawa Indah 3/70, RT 03 RW 04. Mohon dicek",
                  "alamat rumah saya yang ditarik iuran adalah [alamat disamarkan]. Mohon dicek"},
             Case{"Nama Budi alamat rusunawa rawa lt. 4-5 mohon",
                  "Nama Budi alamat [alamat disamarkan] mohon"},
             Case{"saya kebetulan berdomisili dialamat rawa krajan 1/97-2 yang bocor",
                  "saya kebetulan berdomisili dialamat [alamat disamarkan] yang bocor"},
             Case{"mohon dinas membantu, saya ketua RT 06 alamat : rawa timur gang 2 no 50 kel. Waru",
                  "mohon dinas membantu, saya ketua RT 06 alamat : [alamat disamarkan] kel. Waru"},
             Case{"adik saya bertempat di rawa asin III no.12 sakit",
                  "adik saya bertempat di [alamat disamarkan] sakit"},
             Case{"saya Bu Wati Rawa Asin no 22 mau lapor", "saya Bu Wati [alamat disamarkan] mau lapor"},
             Case{"rumah kami di: Palem Residen A-6, Jalan Rawa, RT 005/RW 007 banjir",
                  "rumah kami di: [alamat disamarkan] banjir"},
             Case{"rumah kami dijual, kami pindah di rawa bandar 1/50B",
                  "rumah kami dijual, kami pindah di [alamat disamarkan]"},
             Case{"atas nama 1.Hadi safii( rawa indah gang pacar no.26A)",
                  "atas nama 1.Hadi safii( [alamat disamarkan])"},
             Case{"saya tinggal daerah rawa tepatnya di rawa indah 1 rt.006 rw.001 ada nenek",
                  "saya tinggal daerah rawa tepatnya di [alamat disamarkan] ada nenek"},
             Case{"kami menumpang rumah yang berdomisili di Jl.Rawa Kali No :71dan mohon bantuan",
                  "kami menumpang rumah yang berdomisili di [alamat disamarkan]dan mohon bantuan"},
             Case{"rumah saya yang beralamat kan di rawa 3a no 50 banjir",
                  "rumah saya yang beralamat kan di [alamat disamarkan] banjir"},
             Case{"Alamat:Rawa tengah 20 No tlp:", "Alamat:[alamat disamarkan] No tlp:"},
             Case{"hub 081234567890 Rawa Sari VIII No. 44",
                  "hub [nomor telepon disamarkan] [alamat disamarkan]"},
             Case{"Nama : Andi (SDN) alamat : Rawa Krajan 1 no 90 mohon",
                  "Nama : Andi (SDN) alamat : [alamat disamarkan] mohon"},
             Case{"domisili saya salama ini di Jl. Rawa Barat II/27-B, banjir",
                  "domisili saya salama ini di [alamat disamarkan], banjir"},
             Case{"mobil keluar dari rumah saya (rawa mukti gg 6 no 21)",
                  "mobil keluar dari rumah saya ([alamat disamarkan])"},
             Case{"ibu saya di alamat Rawa tengah 31 B, rumah Jl. rawa tengah 31B sepi",
                  "ibu saya di alamat [alamat disamarkan], rumah [alamat disamarkan] sepi"},
             Case{"saya tinggal di wilayah Pondok Rawa DK.11, banjir",
                  "saya tinggal di wilayah [alamat disamarkan], banjir"},
             Case{"ALAMAT RAWA ANGGREK 107 KODE POS 60128", "ALAMAT [alamat disamarkan] KODE POS 60128"},
             Case{"saya bertempat tinggal di rawa cowek 139 namun banjir",
                  "saya bertempat tinggal di [alamat disamarkan] namun banjir"},
             Case{"saya warga Jl. Kelor No. 40, pohon depan Persil Jl Kelor No 40 rapuh",
                  "saya warga [alamat disamarkan], pohon depan Persil [alamat disamarkan] rapuh"},
             Case{"warga Jl. Kelor 218 lapor, di depan Jl. Kelor 218 ribut",
                  "warga [alamat disamarkan] lapor, di depan [alamat disamarkan] ribut"},
         })
        EXPECT_EQ(masked(text), expected) << text;
}

TEST(Mask, leaves_the_place_of_what_is_reported) {
    for (std::string_view text : {
             "Lampu PJU mati di Jl. Melati depan no 12 RT 03 RW 05",
             "Kantor Dinsos di Jl. Sudirman No. 88 tutup",
             "PJU padam sepanjang Jl. Cempaka dari No. 2 sampai No. 56",
             "Saya ketua RT 02 RW 03 kel. Sananwetan",
             "Pohon di Jl. Dr. Wahidin seberang rumah nomor 77 keropos",
             "Rumah dinas guru di Jl. Poros No. 5 roboh",
             "Gang di depan rumah nomor 15 RT 08 digali",
             "lantai 3 blok B rusunawa Marunda bocor",
             "Jl Pahlawan no 10 - no 24 banjir",
             "Warung miras Jl. Kyai Mojo 45 buka 24 jam",
             "saya mau lapor lubang di Jl. Mawar no 3",
             "kami warga RT 05 RW 02 kelurahan Waru",
             "alamat tower di jalan Kelapa gg IV no. 12",
             "alamat sekolah: Jl. Kelor VI No. 31",
             "jalan berlubang dialamat : di depan jl Kelor 1 no 9 sampai 19",
             "rumah kami banyak, Jl. Kelor I/20-44 banjir",
             "kali kotor mulai depan rumah kelor tama 100 hingga no.38, saya lapor",
             "saya dan tetangga lihat tiang miring di Jalan Kelor no 8",
             "saya tinggal di kota ini sejak 2019",
             "saya tinggal di rumah kontrakan 3 petak",
             "laporan kami tertanggal 17/8/2021",
             "mohon pak di Jl. Mawar no 3 ada lubang",
         })
        EXPECT_EQ(masked(text), text);
}

TEST(Mask, leaves_street_and_number_where_the_text_is_a_place) {
    EXPECT_EQ(masked("rumah saya Jl. Mawar No. 3, hub 081234567890", Addresses::stay),
              "rumah saya Jl. Mawar No. 3, hub [nomor telepon disamarkan]");
}

TEST(Mask, tells_where_it_stood) {
    const std::string text = "Hub. 0812-3456-7890 é budi@gmail.com";
    const auto masks = find_private(text);
    ASSERT_EQ(masks.size(), 2U);
    EXPECT_EQ(masks[0].kind, PrivateData::phone);
    EXPECT_EQ(text.substr(masks[0].begin, masks[0].end - masks[0].begin), "0812-3456-7890");
    EXPECT_EQ(masks[1].kind, PrivateData::email);
    EXPECT_EQ(text.substr(masks[1].begin, masks[1].end - masks[1].begin), "budi@gmail.com");
}

TEST(Mask, knows_identity_numbers_by_region_and_date) {
    EXPECT_TRUE(is_identity_number("3578014102900001"));
    for (std::string_view digits :
         {"", "357801410290000", "2078014102900001", "3500014102900001", "3578004102900001",
          "3578013202900001", "3578017202900001", "3578014113900001", "3578014100900001", "3578014102900000"})
        EXPECT_FALSE(is_identity_number(digits)) << digits;
}

TEST(Mask, every_kind_has_a_token_that_stays) {
    for (const auto& coded : base::codes<PrivateData>) {
        EXPECT_EQ(masked(token(coded.value)), token(coded.value));
        EXPECT_FALSE(name(coded.value).id.empty());
    }
}

} // namespace
} // namespace triage
