#include "http/problem_words.h"

#include <array>

namespace http {
namespace {

struct Words {
    std::string_view code;
    base::Text text;
};

constexpr std::array words{
    Words{"json.malformed",
          {"Isi kiriman bukan JSON yang utuh. Periksa lalu kirim ulang.",
           "The body is not complete JSON. Please check it and send it again."}},
    Words{"field.missing",
          {"Ada isian wajib yang masih kosong. Lengkapi lalu kirim ulang.",
           "A required field is empty. Please fill it in and send again."}},
    Words{"field.invalid",
          {"Ada isian yang belum sesuai. Perbaiki lalu kirim ulang.",
           "A field is not as it should be. Please correct it and send again."}},
    Words{"field.too_large",
          {"Ada isian yang terlalu panjang. Ringkas lalu kirim ulang.",
           "A field is too long. Please shorten it and send again."}},
    Words{"token.missing",
          {"Permintaan ini memerlukan token. Sertakan token pada tajuk Authorization.",
           "This request needs a token in the Authorization header."}},
    Words{"token.unknown",
          {"Token tidak dikenal atau sudah dicabut. Minta token baru kepada pengelola.",
           "The token is unknown or revoked. Ask the administrator for a new one."}},
    Words{"token.scope",
          {"Token ini tidak berhak atas permintaan tersebut.", "This token does not permit the request."}},
    Words{"item.too_large",
          {"Teks terlalu panjang. Ringkas lalu kirim ulang.",
           "The text is too long. Please shorten it and send again."}},
    Words{"item.known", {"Kiriman ini sudah kami terima sebelumnya.", "We have received this item before."}},
    Words{"account.unknown", {"Akun kanal ini tidak kami kenal.", "We do not know this account."}},
    Words{"media.unreadable",
          {"Berkas tidak dapat dibaca. Kirim foto JPEG, PNG, WebP atau HEIF.",
           "The file cannot be read. Please send a JPEG, PNG, WebP or HEIF photo."}},
    Words{"media.too_large",
          {"Berkas terlalu besar. Perkecil fotonya lalu kirim ulang.",
           "The file is too large. Please make the photo smaller and send it again."}},
    Words{"media.unknown",
          {"Foto yang dirujuk belum kami terima. Kirim fotonya lebih dahulu.",
           "We have not received that photo. Please send it first."}},
    Words{"case.not_found",
          {"Laporan dengan kode itu tidak ada. Periksa kembali kodenya.",
           "There is no report with that code. Please check the code."}},
    Words{"case.wrong_state",
          {"Langkah ini tidak dapat dilakukan pada status laporan sekarang.",
           "This step is not possible in the report's present state."}},
    Words{"case.needs_proof",
          {"Laporan dituntaskan dengan bukti. Lampirkan bukti yang diminta topiknya.",
           "A report is resolved with proof. Please attach the proof its topic asks for."}},
    Words{"case.needs_reason",
          {"Tuliskan alasannya, sebab alasan ini dibaca warga.",
           "Please write the reason; citizens will read it."}},
    Words{"deadline.unknown",
          {"Tenggat itu tidak ada pada laporan ini.", "This report has no such deadline."}},
    Words{
        "deadline.not_extendable",
        {"Aturan tenggat ini tidak mengenal perpanjangan.", "The rule of this deadline knows no extension."}},
    Words{"deadline.extended_already",
          {"Tenggat ini sudah pernah diperpanjang; aturan hanya memperbolehkan satu kali.",
           "This deadline was extended already; the rule allows it once."}},
    Words{"deadline.passed",
          {"Tenggat ini sudah lewat. Perpanjangan diberikan sebelum tenggat berakhir.",
           "This deadline has passed. It is extended before it is due."}},
    Words{"deadline.unmoved",
          {"Menurut aturan dan kalender hari ini, tenggatnya tetap sama.",
           "By the rule and calendar of today the deadline stays as it is."}},
    Words{"profile.taken",
          {"Versi itu sudah ada. Beri nomor versi yang baru.",
           "That version is there already. Please give it a new number."}},
    Words{"profile.unknown", {"Versi itu tidak ada.", "There is no such version."}},
    Words{"profile.in_use",
          {"Tenggat ini dipakai instansi atau topik. Pilih tenggat lain di sana dahulu.",
           "The agency or a topic uses this. Choose another deadline there first."}},
    Words{"profile.in_force",
          {"Versi yang sudah berlaku tidak dapat ditarik; buat versi baru sebagai gantinya.",
           "A version in force cannot be withdrawn; make a new one instead."}},
    Words{"outgoing.unknown",
          {"Kiriman itu tidak ada. Buka kembali daftar kiriman keluar.",
           "There is no such mail. Open the list of outgoing mail again."}},
    Words{"outgoing.settled_already",
          {"Kiriman ini sudah berubah, mungkin oleh orang lain. Muat ulang daftarnya.",
           "This mail has changed, perhaps by somebody else. Reload the list."}},
    Words{"template.variable",
          {"Ada data sisipan yang tidak dikenal. Pakai nama dari daftarnya.",
           "A name in braces is not known. Use one from the list."}},
    Words{"template.changed_meanwhile",
          {"Kalimat ini baru saja diubah orang lain. Muat ulang lalu ubah kembali.",
           "Somebody else has just changed this text. Reload it and change it again."}},
    Words{"case.changed_meanwhile",
          {"Laporan ini baru saja diubah petugas lain. Muat ulang lalu ulangi.",
           "Someone else has just changed this report. Reload and try again."}},
    Words{"case.joined_already",
          {"Kedua laporan sudah digabungkan dalam satu kejadian.",
           "Both reports are joined in one incident already."}},
    Words{"case.joined_elsewhere",
          {"Laporan ini sudah termasuk kejadian lain. Pisahkan dahulu, lalu gabungkan.",
           "This report belongs to another incident. Separate it first, then join it."}},
    Words{"case.not_joinable",
          {"Laporan tentang perilaku petugas dan pelaporan pelanggaran tidak dapat digabungkan.",
           "Reports about the conduct of staff and whistleblowing cannot be joined."}},
    Words{
        "case.not_joined",
        {"Kedua laporan itu tidak berada dalam satu kejadian.", "The two reports are not in one incident."}},
    Words{"office.not_yours",
          {"Laporan ini bukan pada unit kerja Anda.", "This report is not at your office."}},
    Words{"rating.not_now",
          {"Nilai dapat diberikan setelah laporan ditutup.",
           "A rating can be given once the report is closed."}},
    Words{"rating.too_late",
          {"Nilai hanya dapat diubah selama 7 hari.", "A rating can be changed for 7 days only."}},
    Words{"rating.not_waiting",
          {"Pelapor sudah menarik izinnya. Muat ulang daftarnya.",
           "The reporter took the consent back. Please reload the list."}},
    Words{"rating.not_found", {"Testimoni itu tidak ada di sini.", "That testimonial is not here."}},
    Words{"office.unknown", {"Unit kerja itu tidak kami kenal.", "We do not know that office."}},
    Words{"media.too_many",
          {"Paling banyak 3 foto. Kurangi lalu kirim ulang.", "At most 3 photos. Please send fewer."}},
    Words{"identity.none",
          {"Pelapor laporan ini tidak menyebut identitas.", "The reporter of this report gave no identity."}},
    Words{"rule.unknown_version",
          {"Versi aturan itu tidak disimpan lagi.", "That version of the rules is no longer kept."}},
    Words{"rule.no_draft",
          {"Rancangan itu sudah tidak ada. Muat ulang halamannya.",
           "The draft is gone. Please reload the page."}},
    Words{"rule.line",
          {"Ada aturan di berkas itu yang tidak dapat dibaca.", "A rule in that file cannot be read."}},
    Words{"service.known", {"Layanan itu sudah ada.", "That service is there already."}},
    Words{"service.unknown", {"Layanan itu sudah tidak ada.", "That service is gone."}},
    Words{"relocation.not_found", {"Pemindahan itu tidak ada di sini.", "There is no such move here."}},
    Words{"absence.unknown", {"Catatan itu sudah tidak ada.", "That note is gone."}},
    Words{"case.stays", {"Laporan itu tetap di unitnya.", "The report stays with its office."}},
    Words{"rehearsal.not_found",
          {"Hasil percobaan itu sudah tidak disimpan.", "That rehearsal is no longer kept."}},
    Words{"invitation.unknown",
          {"Tautan undangan ini tidak berlaku lagi. Minta tautan baru kepada pengelola.",
           "This invitation is no longer valid. Ask the administrator for a new link."}},
    Words{"import.line",
          {"Ada baris yang tidak dapat dibaca. Lihat alasannya di berkas baris yang ditolak.",
           "A line cannot be read. See the reasons in the file of rejected lines."}},
    Words{"lapor.unknown_import",
          {"Berkas itu tidak ada di sini. Mulai dari halaman SP4N-LAPOR!.",
           "There is no such file here. Begin at the page of SP4N-LAPOR!."}},
    Words{"lapor.not_ready",
          {"Berkas ini tidak menunggu persetujuan. Muat ulang halamannya.",
           "This file does not wait for agreement. Reload its page."}},
    Words{"database.newer",
          {"Basis data dibuat oleh versi yang lebih baru. Perbarui program ini.",
           "The database was made by a newer version. Please update this program."}},
    Words{"limit.reached",
          {"Terlalu banyak permintaan dalam waktu singkat. Tunggu sebentar lalu coba lagi.",
           "Too many requests in a short time. Please wait a moment and try again."}},
    Words{"page.not_found",
          {"Halaman ini tidak ada. Periksa alamatnya atau mulai dari halaman depan.",
           "This page does not exist. Check the address or begin at the front page."}},
    Words{"method.not_allowed",
          {"Alamat ini tidak menerima cara permintaan itu.", "This address does not accept that method."}},
    Words{"form.malformed",
          {"Formulir tidak kami terima dengan utuh. Kirim ulang.",
           "The form did not arrive complete. Please send it again."}},
    Words{"form.unsupported", {"Bentuk formulir ini tidak kami kenal.", "We do not know this kind of form."}},
    Words{"request.malformed", {"Permintaan tidak dapat kami baca.", "We could not read the request."}},
    Words{"request.header_too_large",
          {"Tajuk permintaan terlalu besar. Hapus kuki situs ini lalu coba lagi.",
           "The request header is too large. Clear this site's cookies and try again."}},
    Words{"request.too_large",
          {"Kiriman terlalu besar. Perkecil atau kirim sebagian-sebagian.",
           "What you sent is too large. Make it smaller or send it in parts."}},
    Words{"request.timeout",
          {"Kiriman terputus di tengah jalan. Periksa sinyal lalu kirim ulang.",
           "Sending stopped halfway. Check your signal and send it again."}},
    Words{"request.version", {"Versi HTTP ini tidak kami layani.", "We do not serve this version of HTTP."}},
    Words{"request.coding",
          {"Pengodean kiriman ini tidak kami layani.", "We do not serve this transfer coding."}},
    Words{"request.expectation",
          {"Syarat pada tajuk Expect tidak dapat kami penuhi.",
           "We cannot meet the expectation of the request."}},
    Words{"request.cross_site",
          {"Formulir ini dikirim dari situs lain. Buka halaman kami lalu kirim dari sana.",
           "This form came from another site. Open our page and send it from there."}},
    Words{"server.busy",
          {"Sedang banyak yang dilayani. Tunggu beberapa detik lalu coba lagi.",
           "We are serving many people. Wait a few seconds and try again."}},
    Words{"server.broken",
          {"Ada gangguan pada kami, bukan pada Anda. Coba lagi sebentar lagi.",
           "Something broke on our side, not yours. Please try again shortly."}},
};

} // namespace

base::Text problem_words(std::string_view code, base::Kind kind) noexcept {
    for (const Words& row : words)
        if (row.code == code) return row.text;
    switch (kind) {
    case base::Kind::invalid:
        return {"Ada yang belum sesuai pada kiriman ini. Perbaiki lalu kirim ulang.",
                "Something in this request is not right. Please correct it and send again."};
    case base::Kind::unauthenticated: return {"Silakan masuk lebih dahulu.", "Please sign in first."};
    case base::Kind::forbidden:
        return {"Anda tidak berhak atas halaman atau langkah ini.",
                "You do not have the right to this page or step."};
    case base::Kind::not_found:
        return {"Yang Anda cari tidak ada di sini.", "What you look for is not here."};
    case base::Kind::conflict:
        return {"Keadaannya sudah berubah. Muat ulang lalu ulangi.",
                "Things have changed meanwhile. Reload and try again."};
    case base::Kind::too_large:
        return {"Kiriman terlalu besar. Perkecil lalu kirim ulang.",
                "What you sent is too large. Make it smaller and send it again."};
    case base::Kind::unsupported:
        return {"Jenis kiriman ini tidak kami terima.", "We do not accept this type."};
    case base::Kind::limited:
        return {"Terlalu banyak permintaan dalam waktu singkat. Tunggu sebentar lalu coba lagi.",
                "Too many requests in a short time. Please wait a moment and try again."};
    case base::Kind::broken:
        return {"Ada gangguan pada kami, bukan pada Anda. Coba lagi sebentar lagi.",
                "Something broke on our side, not yours. Please try again shortly."};
    case base::Kind::unavailable:
        return {"Layanan sedang tidak tersedia. Coba lagi beberapa saat lagi.",
                "The service is not available now. Please try again in a while."};
    }
    return {};
}

} // namespace http
