#include "desk/case_proof_pages.h"

#include "base/filled.h"
#include "base/spoken_time.h"
#include "desk/case_text.h"
#include "desk/case_words.h"
#include "html/proof.h"

#include <algorithm>

namespace desk {
namespace {

using base::Language;
using html::Markup;
using html::markup;
namespace words = case_words;

enum class Words { masked, as_written };

/// What our mail server found out about who sent it.
Markup sender_mark(const Said& said, Language l) {
    if (said.sender == items::SenderProof::unproven)
        return markup<R"(<p>{}</p><p class="muted small">{}</p>)">(
            html::chip(html::Tone::wait, html::Icon::alert, words::sender_unproven.in(l)),
            words::sender_unproven_text.in(l));
    if (said.sender == items::SenderProof::proven)
        return markup<R"(<p>{}</p>)">(
            html::chip(html::Tone::line, html::Icon::check, words::sender_proven.in(l)));
    return {};
}

Markup one_said(const Said& said, const agency::Directory& directory, Words show, Language l) {
    Markup body;
    if (said.is_erased)
        body = markup<R"(<p class="muted">{}</p>)">(words::said_erased.in(l));
    else if (said.is_deleted)
        body = markup<R"(<p class="muted">{}</p>)">(words::said_deleted.in(l));
    else if (said.text.empty())
        body = markup<R"(<p class="muted">{}</p>)">(words::said_nothing.in(l));
    else if (show == Words::masked)
        body = html::paragraphs(said.text);
    else
        body = marked_words(said.text, said.masks, l);
    if (!said.whole.empty()) body += html::more(words::mail_whole.in(l), html::paragraphs(said.whole));
    return markup<R"(<div class="t-quote said">{}<p class="muted small">{}</p>{}</div>)">(
        body,
        filled(words::said_when, l,
               {base::spoken_time(said.at, directory.agency().zone, l), network_name(said.network, l)}),
        sender_mark(said, l));
}

Markup public_words(const CaseView& view, Language l) {
    Markup body;
    if (view.c.public_text) {
        body = markup<R"(<div class="quiet">{}</div>)">(html::paragraphs(*view.c.public_text));
    } else {
        const std::string never = why_never_public(view.c, l);
        body = markup<R"(<p class="muted small">{}</p>)">(
            never.empty() ? spoken(words::public_text_none, l) : filled(words::public_never, l, {never}));
    }
    return markup<R"(<h3 class="h-plain small">{}</h3>{})">(words::public_text_now.in(l), body);
}

Markup report_photos(const ProofInput& in) {
    if (in.view.pictures.empty()) return {};
    Markup out;
    int number = 0;
    for (const auto& sha256 : in.view.pictures)
        out += markup<
            R"(<li><a href="{}"><img src="{}" width="480" height="360" loading="lazy" alt="{}"></a></li>)">(
            in.picture(sha256), in.picture(sha256),
            filled(words::photo_of_report, in.language, {std::to_string(++number)}));
    return markup<R"(<ul class="case-photos" aria-label="{}">{}</ul>)">(
        words::photos_of_report.in(in.language), out);
}

html::Photo photo(const ProofInput& in, const std::string& sha256, base::Text tag, base::Text alt,
                  std::string by, std::string when) {
    return {.picture = {in.picture(sha256), 480, 360, spoken(alt, in.language)},
            .tag = spoken(tag, in.language),
            .by = std::move(by),
            .when = std::move(when)};
}

Markup photos_of(const proof::Round& round, const ProofInput& in) {
    const auto l = in.language;
    std::vector<html::Photo> photos;
    const auto& before = round.before.empty() ? in.view.pictures : round.before;
    if (!before.empty() && !round.after.empty())
        photos.push_back(photo(in, before.front(), words::before, words::photo_before_alt,
                               round.before.empty() ? spoken(words::photo_reporter, l) : std::string(), ""));
    for (const auto& sha256 : round.after)
        photos.push_back(photo(in, sha256, words::after, words::photo_after_alt,
                               in.view.name_of(cases::StaffId{round.given_by}),
                               base::short_time(round.given_at, in.directory.agency().zone, l)));
    return photos.empty() ? Markup{} : html::compare(photos);
}

Markup round_body(const proof::Round& round, const ProofInput& in) {
    const auto l = in.language;
    Markup out = photos_of(round, in);
    if (!round.note.empty()) out += markup<R"(<div class="gap-s">{}</div>)">(html::paragraphs(round.note));
    if (!round.document_number.empty())
        out += markup<R"(<p class="gap-s">{}</p>)">(filled(
            words::document, l,
            {round.document_number, round.document_day ? base::spoken_day(*round.document_day, l) : "-"}));
    if (round.kind == proof::ProofKind::confirmation)
        out += markup<R"(<p class="gap-s">{}</p>)">(words::confirmed_by_reporter.in(l));
    const std::string by = in.view.name_of(cases::StaffId{round.given_by});
    const std::string when = base::spoken_time(round.given_at, in.directory.agency().zone, l);
    return out + markup<R"(<p class="muted small gap-s">{}</p>)">(
                     by.empty() ? when : filled(words::given_by, l, {by, when}));
}

} // namespace

Markup marked_words(std::string_view text, const std::vector<triage::Mask>& masks, Language l) {
    if (masks.empty()) return html::paragraphs(text);
    Markup out;
    std::size_t at = 0;
    for (const auto& mask : masks) {
        if (mask.begin < at || mask.end > text.size()) continue;
        out += Markup::text(text.substr(at, mask.begin - at));
        out += markup<R"(<mark class="private" title="{}">{}</mark>)">(
            triage::name(mask.kind).in(l), text.substr(mask.begin, mask.end - mask.begin));
        at = mask.end;
    }
    out += Markup::text(text.substr(at));
    return markup<R"(<p class="as-written">{}</p>)">(out);
}

Markup as_written(const std::vector<Said>& all, const agency::Directory& directory, Language l) {
    if (all.empty()) return {};
    Markup body;
    for (const auto& said : all)
        body += one_said(said, directory, Words::as_written, l);
    return markup<R"(<h2 class="gap-top">{}</h2>{}<p class="muted small">{}</p>)">(words::said.in(l), body,
                                                                                   words::said_marked.in(l));
}

std::string masked_kinds(const CaseView& view, Language l) {
    std::vector<std::string> kinds;
    for (const auto& said : view.said)
        for (const auto& mask : said.masks) {
            std::string name(triage::name(mask.kind).in(l));
            if (std::ranges::find(kinds, name) == kinds.end()) kinds.push_back(std::move(name));
        }
    std::string out;
    for (const auto& kind : kinds)
        out += (out.empty() ? "" : ", ") + kind;
    return out;
}

std::string why_never_public(const cases::Case& c, Language l) {
    if (cases::may_publish_words(c)) return {};
    if (!cases::is_known_to_public(c)) return spoken(words::because_whistle, l);
    if (c.is_conduct()) return spoken(words::because_conduct, l);
    if (c.identity_mode == cases::IdentityMode::rahasia) return spoken(words::because_rahasia, l);
    return spoken(words::because_private, l);
}

std::string network_name(std::string_view network, Language l) {
    static constexpr std::pair<std::string_view, base::Text> names[] = {
        {"form", {"formulir", "the form"}},
        {"mail", {"surel", "mail"}},
        {"phone", {"telepon", "phone"}},
        {"manual", {"loket", "the counter"}},
        {"x", {"X", "X"}},
        {"instagram", {"Instagram", "Instagram"}},
        {"facebook", {"Facebook", "Facebook"}},
        {"tiktok", {"TikTok", "TikTok"}},
        {"youtube", {"YouTube", "YouTube"}},
        {"whatsapp", {"WhatsApp", "WhatsApp"}},
        {"mastodon", {"Mastodon", "Mastodon"}},
        {"sp4n_lapor", {"SP4N-LAPOR!", "SP4N-LAPOR!"}},
    };
    for (const auto& [code, name] : names)
        if (code == network) return spoken(name, l);
    return std::string(network);
}

Markup words_card(const ProofInput& in) {
    const auto l = in.language;
    Markup body;
    if (!in.view.may.may_see_words) {
        body = html::notice(html::Tone::line, html::Icon::lock, Markup::text(words::words_closed.in(l)));
    } else {
        for (const auto& said : in.view.said)
            body += one_said(said, in.directory, Words::masked, l);
        if (auto kinds = masked_kinds(in.view, l); !kinds.empty())
            body += markup<R"(<p class="muted small">{}</p>)">(filled(words::masked_pieces, l, {kinds}));
        body += report_photos(in);
    }
    return markup<
        R"(<section class="card pad stack-s" id="isi-laporan" aria-labelledby="h-isi"><h2 id="h-isi">{}</h2>{}{}</section>)">(
        words::said.in(l), body, public_words(in.view, l));
}

Markup proof_card(const ProofInput& in) {
    if (in.view.proofs.empty()) return {};
    const auto l = in.language;
    Markup earlier;
    for (std::size_t i = in.view.proofs.size() - 1; i-- > 0;)
        earlier += html::more(filled(words::proof_first, l, {std::to_string(i + 1)}),
                              round_body(in.view.proofs[i], in));
    return markup<
        R"(<section class="card pad" id="bukti" aria-labelledby="h-bukti"><h2 id="h-bukti" class="h-gap">{}</h2>{}{}</section>)">(
        words::proof.in(l), round_body(in.view.proofs.back(), in), earlier);
}

} // namespace desk
