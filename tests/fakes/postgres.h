// A private PostgreSQL for one test program: made in a temporary directory, reached by a unix socket only,
// started at the first use and gone with the program, also when that is killed. Throws when PostgreSQL is not
// installed.
#pragma once
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <libpq-fe.h>
#include <memory>
#include <pwd.h>
#include <stdexcept>
#include <string>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace tests {

class Postgres {
public:
    static Postgres& server() {
        static Postgres one;
        return one;
    }

    /// A connection URL of the named database.
    [[nodiscard]] std::string url(const std::string& database) const {
        return "postgresql:///" + database + "?host=" + directory_ + "&user=tanggap";
    }

    /// Runs one statement outside a transaction, as `create database` needs.
    void run(const std::string& sql, const std::string& database = "postgres") const {
        const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(PQconnectdb(url(database).c_str()),
                                                                      &PQfinish);
        const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(connection.get(), sql.c_str()),
                                                                   &PQclear);
        const auto status = PQresultStatus(result.get());
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
            throw std::runtime_error(sql + ": " + PQerrorMessage(connection.get()));
    }

    /// As after a crash of the server: stops it at once and starts it again.
    void restart() {
        command({"pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop"});
        start();
    }
    void stop() { command({"pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop"}); }
    void start() {
        command({"pg_ctl", "-D", data(), "-w", "-l", directory_ + "/log", "-o",
                 "-c listen_addresses= -c unix_socket_directories=" + directory_ +
                     " -c fsync=off -c full_page_writes=off -c max_connections=200 -c deadlock_timeout=50ms "
                     "-c shared_buffers=32MB "
                     "-c autovacuum=off -c max_wal_size=4GB -c checkpoint_timeout=1h",
                 "start"});
    }

    Postgres(const Postgres&) = delete;
    Postgres& operator=(const Postgres&) = delete;
    ~Postgres() {
        ::close(alive_);
        ::waitpid(janitor_, nullptr, 0);
    }

private:
    Postgres() {
        if (!std::filesystem::exists(programs + std::string("initdb")))
            throw std::runtime_error(std::string("PostgreSQL 15 is missing (") + programs +
                                     "initdb): run bin/setup --test");
        std::string name = (std::filesystem::temp_directory_path() / "tanggap-pg-XXXXXX").string();
        if (!::mkdtemp(name.data())) throw std::runtime_error("no temporary directory for PostgreSQL");
        directory_ = name;
        if (::getuid() == 0) {
            const passwd* user = ::getpwnam("postgres");
            if (!user)
                throw std::runtime_error("PostgreSQL refuses to run as root and there is no user postgres");
            user_ = user->pw_uid;
            group_ = user->pw_gid;
            if (::chown(name.c_str(), user_, group_) != 0) throw std::runtime_error("chown " + name);
        }
        leave_a_janitor();
        command({"initdb", "-D", data(), "-U", "tanggap", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8",
                 "--no-sync"});
        start();
    }

    [[nodiscard]] std::string data() const { return directory_ + "/data"; }

    void become_user() const {
        if (user_ != 0 && (::setgid(group_) != 0 || ::setuid(user_) != 0)) ::_exit(126);
    }

    /// A process that outlives this one by a moment: when the pipe closes, it stops the server and removes
    /// its files.
    void leave_a_janitor() {
        int pipe[2];
        if (::pipe2(pipe, O_CLOEXEC) != 0) throw std::runtime_error("pipe2");
        const std::string script = "cat >/dev/null; p=$(head -1 '" + data() +
                                   "/postmaster.pid' 2>/dev/null) && kill -QUIT $p; sleep 0.1; rm -rf '" +
                                   directory_ + "'";
        janitor_ = ::fork();
        if (janitor_ == 0) {
            ::setsid();
            ::dup2(pipe[0], 0);
            ::execl("/bin/sh", "sh", "-c", script.c_str(), nullptr);
            ::_exit(127);
        }
        ::close(pipe[0]);
        alive_ = pipe[1];
    }

    void command(std::vector<std::string> words) const {
        const std::string program = programs + words[0];
        std::vector<char*> argv;
        for (auto& word : words)
            argv.push_back(word.data());
        argv.push_back(nullptr);
        const std::string log = directory_ + "/command.log";
        const pid_t child = ::fork();
        if (child == 0) {
            become_user();
            const int out = ::open(log.c_str(), O_CREAT | O_WRONLY | O_APPEND, 0600);
            ::dup2(out, 1);
            ::dup2(out, 2);
            if (::chdir("/") != 0) ::_exit(125);
            ::execv(program.c_str(), argv.data());
            ::_exit(127);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
            throw std::runtime_error("the PostgreSQL of the tests: " + words[0] + " failed, see " + log);
    }

    static constexpr const char* programs = "/usr/lib/postgresql/15/bin/";
    std::string directory_;
    uid_t user_ = 0;
    gid_t group_ = 0;
    pid_t janitor_ = -1;
    int alive_ = -1;
};

} // namespace tests
