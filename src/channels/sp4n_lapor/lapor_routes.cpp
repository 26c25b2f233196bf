#include "channels/sp4n_lapor/lapor_routes.h"

#include "base/filled.h"
#include "cases/visibility.h"
#include "channels/sp4n_lapor/export_actions.h"
#include "channels/sp4n_lapor/import_actions.h"
#include "channels/sp4n_lapor/label_actions.h"
#include "channels/sp4n_lapor/label_pages.h"
#include "channels/sp4n_lapor/lapor_words.h"
#include "channels/sp4n_lapor/reason.h"
#include "channels/sp4n_lapor/visit_routes.h"
#include "db/database.h"
#include "http/form.h"

namespace channels::sp4n_lapor {
namespace {

using http::Method;
using http::Request;
using http::Response;
using Answer = base::Result<Response>;

struct Said {
    std::string done = {};
    std::string wrong = {};
};

Response overview(const Visit& visit, const Services& services, const Said& said, int status = 200) {
    auto [mapping, imports] = services.staff.database.read([&](db::Tx& tx) {
        return std::pair{read_mapping(tx, *visit.directory), recent_imports(tx, visit.directory->id())};
    });
    const Overview page{.imports = std::move(imports),
                        .labels = mapping.labels,
                        .columns = mapping.columns,
                        .months = recent_months(services.staff.now(), visit.directory->agency().zone),
                        .may_map = visit.holds_at_root(staff::Role::administrator),
                        .said = said.done,
                        .wrong = said.wrong};
    return visit.answer(staff::Room::settings, std::string(words::title.in(visit.request.language)),
                        overview_page(visit.view(), page), status);
}

/// Each row of the form for itself, so that one wrong entry costs no other.
Answer save_labels(const Visit& visit, const Services& services) {
    auto form = http::parse_form(visit.request);
    if (!form) return base::pass(form);
    const auto subjects = form->fields.all("perihal");
    const auto labels = form->fields.all("label");
    const auto meanings = form->fields.all("arti");
    if (subjects.size() != labels.size() || labels.size() != meanings.size())
        return base::fail(base::Kind::invalid, "form.malformed", "rows of the form are not whole");
    const LabelChange change{services.staff.ids, services.staff.now(), visit.person.staff};
    const auto mapping =
        services.staff.database.read([&](db::Tx& tx) { return read_mapping(tx, *visit.directory); });
    std::string wrong;
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        auto subject = base::from_code<Subject>(subjects[i], "subject");
        if (!subject) return base::pass(subject);
        const auto before =
            *subject == Subject::state
                ? std::optional(mapping.labels.word_for(
                      base::from_code<cases::State>(labels[i]).value_or(cases::State::received)))
                : mapping.labels.meaning(*subject, labels[i]);
        if (before.value_or("") == meanings[i]) continue;
        auto saved = services.staff.database.write([&](db::Tx& tx) {
            return map_label(tx, change, *visit.directory, *subject, labels[i], meanings[i]);
        });
        if (!saved && wrong.empty()) wrong = labels[i];
    }
    auto l = visit.request.language;
    if (!wrong.empty()) return overview(visit, services, {{}, filled(words::not_saved, l, wrong)}, 400);
    return http::redirect("/meja/atur/sp4n-lapor?tersimpan=1#padanan");
}

Answer save_columns(const Visit& visit, const Services& services) {
    auto form = http::parse_form(visit.request);
    if (!form) return base::pass(form);
    const LabelChange change{services.staff.ids, services.staff.now(), visit.person.staff};
    auto saved = services.staff.database.write([&](db::Tx& tx) -> base::Result<void> {
        for (const auto& row : base::codes<Field>) {
            auto header = form->fields.find(row.code);
            if (!header) continue;
            if (auto ok = name_column(tx, change, visit.directory->id(), row.value, *header); !ok) return ok;
        }
        return {};
    });
    if (!saved) return base::pass(saved);
    return http::redirect("/meja/atur/sp4n-lapor?tersimpan=1");
}

Answer export_file(const Visit& visit, const Services& services) {
    const auto zone = visit.directory->agency().zone;
    const auto text = visit.request.query.value("bulan");
    std::optional<Month> month;
    if (!text.empty() && text != "semua") {
        auto read = month_from(text, zone);
        if (!read) return base::pass(read);
        month = *read;
    }
    const Which which = visit.request.query.value("isi") == "semua" ? Which::all : Which::from_lapor;
    // An administrator sends for the whole agency without reading a single case: the file is public facts.
    const bool is_whole = visit.holds_at_root(staff::Role::administrator);
    auto may_see = [&](const cases::Case& c) {
        return is_whole || cases::staff_view(c, cases::actor_for(c, visit.person.staff, visit.person.roles,
                                                                 visit.directory->offices()))
                               .may_see;
    };
    return download(follow_ups(services, *visit.directory, month, which, may_see), "text/csv; charset=utf-8",
                    "tindak-lanjut-" + (month ? to_string(*month) : std::string("semua")) + ".csv");
}

} // namespace

void add_routes(http::Router& router, const Services& services) {
    router.add(Method::get, "/meja/atur/sp4n-lapor", [=](const Request& request) {
        return visit(request, services, Door::files, [&](const Visit& visit) -> Answer {
            Said said;
            if (request.query.has("tersimpan")) said.done = words::saved.in(request.language);
            return overview(visit, services, said);
        });
    });
    router.add(Method::post, "/meja/atur/sp4n-lapor/label", [=](const Request& request) {
        return visit(request, services, Door::words,
                     [&](const Visit& visit) { return save_labels(visit, services); });
    });
    router.add(Method::post, "/meja/atur/sp4n-lapor/kolom", [=](const Request& request) {
        return visit(request, services, Door::words,
                     [&](const Visit& visit) { return save_columns(visit, services); });
    });
    router.add(Method::get, "/meja/atur/sp4n-lapor/ekspor", [=](const Request& request) {
        return visit(request, services, Door::files,
                     [&](const Visit& visit) { return export_file(visit, services); });
    });
    // The two extra mebibytes are for what stands around the file in a form.
    router.add(Method::post, "/meja/atur/sp4n-lapor/impor", http::upload(max_file_bytes + 2 * http::mib),
               [=](const Request& request) {
                   return visit(request, services, Door::files, [&](const Visit& visit) -> Answer {
                       auto form = http::parse_form(request);
                       if (!form) return base::pass(form);
                       const auto* file = form->file("berkas");
                       auto made = create_import(services, *visit.directory, visit.person.staff,
                                                 file ? file->filename : "", file ? file->bytes : "");
                       if (made)
                           return http::redirect(html::url<"/meja/atur/sp4n-lapor/impor/{}">(made->id).str());
                       const auto& problem = made.error();
                       if (problem.kind == base::Kind::unavailable) return base::pass(made);
                       auto reason = problem.code == "field.missing" ? words::file_missing
                                                                     : reason_of(problem.code, problem.field);
                       return overview(visit, services, {{}, std::string(reason.in(request.language))},
                                       base::http_status(problem.kind));
                   });
               });
    add_import_routes(router, services);
    add_recap_routes(router, services);
}

} // namespace channels::sp4n_lapor
