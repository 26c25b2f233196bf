// What people read about the connections of accounts.
#pragma once
#include "administration/connection_standing.h"
#include "base/language.h"

#include <array>
#include <string_view>

namespace administration::words {

using base::Text;

// --- how a connection stands
struct StandingWords {
    Standing standing;
    Text name;
};
inline constexpr std::array standings{
    StandingWords{Standing::broken, {"Tidak tersambung", "Not connected"}},
    StandingWords{Standing::person, {"Perlu dilihat", "Needs a look"}},
    StandingWords{Standing::failing, {"Tersendat", "Faltering"}},
    StandingWords{Standing::behind, {"Sedang menyusul", "Catching up"}},
    StandingWords{Standing::paused, {"Dijeda", "Paused"}},
    StandingWords{Standing::off, {"Diputus", "Disconnected"}},
    StandingWords{Standing::never, {"Belum disambungkan", "Never connected"}},
    StandingWords{Standing::good, {"Tersambung", "Connected"}},
};

// --- one connection
inline constexpr Text connection_of{"Sambungan {}", "Connection of {}"};
inline constexpr Text connection{"Sambungan", "Connection"};
inline constexpr Text all_connections{"Semua sambungan", "All connections"};
inline constexpr Text no_connector{
    "Akun jenis ini tidak disambungkan ke jaringan: laporannya masuk lewat formulir, petugas, atau token.",
    "Accounts of this kind are not connected: their cases come by form, by staff or with a token."};
inline constexpr Text connected_as{"Tersambung. Akun ini berbicara sebagai {}.",
                                   "Connected. This account speaks as {}."};
inline constexpr Text catches_up{
    "Semua yang ditulis warga sejak tersambung terakhir kali sedang diambil.",
    "Everything that citizens wrote since it was last connected is being fetched."};
inline constexpr Text unverified{
    "Penghubung ini belum diuji terhadap jaringan aslinya, hanya terhadap tiruannya. Coba dahulu dengan akun "
    "percobaan.",
    "This connector was not tried against the real network yet, only against a copy of it. Try it with a "
    "test "
    "account first."};
inline constexpr Text state_title{"Keadaan", "State"};
inline constexpr Text speaks_as{"Berbicara sebagai", "Speaks as"};
inline constexpr Text server{"Server", "Server"};
inline constexpr Text connected_since{"Tersambung pertama kali", "First connected"};
inline constexpr Text last_received{"Terakhir menerima", "Last received"};
inline constexpr Text nothing_received{"belum ada kiriman", "nothing yet"};
inline constexpr Text streaming{"Kabar langsung", "Live stream"};
inline constexpr Text streams_since{"terbuka sejak {}; kiriman baru terlihat seketika",
                                    "open since {}; new posts are seen at once"};
inline constexpr Text streams_not{"tidak terbuka; kiriman baru ditanyakan setiap 30 detik",
                                  "not open; new posts are asked for every 30 seconds"};
inline constexpr Text token_checked{"Kunci akses diperiksa", "Access checked"};
inline constexpr Text token_expires{"Kunci akses berlaku sampai", "Access valid until"};
inline constexpr Text renews_itself{"diperpanjang sendiri", "renewed by itself"};
inline constexpr Text unsent{"Jawaban belum terkirim", "Answers not sent"};
inline constexpr Text unsent_waiting{"{} menunggu", "{} waiting"};
inline constexpr Text unsent_unknown{"{} belum pasti", "{} not known"};
inline constexpr Text unsent_failed{"{} gagal", "{} failed"};
inline constexpr Text all_sent{"tidak ada", "none"};
inline constexpr Text sending_waits{"Pengiriman dicoba lagi {}", "Sending is tried again {}"};
inline constexpr Text since{"sejak {}", "since {}"};
inline constexpr Text paused_text{"Selama dijeda, tidak ada yang diambil dan tidak ada yang dikirim. Kiriman "
                                  "warga menyusul saat dilanjutkan.",
                                  "While paused nothing is fetched and nothing sent. What citizens write "
                                  "follows when it is resumed."};
inline constexpr Text off_text{
    "Kunci akses sudah dihapus dari server ini. Laporan yang pernah masuk tetap ada.",
    "What gives access was deleted here. Cases that came in stay."};
inline constexpr Text broken_text{"Sejak itu laporan tidak masuk dari sana dan jawaban menunggu.",
                                  "Since then no cases come in from there and answers wait."};
inline constexpr Text silent_title{"Jaringan ini tidak mengabari kami sejak {}.",
                                   "This network has not told us anything since {}."};
inline constexpr Text silent_text{
    "Kiriman warga tetap masuk karena kami menanyakannya sendiri, hanya tidak seketika. Periksa alamat dan "
    "langganan webhook di pengaturan aplikasi jaringan itu, lalu simpan ulang.",
    "What citizens write comes in all the same, because we ask for it, only not at once. Check the address "
    "and "
    "the subscription of the webhook in the network's own settings and save them again."};
inline constexpr Text pause{"Jeda", "Pause"};
inline constexpr Text resume{"Lanjutkan", "Resume"};

inline constexpr Text held_title{"Yang sudah kami pegang", "What we hold"};
inline constexpr Text all_until{"semua sampai {}", "everything until {}"};
inline constexpr Text not_looked{"belum pernah dilihat", "not looked at yet"};
inline constexpr Text not_asked{"tidak dilihat", "not looked at"};
inline constexpr Text of_comments{"{} dari {} komentar, dicek {}", "{} of {} comments, checked {}"};
inline constexpr Text newest_words{"tulisan terbaru {}", "newest words {}"};
inline constexpr Text missing_some{"kurang {}", "{} short"};
inline constexpr Text of_mails{"{} dari {} surel di kotak surel sudah dibaca, dicek {}",
                               "{} of {} mails in the mailbox were read, checked {}"};
inline constexpr Text of_mentions{"{} dari {} sebutan, dicek {}", "{} of {} mentions, checked {}"};
inline constexpr Text mails_left_out{
    "{} di antaranya tidak menjadi kiriman: balasan otomatis, surel kembali, dan surel dari kotak ini "
    "sendiri",
    "{} of them became nothing: automatic answers, returned mails and mails from the mailbox itself"};
inline constexpr Text complete{"lengkap", "complete"};
inline constexpr Text threads_together{"{} utas: {} dari {} komentar kami pegang.",
                                       "{} threads: we hold {} of {} comments."};
inline constexpr Text threads_only{"{} utas dipantau. Jaringan ini tidak menyebut jumlah komentarnya.",
                                   "{} threads are watched. This network does not say how many comments."};
inline constexpr Text threads_short{"{} utas masih kurang.", "{} threads are short."};
inline constexpr Text threads_shown{"{} utas terbaru", "The {} newest threads"};
inline constexpr Text threads_rest{"{} utas lain tidak ditampilkan.", "{} more threads are not shown."};
inline constexpr Text thread{"Utas {}", "Thread {}"};
struct FeedWords {
    std::string_view name;
    Text text;
};
inline constexpr std::array feeds{
    FeedWords{"mentions", {"Sebutan", "Mentions"}},
    FeedWords{"notifications", {"Pemberitahuan", "Notifications"}},
    FeedWords{"messages", {"Pesan langsung", "Direct messages"}},
    FeedWords{"dms", {"Pesan langsung", "Direct messages"}},
    FeedWords{"conversations", {"Percakapan", "Conversations"}},
    FeedWords{"comments", {"Komentar", "Comments"}},
    FeedWords{"posts", {"Kiriman sendiri", "Own posts"}},
    FeedWords{"updates", {"Pesan dan kiriman", "Messages and posts"}},
    FeedWords{"mails", {"Surel", "Mails"}},
    FeedWords{"inbox", {"Kotak masuk", "Inbox"}},
    FeedWords{"feed", {"Umpan berita", "Feed"}},
};

inline constexpr Text holes_title{"Yang belum kami pegang", "What we do not hold yet"};
inline constexpr Text no_holes{"Tidak ada. Semua yang diberikan jaringan sudah kami pegang.",
                               "Nothing. We hold all that the network gives."};
inline constexpr Text holes_unknown{
    "Tidak ada celah yang kami ketahui, tetapi sekarang kami tidak dapat melihat semua yang ditulis warga.",
    "We know of none, but at this time we cannot see all that citizens write."};
inline constexpr Text catching_up{"Sedang menyusul: kiriman sebelum {}",
                                  "Catching up: what is older than {}"};
inline constexpr Text count_differs{"Jumlah di jaringan lebih banyak; dicari ulang mulai {}",
                                    "The network counts more; looked for again from {}"};
inline constexpr Text found_so_far{"{} ditemukan", "{} found"};
inline constexpr Text tries_next{"dicoba lagi {}", "tried again {}"};
inline constexpr Text more_holes{"dan {} lagi", "and {} more"};
inline constexpr Text lost_title{"Tidak dapat diambil, seminggu terakhir", "Not fetched, in the last week"};
inline constexpr Text healed_title{"Sudah tersusul seminggu terakhir: {}", "Caught up in the last week: {}"};
inline constexpr Text healed{"Sudah tersusul", "Caught up"};
inline constexpr Text lost{"Tidak dapat diambil", "Cannot be fetched"};

inline constexpr Text stuck_title{"Kiriman yang tertahan", "What is held back"};
inline constexpr Text stuck_lede{
    "Kiriman jaringan yang belum dapat kami baca atau masukkan. Tidak ada yang hilang; coba lagi sesudah "
    "penyebabnya dibereskan.",
    "What the network sent and we could not read or take in. Nothing is lost; try again when the cause is "
    "gone."};
inline constexpr Text stuck_line{"{} kiriman, yang pertama {}", "{} pieces, the first {}"};
inline constexpr Text read_again{"Coba masukkan lagi", "Try again"};

inline constexpr Text budgets_title{"Jatah dari jaringan", "What the network still takes"};
inline constexpr Text budget_left{"sisa {} dari {}", "{} of {} left"};
inline constexpr Text budget_resets{"penuh lagi {}", "full again {}"};
inline constexpr Text budget_blocked{"jaringan meminta menunggu sampai {}",
                                     "the network asks to wait until {}"};
inline constexpr Text whole_account{"Seluruh akun", "The whole account"};
inline constexpr Text whole_app{"Seluruh aplikasi", "The whole app"};
inline constexpr Text one_request{"Permintaan {}", "Request {}"};

// --- connecting
inline constexpr Text connect_title{"Sambungkan akun {}", "Connect the {} account"};
inline constexpr Text sign_in_title{"Masuk di {}", "Sign in at {}"};
inline constexpr Text sign_in_text{
    "Cara termudah: masuk di halaman jaringannya sebagai akun instansi, lalu setujui hak yang "
    "diminta. Tidak ada token yang perlu disalin.",
    "The easiest way: sign in on the network's own page as the agency's account and "
    "agree to the rights. No token needs to be copied."};
inline constexpr Text sign_in_person{"Cara termudah: masuk di halaman jaringannya sebagai orang yang "
                                     "mengelola akun instansi, lalu setujui hak "
                                     "yang diminta. Tidak ada token yang perlu disalin.",
                                     "The easiest way: sign in on the network's own page as somebody who "
                                     "manages the agency's account and agree to "
                                     "the rights. No token needs to be copied."};
inline constexpr Text sign_in_back{"Alamat kembali", "Address to come back to"};
inline constexpr Text sign_in_back_hint{"Daftarkan alamat ini pada aplikasi di jaringannya (redirect URI).",
                                        "Register it with the app at the network (redirect URI)."};
inline constexpr Text sign_in_go{"Lanjut ke halaman masuk", "Go on to the sign-in"};
inline constexpr Text by_hand{"Tempel token sendiri", "Paste a token yourself"};
inline constexpr Text leave_text{
    "Anda akan dibawa ke {}. Masuk di sana sebagai akun instansi, bukan akun pribadi. Setelah "
    "disetujui, Anda kembali ke sini dengan sendirinya.",
    "You will be led to {}. Sign in there as the agency's account, not as yourself. Once "
    "you agreed you come back here by yourself."};
inline constexpr Text leave_person{
    "Anda akan dibawa ke {}. Masuk di sana dengan akun Anda yang mengelola akun instansi. Setelah disetujui, "
    "Anda "
    "kembali ke sini dengan sendirinya. Akun pribadi Anda tidak ikut tersambung.",
    "You will be led to {}. Sign in there as yourself, who manage the agency's account. Once you agreed you "
    "come "
    "back here by yourself. Your own account is not connected."};
inline constexpr Text leave_go{"Buka {}", "Open {}"};
inline constexpr Text leave_time{"Berlaku seperempat jam, di peramban ini saja.",
                                 "Good for a quarter of an hour, in this browser alone."};
inline constexpr Text choose_title{"Pilih akun {} yang disambungkan", "Choose the {} account to connect"};
inline constexpr Text choose_text{
    "Anda mengelola beberapa akun di sana. Pilih yang akan dipakai sebagai {}. Pilihan ini tetap: saat masuk "
    "lagi kelak, akun yang sama dipakai.",
    "You manage several accounts there. Choose the one to be used as {}. It stays: whoever signs in later "
    "connects the same one."};
inline constexpr Text choose_legend{"Akun", "Account"};
inline constexpr Text choose_number{"nomor {}", "number {}"};
inline constexpr Text choose_go{"Sambungkan yang dipilih", "Connect what is chosen"};
inline constexpr Text choose_none{"Belum ada yang dapat disambungkan.", "None can be connected yet."};
inline constexpr Text choose_none_text{
    "Minta pengelola akun memberi Anda peran yang cukup, lalu mulai lagi dari halaman sambungan.",
    "Ask who manages the account for a role that suffices, then begin again on the page of the connection."};
inline constexpr Text choose_lacking{"Belum dapat disambungkan", "Cannot be connected yet"};
inline constexpr Text test{"Kirim uji ke diri sendiri", "Send a test to itself"};
inline constexpr Text test_text{
    "Tanggap mengirim satu pesan yang hanya terlihat akun ini, lalu menghapusnya lagi.",
    "Tanggap sends one message that this account alone sees, and deletes it."};
inline constexpr Text tested{"Uji terkirim dan sudah dihapus lagi. Akun ini dapat menjawab warga.",
                             "The test was sent and deleted again. This account can answer citizens."};
inline constexpr Text test_words{
    "Uji sambungan Tanggap. Pesan ini hanya terlihat oleh akun ini dan segera dihapus.",
    "A test of the connection. Nobody else sees it and it is deleted at once."};
inline constexpr Text pushes{"Kiriman langsung", "Pushes"};
inline constexpr Text pushes_to{"dikirim jaringan begitu ada, ke {}",
                                "the network sends them as they come, to {}"};
inline constexpr Text pushes_to_app{
    "berlangganan; alamat webhook untuk pengaturan aplikasi jaringan itu: {} (satu alamat cukup untuk semua "
    "akun aplikasi yang sama)",
    "subscribed; address of the webhook for the settings of the network's app: {} (one is enough for all "
    "accounts of the same app)"};
inline constexpr Text pushes_refused{"ditolak jaringan ({}); karena itu kami bertanya berkala",
                                     "refused by the network ({}); so it is asked now and then"};
inline constexpr Text change_title{"Ganti kunci akses", "Change what gives access"};
inline constexpr Text connect{"Sambungkan", "Connect"};
inline constexpr Text steps_title{"Di mana mendapatkannya", "Where to get it"};
inline constexpr Text rights_title{"Hak yang diperlukan", "Rights that are needed"};
inline constexpr Text right_why{"untuk {}", "{}"};
inline constexpr Text secret_kept{"Disimpan tersegel dan tidak ditampilkan lagi.",
                                  "Kept sealed and never shown again."};
inline constexpr Text secret_stays{"Sudah tersimpan. Kosongkan bila tidak diganti.",
                                   "Already kept. Leave it empty to keep it."};
inline constexpr Text field_example{"Contoh: {}", "Example: {}"};
struct OptionWords {
    std::string_view field;
    std::string_view option;
    Text text;
};
inline constexpr std::array field_options{
    OptionWords{"security", "tls", {"TLS sejak awal (porta 993)", "TLS from the start (port 993)"}},
    OptionWords{"security", "starttls", {"STARTTLS (porta 143)", "STARTTLS (port 143)"}}};
inline constexpr Text no_option{"Bila tidak dipilih: sesuai alamat servernya, biasanya TLS sejak awal.",
                                "If none is chosen: as the address says, TLS from the start as a rule."};
struct FieldWords {
    std::string_view name;
    Text text;
};
inline constexpr std::array field_names{
    FieldWords{"server", {"Alamat server", "Address of the server"}},
    FieldWords{"security", {"Keamanan sambungan", "Security of the connection"}},
    FieldWords{"feed", {"Alamat umpan", "Address of the feed"}},
    FieldWords{"token", {"Token akses", "Access token"}},
    FieldWords{"access_token", {"Token akses", "Access token"}},
    FieldWords{"refresh_token", {"Token perpanjangan", "Refresh token"}},
    FieldWords{"app_secret", {"Rahasia aplikasi", "App secret"}},
    FieldWords{"app_id", {"Nomor aplikasi", "App id"}},
    FieldWords{"client_id", {"Client ID", "Client id"}},
    FieldWords{"client_secret", {"Client secret", "Client secret"}},
    FieldWords{"verify_token", {"Sandi verifikasi webhook", "Verify token of the webhook"}},
    FieldWords{"push_secret", {"Rahasia kiriman langsung", "Secret of pushes"}},
    FieldWords{"webhook_secret", {"Rahasia kiriman langsung", "Secret of pushes"}},
    FieldWords{"identifier", {"Nama akun", "Handle"}},
    FieldWords{"handle", {"Nama akun", "Handle"}},
    FieldWords{"address", {"Alamat surel", "Mail address"}},
    FieldWords{"user", {"Nama pengguna", "User"}},
    FieldWords{"folder", {"Folder (biasanya INBOX)", "Folder (INBOX as a rule)"}},
    FieldWords{"auth_server",
               {"Nama server pemeriksa pengirim (authserv-id)", "Server that checks senders (authserv-id)"}},
    FieldWords{"password", {"Sandi", "Password"}},
    FieldWords{"app_password", {"Sandi aplikasi", "App password"}},
    FieldWords{"page_id", {"Nomor halaman", "Page id"}},
    FieldWords{"phone_id", {"Nomor telepon bisnis (ID)", "Phone number id"}},
    FieldWords{"phone_number_id", {"Nomor telepon bisnis (ID)", "Phone number id"}},
    FieldWords{"business_id", {"Nomor akun bisnis", "Business account id"}},
    FieldWords{"channel_id", {"Nomor kanal", "Channel id"}},
};
inline constexpr Text push_title{"Alamat kiriman langsung", "Push address"};
inline constexpr Text push_hint{
    "Bila jaringan meminta alamat webhook, salin yang ini. Tanpa itu laporan tetap "
    "masuk, hanya lebih lambat.",
    "When the network asks for a webhook, copy this. Without it cases still come "
    "in, only later."};
inline constexpr Text disconnect{"Putuskan sambungan", "Disconnect"};
inline constexpr Text disconnect_text{
    "Token atau sandi dihapus dari server ini. Laporan yang sudah masuk tetap ada; yang baru tidak lagi "
    "masuk dari "
    "sana.",
    "Token or password is deleted here. Cases stay; new ones no longer come in from there."};
inline constexpr Text disconnect_sure{"Ya, hapus kunci akses akun ini", "Yes, delete what gives access"};
inline constexpr Text disconnect_unsure{"Centang dahulu bahwa kunci akses boleh dihapus.",
                                        "First tick that it may be deleted."};

// --- all of them
inline constexpr Text connections_title{"Sambungan kanal", "Connections"};
inline constexpr Text connections_lede{"Keadaan semua akun, yang paling perlu dilihat di atas.",
                                       "All accounts, those that need you most on top."};
inline constexpr Text no_accounts{"Belum ada akun jaringan.", "No accounts of networks yet."};
inline constexpr Text no_accounts_text{"Tambahkan akun kanal dahulu, lalu sambungkan di halamannya.",
                                       "Add an account first, then connect it on its page."};
inline constexpr Text filter_label{"Saring menurut keadaan", "Filter by state"};
inline constexpr Text all_of_them{"Semua", "All"};
inline constexpr Text column_account{"Akun", "Account"};
inline constexpr Text column_state{"Keadaan", "State"};
inline constexpr Text column_received{"Terakhir menerima", "Last received"};
inline constexpr Text column_looked{"Dilihat sampai", "Looked at until"};
inline constexpr Text column_holes{"Menyusul", "Catching up"};
inline constexpr Text column_unsent{"Belum terkirim", "Not sent"};
inline constexpr Text pause_all_title{"Jeda semua jaringan", "Pause all networks"};
inline constexpr Text pause_all_text{"Untuk keadaan genting: tidak ada yang diambil dan tidak ada jawaban "
                                     "yang keluar dari akun mana pun, sampai "
                                     "dilanjutkan. Kiriman warga tidak hilang; semuanya menyusul.",
                                     "For grave moments: nothing is fetched and no answer leaves from any "
                                     "account until it is resumed. Nothing "
                                     "that citizens write is lost; all of it follows."};
inline constexpr Text pause_all_sure{"Ya, jeda {} akun", "Yes, pause {} accounts"};
inline constexpr Text all_paused{
    "{} akun sedang dijeda bersama. Tidak ada yang masuk dan tidak ada yang keluar.",
    "{} accounts are paused together. Nothing comes in and nothing goes out."};
inline constexpr Text resume_all{"Lanjutkan semua", "Resume all"};
inline constexpr Text ago{"{} lalu", "{} ago"};
inline constexpr Text seconds{"{} detik", "{} seconds"};
inline constexpr Text just_now{"baru saja", "just now"};

} // namespace administration::words
