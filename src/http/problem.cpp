#include "http/problem_words.h"
#include "http/response.h"

#include <boost/json.hpp>
#include <fmt/format.h>
#include <spdlog/spdlog.h>

namespace http {
namespace {

void log(const Request& request, const base::Problem& problem, int status) {
    auto level = problem.kind == base::Kind::broken ? spdlog::level::err : spdlog::level::debug;
    spdlog::log(level, "problem id={} route={} status={} code={} field={} detail={}", request.id,
                request.route, status, problem.code, problem.field, problem.detail);
}

void add_retry_after(Response& response, const base::Problem& problem) {
    if (problem.kind == base::Kind::limited || problem.retry_after.count() > 0)
        response.headers.set("Retry-After",
                             std::to_string(std::max<std::int64_t>(1, problem.retry_after.count())));
}

/// The words are the server's own; only the id comes from elsewhere, and it is letters and digits.
Response plain_page(const Request& request, const base::Problem& problem, int status) {
    auto in = [&](base::Text text) { return text.in(request.language); };
    return page(fmt::format(R"(<!doctype html>
<html lang="{}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{}</title></head><body><main><h1>{}</h1><p>{}</p><p>{} <strong>{}</strong></p><p><a href="/">{}</a></p></main>
</body></html>
)",
                            request.language == base::Language::en ? "en" : "id", in(error_title),
                            in(error_title), in(problem_words(problem.code, problem.kind)), in(help_words),
                            request.help_code(), in(home_words)),
                status);
}

} // namespace

std::string problem_object(const Request& request, const base::Problem& problem) {
    boost::json::object inner;
    inner["code"] = problem.code;
    inner["message"] = problem_words(problem.code, problem.kind).in(request.language);
    if (!problem.field.empty()) inner["field"] = problem.field;
    inner["help"] = request.help_code();
    return boost::json::serialize(boost::json::object{{"problem", std::move(inner)}});
}

Response problem_json(const Request& request, const base::Problem& problem, int status) {
    if (status == 0) status = base::http_status(problem.kind);
    log(request, problem, status);
    Response response = json(problem_object(request, problem), status);
    add_retry_after(response, problem);
    return response;
}

Response problem(const Request& request, const base::Problem& problem, int status) {
    if (!request.wants_page()) return problem_json(request, problem, status);
    if (status == 0) status = base::http_status(problem.kind);
    log(request, problem, status);
    Response response = request.error_page && *request.error_page
                            ? (*request.error_page)(request, problem, status)
                            : plain_page(request, problem, status);
    response.status = status;
    add_retry_after(response, problem);
    return response;
}

} // namespace http
