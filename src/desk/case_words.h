// Visible text of the desk's case page. `{}` is filled by filled().
#pragma once
#include "base/language.h"
#include "cases/command.h"

namespace desk::case_words {

using base::Text;

inline constexpr Text back{"Meja", "Desk"};
inline constexpr Text what_now{"Yang bisa dilakukan sekarang", "What can be done now"};
inline constexpr Text only_reading{"Anda dapat membaca laporan ini. Tidak ada langkah untuk peran Anda.",
                                   "You may read this report. There is no step for your role."};
inline constexpr Text more_commands{"Lainnya", "More"};
inline constexpr Text received{"Diterima {} lewat {}.", "Received {} by {}."};
inline constexpr Text oversight{"Berkadar pengawasan", "Oversight"};
inline constexpr Text urgent{"Darurat", "Urgent"};
inline constexpr Text conduct{"Tentang perilaku petugas", "About staff conduct"};
inline constexpr Text contested{"Dibantah {} kali", "Contested {} times"};
inline constexpr Text returned{"Dikembalikan {} kali", "Returned {} times"};
inline constexpr Text arbiter{"Laporan ini sudah dikembalikan dua kali. Penengah, yaitu kepala di atas "
                              "unit-unit itu, memutuskan unit kerjanya. "
                              "Unit yang ditunjuk tidak dapat menolaknya dengan alasan yang sama.",
                              "This report was returned twice. The arbiter, the head above those offices, "
                              "decides which office gets it. "
                              "That office cannot refuse it for the same reason."};
inline constexpr Text no_topic{"topik belum ditentukan", "no topic yet"};
inline constexpr Text no_place{"tempat belum diketahui", "no place known"};

inline constexpr Text said{"Yang disampaikan pelapor", "What the reporter said"};
inline constexpr Text said_marked{"Bagian yang ditandai tidak pernah tampil di tempat lain.",
                                  "Marked pieces are shown nowhere else."};
inline constexpr Text said_when{"{}, lewat {}", "{}, by {}"};
inline constexpr Text said_erased{"Data pelapor sudah dihapus atas permintaannya.",
                                  "The reporter's data was erased at their request."};
inline constexpr Text said_deleted{"Kiriman ini sudah dihapus pengirimnya di kanal asalnya.",
                                   "The sender deleted this on its network."};
inline constexpr Text sender_unproven{"Pengirim tidak terbukti", "Sender not proven"};
inline constexpr Text sender_unproven_text{
    "Server surel tidak dapat memastikan alamat pengirimnya. Alamat itu dapat dipalsukan: jangan kirim data "
    "pribadi sebelum memastikan orangnya.",
    "The mail server could not confirm the sender's address. It may be forged: send no personal data before "
    "you "
    "know who it is."};
inline constexpr Text sender_proven{"Alamat pengirim terbukti", "Sender's address proven"};
inline constexpr Text mail_whole{"Surel seutuhnya, dengan kutipannya", "The whole mail with what it quotes"};
inline constexpr Text said_nothing{"Tanpa kata-kata.", "No words."};
inline constexpr Text words_closed{
    "Kata-kata pelapor hanya untuk petugas yang menangani laporan. Peran Anda melihat teks publiknya.",
    "The reporter's words are only for staff who handle the report. Your role sees the public text."};
inline constexpr Text public_text_now{"Teks publik", "Public text"};
inline constexpr Text public_text_none{"Belum ada teks yang diterbitkan.", "No text has been released."};
inline constexpr Text public_never{"Tidak ada teks publik: {}.", "No public text: {}."};
inline constexpr Text because_whistle{"laporan pelanggaran hanya untuk penanganannya",
                                      "whistleblowing is for its handlers only"};
inline constexpr Text because_conduct{"laporan tentang perilaku petugas", "it is about the conduct of staff"};
inline constexpr Text because_rahasia{"pelapor memilih rahasia", "the reporter chose confidential"};
inline constexpr Text because_private{"datang dari kanal pribadi tanpa izin pelapor",
                                      "it came by a private channel without consent"};
inline constexpr Text masked_pieces{"Ditandai karena data pribadi, dan disamarkan untuk publik: {}.",
                                    "Marked as private data, and masked for the public: {}."};
inline constexpr Text photos_of_report{"Foto laporan", "Photos of the report"};
inline constexpr Text photo_of_report{"Foto {} dari pelapor", "Photo {} by the reporter"};

inline constexpr Text proof{"Bukti penyelesaian", "Proof"};
inline constexpr Text proof_first{"Bukti {}, dibantah pelapor", "Proof {}, contested by the reporter"};
inline constexpr Text before{"Sebelum", "Before"};
inline constexpr Text after{"Sesudah", "After"};
inline constexpr Text photo_reporter{"Foto pelapor", "Reporter's photo"};
inline constexpr Text photo_before_alt{"Foto sebelum dikerjakan", "Photo before the work"};
inline constexpr Text photo_after_alt{"Foto sesudah dikerjakan", "Photo after the work"};
inline constexpr Text photo_contest_alt{"Foto bantahan pelapor", "Photo of the reporter's objection"};
inline constexpr Text document{"Dokumen nomor {}, {}.", "Document number {}, {}."};
inline constexpr Text confirmed_by_reporter{"Pelapor menyatakan selesai.", "The reporter said it is solved."};
inline constexpr Text given_by{"{}, {}", "{}, {}"};

inline constexpr Text told{"Yang kami kabarkan kepada pelapor", "What we told the reporter"};
inline constexpr Text timeline{"Jejak", "Timeline"};
inline constexpr Text staff_only{"hanya petugas", "staff only"};
inline constexpr Text by_reporter{"Pelapor", "Reporter"};
inline constexpr Text by_house{"Otomatis", "Automatic"};

inline constexpr Text deadlines{"Tenggat", "Deadlines"};
inline constexpr Text no_deadlines{"Tidak ada tenggat yang berjalan.", "No deadline runs."};
inline constexpr Text why{"Kenapa {}?", "Why {}?"};
inline constexpr Text ended{"berhenti", "stopped"};
inline constexpr Text started{"mulai", "start"};
inline constexpr Text due_short{"tenggat", "due"};
inline constexpr Text paused_short{"jeda", "paused"};
inline constexpr Text weekend{"libur", "off"};
inline constexpr Text leave{"cuti bersama", "leave"};
inline constexpr Text holiday{"libur nasional", "holiday"};
inline constexpr Text own_day{"libur instansi", "closed here"};
inline constexpr Text closed_day{"di luar jam kerja", "closed"};
inline constexpr Text provisional{"sementara", "provisional"};
inline constexpr Text rule_office_hours{
    "{} jam kerja sejak {}, bukan sejak dibaca: hanya waktu kantor buka yang dihitung. Pindah unit dan "
    "jawaban \"Belum\" tidak mengubah tenggat.",
    "{} office hours from {}, not from reading it: only time in which the office is open counts. Moving "
    "between offices changes nothing."};
inline constexpr Text rule_extended{"Termasuk perpanjangan {} {}.", "With an extension of {} {}."};
inline constexpr Text nth{"ke-{}", "no. {}"};
inline constexpr Text nth_today{"ke-{}, kini", "no. {}, today"};
inline constexpr Text today{"kini", "today"};
inline constexpr Text strip_label{"Hari demi hari sampai tenggat {}", "Day by day until {} is due"};
inline constexpr Text rule_days{
    "{} hari kerja, dihitung mulai hari kerja sesudah {}. Sabtu, Minggu, libur nasional, dan cuti bersama "
    "tidak "
    "dihitung. Pindah unit dan jawaban \"Belum\" tidak mengubah tenggat.",
    "{} working days, counted from the working day after {}. Weekends, holidays and collective leave do not "
    "count. Moving between offices changes nothing."};
inline constexpr Text rule_hours{
    "{} jam sejak {}, bukan sejak dibaca. Pindah unit dan jawaban \"Belum\" tidak mengubah tenggat.",
    "{} hours from {}, not from reading it. Moving between offices changes nothing."};
inline constexpr Text rule_paused{"Ditambah jeda {} selama menunggu pelapor.",
                                  "Plus a pause of {} while waiting for the reporter."};
inline constexpr Text rule_version{"Aturan \"{}\" versi {}, berlaku sejak {}. Sumber: {}.",
                                   "Rule \"{}\" version {}, in force from {}. Source: {}."};
inline constexpr Text rule_holidays{"Libur menurut {}.", "Holidays by {}."};
inline constexpr Text rule_provisional{"Sementara: kalender libur baru diketahui sampai {}.",
                                       "Provisional: holidays are known until {} only."};
inline constexpr Text from_received{"diterima", "it was received"};
inline constexpr Text from_assigned{"disposisi", "it was assigned"};
inline constexpr Text from_resolved{"tuntas", "it was resolved"};
inline constexpr Text from_other{"peristiwa awalnya", "its first event"};
inline constexpr Text pauses{"Jeda", "Pauses"};
inline constexpr Text pause_line{"{} sampai {}, {}", "{} to {}, {}"};

inline constexpr Text place{"Tempat dan penanganan", "Place and handling"};
inline constexpr Text map_label{"Peta dengan penanda di {}", "Map with a marker at {}"};
inline constexpr Text place_fact{"Tempat", "Place"};
inline constexpr Text office{"Unit kerja", "Office"};
inline constexpr Text no_office{"Belum ada, menunggu koordinator", "None yet, waits for the coordinator"};
inline constexpr Text person{"Petugas", "Person"};
inline constexpr Text no_person{"Belum ditunjuk", "Nobody named yet"};
inline constexpr Text reporter{"Pelapor", "Reporter"};
inline constexpr Text sealed{"Identitas tersegel", "Identity sealed"};
inline constexpr Text anonim_sealed{"Anonim, identitas tersegel", "Anonymous, identity sealed"};
inline constexpr Text not_named{"Tidak menyebut identitas", "Gave no identity"};
inline constexpr Text planned{"Dijadwalkan", "Scheduled for"};
inline constexpr Text budget{"Sumber anggaran", "Budget source"};
inline constexpr Text public_reason{"Alasan untuk publik", "Reason for the public"};

inline constexpr Text identity_open{"Buka identitas (dicatat)", "Open the identity (logged)"};
inline constexpr Text identity_reason{"Alasan membuka", "Why it is opened"};
inline constexpr Text identity_reason_hint{"Nama Anda, waktu, dan alasan ini dicatat.",
                                           "Your name, the time and this reason are logged."};
inline constexpr Text identity_send{"Buka identitas", "Open the identity"};
inline constexpr Text identity_title{"Identitas pelapor", "Identity of the reporter"};
inline constexpr Text identity_logged{
    "Pembukaan ini sudah dicatat atas nama Anda. Identitas hanya tampil sekali di halaman ini.",
    "This view is logged under your name. The identity is shown once, on this page only."};
inline constexpr Text identity_name{"Nama", "Name"};
inline constexpr Text identity_handle{"Nama akun", "Handle"};
inline constexpr Text identity_email{"Surel", "Mail"};
inline constexpr Text identity_phone{"Telepon", "Phone"};
inline constexpr Text identity_network{"Kanal", "Channel"};
inline constexpr Text identity_empty{"Tidak diisi", "Not given"};
inline constexpr Text identity_back{"Kembali ke laporan", "Back to the report"};
inline constexpr Text identity_closed{"Peran Anda tidak dapat membukanya.", "Your role cannot open it."};

inline constexpr Text why_here{"Kenapa di sini", "Why it is here"};
inline constexpr Text here_rule{"Otomatis oleh aturan {}: {} di {}.", "By rule {}: {} in {}."};
inline constexpr Text here_arbiter{
    "Dua unit sudah menyatakan ini di luar wewenangnya. {} menentukan penanggung jawabnya.",
    "Two offices have said that this is not theirs. {} decides who is responsible."};
inline constexpr Text here_arbiter_due{"Paling lambat {}.", "By {}."};
inline constexpr Text here_coordinator{"Koordinator", "The coordinator"};
inline constexpr Text here_moved{"Dipindahkan pada {} dari {}.", "Moved on {} from {}."};
inline constexpr Text here_rule_gone{"Otomatis oleh aturan yang sudah dihapus.",
                                     "By a rule that has been removed since."};
inline constexpr Text any_topic{"semua topik", "any topic"};
inline constexpr Text anywhere{"semua tempat", "any place"};
inline constexpr Text here_person{"Didisposisikan oleh {} pada {}.", "Sent by {} on {}."};
inline constexpr Text here_person_from{"Didisposisikan oleh {} pada {}, dari {}.",
                                       "Sent by {} on {}, from {}."};
inline constexpr Text here_received{"Diarahkan ke unit ini saat diterima.",
                                    "Sent to this office when it was received."};
inline constexpr Text here_objection{"Naik ke unit ini karena pelapor berkeberatan.",
                                     "It came up to this office because the reporter objected."};
inline constexpr Text here_queue{"Belum ada unit kerja. Koordinator yang menentukan.",
                                 "There is no office yet. The coordinator decides."};
inline constexpr Text rule_says{"Menurut aturan sekarang: {}", "By the rules of today: {}"};
inline constexpr Text rule_none{"Tidak ada aturan yang cocok dengan topik dan tempatnya.",
                                "No rule fits its topic and place."};
inline constexpr Text rule_conduct{
    "Laporan tentang perilaku petugas naik satu tingkat di atas unit yang dilaporkan.",
    "A report about conduct goes one level above the office it names."};

inline constexpr Text keys{"Tombol pintas", "Keyboard"};
inline constexpr Text keys_list{
    "v verifikasi, 1 sampai 3 topik yang paling mungkin atau jawaban terdahulu, 4 sampai 6 jenis yang paling "
    "mungkin, e tuntaskan, s disposisi, n catatan, ? bantuan ini, Esc tutup formulir.",
    "v verify, 1 to 3 the likeliest topics or earlier answers, 4 to 6 the likeliest kinds, e resolve, s "
    "assign, n note, ? this help, Esc close the form."};

inline constexpr Text undo{"Urungkan", "Undo"};
inline constexpr Text left_you{"Laporan ini tidak lagi di unit kerja Anda.",
                               "This report is not at your offices any more."};
inline constexpr Text to_desk{"Ke meja", "To the desk"};
inline constexpr Text gone_title{"Laporan {} sudah berpindah", "Report {} has moved on"};

} // namespace desk::case_words
