// Why a change was refused, as the settings say it.
#pragma once
#include "base/language.h"

#include <array>
#include <string_view>

namespace administration::words {

struct Refusal {
    std::string_view code;
    base::Text text;
};

inline constexpr std::array refusals{
    Refusal{"field.missing", {"Isian ini masih kosong.", "This field is empty."}},
    Refusal{"field.invalid", {"Isian ini belum sesuai.", "This field is not as it should be."}},
    Refusal{"field.too_large", {"Isian ini terlalu panjang.", "This field is too long."}},
    Refusal{"item.too_large", {"Isian ini terlalu panjang.", "This field is too long."}},
    Refusal{"rule.changed_meanwhile",
            {"Aturan baru saja diubah orang lain. Muat ulang, periksa, lalu ulangi.",
             "Somebody else has just changed the rules. Reload, look at them and try again."}},
    Refusal{"model.changed_meanwhile",
            {"Model lain sudah dipakai sejak halaman ini dibuka. Lihat lagi, lalu putuskan.",
             "Another model came into use since this page was opened. Look again, then decide."}},
    Refusal{
        "lexicon.line",
        {"Hanya huruf dan angka: yang ditulis warga satu sampai empat kata dan ada hurufnya, artinya satu "
         "sampai enam kata yang lain.",
         "Letters and digits alone: slang is one to four words with a letter, its meaning one to six other "
         "words."}},
    Refusal{"lexicon.twice", {"Singkatan itu ada dua kali di berkas.", "The file has that slang twice."}},
    Refusal{"lexicon.unknown", {"Versi kamus itu tidak ada.", "There is no such version of the list."}},
    Refusal{"lexicon.changed_meanwhile",
            {"Kamus baru saja diubah orang lain. Lihat dahulu, lalu ulangi.",
             "Somebody else has just changed the list. Look at it and try again."}},
    Refusal{"model.none_before", {"Tidak ada model sebelumnya.", "There is no model before it."}},
    Refusal{"office.circle",
            {"Unit tidak dapat dipindahkan ke bawah dirinya sendiri.",
             "An office cannot be moved under itself."}},
    Refusal{"office.code_taken", {"Kode ini sudah dipakai unit lain.", "Another office has this code."}},
    Refusal{"office.has_cases",
            {"Unit ini masih memegang laporan terbuka. Tuntaskan atau pindahkan dahulu, lalu tutup unitnya.",
             "This office still has open cases. Resolve or move them first, then close the office."}},
    Refusal{"office.has_rules",
            {"Masih ada aturan yang mengirim laporan ke unit ini. Ubah aturannya dahulu, lalu tutup unitnya.",
             "Rules still send cases to this office. Change them first, then close the office."}},
    Refusal{"office.has_offices",
            {"Masih ada unit di bawahnya yang buka. Tutup atau pindahkan dahulu.",
             "Offices below it are still open. Close or move them first."}},
    Refusal{"office.is_root",
            {"Unit puncak tidak dapat ditutup.", "The office at the top cannot be closed."}},
    Refusal{"office.unknown", {"Unit kerja itu tidak ada.", "There is no such office."}},
    Refusal{"topic.known", {"Kode topik ini sudah dipakai.", "This code of a topic is taken."}},
    Refusal{"topic.unknown", {"Topik itu tidak ada.", "There is no such topic."}},
    Refusal{"rule.line",
            {"Ada aturan di berkas itu yang tidak dapat dibaca.", "A rule in that file cannot be read."}},
    Refusal{"json.malformed", {"Berkas JSON itu tidak utuh.", "That JSON file is not whole."}},
    Refusal{"limit.reached", {"Terlalu banyak untuk satu kali.", "That is too much at once."}},
    Refusal{"service.known", {"Layanan itu sudah ada.", "That service is there already."}},
    Refusal{"account.unknown", {"Akun itu tidak ada.", "There is no such account."}},
    Refusal{"case.not_found", {"Laporan itu tidak ada di sini.", "There is no such case here."}},
    Refusal{"area.unknown",
            {"Wilayah itu tidak ditemukan. Tulis nama kelurahan, kecamatan, atau kotanya.",
             "The area was not found. Write the name of the village, district or city."}},
    Refusal{"area.unclear",
            {"Beberapa wilayah bernama sama. Tambahkan nama kecamatan atau kotanya.",
             "Several areas have this name. Add the name of the district or city."}},
    Refusal{"staff.login_taken", {"Nama masuk ini sudah dipakai.", "This login is taken."}},
    Refusal{"invitation.open_already",
            {"Undangan untuk nama masuk ini masih berlaku.", "An invitation for this login is still open."}},
    Refusal{"staff.last_administrator",
            {"Anda tidak dapat melepas peran pengelola terakhir Anda sendiri.",
             "You cannot take your own last role as administrator from yourself."}},
    Refusal{"agency.host_taken", {"Nama host ini dipakai instansi lain.", "Another agency has this host."}},
    Refusal{"import.line",
            {"Berkas CSV belum dapat dibaca. Periksa baris pertama dan jumlah kolomnya.",
             "The CSV file cannot be read yet. Check its first line and number of columns."}},
    Refusal{"profile.taken",
            {"Versi itu sudah ada. Beri nomor versi yang baru.",
             "That version is there already. Give it a new number."}},
    Refusal{"profile.in_force",
            {"Versi yang sudah berlaku tidak dapat ditarik; buat versi baru sebagai gantinya.",
             "A version in force cannot be withdrawn; make a new one instead."}},
    Refusal{"profile.in_use",
            {"Tenggat ini dipakai instansi atau topik. Pilih tenggat lain di sana dahulu.",
             "The agency or a topic uses this. Choose another deadline there first."}},
    Refusal{"profile.unknown", {"Versi itu tidak ada.", "There is no such version."}},
    Refusal{
        "calendar.unreadable",
        {"Kalender belum dapat dibaca: tiap acara harus sehari penuh, bernama, dan tidak berulang.",
         "The calendar cannot be read yet: each event must last whole days, have a name and not repeat."}},
    Refusal{"file.missing", {"Pilih berkasnya dahulu.", "Choose the file first."}},
};

} // namespace administration::words
