// Words of the posts' list, composer, page, policies and wall. `{}` is filled by filled().
#pragma once
#include "base/language.h"
#include "publishing/policy.h"

namespace publishing::words {

using base::Text;

template <class E> struct Named {
    E value;
    Text name;
};
template <class E, std::size_t N> [[nodiscard]] constexpr Text name_in(const Named<E> (&all)[N], E value) {
    for (const auto& each : all)
        if (each.value == value) return each.name;
    return {};
}

inline constexpr Named<State> states[]{
    {State::awaiting, {"Menunggu persetujuan", "Awaiting approval"}},
    {State::draft, {"Konsep", "Draft"}},
    {State::returned, {"Dikembalikan", "Sent back"}},
    {State::approved, {"Akan dikirim", "About to be sent"}},
    {State::released, {"Sudah dikirim", "Sent out"}},
    {State::dropped, {"Dibuang", "Dropped"}},
};
inline constexpr Named<Kind> kinds[]{
    {Kind::announcement, {"Pengumuman", "Announcement"}},
    {Kind::live, {"Langsung dari lapangan", "Live from the field"}},
    {Kind::incident, {"Kejadian selesai", "A matter resolved"}},
};
inline constexpr Named<Rule> rules[]{
    {Rule::off, {"Tidak dibuat", "Not made"}},
    {Rule::none, {"Langsung, tanpa persetujuan", "At once, without approval"}},
    {Rule::second, {"Satu orang lain menyetujui", "One other person approves"}},
    {Rule::head, {"Kepala unit menyetujui", "The head approves"}},
};
inline constexpr Named<Audience> audiences[]{
    {Audience::staff, {"Petugas saja", "Staff only"}},
    {Audience::approved, {"Semua orang, sesudah laporan disetujui", "Everybody, once a report is approved"}},
    {Audience::everybody, {"Semua orang, begitu laporan masuk", "Everybody, as soon as a report arrives"}},
};

inline constexpr Text title{"Siaran", "Posts"};
inline constexpr Text lede{
    "Kiriman atas nama akun sendiri. Yang perlu disetujui tidak dikirim sebelum orang lain menyetujuinya.",
    "What accounts say of their own. What needs approval is not sent before somebody else approves it."};
inline constexpr Text states_label{"Pilih status siaran", "Choose a state"};
inline constexpr Text write_new{"Tulis siaran", "Write a post"};
inline constexpr Text to_wall{"Buka dinding", "Open the wall"};
inline constexpr Text to_rules{"Atur persetujuan", "Set up approval"};
inline constexpr Text nothing{"Tidak ada siaran di sini", "No posts here"};
inline constexpr Text nothing_text{"Siaran muncul di sini dengan sendirinya.",
                                   "Posts appear here by themselves."};
inline constexpr Text more{"Tampilkan siaran sebelumnya", "Show earlier posts"};
inline constexpr Text back{"Semua siaran", "All posts"};
inline constexpr Text list_title{"Daftar siaran", "List of posts"};
inline constexpr Text pictures_count{"{} foto", "{} pictures"};

inline constexpr Text office{"Unit kerja", "Office"};
inline constexpr Text choose_office{"Ganti unit", "Change office"};
inline constexpr Text text{"Isi siaran", "Text"};
inline constexpr Text text_hint{
    "Tulis apa adanya, sebutkan hari dan jam. Data pribadi warga tidak boleh disebut.",
    "Write plainly, name day and hour. Citizens' private data must not appear."};
inline constexpr Text outlets{"Dikirim ke", "Sent to"};
inline constexpr Text no_outlets{
    "Unit ini belum punya akun yang tersambung ke jaringan yang menerima siaran.",
    "This office has no account connected to a network that takes posts."};
inline constexpr Text room{"sisa {} dari {} huruf", "{} of {} characters left"};
inline constexpr Text room_over{"kelebihan {} dari {} huruf", "{} over the {} characters"};
inline constexpr Text photo_max{"paling banyak {} foto", "{} pictures at most"};
inline constexpr Text photo_none{"tanpa foto", "no pictures"};
inline constexpr Text photos{"Foto", "Pictures"};
inline constexpr Text photos_hint{"Paling banyak 4. Lokasi dan data kamera dihapus.",
                                  "At most 4. Place and camera data are removed."};
inline constexpr Text alt{"Keterangan foto", "What the pictures show"};
inline constexpr Text alt_hint{"Dibacakan kepada warga yang tidak dapat melihat fotonya.",
                               "Read to people who cannot see the picture."};
inline constexpr Text alt_of{"Keterangan foto {}", "What picture {} shows"};
inline constexpr Text take_out{"Lepas foto ini", "Take this picture out"};
inline constexpr Text count{"Hitung sisa huruf", "Count what is left"};
inline constexpr Text save{"Simpan konsep", "Save the draft"};
inline constexpr Text save_changes{"Simpan perubahan", "Save the changes"};
inline constexpr Text hand_in{"Ajukan siaran", "Hand it in"};
inline constexpr Text change{"Ubah siaran", "Change it"};
inline constexpr Text change_note{"Siapa pun yang mengubah menjadi penulis, dan tidak dapat menyetujuinya.",
                                  "Whoever changes it becomes an author and cannot approve it."};
inline constexpr Text approve{"Setujui siaran", "Approve"};
inline constexpr Text send_back{"Kembalikan", "Send back"};
inline constexpr Text reason{"Alasan dikembalikan", "Why it is sent back"};
inline constexpr Text pull_back{"Tarik kembali", "Pull it back"};
inline constexpr Text drop{"Buang siaran", "Drop it"};
inline constexpr Text recall{"Hapus dari semua jaringan", "Delete it everywhere"};
inline constexpr Text recall_note{"Yang sudah terbaca atau disalin orang tidak dapat ditarik.",
                                  "What was read or copied cannot be taken back."};
inline constexpr Text recall_stays{
    "Dari sini tidak dapat dihapus di {}: jaringannya tidak menyediakan caranya.",
    "Cannot be deleted from here at {}: the network offers no way."};
inline constexpr Text own_words{
    "Anda ikut menulis siaran ini atau menyelesaikan laporannya, jadi orang lain yang menyetujuinya.",
    "You wrote part of this or solved what it tells of, so somebody else approves it."};
inline constexpr Text awaits{"Menunggu: {}.", "Waiting: {}."};
inline constexpr Text goes_out{"Dikirim {}. Sampai saat itu penulis atau penyetuju dapat menariknya.",
                               "Goes out {}. Until then its author or approver can pull it back."};
inline constexpr Text targets{"Di jaringan", "On the networks"};
inline constexpr Text see_post{"Buka kirimannya", "Open the post"};
inline constexpr Text not_yet{"Belum dikirim", "Not sent yet"};
inline constexpr Text being_recalled{"sedang dihapus", "being deleted"};
inline constexpr Text recall_refused{"jaringan menolak menghapus; hapus di sana dengan tangan",
                                     "the network refuses to delete it; delete it there by hand"};
inline constexpr Text settle{"Pastikan di Kiriman keluar", "Settle it under Outgoing"};
inline constexpr Text history{"Riwayat", "History"};
inline constexpr Text by_machine{"Sistem", "The system"};

struct StepWords {
    std::string_view kind;
    Text name;
};
inline constexpr StepWords happened[]{
    {written, {"Ditulis", "Written"}},
    {edited, {"Diubah", "Changed"}},
    {handed_in, {"Diajukan", "Handed in"}},
    {approved, {"Disetujui", "Approved"}},
    {returned, {"Dikembalikan", "Sent back"}},
    {pulled_back, {"Ditarik kembali", "Pulled back"}},
    {released, {"Mulai dikirim", "Began to be sent"}},
    {dropped, {"Dibuang", "Dropped"}},
    {recalled, {"Penghapusan diminta", "Deletion asked for"}},
};

inline constexpr Text wrong_title{"Siaran belum dapat diteruskan", "The post cannot go on yet"};
inline constexpr Text wrong_safe{"Yang Anda tulis masih ada di bawah.", "What you wrote is still below."};
inline constexpr Text no_text{"Isi siaran masih kosong.", "The text is empty."};
inline constexpr Text no_outlet{"Pilih paling sedikit satu akun.", "Choose at least one account."};
inline constexpr Text too_long{"{}: kelebihan {} huruf.", "{}: {} characters too many."};
inline constexpr Text too_many{"{}: paling banyak {} foto.", "{}: {} pictures at most."};
inline constexpr Text no_alt{"Foto {} belum diberi keterangan.", "Picture {} is not described yet."};
inline constexpr Text alt_too_long{"{}: keterangan foto {} terlalu panjang.",
                                   "{}: the description of picture {} is too long."};
inline constexpr Text outlet_gone{"Satu akun tidak lagi tersambung. Lepas centangnya.",
                                  "An account is not connected any more. Untick it."};
inline constexpr Text bad_photo{"Foto tidak dapat dibaca. Pilih foto lain.",
                                "The picture cannot be read. Choose another one."};
inline constexpr Text bad_reason{"Tulis alasannya, supaya penulis tahu apa yang perlu diubah.",
                                 "Say why, so that its author knows what to change."};
inline constexpr Text changed{"Siaran ini baru saja berubah. Periksa lagi, lalu ulangi.",
                              "This post has just changed. Look again and repeat."};
inline constexpr Text not_yours{"Peran Anda di unit ini tidak mencakup langkah itu.",
                                "Your role at this office does not include that step."};
inline constexpr Text wrong_other{"Ada isian yang perlu diperbaiki.", "Something needs mending."};

// Policies
inline constexpr Text rules_title{"Persetujuan siaran", "Approval of posts"};
inline constexpr Text rules_lede{
    "Tiap unit mengikuti aturan unit di atasnya, kecuali punya aturan sendiri. Tidak ada yang menyetujui "
    "tulisannya sendiri.",
    "Each office follows the one above it unless it has a rule of its own. Nobody approves their own words."};
inline constexpr Text rule{"Persetujuan", "Approval"};
inline constexpr Text window{"Jeda sebelum dikirim (menit)", "Minutes before it is sent"};
inline constexpr Text own_rule{"aturan sendiri", "its own"};
inline constexpr Text from_above{"mengikuti unit di atasnya", "as above"};
inline constexpr Text save_rule{"Simpan aturan", "Save the rule"};
inline constexpr Text reset_rule{"Ikuti unit di atas", "Follow the office above"};
inline constexpr Text audience{"Siapa yang dapat melihat dinding", "Who may watch the wall"};
inline constexpr Text save_audience{"Simpan", "Save"};
inline constexpr Text saved{"Tersimpan.", "Saved."};

// The wall
inline constexpr Text wall_title{"Langsung dari lapangan", "Live from the field"};
inline constexpr Text wall_lede{"Yang sedang dikerjakan petugas kami hari ini, terbaru di atas.",
                                "What our officers are doing today, newest first."};
inline constexpr Text wall_empty{"Belum ada laporan dari lapangan", "No reports from the field yet"};
inline constexpr Text wall_empty_text{
    "Laporan petugas tampil di sini begitu masuk, tanpa memuat ulang halaman.",
    "Officers' reports appear here as they arrive, without reloading."};
inline constexpr Text wall_live{"Diperbarui sendiri", "Updates by itself"};
inline constexpr Text wall_lost{"Sambungan terputus; mencoba lagi", "Connection lost; trying again"};

} // namespace publishing::words
