// The shipped text of every template, and what it is for. Lines whose variable has no value are left out.
#pragma once
#include "base/language.h"
#include "outgoing/template_key.h"

namespace outgoing::words {

struct Builtin {
    TemplateKey key;
    base::Text name; ///< as the list of templates shows it
    base::Text when; ///< when it is sent
    base::Text subject;
    base::Text body;
};

// clang-format off
inline constexpr auto builtins = std::to_array<Builtin>({
    {TemplateKey::received,
     {"Tanda terima", "Receipt"},
     {"Begitu laporan masuk.", "As soon as a report comes in."},
     {"Laporan {kode} sudah kami terima", "We have received report {kode}"},
     {"Terima kasih. Laporan Anda sudah kami terima dengan kode {kode}.\n"
      "Paling lambat {tenggat} kami kabari hasilnya.\n"
      "Saat ini di luar jam kerja. Petugas kami kembali {jam_buka}.",
      "Thank you. We have received your report under the code {kode}.\n"
      "We will tell you the outcome by {tenggat}.\n"
      "It is outside office hours now. Our staff are back {jam_buka}."}},
    {TemplateKey::verified,
     {"Sudah diperiksa", "Checked"},
     {"Setelah laporan terverifikasi.", "Once the report is verified."},
     {"Laporan {kode} sudah kami periksa", "We have checked report {kode}"},
     {"Laporan Anda sudah kami periksa dan kami tindak lanjuti.\n"
      "Paling lambat {tenggat} kami kabari hasilnya.",
      "We have checked your report and are following it up.\n"
      "We will tell you the outcome by {tenggat}."}},
    {TemplateKey::assigned,
     {"Diteruskan ke unit kerja", "Passed to an office"},
     {"Setiap kali laporan didisposisikan.", "Each time the report is assigned."},
     {"Laporan {kode} kami teruskan", "Report {kode} has been passed on"},
     {"Laporan Anda sudah kami teruskan ke {unit}.\n"
      "Tenggatnya tetap, {tenggat}.",
      "We have passed your report on to {unit}.\n"
      "It is still due by {tenggat}."}},
    {TemplateKey::started,
     {"Mulai dikerjakan", "Work has begun"},
     {"Setelah unit kerja mulai mengerjakan.", "Once an office begins to work on it."},
     {"Laporan {kode} mulai kami kerjakan", "We have begun to work on report {kode}"},
     {"Laporan Anda mulai kami kerjakan.\n"
      "Paling lambat {tenggat} kami kabari hasilnya.",
      "We have begun to work on your report.\n"
      "We will tell you the outcome by {tenggat}."}},
    {TemplateKey::scheduled,
     {"Dijadwalkan", "Scheduled"},
     {"Bila pekerjaan besar dijadwalkan.", "When large work is planned for later."},
     {"Pekerjaan untuk laporan {kode} kami jadwalkan", "Work for report {kode} is scheduled"},
     {"Pekerjaan untuk laporan Anda kami jadwalkan mulai {tanggal}.\n"
      "Sumber anggarannya {anggaran}.\n"
      "Alasannya: {alasan}",
      "The work for your report is scheduled to begin on {tanggal}.\n"
      "It is paid from {anggaran}.\n"
      "The reason: {alasan}"}},
    {TemplateKey::asked,
     {"Pertanyaan kepada pelapor", "Question to the reporter"},
     {"Bila kami perlu keterangan.", "When we need to know more."},
     {"Kami perlu keterangan untuk laporan {kode}", "We need to know more for report {kode}"},
     {"Supaya kami tidak salah langkah, mohon jawab pertanyaan ini.\n"
      "{pertanyaan}\n"
      "Jawab lewat tautan pribadi Anda. Begitu Anda menjawab, laporan kami lanjutkan.",
      "So that we do the right thing, please answer this question.\n"
      "{pertanyaan}\n"
      "Answer through your private link. We go on as soon as you do."}},
    {TemplateKey::resolved,
     {"Tuntas, minta kepastian", "Resolved, asking to confirm"},
     {"Setelah unit kerja menyatakan tuntas dengan bukti.", "Once an office has resolved it with proof."},
     {"Laporan {kode} sudah kami selesaikan. Apakah benar beres?", "Report {kode} is resolved. Is it right?"},
     {"Laporan Anda sudah kami selesaikan. Buktinya ada di halaman laporan.\n"
      "Apakah benar sudah beres? Jawab Sudah atau Belum lewat tautan pribadi Anda.\n"
      "Jawaban Anda kami tunggu sampai {tenggat}.",
      "We have resolved your report. The proof is on its page.\n"
      "Is it really done? Answer Yes or Not yet through your private link.\n"
      "We wait for your answer until {tenggat}."}},
    {TemplateKey::silence_soon,
     {"Pengingat sebelum ditutup", "Reminder before closing"},
     {"Bila pelapor belum menjawab dan batas waktunya dekat.", "When there is no answer and time is running out."},
     {"Laporan {kode} menunggu jawaban Anda", "Report {kode} waits for your answer"},
     {"Laporan Anda sudah kami selesaikan, tetapi kami belum menerima jawaban Anda.\n"
      "Bila sampai {tenggat} tidak ada jawaban, laporan kami tutup.\n"
      "Bila belum beres, tulis saja Belum lewat tautan pribadi Anda.",
      "We have resolved your report and have not heard from you.\n"
      "Without an answer by {tenggat} we will close it.\n"
      "If it is not done, just write Not yet through your private link."}},
    {TemplateKey::confirmed,
     {"Ditutup oleh pelapor", "Closed by the reporter"},
     {"Setelah pelapor menjawab Sudah.", "After the reporter has said that it is done."},
     {"Laporan {kode} kami tutup", "Report {kode} is closed"},
     {"Terima kasih atas kepastian Anda. Laporan {kode} kami tutup.\n"
      "Bila ternyata belum beres, tulis saja Belum lewat tautan pribadi Anda.",
      "Thank you for confirming. Report {kode} is closed.\n"
      "If it turns out not to be done, just write Not yet through your private link."}},
    {TemplateKey::contested,
     {"Dibuka kembali", "Opened again"},
     {"Setelah pelapor menjawab Belum.", "After the reporter has said that it is not done."},
     {"Laporan {kode} kami buka kembali", "Report {kode} is open again"},
     {"Mohon maaf belum beres. Laporan kami buka kembali dengan tenggat yang sama.\n"
      "Paling lambat {tenggat} kami kabari hasilnya.",
      "We are sorry that it is not done. We have opened your report again; it is due when it was.\n"
      "We will tell you the outcome by {tenggat}."}},
    {TemplateKey::closed,
     {"Ditutup tanpa tanggapan", "Closed without an answer"},
     {"Bila sampai batas waktunya pelapor tidak menjawab.", "When the reporter has not answered in time."},
     {"Laporan {kode} kami tutup", "Report {kode} is closed"},
     {"Laporan kami tutup karena sampai batas waktunya tidak ada tanggapan.\n"
      "Bila ternyata belum beres, tulis saja Belum lewat tautan pribadi Anda.",
      "We have closed your report because there was no answer in time.\n"
      "If it turns out not to be done, just write Not yet through your private link."}},
    {TemplateKey::declined,
     {"Belum dapat dipenuhi", "Declined"},
     {"Bila permintaan tidak dapat dipenuhi.", "When what was asked for cannot be done."},
     {"Jawaban kami atas laporan {kode}", "Our answer to report {kode}"},
     {"Mohon maaf, permintaan Anda belum dapat kami penuhi.\n"
      "Alasannya: {alasan}\n"
      "Bila tidak setuju, Anda dapat mengajukan keberatan lewat tautan pribadi Anda.",
      "We are sorry: we cannot do what you asked for yet.\n"
      "The reason: {alasan}\n"
      "If you do not agree, you can object through your private link."}},
    {TemplateKey::objected,
     {"Keberatan diterima", "Objection received"},
     {"Setelah pelapor mengajukan keberatan.", "After the reporter has objected."},
     {"Keberatan atas laporan {kode} sudah kami terima", "We have received your objection to report {kode}"},
     {"Keberatan Anda sudah kami terima dan kami tinjau kembali.\n"
      "Peninjaunya {unit}.\n"
      "Paling lambat {tenggat} kami kabari hasilnya.",
      "We have received your objection and are looking at the matter again.\n"
      "It is reviewed by {unit}.\n"
      "We will tell you the outcome by {tenggat}."}},
    {TemplateKey::referred,
     {"Ditangani instansi lain", "Handled by another agency"},
     {"Bila urusannya milik instansi lain.", "When the matter belongs to another agency."},
     {"Laporan {kode} kami teruskan ke instansi lain", "Report {kode} has gone to another agency"},
     {"Urusan ini ditangani {unit}. Laporan Anda sudah kami teruskan ke sana.\n"
      "Anda tidak perlu melapor lagi. Tetap pantau dengan kode {kode}.",
      "This matter is handled by {unit}. We have passed your report on.\n"
      "You need not report again. Keep following it under the code {kode}."}},
    {TemplateKey::receipted,
     {"Diterima instansi lain", "Taken over by another agency"},
     {"Setelah instansi tujuan memberi nomor.", "Once the other agency has given its number."},
     {"Laporan {kode} sudah diterima instansi tujuan", "Report {kode} has arrived at the other agency"},
     {"Laporan Anda sudah diterima instansi tujuan.\n"
      "Nomornya di sana {nomor}.\n"
      "Anda tidak perlu melapor lagi. Simpan nomor itu bila ingin bertanya ke sana.",
      "Your report has arrived at the other agency.\n"
      "Their number for it is {nomor}.\n"
      "You need not report again. Keep that number if you want to ask them."}},
    {TemplateKey::handed_back,
     {"Dikembalikan instansi lain", "Given back by another agency"},
     {"Bila instansi tujuan menyatakan bukan kewenangannya.", "When the other agency says that it is not theirs."},
     {"Laporan {kode} kembali kami tangani", "Report {kode} is with us again"},
     {"Instansi tujuan menyatakan laporan Anda bukan kewenangannya. Kami yang mencarikan penanggung jawabnya.\n"
      "Tenggatnya tetap, {tenggat}.\n"
      "Anda tidak perlu melapor lagi.",
      "The other agency says that your report is not theirs. We are finding out whose it is.\n"
      "It is still due by {tenggat}.\n"
      "You need not report again."}},
    {TemplateKey::escalated,
     {"Lewat tenggat, dinaikkan", "Overdue, taken up"},
     {"Bila tenggat terlewat dan laporan dinaikkan ke atasan.", "When a deadline passed and the next level was told."},
     {"Laporan {kode} melewati tenggat", "Report {kode} is overdue"},
     {"Mohon maaf, kami melewati tenggat laporan Anda.\n"
      "Kepala unit kerja sudah kami beri tahu dan ikut memantau sampai tuntas.",
      "We are sorry: we have missed the deadline of your report.\n"
      "The head of the office knows and watches it until it is solved."}},
    {TemplateKey::received_sealed,
     {"Tanda terima pelaporan pelanggaran", "Receipt of a disclosure"},
     {"Begitu pelaporan pelanggaran masuk. Kabar lain tidak pernah dikirim lewat surel.",
      "As soon as a disclosure comes in. No other news of it is ever mailed."},
     {"Pesan Anda sudah kami terima", "We have received your message"},
     {"Terima kasih. Pesan Anda sudah kami terima dengan kode {kode}.\n"
      "Kabar selanjutnya hanya ada di tautan pribadi Anda.",
      "Thank you. We have received your message under the code {kode}.\n"
      "All further news is found through your private link only."}},
    {TemplateKey::discreet,
     {"Surel tanpa isi", "Mail without content"},
     {"Pengganti isi surel untuk pelapor anonim atau rahasia.", "Stands for the mail's text where a reporter asked not to be known."},
     {"Ada kabar untuk kode {kode}", "There is news under the code {kode}"},
     {"Ada kabar baru untuk Anda dengan kode {kode}.\n"
      "Demi kerahasiaan Anda, isinya hanya kami tampilkan di tautan pribadi Anda.",
      "There is news for you under the code {kode}.\n"
      "To keep your confidence, it is shown through your private link only."}},
    {TemplateKey::extended,
     {"Tenggat diperpanjang", "Deadline extended"},
     {"Setelah koordinator memperpanjang tenggat, satu kali, dengan alasan.",
      "After a coordinator has extended the deadline, once, with a reason."},
     {"Tenggat laporan {kode} kami perpanjang", "The deadline of report {kode} is extended"},
     {"Kami memerlukan waktu lebih lama untuk laporan Anda. Alasannya:\n"
      "{alasan}\n"
      "Tenggat yang baru: {tenggat}.",
      "We need more time for your report. The reason:\n"
      "{alasan}\n"
      "The new deadline: {tenggat}."}},
});
// clang-format on

[[nodiscard]] constexpr const Builtin& builtin(TemplateKey key) {
    for (const Builtin& each : builtins)
        if (each.key == key) return each;
    return builtins.front();
}
static_assert(builtins.size() == base::codes<TemplateKey>.size());

} // namespace outgoing::words
