#include "base/encode.h"
#include "base/filled.h"
#include "base/text.h"
#include "db/database.h"
#include "http/form.h"
#include "publishing/post_pages.h"
#include "publishing/publishing_routes.h"
#include "publishing/publishing_words.h"
#include "publishing/view_actions.h"

#include <algorithm>

namespace publishing {
namespace {

using base::Result;
using http::Request;
using http::Response;
using outgoing::Entered;

Response framed(const Request& request, const Entered& in, const html::Markup& body, int status = 200) {
    return outgoing::framed(request, in, staff::Room::posts, words::title.in(request.language), body, status);
}

std::string new_key(const Services& services) {
    return base::to_base64url(services.staff.random(16));
}

agency::OfficeId office_in(std::string_view text, const std::vector<agency::OfficeId>& offices) {
    const auto id = base::parse_id_as<agency::OfficeId>(text);
    if (id && std::ranges::find(offices, *id) != offices.end()) return *id;
    return offices.empty() ? agency::OfficeId{} : offices.front();
}

/// What was written, with pictures that arrived; `wrong` when one could not be taken in.
Form form_of(const Services& services, const agency::Directory& directory, const http::Form& form,
             const base::Language l, std::vector<std::string>& wrong) {
    Form out{.text = std::string(form.value("isi")),
             .alt = std::string(form.value("alt")),
             .key = std::string(base::first(form.value("kunci"), 64))};
    const auto gone = form.fields.all("lepas");
    for (auto sha256 : form.fields.all("gambar"))
        if (media::is_sha256(sha256) && std::ranges::find(gone, sha256) == gone.end() &&
            out.pictures.size() < max_pictures)
            out.pictures.push_back(
                {std::string(sha256), std::string(form.value("alt-" + std::string(sha256)))});
    for (const auto& file : form.files) {
        if (file.field != "foto" || out.pictures.size() >= max_pictures) continue;
        auto picture = services.pictures.accept_bytes(directory.id(), file.bytes, directory.agency().zone);
        if (!picture)
            wrong.emplace_back(words::bad_photo.in(l));
        else if (std::ranges::find(out.pictures, picture->sha256, &Picture::sha256) == out.pictures.end())
            out.pictures.push_back({picture->sha256, out.alt});
    }
    for (auto id : form.fields.all("akun"))
        if (auto account = base::parse_id_as<agency::AccountId>(id)) out.accounts.push_back(*account);
    return out;
}

std::string in_words(const base::Problem& problem, base::Language l) {
    if (problem.code == "post.changed_meanwhile" || problem.code == "post.wrong_state")
        return std::string(words::changed.in(l));
    if (problem.code == "post.own_words") return std::string(words::own_words.in(l));
    if (problem.code == "post.not_yours") return std::string(words::not_yours.in(l));
    if (problem.code == "case.needs_reason") return std::string(words::bad_reason.in(l));
    return std::string(words::wrong_other.in(l));
}

std::vector<std::string> unfit(const Form& form, std::span<const Outlet> outlets, base::Language l) {
    return in_words(check(form.text, form.pictures, form.accounts, outlets), outlets, l);
}

Result<Response> show_list(const Request& request, const Services& services, const Entered& in) {
    ListView view{.language = request.language, .zone = in.directory->agency().zone};
    if (auto code = request.query.value("status"); !code.empty()) {
        auto state = base::from_code<State>(code, "status");
        if (!state) return base::pass(state);
        view.state = *state;
    }
    PostId before;
    if (auto text = request.query.value("sebelum"); !text.empty()) {
        auto id = base::parse_id_as<PostId>(text);
        if (!id) return base::fail_field("sebelum");
        before = *id;
    }
    services.staff.database.read([&](db::Tx& tx) {
        auto page = list_posts(tx, *in.directory, in.person, view.state, before);
        view.rows = std::move(page.rows);
        view.next = page.next;
        view.awaiting = count_posts(tx, *in.directory, in.person, State::awaiting);
    });
    for (const auto& whole : view.rows)
        view.offices[whole.post.office.value] = in.directory->path_name(whole.post.office);
    view.may_write = !offices_to_write(in.person, *in.directory).empty();
    view.may_set_rules = in.person.holds(staff::Role::administrator);
    return framed(request, in, list_page(view));
}

Result<Response> show_composer(const Request& request, const Services& services, const Entered& in, Form form,
                               std::string_view unit, std::vector<std::string> wrong) {
    const auto offices = offices_to_write(in.person, *in.directory);
    if (offices.empty()) return base::fail(base::Kind::not_found, "page.not_found");
    ComposeView view{.language = request.language,
                     .csrf = staff::csrf_of(request),
                     .office = office_in(unit, offices),
                     .form = std::move(form),
                     .wrong = std::move(wrong)};
    for (const auto office : offices)
        view.offices.emplace_back(office, in.directory->path_name(office));
    const auto context = context_of(services, *in.directory);
    view.outlets =
        services.staff.database.read([&](db::Tx& tx) { return outlets_of(tx, context, view.office); });
    const int status = view.wrong.empty() ? 200 : 400;
    return framed(request, in, compose_page(view), status);
}

Result<Response> take_new(const Request& request, const Services& services, const Entered& in) {
    auto posted = http::parse_form(request);
    if (!posted) return base::pass(posted);
    const auto offices = offices_to_write(in.person, *in.directory);
    const auto office = office_in(posted->value("unit"), offices);
    std::vector<std::string> wrong;
    auto form = form_of(services, *in.directory, *posted, request.language, wrong);
    const auto doing = posted->value("tindakan");
    const auto context = context_of(services, *in.directory);
    if (doing == "ajukan" && wrong.empty())
        wrong = unfit(
            form, services.staff.database.read([&](db::Tx& tx) { return outlets_of(tx, context, office); }),
            request.language);
    auto again = [&] { return show_composer(request, services, in, form, posted->value("unit"), wrong); };
    if (doing == "hitung" || !wrong.empty()) return again();
    auto made = services.staff.database.write([&](db::Tx& tx) -> Result<Whole> {
        auto whole = write(
            tx, context, in.person,
            {.office = office, .words = {form.text, form.pictures, form.accounts}, .form_key = form.key});
        if (!whole || doing != "ajukan" || whole->post.state != State::draft) return whole;
        return hand_in(tx, context, in.person, whole->post.id, whole->post.version);
    });
    if (!made) {
        wrong.push_back(in_words(made.error(), request.language));
        return again();
    }
    return http::redirect(html::url<"/meja/siaran/{}">(made->post.id).str());
}

Result<Response> show_post(const Request& request, const Services& services, const Entered& in, PostId id,
                           std::vector<std::string> wrong = {}, std::optional<Form> form = {}) {
    PostView view{.language = request.language,
                  .zone = in.directory->agency().zone,
                  .csrf = staff::csrf_of(request),
                  .wrong = std::move(wrong),
                  .form = std::move(form)};
    const auto context = context_of(services, *in.directory);
    auto read = services.staff.database.read([&](db::Tx& tx) -> Result<void> {
        auto whole = post_for(tx, *in.directory, in.person, id);
        if (!whole) return base::pass(whole);
        view.whole = std::move(*whole);
        view.history = history_of(tx, in.directory->id(), id);
        view.names = names_in(tx, in.directory->id(), view.history);
        view.outlets = outlets_of(tx, context, view.whole.post.office);
        return {};
    });
    if (!read) return base::pass(read);
    const auto office = view.whole.post.office;
    view.office = in.directory->path_name(office);
    for (const auto& target : view.whole.targets)
        if (const auto* account = in.directory->account(target.account))
            view.accounts[target.account.value] = account->name;
    for (const auto& outlet : view.outlets)
        view.accounts[outlet.account.value] = outlet.name;
    for (const auto& target : view.whole.targets) {
        const auto* account = in.directory->account(target.account);
        const auto* channel = account ? services.channels.of(account->network) : nullptr;
        if (channel && channel->limits({}).can_delete)
            view.can_recall = true;
        else
            view.cannot_recall.push_back(view.accounts[target.account.value]);
    }
    view.may_write = may_write(in.person, office, *in.directory);
    view.can_approve = can_approve(view.whole.post.rule, in.person, office, *in.directory);
    view.may_approve = may_approve(view.whole.post.rule, view.whole, in.person, *in.directory);
    view.is_author = view.whole.is_author(in.person.staff);
    const int status = view.wrong.empty() ? 200 : 400;
    return framed(request, in, post_page(view), status);
}

/// One step of a post; the page again when it was refused.
Result<Response> take_step(const Request& request, const Services& services, const Entered& in,
                           std::string_view doing) {
    const auto id = base::parse_id_as<PostId>(request.param("id"));
    if (!id) return base::fail(base::Kind::not_found, "post.unknown");
    auto posted = http::parse_form(request);
    if (!posted) return base::pass(posted);
    const auto version = base::parse_id(posted->value("version"));
    if (!version || *version > 1'000'000'000) return base::fail_field("version");
    const int at = static_cast<int>(*version);
    const auto context = context_of(services, *in.directory);
    std::vector<std::string> wrong;
    std::optional<Form> form;
    if (doing == "simpan") {
        form = form_of(services, *in.directory, *posted, request.language, wrong);
        if (posted->value("tindakan") == "hitung" || !wrong.empty())
            return show_post(request, services, in, *id, std::move(wrong), std::move(form));
    }
    auto done = services.staff.database.write([&](db::Tx& tx) -> Result<Whole> {
        const auto& who = in.person;
        if (doing == "simpan")
            return edit(tx, context, who, *id, at, {form->text, form->pictures, form->accounts});
        if (doing == "ajukan") return hand_in(tx, context, who, *id, at);
        if (doing == "setujui") return approve(tx, context, who, *id, at);
        if (doing == "kembalikan") return send_back(tx, context, who, *id, at, posted->value("alasan"));
        if (doing == "tarik") return pull_back(tx, context, who, *id, at);
        if (doing == "hapus") return recall(tx, context, who, *id);
        return drop(tx, context, who, *id, at);
    });
    if (done) return http::redirect(html::url<"/meja/siaran/{}">(*id).str());
    if (done.error().kind == base::Kind::not_found) return base::pass(done);
    if (done.error().code == "post.unfit") {
        const auto found = services.staff.database.read([&](db::Tx& tx) {
            auto whole = whole_of(tx, in.directory->id(), *id).value();
            const auto outlets = outlets_of(tx, context, whole.post.office);
            std::vector<agency::AccountId> wanted;
            for (const auto& target : whole.targets)
                wanted.push_back(target.account);
            return in_words(check(whole.post.text, whole.pictures, wanted, outlets), outlets,
                            request.language);
        });
        return show_post(request, services, in, *id, found);
    }
    wrong.push_back(in_words(done.error(), request.language));
    return show_post(request, services, in, *id, std::move(wrong), std::move(form));
}

Result<Response> count(const Request& request, const Services& services, const Entered& in) {
    auto posted = http::parse_form(request);
    if (!posted) return base::pass(posted);
    const auto office = office_in(posted->value("unit"), offices_to_write(in.person, *in.directory));
    const auto context = context_of(services, *in.directory);
    const auto outlets =
        services.staff.database.read([&](db::Tx& tx) { return outlets_of(tx, context, office); });
    return http::page(rooms(outlets, posted->value("isi"), request.language));
}

Result<Response> show_picture(const Request& request, const Services& services, const Entered& in) {
    const auto sha256 = std::string(request.param("sha256"));
    if (!media::is_sha256(sha256)) return base::fail(base::Kind::not_found, "media.unknown");
    const bool may = services.staff.database.read(
        [&](db::Tx& tx) { return shows_picture(tx, *in.directory, in.person, sha256); });
    if (!may) return base::fail(base::Kind::not_found, "media.unknown");
    return picture_of(services, in.directory->id(), sha256, request.query.value("ukuran"));
}

} // namespace

Context context_of(const Services& services, const agency::Directory& directory) {
    return {services.staff.ids, directory, services.channels, services.staff.now()};
}

Result<Response> picture_of(const Services& services, base::AgencyId agency, const std::string& sha256,
                            std::string_view size) {
    auto opened =
        services.pictures.open(agency, sha256, size == "kecil" ? media::Size::thumb : media::Size::stored);
    if (!opened) return base::pass(opened);
    auto response = http::file(opened->path, "image/jpeg", opened->sha256);
    response.headers.set("Cache-Control", "private, no-store");
    return response;
}

void add_post_routes(http::Router& router, const Services& services) {
    auto behind = [=](auto handler) {
        return [=](const Request& request) -> Result<Response> {
            return outgoing::enter(request, services.staff, staff::Room::posts,
                                   [&](const Entered& in) { return handler(request, services, in); });
        };
    };
    router.add(http::Method::get, "/meja/siaran", behind(show_list));
    router.add(http::Method::get, "/meja/siaran/baru",
               behind([](const Request& request, const Services& s, const Entered& in) {
                   return show_composer(request, s, in, {.key = new_key(s)}, request.query.value("unit"), {});
               }));
    router.add(http::Method::post, "/meja/siaran", http::upload(), behind(take_new));
    router.add(http::Method::post, "/meja/siaran/hitung", http::upload(), behind(count));
    router.add(http::Method::get, "/meja/siaran/foto/{sha256}", behind(show_picture));
    router.add(http::Method::get, "/meja/siaran/{id}",
               behind([](const Request& request, const Services& s, const Entered& in) -> Result<Response> {
                   const auto id = base::parse_id_as<PostId>(request.param("id"));
                   if (!id) return base::fail(base::Kind::not_found, "post.unknown");
                   return show_post(request, s, in, *id);
               }));
    for (const std::string_view doing :
         {"simpan", "ajukan", "setujui", "kembalikan", "tarik", "buang", "hapus"})
        router.add(http::Method::post, "/meja/siaran/{id}/" + std::string(doing),
                   doing == "simpan" ? http::upload() : http::in_memory(16 * http::kib),
                   behind([doing](const Request& request, const Services& s, const Entered& in) {
                       return take_step(request, s, in, doing);
                   }));
}

} // namespace publishing
