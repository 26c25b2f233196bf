#include "administration/lexicon_routes.h"

#include "administration/guard_routes.h"
#include "administration/lexicon_file.h"
#include "administration/lexicon_pages.h"
#include "agency/own_words_actions.h"
#include "base/text.h"
#include "db/database.h"
#include "triage/normalise.h"
#include "triage/own_lexicon.h"

#include <algorithm>

namespace administration {
namespace {

using Response = base::Result<http::Response>;
using Words = std::vector<agency::OwnWord>;

constexpr std::string_view here = "/meja/atur/kata";
constexpr int versions_shown = 20;
constexpr std::size_t most_example = 2'000;

LexiconView view_of(const Visit& visit) {
    LexiconView out{.wanted = std::string(base::trim(visit.request.query.value("cari")))};
    visit.services.database.read([&](db::Tx& tx) {
        out.history = agency::own_words_history(tx, visit.agency(), versions_shown);
        for (const auto& version : out.history)
            if (version.staff && !out.names.contains(*version.staff))
                if (auto person = staff::find_person(tx, visit.agency(), staff::StaffId{*version.staff}))
                    out.names[*version.staff] = person->name;
    });
    return out;
}

Response wrong(const Visit& visit, const base::Problem& problem) {
    return refused(lexicon_page(visit.frame(), view_of(visit), visit.filled(problem)), problem);
}

base::Result<std::int64_t> seen(const Visit& visit) {
    const std::string value = visit.value("versi");
    if (value == "0") return 0;
    auto version = base::parse_id(value);
    if (!version) return base::fail_field("versi");
    return *version;
}

/// Writes the list as `change` makes it of what stands there, if that is still what the person saw.
template <class F> base::Result<void> edited(const Visit& visit, F&& change) {
    auto version = seen(visit);
    if (!version) return base::pass(version);
    return visit.services.database.write([&](db::Tx& tx) {
        return agency::put_own_words(tx, visit.change(), visit.agency(), *version,
                                     change(agency::own_words_of(tx, visit.agency()).words));
    });
}

Response answer(const Visit& visit, const base::Result<void>& done) {
    return done ? saved(visit, here) : wrong(visit, done.error());
}

LexiconTrial::Read read_by(const triage::Reader& reader, const triage::Profile& profile,
                           std::string_view text) {
    const auto reading = reader.read({.text = text}, profile);
    LexiconTrial::Read out{.words = triage::normalise(text, triage::lexicon_of(profile)).text,
                           .kind = std::string(base::code_of(reading.kind)),
                           .kind_p = reading.kind_p};
    if (!reading.topics.empty()) {
        out.topic = reading.topics.front().code;
        out.topic_p = reading.topics.front().p;
    }
    return out;
}

/// With the line that stands in the form, saved or not.
Response try_out(const Visit& visit, const learning::Services& learning) {
    auto view = view_of(visit);
    Words words = visit.directory->own_words().words;
    if (!visit.value("slang").empty() || !visit.value("formal").empty()) {
        auto word = triage::own_word(visit.value("slang"), visit.value("formal"));
        if (!word) return wrong(visit, word.error());
        words = merged(words, std::span(&*word, 1));
    }
    const std::string text = visit.value("contoh");
    if (text.size() > most_example) {
        const base::Problem too_long{
            .kind = base::Kind::too_large, .code = "field.too_large", .field = "contoh"};
        return wrong(visit, too_long);
    }
    auto profile = learning.readers.profile_of(*visit.directory);
    const auto& reader = learning.readers.reader();
    LexiconTrial trial{.text = text, .without = {}, .with = {}};
    profile.words = nullptr;
    trial.without = read_by(reader, profile, text);
    profile.words = triage::own_lexicon(words);
    trial.with = read_by(reader, profile, text);
    view.trial = std::move(trial);
    Filled filled;
    filled.fields = {{"slang", visit.value("slang")}, {"formal", visit.value("formal")}, {"contoh", text}};
    return shown(lexicon_page(visit.frame(), view, filled));
}

Response put(const Visit& visit) {
    auto word = triage::own_word(visit.value("slang"), visit.value("formal"));
    if (!word) return wrong(visit, word.error());
    return answer(visit, edited(visit, [&](const Words& now) { return merged(now, std::span(&*word, 1)); }));
}

Response remove(const Visit& visit) {
    return answer(visit, edited(visit, [&](Words now) {
                      std::erase_if(now,
                                    [&](const auto& word) { return word.slang == visit.value("slang"); });
                      return now;
                  }));
}

Response take_in(const Visit& visit) {
    const auto* file = visit.form.file("berkas");
    if (!file) return wrong(visit, {.kind = base::Kind::invalid, .code = "file.missing"});
    auto words = read_lexicon_file(file->bytes);
    if (!words) return wrong(visit, words.error());
    const bool replaces = visit.value("cara") == "ganti";
    return answer(visit,
                  edited(visit, [&](const Words& now) { return replaces ? *words : merged(now, *words); }));
}

Response restore(const Visit& visit) {
    auto done = [&]() -> base::Result<void> {
        auto version = seen(visit);
        if (!version) return base::pass(version);
        auto wanted = base::parse_id(visit.request.param("versi"));
        if (!wanted) return base::fail(base::Kind::not_found, "lexicon.unknown");
        return visit.services.database.write([&](db::Tx& tx) {
            return agency::restore_own_words(tx, visit.change(), visit.agency(), *version, *wanted);
        });
    }();
    return answer(visit, done);
}

Response download(const Visit& visit) {
    auto response = http::bytes(lexicon_csv(visit.directory->own_words().words), "text/csv; charset=utf-8");
    response.headers.set("Content-Disposition", "attachment; filename=\"kamus.csv\"");
    response.headers.set("Cache-Control", "no-store");
    return response;
}

} // namespace

void add_lexicon_routes(http::Router& router, const staff::Services& services,
                        const learning::Services& learning) {
    add_get(router, services, here, Need::whole,
            [](const Visit& visit) { return shown(lexicon_page(visit.frame(), view_of(visit))); });
    add_post(router, services, here, Need::whole, [=](const Visit& visit) {
        return visit.value("langkah") == "coba" ? try_out(visit, learning) : put(visit);
    });
    add_post(router, services, "/meja/atur/kata/hapus", Need::whole, remove);
    add_post(router, services, "/meja/atur/kata/berkas", Need::whole, take_in, 2 * http::mib);
    add_post(router, services, "/meja/atur/kata/versi/{versi}", Need::whole, restore);
    add_get(router, services, "/meja/atur/kata/kamus.csv", Need::whole, download);
}

} // namespace administration
