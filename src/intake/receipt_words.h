// Visible text of the receipt /meja/catat/tanda-terima.
#pragma once
#include "base/language.h"

namespace intake::words {

using base::Text;

inline constexpr Text receipt_title{"Tanda terima laporan", "Receipt of a report"};
inline constexpr Text receipt_thanks{"Laporan Anda sudah kami terima.", "We have received your report."};
inline constexpr Text receipt_code{"Kode laporan", "Code of the report"};
inline constexpr Text receipt_when{"Diterima", "Received"};
inline constexpr Text receipt_how{"Lewat", "By"};
inline constexpr Text receipt_about{"Tentang", "About"};
inline constexpr Text receipt_office{"Ditangani", "Handled by"};
inline constexpr Text receipt_queue{"Koordinator memeriksa dan meneruskannya ke unit kerja",
                                    "The coordinator checks it and passes it to an office"};
inline constexpr Text receipt_due{"Tenggat", "Deadlines"};
inline constexpr Text due_verify{"Diperiksa paling lambat {}", "Checked by {}"};
inline constexpr Text due_follow_up{"Ditindaklanjuti paling lambat {}", "Followed up by {}"};
inline constexpr Text due_resolve{"Diselesaikan paling lambat {}", "Solved by {}"};
inline constexpr Text due_answer{"Dijawab paling lambat {}", "Answered by {}"};
inline constexpr Text due_other{"Paling lambat {}", "By {}"};
inline constexpr Text receipt_next{"Yang terjadi selanjutnya", "What happens next"};
inline constexpr Text next_checked{"Petugas memeriksa laporan dan meneruskannya ke unit kerja setempat.",
                                   "Staff check the report and pass it to the local office."};
inline constexpr Text next_solved{"Unit kerja menyelesaikannya dan menunjukkan buktinya.",
                                  "The office solves it and shows its proof."};
inline constexpr Text next_answer{"Anda yang menjawab: sudah beres atau belum.",
                                  "You are the one to say: solved or not yet."};
inline constexpr Text receipt_link{"Pantau dan jawab di", "Follow and answer at"};
inline constexpr Text receipt_secret{
    "Tautan ini hanya untuk pelapor. Siapa pun yang memegangnya dapat menjawab "
    "atas nama pelapor.",
    "This link is for the reporter alone. Whoever holds it can answer in the "
    "reporter's name."};
inline constexpr Text receipt_qr{"Kode QR berisi tautan pelapor", "QR code with the reporter's link"};
inline constexpr Text receipt_print{"Cetak tanda terima", "Print the receipt"};
inline constexpr Text receipt_mail{"Kirim ke surel pelapor", "Send to the reporter's e-mail"};
inline constexpr Text receipt_whatsapp{"Kirim ke WhatsApp pelapor", "Send to the reporter's WhatsApp"};
inline constexpr Text receipt_again{"Catat laporan lain", "Record another case"};
inline constexpr Text receipt_open{"Buka laporan", "Open the case"};
inline constexpr Text receipt_once{
    "Tanda terima ini tampil sekali. Cetak atau kirimkan sebelum menutup halaman.",
    "This receipt is shown once. Print or send it before you close the page."};
inline constexpr Text receipt_sent_by{
    "Membuka aplikasi surel atau WhatsApp di perangkat ini dengan isi yang "
    "sudah terisi. Anda yang menekan kirim.",
    "Opens mail or WhatsApp on this device with the text filled in. You press "
    "send yourself."};
inline constexpr Text receipt_gone{"Tanda terima sudah ditutup", "The receipt has been closed"};
inline constexpr Text receipt_gone_why{
    "Tanda terima hanya tampil sekali, karena memuat tautan rahasia pelapor. Laporannya tetap tercatat.",
    "A receipt is shown once only, for it holds the reporter's secret link. The case itself is recorded."};
inline constexpr Text to_desk{"Ke meja kerja", "To the desk"};

/// {}: agency, code, sentence of the last deadline, link.
inline constexpr Text receipt_message{
    "Terima kasih. Laporan Anda kepada {} sudah kami terima dengan kode {}. {}. Pantau dan jawab di {}",
    "Thank you. We have received your report to {}; its code is {}. {}. Follow it and answer at {}"};
inline constexpr Text receipt_subject{"Tanda terima laporan {}", "Receipt of report {}"};

} // namespace intake::words
