// tanggap-media: decodes one picture in a process that can do nothing else. The picture comes on standard
// input, the cleaned picture and its small copy go to descriptors 3 and 4, one line of JSON says what came of
// it.
#include "media/child/clean.h"
#include "media/child/sandbox.h"
#include "media/sniff.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace {

using namespace media;

constexpr int stored_fd = 3;
constexpr int thumb_fd = 4;
constexpr const char* help =
    "Usage: tanggap-media <PICTURE 3>CLEANED.jpg 4>SMALL.jpg\n\n"
    "Decodes one JPEG, PNG, WebP or HEIF picture of at most 10 MB and 50 megapixels, turns it upright, drops "
    "every\n"
    "note in it and writes it again as JPEG, with a small copy. Prints one line of JSON. Exits 0, or 1 when "
    "the\n"
    "picture was refused (the line says why), or 2 when the program could not do its work.\n";

bool write_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = write(fd, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

/// Standard input up to one byte more than is taken.
std::string read_picture() {
    std::string bytes;
    constexpr std::size_t step = 1 << 18;
    while (bytes.size() <= static_cast<std::size_t>(max_upload_bytes)) {
        const std::size_t before = bytes.size();
        bytes.resize(before + step);
        const ssize_t count = read(STDIN_FILENO, bytes.data() + before, step);
        bytes.resize(before + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
        if (count == 0 || (count < 0 && errno != EINTR)) break;
    }
    return bytes;
}

/// Printable ASCII without quotes, short: it stands in JSON and in a log.
std::string plain(std::string_view text) {
    std::string out;
    for (const char c : text.substr(0, 200))
        out += c >= ' ' && c < 0x7F && c != '"' && c != '\\' ? c : ' ';
    return out;
}

int refuse(std::string_view state, std::string_view why) {
    write_all(STDOUT_FILENO, "{\"state\":\"" + std::string(state) + "\",\"why\":\"" + plain(why) + "\"}\n");
    return 1;
}

int refuse(const base::Problem& problem) {
    if (problem.kind == base::Kind::too_large) return refuse("too_large", problem.detail);
    return refuse(problem.kind == base::Kind::unsupported ? "unsupported" : "unreadable", problem.detail);
}

int cannot(const char* what) {
    std::fprintf(stderr, "tanggap-media: %s: %s\n", what, std::strerror(errno));
    return 2;
}

std::string line_of(const child::Cleaned& cleaned) {
    std::string line = "{\"state\":\"clean\",\"width\":" + std::to_string(cleaned.width) +
                       ",\"height\":" + std::to_string(cleaned.height);
    if (cleaned.taken_at) line += ",\"taken_at\":\"" + *cleaned.taken_at + "\"";
    if (cleaned.lat && cleaned.lon)
        line += ",\"lat\":" + std::to_string(*cleaned.lat) + ",\"lon\":" + std::to_string(*cleaned.lon);
    return line + "}\n";
}

int run(const char* program) {
    if (fcntl(stored_fd, F_GETFD) < 0 || fcntl(thumb_fd, F_GETFD) < 0) return cannot("descriptors 3 and 4");
    close_range(thumb_fd + 1, ~0U, 0);
    if (!child::limit_resources()) return cannot("limits");
    const std::string bytes = read_picture();
    if (bytes.size() > static_cast<std::size_t>(max_upload_bytes))
        return refuse("too_large", "more than 10 MB");
    const auto sniffed = sniff(bytes);
    if (!sniffed) return refuse(sniffed.error());
    if (!child::start(program, sniffed->format)) return cannot("libvips");
    if (!child::seal()) return cannot("seccomp");
    const auto cleaned = child::clean(bytes, sniffed->format);
    if (!cleaned)
        return refuse(cleaned.error().refusal == child::Refusal::too_large ? "too_large" : "unreadable",
                      cleaned.error().why);
    if (!write_all(stored_fd, cleaned->stored) || !write_all(thumb_fd, cleaned->thumb))
        return refuse("disk_full", std::strerror(errno));
    return write_all(STDOUT_FILENO, line_of(*cleaned)) ? 0 : 2;
}

} // namespace

int main(int count, char** words) {
    if (count > 1) {
        const bool is_help = std::string_view(words[1]) == "--help";
        std::fputs(help, is_help ? stdout : stderr);
        return is_help ? 0 : 2;
    }
    const int status = run(words[0]);
    // Destructors of libraries may want what the filter forbids, and nothing is left to save.
    _exit(status);
}
