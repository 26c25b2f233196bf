// What a person needs to connect an account of each network: which rights, why, and where the token is found.
#pragma once
#include "base/language.h"

#include <array>
#include <span>
#include <string_view>

namespace administration::words {

using base::Text;

struct Right {
    std::string_view name; ///< as the network calls it
    Text why;
};
struct Guide {
    std::string_view network; ///< code of accounts; what begins with it belongs to it too
    std::string_view name;
    std::span<const Right> rights = {};
    std::span<const Text> steps = {};
    Text note = {};            ///< what people stumble over; may be empty
    bool is_by_person = false; ///< a person signs in, who manages the account
};

namespace guide {

inline constexpr Text read_mentions{"membaca sebutan dan komentar warga",
                                    "to read mentions and comments of citizens"};
inline constexpr Text read_posts{"membaca utas tempat warga menulis",
                                 "to read the threads citizens write in"};
inline constexpr Text answer{"menjawab warga di utas mereka", "to answer citizens in their thread"};
inline constexpr Text pictures{"melampirkan foto bukti penyelesaian", "to attach photos of the repair"};
inline constexpr Text who_am_i{"memastikan akun siapa yang tersambung", "to see whose account is connected"};
inline constexpr Text messages{"membaca dan menjawab pesan langsung", "to read and answer direct messages"};
inline constexpr Text stay{"tetap tersambung tanpa masuk ulang",
                           "to stay connected without signing in again"};
inline constexpr Text told{"diberi tahu segera ketika warga menulis",
                           "to be told at once when a citizen writes"};
inline constexpr Text own_posts{"menerbitkan siaran instansi", "to publish the agency's own posts"};
inline constexpr Text pages{"melihat halaman yang Anda kelola", "to see the pages that you manage"};

inline constexpr std::array mastodon_rights{
    Right{"read:accounts", who_am_i}, Right{"read:notifications", read_mentions},
    Right{"read:statuses", read_posts}, Right{"write:statuses", answer}, Right{"write:media", pictures}};
inline constexpr std::array mastodon_steps{
    Text{"Masuk ke server Mastodon sebagai akun instansi.", "Sign in to the server as the agency's account."},
    Text{"Buka Preferensi, lalu Pengembangan, lalu Aplikasi baru.",
         "Open Preferences, Development, New application."},
    Text{"Centang hak di bawah, simpan, lalu salin Token akses Anda.",
         "Tick the rights below, save, and copy Your access token."}};

inline constexpr std::array telegram_steps{
    Text{"Di Telegram, buka percakapan dengan @BotFather dan kirim /newbot.",
         "In Telegram open a chat with @BotFather and send /newbot."},
    Text{"Beri nama bot, lalu salin token yang diberikan.", "Name the bot and copy the token it gives."},
    Text{"Agar bot membaca pesan di grup, kirim /setprivacy lalu pilih Disable.",
         "To let the bot read groups send /setprivacy and choose Disable."}};

inline constexpr std::array bluesky_steps{
    Text{"Masuk ke Bluesky sebagai akun instansi.", "Sign in to Bluesky as the agency's account."},
    Text{"Buka Pengaturan, Privasi dan keamanan, lalu Sandi aplikasi.",
         "Open Settings, Privacy and security, App passwords."},
    Text{"Tambah sandi baru, izinkan pesan langsung bila perlu, lalu salin.",
         "Add one, allow direct messages if you need them, and copy it."}};

inline constexpr std::array x_rights{Right{"users.read", who_am_i}, Right{"tweet.read", read_mentions},
                                     Right{"tweet.write", answer},  Right{"media.write", pictures},
                                     Right{"dm.read", messages},    Right{"dm.write", messages},
                                     Right{"offline.access", stay}};
inline constexpr std::array x_steps{
    Text{"Buka portal pengembang X dan buat aplikasi di bawah proyek instansi.",
         "Open the developer portal of X and make an app below the agency's project."},
    Text{"Nyalakan OAuth 2.0 dengan hak baca dan tulis.", "Switch on OAuth 2.0 with read and write rights."},
    Text{"Masuk sebagai akun instansi, lalu salin token dan token perpanjangannya.",
         "Sign in as the agency's account and copy the token and the refresh token."}};

inline constexpr std::array meta_steps{
    Text{"Buka Meta for Developers dan buat aplikasi jenis Bisnis milik instansi.",
         "Open Meta for Developers and make an app of type Business."},
    Text{"Tambahkan produk jaringan ini dan minta hak di bawah. Sebagian perlu ditinjau Meta dahulu.",
         "Add the product of this network and ask for the rights below. Meta reviews some of them first."},
    Text{"Daftarkan alamat kembali di setelan masuk produk itu (OAuth redirect URI), lalu salin nomor dan "
         "rahasia "
         "aplikasinya ke sini.",
         "Register the address to come back to in that product's login settings (OAuth redirect URI) and "
         "copy its "
         "app id and app secret."},
    Text{"Masuk sebagai pengelola akun dan setujui semua hak. Token dibuat, diperpanjang, dan disegel dengan "
         "sendirinya.",
         "Sign in as manager of the account and agree to all rights. Tokens are made, renewed and sealed by "
         "themselves."},
    Text{"Pada Webhooks, isikan alamat kiriman langsung di bawah dan sandi verifikasi yang Anda pilih.",
         "Under Webhooks enter the push address below and the verify token that you chose."}};
inline constexpr std::array whatsapp_steps{meta_steps[0], meta_steps[1],
                                           Text{"Di Pengaturan bisnis Meta, buat pengguna sistem, beri akses "
                                                "ke aplikasi dan nomor itu, lalu buat tokennya "
                                                "tanpa batas waktu.",
                                                "In Meta's business settings make a system user, give it the "
                                                "app and the number, and make a token that "
                                                "never expires."},
                                           meta_steps[4]};
/// Of a person's role on a Page; without them the Page's token may read alone.
inline constexpr std::array page_tasks{Right{"MODERATE",
                                             {"menjawab komentar; minta peran itu kepada pengelola Halaman",
                                              "to answer comments; ask who manages the Page for that role"}},
                                       Right{"CREATE_CONTENT",
                                             {"menulis kiriman; minta peran itu kepada pengelola Halaman",
                                              "to write posts; ask who manages the Page for that role"}}};
inline constexpr std::array facebook_rights{Right{"pages_show_list", pages},
                                            Right{"pages_read_engagement", read_posts},
                                            Right{"pages_read_user_content", read_mentions},
                                            Right{"pages_manage_engagement", answer},
                                            Right{"pages_manage_posts", own_posts},
                                            Right{"pages_manage_metadata", told},
                                            Right{"pages_messaging", messages}};
inline constexpr std::array instagram_rights{Right{"instagram_business_basic", who_am_i},
                                             Right{"instagram_business_manage_comments", read_mentions},
                                             Right{"instagram_business_manage_messages", messages}};
inline constexpr std::array threads_rights{
    Right{"threads_basic", who_am_i}, Right{"threads_manage_mentions", read_mentions},
    Right{"threads_read_replies", read_posts}, Right{"threads_manage_replies", answer},
    Right{"threads_content_publish", own_posts}};
inline constexpr std::array whatsapp_rights{Right{"whatsapp_business_messaging", messages},
                                            Right{"whatsapp_business_management", told}};

inline constexpr std::array youtube_rights{Right{"https://www.googleapis.com/auth/youtube.force-ssl",
                                                 {"membaca dan menjawab komentar di video instansi",
                                                  "to read and answer comments below the agency's videos"}}};
inline constexpr std::array youtube_steps{
    Text{"Buka Google Cloud Console, buat proyek, lalu nyalakan YouTube Data API v3.",
         "Open the Google Cloud Console, make a project and switch on YouTube Data API v3."},
    Text{"Buat kredensial OAuth, lalu salin Client ID dan Client secret.",
         "Make OAuth credentials; copy the client id and the client secret."},
    Text{"Masuk sebagai pemilik kanal, setujui hak di bawah, lalu salin token perpanjangannya.",
         "Sign in as owner of the channel, grant the right below and copy the refresh token."}};

inline constexpr std::array mail_steps{
    Text{"Minta petugas TI membuat kotak surel khusus pengaduan.",
         "Ask IT for a mailbox for complaints alone."},
    Text{"Pastikan kotak itu menerima alamat bertanda tambah, misalnya posko+abc@contoh.go.id. Dengan itu "
         "balasan "
         "warga kembali ke laporannya sendiri.",
         "Make sure that it takes addresses with a plus, as posko+abc@contoh.go.id: so answers find their "
         "case."},
    Text{"Salin alamat server IMAP, alamat surel, dan sandinya. Kebanyakan server memakai TLS sejak awal "
         "(imaps://, "
         "porta 993); bila petugas TI menyebut porta 143, pilih STARTTLS. Bila penyedia surel "
         "meminta "
         "sandi aplikasi, buat satu khusus untuk Tanggap.",
         "Copy the address of the IMAP server, the mail address and the password. Most speak TLS from the "
         "start "
         "(imaps://, port 993); where IT says port 143 choose STARTTLS. Where "
         "the provider asks for an app password make one for Tanggap alone."},
    Text{"Tanyakan nama server yang menulis hasil pemeriksaan pengirim (Authentication-Results). Bila tidak "
         "tahu, "
         "kosongkan: pengirim lalu tidak dinilai.",
         "Ask for the name of the server that writes Authentication-Results. If nobody knows leave it empty: "
         "senders are not judged then."}};

inline constexpr std::array activitypub_steps{
    Text{"Tidak perlu mendaftar di mana pun: akun ini hidup di server Tanggap Anda sendiri.",
         "No sign-up anywhere: this account lives on your own server."},
    Text{"Pastikan alamat server dapat dibuka dari internet dengan https.",
         "Make sure that the server can be reached from the internet by https."}};

inline constexpr std::array rss_steps{
    Text{"Buka situs berita atau instansi yang ingin disimak.", "Open the site that you want to listen to."},
    Text{"Cari tautan RSS, Atom, atau Umpan di situs itu dan salin alamatnya.",
         "Find its link to RSS, Atom or Feed and copy the address."},
    Text{"Tempel alamatnya di sini. Satu akun untuk satu umpan.",
         "Paste it here. One account for each feed."}};

inline constexpr std::array simulated_steps{
    Text{"Jaringan ini hanya untuk latihan. Isi token dengan nama akun diikuti :0, misalnya posko:0.",
         "This network is for training only. The token is the account's name and :0, as in posko:0."}};

inline constexpr std::array other_steps{
    Text{"Masuk ke jaringan itu sebagai akun instansi, bukan akun pribadi.",
         "Sign in to the network as the agency's account, not as yourself."},
    Text{"Buka bagian pengembang atau aplikasi, buat aplikasi baru, lalu salin tokennya.",
         "Open its part for developers or apps, make a new app and copy the token."}};

inline constexpr std::array all{
    Guide{"mastodon",
          "Mastodon",
          mastodon_rights,
          mastodon_steps,
          {"Alamat server adalah bagian di belakang @ kedua, misalnya https://mastodon.example.",
           "The server is what stands behind the second @: https://mastodon.example."}},
    Guide{"telegram",
          "Telegram",
          {},
          telegram_steps,
          {"Warga harus memulai percakapan dengan bot lebih dahulu; bot tidak dapat menyapa duluan.",
           "Citizens must begin the chat; a bot cannot."}},
    Guide{"bluesky",
          "Bluesky",
          {},
          bluesky_steps,
          {"Pakai sandi aplikasi, bukan sandi akun. Sandi aplikasi dapat dicabut kapan saja.",
           "Use an app password, not the account's. It can be revoked at any time."}},
    Guide{"x",
          "X",
          x_rights,
          x_steps,
          {"Banyaknya sebutan yang boleh dibaca bergantung pada paket berbayar dari X.",
           "How much may be read depends on the plan that X is paid for."}},
    Guide{"facebook",
          "Facebook",
          facebook_rights,
          meta_steps,
          {"Yang disambungkan adalah Halaman, bukan profil pribadi. Bila Anda mengelola beberapa Halaman, "
           "pilihannya muncul setelah masuk.",
           "A Page is connected, not a profile. Who manages several chooses after the sign-in."},
          /*is_by_person=*/true},
    Guide{"instagram",
          "Instagram",
          instagram_rights,
          meta_steps,
          {"Akun harus berjenis profesional. Nomor dan rahasia aplikasi adalah milik produk Instagram di "
           "aplikasi itu, "
           "bukan milik Facebook. Pesan hanya dapat dijawab dalam waktu yang dibolehkan Instagram.",
           "The account must be professional. App id and secret are those of the app's product Instagram. "
           "Messages can be answered within the time Instagram allows."}},
    Guide{"threads",
          "Threads",
          threads_rights,
          meta_steps,
          {"Nomor dan rahasia aplikasi adalah milik produk Threads di aplikasi itu.",
           "App id and secret are those of the app's product Threads."}},
    Guide{"whatsapp",
          "WhatsApp",
          whatsapp_rights,
          whatsapp_steps,
          {"WhatsApp tidak punya halaman masuk: yang berbicara adalah pengguna sistem milik instansi, dan "
           "tokennya "
           "ditempel di sini. Pesan bebas hanya boleh dikirim dalam 24 jam sesudah pesan terakhir warga.",
           "WhatsApp has no page to sign in: a system user of the agency speaks, and its token is pasted "
           "here. Free "
           "words may be sent only within 24 hours of the citizen's last message."}},
    Guide{
        "youtube",
        "YouTube",
        youtube_rights,
        youtube_steps,
        {"YouTube menjatah permintaan per hari. Bila habis, komentar menyusul keesokan harinya.",
         "YouTube grants a number of requests a day. When they are used up, comments follow the next day."}},
    Guide{"mail",
          "Surel",
          {},
          mail_steps,
          {"Tanggap hanya membaca kotak itu: tidak ada surel yang dihapus, dipindahkan, atau ditandai sudah "
           "dibaca. "
           "Jawaban kepada warga keluar lewat server surel instansi pada berkas pengaturan.",
           "Tanggap only reads the mailbox: nothing is deleted, moved or marked. Answers leave through the "
           "mail "
           "server of the settings file."}},
    Guide{"activitypub", "ActivityPub", {}, activitypub_steps, {}},
    Guide{"rss",
          "RSS",
          {},
          rss_steps,
          {"Umpan hanya disimak: isinya tampil di Simakan, tidak menjadi laporan dan tidak dijawab. Dilihat "
           "setiap seperempat jam, atau lebih jarang bila umpannya meminta.",
           "A feed is only listened to: what it says stands under Listening, opens no case and is not "
           "answered. "
           "It is looked at every quarter of an hour, or less often where the feed asks for that."}},
    Guide{"simulated", "Jaringan latihan", {}, simulated_steps, {}},
};
inline constexpr Guide other{"", "", {}, other_steps, {}};

} // namespace guide

/// Never fails: `guide::other` for a network without words of its own.
[[nodiscard]] constexpr const Guide& guide_of(std::string_view network) {
    for (const auto& each : guide::all)
        if (each.network == network || (each.network == "simulated" && network.starts_with(each.network)))
            return each;
    return guide::other;
}
/// The code itself for one without words.
[[nodiscard]] constexpr std::string_view network_name(std::string_view network) {
    const auto& found = guide_of(network);
    return found.name.empty() ? network : found.name;
}

} // namespace administration::words
