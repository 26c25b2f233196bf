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
             Case{"budi [at] dinas.go.id", "[surel disamarkan]"},
             Case{"budi at gmail titik com", "[surel disamarkan]"},
             Case{"ＢＵＤＩ＠ＧＭＡＩＬ．ＣＯＭ", "[surel disamarkan]"},
             Case{"bu\u200bdi@gm\u200bail.com", "[surel disamarkan]"},
             Case{"josé@gmail.com", "[surel disamarkan]"},
             Case{"081234567890@gmail.com", "[surel disamarkan]"},
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
