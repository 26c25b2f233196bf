#include "app/metrics.h"

#include <fmt/format.h>

#include <iterator>

namespace app {
namespace {

class Text {
public:
    void family(std::string_view name, std::string_view type, std::string_view help) {
        fmt::format_to(std::back_inserter(out_), "# HELP {0} {1}\n# TYPE {0} {2}\n", name, help, type);
    }
    template <class Number> void sample(std::string_view name, std::string_view labels, Number value) {
        fmt::format_to(std::back_inserter(out_),
                       fmt::runtime(labels.empty() ? "{0}{1} {2}\n" : "{0}{{{1}}} {2}\n"), name, labels,
                       value);
    }
    template <class Number>
    void single(std::string_view name, std::string_view type, std::string_view help, Number value) {
        family(name, type, help);
        sample(name, "", value);
    }
    /// Cumulative buckets from counts per bucket; the last bound is +Inf.
    template <class Counts, class Bounds> void buckets(std::string_view name, const std::string& labels,
                                                       const Counts& counts, const Bounds& bounds,
                                                       double unit) {
        std::uint64_t sum = 0;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            sum += static_cast<std::uint64_t>(counts[i]);
            std::string bound =
                i < bounds.size() ? fmt::format("{}", static_cast<double>(bounds[i]) * unit) : "+Inf";
            sample(fmt::format("{}_bucket", name), fmt::format("{},le=\"{}\"", labels, bound), sum);
        }
        sample(fmt::format("{}_count", name), labels, sum);
    }
    std::string take() { return std::move(out_); }

private:
    std::string out_;
};

void edge(Text& out, const http::Metrics& http) {
    out.single("tanggap_http_connections", "gauge", "Open connections", http.open_connections);
    out.single("tanggap_http_streams", "gauge", "Open event streams", http.open_streams);
    out.single("tanggap_http_queued", "gauge", "Requests waiting for a worker", http.queued);
    out.single("tanggap_http_accepted_total", "counter", "Connections accepted", http.accepted);
    out.single("tanggap_http_refused_connections_total", "counter", "Connections over a limit",
               http.refused_connections);
    out.single("tanggap_http_made_room_total", "counter", "Waiting connections closed for new ones",
               http.made_room);
    out.single("tanggap_http_busy_total", "counter", "Requests answered 503 by the edge", http.refused_busy);
    out.single("tanggap_http_bytes_in_total", "counter", "Bytes read", http.bytes_in);
    out.single("tanggap_http_bytes_out_total", "counter", "Bytes written", http.bytes_out);
    out.family("tanggap_http_requests_total", "counter", "Requests by route and class of status");
    for (const auto& route : http.routes)
        for (std::size_t i = 0; i < route.by_class.size(); ++i)
            if (route.by_class[i] > 0)
                out.sample("tanggap_http_requests_total",
                           fmt::format("method=\"{}\",route=\"{}\",status=\"{}xx\"", route.method,
                                       route.pattern, i + 1),
                           route.by_class[i]);
    out.family("tanggap_http_duration_seconds", "histogram", "Time from request to answer");
    for (const auto& route : http.routes) {
        auto labels = fmt::format("method=\"{}\",route=\"{}\"", route.method, route.pattern);
        out.buckets("tanggap_http_duration_seconds", labels, route.durations, http::duration_bounds, 1.0);
        out.sample("tanggap_http_duration_seconds_sum", labels, route.seconds);
    }
}

void database(Text& out, const db::Statistics& db) {
    out.single("tanggap_db_units_total", "counter", "Units of work committed", db.units);
    out.single("tanggap_db_commits_total", "counter", "Transactions they were committed in", db.commits);
    out.single("tanggap_db_rollbacks_total", "counter", "Units rolled back", db.rollbacks);
    out.single("tanggap_db_reruns_total", "counter", "Units run again", db.reruns);
    out.single("tanggap_db_reads_total", "counter", "Read transactions", db.reads);
    out.single("tanggap_db_waiting", "gauge", "Units waiting for the writer or a connection", db.waiting);
    out.family("tanggap_db_query_seconds", "histogram", "Time of each named query");
    for (const auto& query : db.queries) {
        auto labels = fmt::format("query=\"{}\"", query.name);
        out.buckets("tanggap_db_query_seconds", labels, query.buckets, db::bucket_bounds_us, 1e-6);
        out.sample("tanggap_db_query_seconds_sum", labels, static_cast<double>(query.total_us) * 1e-6);
    }
    out.family("tanggap_db_query_errors_total", "counter", "Failed runs of each named query");
    for (const auto& query : db.queries)
        out.sample("tanggap_db_query_errors_total", fmt::format("query=\"{}\"", query.name), query.errors);
}

} // namespace

std::string prometheus(const http::Metrics& http, const db::Statistics& db) {
    Text out;
    edge(out, http);
    database(out, db);
    return out.take();
}

} // namespace app
