#include "intake/receipt_pages.h"

#include "base/encode.h"
#include "base/filled.h"
#include "base/spoken_time.h"
#include "html/forms.h"
#include "html/qr.h"
#include "html/story.h"
#include "intake/receipt_words.h"
#include "intake/record_pages.h"

#include <algorithm>
#include <initializer_list>

namespace intake {
namespace {

using base::Language;
using html::Markup;
using html::markup;

base::Text due_words(std::string_view name) {
    if (name == "verify") return words::due_verify;
    if (name == "follow_up") return words::due_follow_up;
    if (name == "resolve") return words::due_resolve;
    if (name == "answer") return words::due_answer;
    return words::due_other;
}

std::string due_sentence(const deadlines::Deadline& deadline, const Receipt& receipt) {
    auto l = receipt.console.language;
    return filled(due_words(deadline.name), l,
                  {base::spoken_time(deadline.due_at, receipt.console.directory.agency().zone, l)});
}

std::vector<deadlines::Deadline> in_order(const Receipt& receipt) {
    auto out = receipt.deadlines;
    std::ranges::sort(out, {}, &deadlines::Deadline::due_at);
    return out;
}

std::string office_name(const Receipt& receipt) {
    const auto* office = receipt.c.office ? receipt.console.directory.office(*receipt.c.office) : nullptr;
    return office ? office->name : std::string(words::receipt_queue.in(receipt.console.language));
}

Markup sheet(const Receipt& receipt) {
    auto l = receipt.console.language;
    const auto& agency = receipt.console.directory.agency();
    auto text = [&](base::Text t) { return std::string(t.in(l)); };
    const html::Fact facts[] = {
        {text(words::receipt_when), Markup::text(base::spoken_time(receipt.c.received_at, agency.zone, l))},
        {text(words::receipt_how), Markup::text(name(receipt.channel).in(l))},
        {text(words::receipt_about), Markup::text(receipt.c.title)},
        {text(words::receipt_office), Markup::text(office_name(receipt))}};
    Markup due = html::join(in_order(receipt), [&](const deadlines::Deadline& each) {
        return markup<"<li>{}</li>">(due_sentence(each, receipt));
    });
    return markup<
        R"(<article class="receipt card" aria-labelledby="h-terima"><header><p class="receipt-agency">{}<b>{}</b></p><p class="muted small">{}</p></header><h1 id="h-terima">{}</h1><p>{}</p><p class="receipt-code"><span>{}</span><b class="code">{}</b></p>{}<h2>{}</h2><ul>{}</ul><h2>{}</h2><ol><li>{}</li><li>{}</li><li>{}</li></ol><div class="receipt-link"><div><h2>{}</h2><p class="receipt-url"><a href="{}" rel="noreferrer">{}</a></p><p class="muted small">{}</p></div>{}</div></article>)">(
        html::mark(), agency.name, agency.organiser, words::receipt_title.in(l), words::receipt_thanks.in(l),
        words::receipt_code.in(l), receipt.c.code, html::facts(facts), words::receipt_due.in(l), due,
        words::receipt_next.in(l), words::next_checked.in(l), words::next_solved.in(l),
        words::next_answer.in(l), words::receipt_link.in(l), receipt.link, receipt.link.str(),
        words::receipt_secret.in(l), html::qr_code(receipt.link.str(), words::receipt_qr.in(l)));
}

/// The address for a link: marks that mean something there are written as codes, the @ is not (RFC 6068).
std::string in_mailto(const std::string& email) {
    auto at = std::min(email.rfind('@'), email.size());
    return base::percent_encode(email.substr(0, at)) + email.substr(at);
}

/// Links that open the device's own mail or WhatsApp with the text; nothing where the address cannot stand
/// in a link.
Markup messages(const Receipt& receipt) {
    auto l = receipt.console.language;
    auto message = base::percent_encode(receipt_text(receipt));
    Markup out;
    auto add = [&](const base::Result<html::Url>& url, html::Icon icon, base::Text what) {
        if (url) out += html::button_link(html::Weight::plain, *url, what.in(l), icon);
    };
    if (receipt.email)
        add(html::Url::from("mailto:" + in_mailto(*receipt.email) + "?subject=" +
                            base::percent_encode(filled(words::receipt_subject, l, {receipt.c.code})) +
                            "&body=" + message),
            html::Icon::net_mail, words::receipt_mail);
    if (receipt.phone && receipt.phone->starts_with('+'))
        add(html::Url::from("https://wa.me/" + receipt.phone->substr(1) + "?text=" + message),
            html::Icon::net_whatsapp, words::receipt_whatsapp);
    if (!out.empty()) out += markup<R"(<p class="muted small">{}</p>)">(words::receipt_sent_by.in(l));
    return out;
}

} // namespace

std::string receipt_text(const Receipt& receipt) {
    auto l = receipt.console.language;
    auto all = in_order(receipt);
    return filled(words::receipt_message, l,
                  {receipt.console.directory.agency().name, receipt.c.code,
                   all.empty() ? std::string_view("") : due_sentence(all.back(), receipt),
                   receipt.link.str()});
}

Markup receipt_page(const Receipt& receipt) {
    auto l = receipt.console.language;
    Markup open;
    if (receipt.may_open_case)
        open = html::button_link(html::Weight::plain, html::url<"/meja/laporan/{}">(receipt.c.code),
                                 words::receipt_open.in(l), html::Icon::doc);
    auto body = markup<
        R"(<div class="split receipt-page">{}<aside class="stack-s receipt-do">{}{}<button class="btn btn-wide" type="button" data-print hidden>{}{}</button>{}{}{}</aside></div>)">(
        sheet(receipt),
        html::notice(html::Tone::wait, html::Icon::eye, Markup::text(words::receipt_once.in(l))),
        html::draft_arrived(record_draft_key(receipt.console.person)), html::icon(html::Icon::doc),
        words::receipt_print.in(l), messages(receipt), open,
        html::button_link(html::Weight::main, html::url<"/meja/catat">(), words::receipt_again.in(l),
                          html::Icon::pen));
    return staff::console_page(receipt.console, body);
}

Markup receipt_gone_page(const staff::Console& console) {
    auto l = console.language;
    return staff::console_page(
        console, markup<R"(<h1>{}</h1><p class="lede gap-s">{}</p><p class="row row-gap">{}{}</p>)">(
                     words::receipt_gone.in(l), words::receipt_gone_why.in(l),
                     html::button_link(html::Weight::main, html::url<"/meja/catat">(),
                                       words::receipt_again.in(l), html::Icon::pen),
                     html::button_link(html::Weight::plain, html::url<"/meja">(), words::to_desk.in(l),
                                       html::Icon::inbox)));
}

} // namespace intake
