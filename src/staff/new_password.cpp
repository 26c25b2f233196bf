// What a new password must be.
#include "base/text.h"
#include "staff/password.h"

#include <algorithm>
#include <set>

namespace staff {
namespace {

constexpr std::size_t min_characters = 12;
constexpr std::size_t max_characters = 1024;
constexpr std::size_t min_other_letters = 4;
constexpr std::size_t min_different = 5;

/// The stems of the passwords that are tried first here, longest first; digits and signs around them do not
/// count.
constexpr std::string_view common[] = {
    "bismillahirrahmanirrahim",
    "abcdefghijklmnopqrstuvwxyz",
    "bhinnekatunggalika",
    "alhamdulillah",
    "assalamualaikum",
    "administrator",
    "passwordbaru",
    "qwertyuiop",
    "iloveyou",
    "indonesiaraya",
    "alhamdulilah",
    "abcdefghijkl",
    "katasandi",
    "bismillah",
    "bismilah",
    "indonesia",
    "pancasila",
    "semangat",
    "asdfghjkl",
    "password",
    "passw",
    "surabaya",
    "semarang",
    "yogyakarta",
    "makassar",
    "welcome",
    "sayangku",
    "sayang",
    "jakarta",
    "bandung",
    "merdeka",
    "garuda",
    "rahasia",
    "tanggap",
    "instansi",
    "petugas",
    "operator",
    "selamat",
    "anakku",
    "ganteng",
    "cantik",
    "zxcvbnm",
    "qwerty",
    "abcdef",
    "abcd",
    "admin",
    "dinas",
    "kantor",
    "master",
    "dragon",
    "monkey",
    "login",
    "pass",
    "user",
    "guest",
    "root",
    "test",
    "doraemon",
    "naruto",
    "persib",
    "persija",
    "cinta",
    "allah",
};

std::string letters_of(std::string_view text) {
    std::string out;
    for (char c : base::lower_ascii(text))
        if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80) out += c;
    return out;
}

void take_out(std::string& text, std::string_view word) {
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word))
        text.erase(at, word.size());
}

bool is_common(std::string_view password, std::string_view login) {
    if (std::set<char>(password.begin(), password.end()).size() < min_different) return true;
    // Digits alone are a phone number, NIP or birthday: found in any list of staff.
    std::string letters = letters_of(password);
    if (std::string own = letters_of(login); own.size() >= 3) take_out(letters, own);
    for (std::string_view word : common)
        take_out(letters, word);
    return base::length(letters) < min_other_letters;
}

} // namespace

base::Result<void> check_new_password(std::string_view password, std::string_view login) {
    if (!base::is_utf8(password) || password.find('\0') != std::string_view::npos ||
        password.size() > max_characters)
        return base::fail_field("password");
    if (base::length(password) < min_characters) return base::fail_field("password", "password.short");
    if (is_common(password, login)) return base::fail_field("password", "password.common");
    return {};
}

} // namespace staff
