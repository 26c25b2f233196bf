// form_bench [SECONDS [CLIENTS]]: how many reports a second the page /lapor takes as browsers send it,
// without and with a photo as a phone makes it: the server as it is shipped, over SQLite, reached by whole
// multipart posts over connections that stay open. Every report is new, every photo another picture, every
// citizen has an address of their own (told by the proxy that stands before the server). Afterwards the cases
// are counted.
#include "agency/agency_actions.h"
#include "app/seed_photo.h"
#include "base/encode.h"
#include "db/database.h"
#include "db/migrate.h"

#include <fmt/format.h>
#include <sodium.h>
#include <vips/vips.h>

#include <algorithm>
#include <arpa/inet.h>
#include <atomic>
#include <chrono>
#include <fcntl.h>
#include <filesystem>
#include <iostream>
#include <netinet/tcp.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr int port = 8110;
constexpr int wide = 4032, high = 3024; ///< twelve megapixels, as phones of the last years
constexpr std::size_t scenes = 4;

std::string random_bytes(std::size_t count) {
    std::string out(count, '\0');
    randombytes_buf(out.data(), out.size());
    return out;
}

/// Clouds of three sizes with the grain of a small sensor; about as many bytes as a phone's own photo.
std::string draw_photo(std::size_t scene) {
    constexpr int cells[] = {384, 96, 24};
    constexpr double strengths[] = {90, 40, 22};
    constexpr double grain = 6;
    VipsImage* bands[3] = {};
    for (std::size_t band = 0; band < 3; ++band) {
        VipsImage* sum = nullptr;
        vips_gaussnoise(&sum, wide, high, "mean", 128.0, "sigma", grain, "seed",
                        static_cast<int>(100 * scene + band), nullptr);
        for (std::size_t i = 0; i < 3; ++i) {
            VipsImage *clouds = nullptr, *scaled = nullptr, *added = nullptr;
            // The same clouds in every band, a little apart: a scene, not three.
            vips_perlin(&clouds, wide, high, "cell_size", cells[i] + static_cast<int>(band), "seed",
                        static_cast<int>(7 * scene + i), nullptr);
            vips_linear1(clouds, &scaled, strengths[i], 0, nullptr);
            vips_add(sum, scaled, &added, nullptr);
            g_object_unref(clouds);
            g_object_unref(scaled);
            g_object_unref(sum);
            sum = added;
        }
        bands[band] = sum;
    }
    VipsImage *joined = nullptr, *bytes = nullptr, *coloured = nullptr;
    vips_bandjoin(bands, &joined, 3, nullptr);
    vips_cast(joined, &bytes, VIPS_FORMAT_UCHAR, nullptr);
    vips_copy(bytes, &coloured, "interpretation", VIPS_INTERPRETATION_sRGB, nullptr);
    void* data = nullptr;
    std::size_t size = 0;
    if (vips_jpegsave_buffer(coloured, &data, &size, "Q", 82, nullptr) != 0)
        throw std::runtime_error(vips_error_buffer());
    std::string out(static_cast<const char*>(data), size);
    g_free(data);
    for (auto* image : {bands[0], bands[1], bands[2], joined, bytes, coloured})
        g_object_unref(image);
    return out;
}

/// An agency with a place to go to for every report.
void set_up(db::Database& database) {
    base::IdSource ids(base::system_now(), 900);
    const agency::Change change{.ids = ids, .now = base::system_now()()};
    auto done = database.write([&](db::Tx& tx) -> base::Result<void> {
        agency::Agency wanted;
        wanted.name = "Dinas Bina Marga";
        wanted.prefix = "DBM";
        wanted.profile = "sp4n-lapor";
        wanted.regions = {"31"};
        auto made = agency::create_agency(tx, change, random_bytes, wanted);
        if (!made) return base::pass(made);
        auto office = agency::add_office(
            tx, change, made->id, {.id = {}, .parent = {}, .name = "Suku Dinas Selatan", .short_name = ""});
        if (!office) return base::pass(office);
        auto topic = agency::put_topic(
            tx, change, made->id,
            {.code = "lampu-jalan", .name_id = "Lampu jalan", .name_en = "", .words = {"lampu", "padam"}});
        if (!topic) return topic;
        auto rule = agency::add_rule(
            tx, change, made->id,
            {.id = {}, .ordinal = 1, .topic = "lampu-jalan", .area = {}, .office = office->id});
        if (!rule) return base::pass(rule);
        auto account = agency::add_account(
            tx, change, made->id, {.id = {}, .office = office->id, .network = "form", .name = "Web"});
        if (!account) return base::pass(account);
        return {};
    });
    if (!done) throw std::runtime_error(done.error().code + " " + done.error().field);
}

class Server {
public:
    Server(const std::filesystem::path& program, const std::filesystem::path& data) {
        child_ = ::fork();
        if (child_ == 0) {
            const int nothing = ::open("/dev/null", O_WRONLY);
            ::dup2(nothing, STDOUT_FILENO);
            ::dup2(nothing, STDERR_FILENO);
            const std::string listen = fmt::format("127.0.0.1:{}", port);
            ::execl(program.c_str(), program.c_str(), "serve", "--data", data.c_str(), "--listen",
                    listen.c_str(), "--trusted-proxy", "127.0.0.1", nullptr);
            ::_exit(127);
        }
    }
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    ~Server() { stop(); }
    void stop() {
        if (child_ <= 0) return;
        ::kill(child_, SIGTERM);
        ::waitpid(child_, nullptr, 0);
        child_ = 0;
    }

private:
    pid_t child_ = 0;
};

/// One connection, opened again when the server closed it.
class Connection {
public:
    Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection() { close(); }

    /// Status of the answer; 0: none came.
    int ask(std::initializer_list<std::string_view> parts) {
        if (socket_ < 0 && !open()) return 0;
        for (std::string_view part : parts)
            if (!send(part)) return lost();
        std::string head;
        std::size_t end = 0;
        while ((end = head.find("\r\n\r\n")) == std::string::npos)
            if (!receive(head)) return lost();
        const auto length = head.find("Content-Length: ");
        const std::size_t body = length < end ? std::stoul(head.substr(length + 16)) : 0;
        while (head.size() < end + 4 + body)
            if (!receive(head)) return lost();
        const int status = std::stoi(head.substr(9, 3));
        if (head.substr(0, end).contains("Connection: close")) close();
        return status;
    }

private:
    bool open() {
        socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const int on = 1;
        ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0) return true;
        close();
        return false;
    }
    bool send(std::string_view bytes) {
        while (!bytes.empty()) {
            const auto count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
        return true;
    }
    bool receive(std::string& into) {
        char buffer[16384];
        const auto count = ::recv(socket_, buffer, sizeof buffer, 0);
        if (count <= 0) return false;
        into.append(buffer, static_cast<std::size_t>(count));
        return true;
    }
    int lost() {
        close();
        return 0;
    }
    void close() {
        if (socket_ >= 0) ::close(socket_);
        socket_ = -1;
    }
    int socket_ = -1;
};

std::string member(std::string_view name, std::string_view value) {
    return fmt::format("--batas\r\nContent-Disposition: form-data; name=\"{}\"\r\n\r\n{}\r\n", name, value);
}

/// One report, as a browser posts the form.
int post(Connection& connection, std::size_t number, std::string_view photo) {
    std::string fields = member("kunci", base::to_base64url(random_bytes(16)));
    fields += member("isi", fmt::format("Lampu jalan nomor {} di depan pasar Tebet Timur padam sejak kemarin "
                                        "malam. Gelap dan rawan, mohon segera diperbaiki petugas.",
                                        number));
    fields +=
        member("tempat", fmt::format("Jalan Tebet Timur Dalam {}, Tebet, Jakarta Selatan", number % 90));
    fields += member("identitas", "public") + member("surel", "") + member("hp", "") + member("situs", "");
    if (!photo.empty())
        fields += "--batas\r\nContent-Disposition: form-data; name=\"foto\"; filename=\"IMG.jpg\"\r\n"
                  "Content-Type: image/jpeg\r\n\r\n";
    const std::string_view tail = photo.empty() ? "--batas--\r\n" : "\r\n--batas--\r\n";
    const std::string head =
        fmt::format("POST /lapor HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nSec-Fetch-Site: same-origin\r\n"
                    "X-Forwarded-For: 10.{}.{}.{}\r\nContent-Type: multipart/form-data; boundary=batas\r\n"
                    "Content-Length: {}\r\n\r\n",
                    port, number >> 16 & 255, number >> 8 & 255, number & 255,
                    fields.size() + photo.size() + tail.size());
    return connection.ask({head, fields, photo, tail});
}

double percentile(const std::vector<double>& sorted, double share) {
    return sorted.empty() ? 0
                          : sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

/// Reports that were answered with the way to their page.
std::size_t run(std::string_view what, int seconds, int clients, std::atomic<std::size_t>& numbers,
                const std::vector<std::string>& photos) {
    std::mutex together;
    std::vector<double> times; // ms
    std::map<int, int> others;
    const auto begun = Clock::now();
    const auto until = begun + std::chrono::seconds(seconds);
    {
        std::vector<std::jthread> all;
        for (int i = 0; i < clients; ++i)
            all.emplace_back([&] {
                Connection connection;
                while (Clock::now() < until) {
                    const std::size_t number = ++numbers;
                    const std::string photo =
                        photos.empty() ? "" : app::photo_variant(photos[number % scenes], number / scenes);
                    const auto sent = Clock::now();
                    const int status = post(connection, number, photo);
                    const double ms = std::chrono::duration<double, std::milli>(Clock::now() - sent).count();
                    const std::lock_guard lock(together);
                    if (status == 303)
                        times.push_back(ms);
                    else
                        ++others[status];
                }
            });
    }
    const double took = std::chrono::duration<double>(Clock::now() - begun).count();
    std::ranges::sort(times);
    fmt::print("  {}: {:.1f} reports/s ({} in {:.1f} s, {} clients), p50 {:.0f} ms, p99 {:.0f} ms\n", what,
               static_cast<double>(times.size()) / took, times.size(), took, clients, percentile(times, 0.5),
               percentile(times, 0.99));
    for (const auto& [status, count] : others)
        fmt::print("    answered {}: {}\n", status, count);
    std::fflush(stdout);
    return times.size();
}

constexpr db::Query<std::int64_t()> count_cases{"bench.cases", "select count(*) from cases"};
constexpr db::Query<std::int64_t()> count_pictures{"bench.pictures", "select count(*) from media"};
constexpr db::Query<std::int64_t()> count_stored{"bench.stored", "select count(distinct stored) from media"};

} // namespace

int main(int argc, char** argv) try {
    const int seconds = argc > 1 ? std::stoi(argv[1]) : 20;
    const int clients = argc > 2 ? std::stoi(argv[2]) : 8;
    if (sodium_init() < 0 || VIPS_INIT(argv[0]) != 0) throw std::runtime_error("libraries");
    std::vector<std::string> photos;
    for (std::size_t i = 0; i < scenes; ++i)
        photos.push_back(draw_photo(i));
    fmt::print("form: photos of {} x {} pixels, {:.1f} to {:.1f} MB\n", wide, high,
               static_cast<double>(std::ranges::min(photos, {}, &std::string::size).size()) / 1e6,
               static_cast<double>(std::ranges::max(photos, {}, &std::string::size).size()) / 1e6);
    std::string folder = (std::filesystem::temp_directory_path() / "tanggap-form-XXXXXX").string();
    if (!::mkdtemp(folder.data())) throw std::runtime_error("no temporary folder");
    const std::string where = folder + "/tanggap.db";
    {
        auto database = db::open(where).value();
        if (auto done = db::migrate(*database); !done) throw std::runtime_error(done.error().detail);
        set_up(*database);
    }
    std::size_t taken = 0, with_photo = 0;
    {
        Server server(std::filesystem::canonical("/proc/self/exe").parent_path() / "tanggap", folder);
        const std::string ready = "GET /readyz HTTP/1.1\r\nHost: x\r\n\r\n";
        const auto until = Clock::now() + 20s;
        for (Connection connection; connection.ask({ready}) != 200; std::this_thread::sleep_for(50ms))
            if (Clock::now() > until) throw std::runtime_error("the server does not answer");
        std::atomic<std::size_t> numbers{0};
        taken += run("without a photo", seconds, clients, numbers, {});
        with_photo = run("with a photo", seconds, clients, numbers, photos);
        taken += with_photo;
    }
    auto database = db::open(where).value();
    const auto count = [&](const auto& query) {
        return database->read([&](db::Tx& tx) { return tx.one(query).value_or(0); });
    };
    const auto cases = count(count_cases);
    fmt::print("  cases {} of {} answered, pictures {} of {}, different ones on disk {}\n", cases, taken,
               count(count_pictures), with_photo, count(count_stored));
    std::filesystem::remove_all(folder);
    return cases == static_cast<std::int64_t>(taken) ? 0 : 1;
} catch (const std::exception& error) {
    std::cerr << "form: " << error.what() << "\n";
    return 1;
}
