// /meja/atur/sp4n-lapor/impor/{id}: looking at a file, agreeing to it, and what it brought.
#include "base/filled.h"
#include "base/spoken_time.h"
#include "cases/case_actions.h"
#include "cases/state_words.h"
#include "cases/visibility.h"
#include "channels/sp4n_lapor/csv.h"
#include "channels/sp4n_lapor/import_actions.h"
#include "channels/sp4n_lapor/label_pages.h"
#include "channels/sp4n_lapor/lapor_words.h"
#include "channels/sp4n_lapor/reason.h"
#include "channels/sp4n_lapor/visit_routes.h"
#include "db/database.h"
#include "html/url.h"
#include "http/form.h"
#include "http/problem_words.h"
#include "triage/kind.h"

#include <algorithm>

namespace channels::sp4n_lapor {
namespace {

using http::Method;
using http::Request;
using http::Response;
using Answer = base::Result<Response>;

base::Result<ImportId> id_of(const Request& request) {
    auto id = base::parse_id_as<ImportId>(request.param("id"));
    if (!id) return base::fail(base::Kind::not_found, "lapor.unknown_import");
    return *id;
}

std::string class_words(std::optional<cases::Class> value, base::Language l) {
    if (!value) return std::string(words::not_said.in(l));
    return std::string((*value == cases::Class::oversight ? words::oversight : words::no_oversight).in(l));
}

PreviewLine spoken(const PreviewRow& row, const Visit& visit) {
    auto l = visit.request.language;
    PreviewLine out;
    out.line = row.line;
    out.tracking_id = row.tracking_id;
    if (row.problem) {
        out.is_refused = true;
        out.outcome = reason_of(row.problem->code, row.problem->field).in(l);
        if (row.at == base::Time{}) return out;
    } else {
        out.outcome = (row.fate == Fate::fresh  ? words::comes_in
                       : row.fate == Fate::ours ? words::did_come_in
                                                : words::already_known)
                          .in(l);
    }
    out.date = base::short_time(row.at, visit.directory->agency().zone, l);
    out.kind = row.kind ? triage::name(*row.kind).in(l) : words::read_in_words.in(l);
    const auto* topic = row.topic ? visit.directory->topic(*row.topic) : nullptr;
    out.topic = topic ? std::string_view(topic->name(l)) : words::read_in_words.in(l);
    const auto* office = row.office ? visit.directory->office(*row.office) : nullptr;
    out.unit = office             ? std::string_view(office->short_name)
               : row.unit.empty() ? words::by_rules.in(l)
                                  : words::queue.in(l);
    out.oversight = class_words(row.case_class, l);
    return out;
}

cases::Actor actor_of(const cases::Case& c, const Visit& visit) {
    return cases::actor_for(c, visit.person.staff, visit.person.roles, visit.directory->offices());
}

DifferenceLine spoken(db::Tx& tx, const Remark& remark, const cases::Context& context, const Visit& visit) {
    auto l = visit.request.language;
    DifferenceLine out{.remark = remark, .code = {}, .here = {}};
    auto c = case_of(tx, visit.directory->id(), remark.tracking_id);
    if (!c) return out;
    const auto actor = actor_of(*c, visit);
    if (!cases::staff_view(*c, actor).may_see) return out;
    out.code = c->code;
    if (remark.what == What::status) {
        out.here = cases::name(c->state).in(l);
        return out;
    }
    const auto now = remark.now ? base::from_code<cases::Class>(*remark.now) : base::fail_field("class");
    const auto here = c->case_class.value_or(cases::Class::no_oversight);
    out.here = class_words(here, l);
    const auto commands = cases::possible(tx, context, *c, actor);
    out.may_apply = now && *now != here && c->kind == cases::Kind::complaint &&
                    std::ranges::find(commands, cases::CommandName::reclassify) != commands.end();
    return out;
}

Answer show(const Visit& visit, const Services& services, ImportId id, std::string said, std::string wrong,
            int status = 200) {
    const auto agency = visit.directory->id();
    const auto context =
        cases::context_for(*visit.directory, services.staff.ids, services.staff.random, services.staff.now());
    auto page = services.staff.database.read([&](db::Tx& tx) -> base::Result<ImportView> {
        auto import = read_import(tx, agency, id);
        if (!import) return base::pass(import);
        ImportView out{.import = *import, .preview = {}, .differences = {}, .rejected = {}};
        for (What what : {What::status, What::oversight})
            for (const Remark& remark : remarks_of(tx, agency, id, what, 0, shown_remarks))
                out.differences.push_back(spoken(tx, remark, context, visit));
        out.rejected = remarks_of(tx, agency, id, What::rejected, 0, shown_remarks);
        return out;
    });
    if (!page) return base::pass(page);
    if (page->import.state == ImportState::ready)
        for (const PreviewRow& row : preview(services, *visit.directory, id))
            page->preview.push_back(spoken(row, visit));
    page->said = std::move(said);
    page->wrong = std::move(wrong);
    return visit.answer(staff::Room::settings,
                        filled(words::import_title, visit.request.language, page->import.file_name),
                        import_page(visit.view(), *page), status);
}

/// The class that LAPOR! says now, by a person's own command; deadlines are recounted from receipt.
Answer apply_class(const Visit& visit, const Services& services, ImportId id) {
    auto form = http::parse_form(visit.request);
    if (!form) return base::pass(form);
    auto line = base::parse_id(form->value("baris"));
    if (!line) return base::fail_field("baris");
    const auto agency = visit.directory->id();
    const auto context =
        cases::context_for(*visit.directory, services.staff.ids, services.staff.random, services.staff.now());
    auto changed = services.staff.database.write([&](db::Tx& tx) -> base::Result<cases::Case> {
        auto remarks = remarks_of(tx, agency, id, What::oversight, *line - 1, 1);
        auto c = remarks.empty() || remarks.front().line != *line
                     ? std::nullopt
                     : case_of(tx, agency, remarks.front().tracking_id);
        if (!c || !cases::staff_view(*c, actor_of(*c, visit)).may_see)
            return base::fail(base::Kind::not_found, "case.not_found");
        auto wanted = base::from_code<cases::Class>(remarks.front().now.value_or(""), "class");
        if (!wanted) return base::pass(wanted);
        cases::Reclassify command;
        command.case_class = *wanted;
        return cases::act(tx, context, *c, actor_of(*c, visit), command);
    });
    auto l = visit.request.language;
    if (!changed && changed.error().kind == base::Kind::not_found) return base::pass(changed);
    if (!changed)
        return show(visit, services, id, {},
                    std::string(http::problem_words(changed.error().code, changed.error().kind).in(l)),
                    base::http_status(changed.error().kind));
    return http::redirect(html::url<"/meja/atur/sp4n-lapor/impor/{}?kadar={}">(id, changed->code).str());
}

std::string rejected_file(const Visit& visit, const Services& services, ImportId id) {
    constexpr int page = 1'000;
    auto l = visit.request.language;
    std::string out =
        "\xEF\xBB\xBF" + csv_line({std::string(words::line.in(l)), std::string(words::tracking_id.in(l)),
                                   std::string(words::reason.in(l))},
                                  ';');
    for (std::int64_t after = 0;;) {
        auto rows = services.staff.database.read([&](db::Tx& tx) {
            return remarks_of(tx, visit.directory->id(), id, What::rejected, after, page);
        });
        for (const Remark& row : rows)
            out += csv_line({std::to_string(row.line), row.tracking_id,
                             std::string(reason_of(row.problem.value_or(""), row.field.value_or("")).in(l))},
                            ';');
        if (std::ssize(rows) < page) return out;
        after = rows.back().line;
    }
}

} // namespace

void add_import_routes(http::Router& router, const Services& services) {
    auto with_id = [services](const Request& request, auto&& act) {
        return visit(request, services, Door::files, [&](const Visit& visit) -> Answer {
            auto id = id_of(request);
            if (!id) return base::pass(id);
            return act(visit, *id);
        });
    };
    router.add(Method::get, "/meja/atur/sp4n-lapor/impor/{id}", [=](const Request& request) {
        return with_id(request, [&](const Visit& visit, ImportId id) {
            std::string said;
            if (auto code = request.query.value("kadar"); !code.empty() && code.size() <= 20)
                said = filled(words::class_applied, request.language, code);
            return show(visit, services, id, std::move(said), {});
        });
    });
    router.add(Method::post, "/meja/atur/sp4n-lapor/impor/{id}/setuju", [=](const Request& request) {
        return with_id(request, [&](const Visit& visit, ImportId id) -> Answer {
            if (auto agreed = agree(services, *visit.directory, id); !agreed) return base::pass(agreed);
            return http::redirect(html::url<"/meja/atur/sp4n-lapor/impor/{}">(id).str());
        });
    });
    router.add(Method::post, "/meja/atur/sp4n-lapor/impor/{id}/kadar", [=](const Request& request) {
        return with_id(request,
                       [&](const Visit& visit, ImportId id) { return apply_class(visit, services, id); });
    });
    router.add(Method::get, "/meja/atur/sp4n-lapor/impor/{id}/ditolak.csv", [=](const Request& request) {
        return with_id(request, [&](const Visit& visit, ImportId id) -> Answer {
            auto known = services.staff.database.read(
                [&](db::Tx& tx) { return read_import(tx, visit.directory->id(), id); });
            if (!known) return base::pass(known);
            return download(rejected_file(visit, services, id), "text/csv; charset=utf-8",
                            "ditolak-" + base::to_string(id) + ".csv");
        });
    });
}

} // namespace channels::sp4n_lapor
