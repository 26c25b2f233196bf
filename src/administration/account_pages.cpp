// Accounts and their tokens.
#include "administration/account_words.h"
#include "administration/agency_pages.h"
#include "administration/connection_guide_words.h"
#include "administration/connection_pages.h"
#include "administration/connection_words.h"
#include "administration/frame_words.h"
#include "administration/office_pages.h"
#include "base/filled.h"
#include "base/spoken_time.h"
namespace administration {
namespace {

using html::Markup;
using html::markup;

Markup token_line(const Frame& frame, const agency::Account& account, const TokenLine& token) {
    auto l = frame.language;
    const auto zone = frame.directory.agency().zone;
    Markup end;
    if (token.revoked_at)
        end = markup<R"(<span class="muted">{}</span>)">(
            base::filled(words::revoked, l, base::short_time(*token.revoked_at, zone, l)));
    else
        end = post_button(frame, html::url<"/meja/atur/akun/{}/token/{}/cabut">(account.id, token.id),
                          words::revoke_token.in(l), html::Icon::cross, token.label);
    return markup<
        R"(<li class="row row-wide"><span class="grow">{} <span class="muted small">{}</span></span>{}</li>)">(
        token.label.empty() ? token.id : token.label,
        base::filled(words::made_on, l, base::short_time(token.created_at, zone, l)), end);
}

/// How it is connected to its network, and the way there; nothing for what has no network.
Markup connection_line(const Frame& frame, const agency::Account& account, const StandingsOf& standings) {
    auto l = frame.language;
    const auto found = standings.find(account.id);
    if (found == standings.end() && words::guide_of(account.network).name.empty()) return {};
    return markup<R"(<p class="row row-wide">{}<a href="{}">{}<span class="vh"> {}</span></a></p>)">(
        standing_chip(found == standings.end() ? Standing::never : found->second, l),
        html::url<"/meja/atur/akun/{}/sambungan">(account.id), words::connection.in(l), account.name);
}

Markup account_card(const Frame& frame, const agency::Account& account, const TokensOf& tokens,
                    const StandingsOf& standings) {
    auto l = frame.language;
    const auto* office = account.office ? frame.directory.office(*account.office) : nullptr;
    const auto found = tokens.find(account.id);
    Markup list;
    if (found != tokens.end())
        list =
            html::join(found->second, [&](const auto& token) { return token_line(frame, account, token); });
    html::Field label{.id = "label-" + base::to_string(account.id),
                      .label = std::string(words::token_label.in(l)),
                      .hint = std::string(words::token_label_hint.in(l)),
                      .name = "label",
                      .more = html::attribute("maxlength", "80")};
    Markup make;
    if (account.is_active)
        make = html::more(words::make_token.in(l),
                          post_form(frame, html::url<"/meja/atur/akun/{}/token">(account.id),
                                    html::input(label, l) + save_button(frame, words::make_token.in(l))));
    return markup<
        R"(<section class="section card pad"><h2>{} <span class="muted small">{}</span> {}</h2><p class="muted">{}</p>{}<ul class="settings-list">{}</ul>{}<div class="gap-top">{}</div></section>)">(
        account.name, account.network,
        account.is_active ? html::chip(html::Tone::good, html::Icon::check, words::account_open.in(l))
                          : html::chip(html::Tone::neutral, html::Icon::archive, words::account_shut.in(l)),
        office ? office->name : std::string(words::whole_agency.in(l)),
        connection_line(frame, account, standings), list, make,
        post_button(frame,
                    account.is_active ? html::url<"/meja/atur/akun/{}/tutup">(account.id)
                                      : html::url<"/meja/atur/akun/{}/buka">(account.id),
                    (account.is_active ? words::close_account : words::open_account).in(l),
                    account.is_active ? html::Icon::pause : html::Icon::undo, account.name));
}

} // namespace

Markup accounts_page(const Frame& frame, const TokensOf& tokens, const StandingsOf& standings,
                     const Filled& filled) {
    auto l = frame.language;
    auto network = field(frame, filled, "network", words::network, {}, words::network_hint);
    network.more = html::attribute("maxlength", "40");
    auto name = field(frame, filled, "name", words::account_name, {}, words::account_name_hint);
    name.more = html::attribute("maxlength", "120");
    auto office = field(frame, filled, "office", words::account_office);
    office.need = html::Need::optional;
    return settings_page(
        frame, Section::accounts, words::accounts_title.in(l),
        markup<R"(<p class="lede">{}</p>{}<section class="section card pad"><h2>{}</h2>{}</section>)">(
            words::accounts_lede.in(l),
            html::join(frame.directory.accounts(),
                       [&](const auto& account) { return account_card(frame, account, tokens, standings); }),
            words::add_account.in(l),
            post_form(frame, html::url<"/meja/atur/akun">(),
                      html::input(network, l) + html::input(name, l) +
                          html::select(office, office_options(frame), l) +
                          save_button(frame, words::add_account.in(l)))),
        filled.problem);
}

Markup token_page(const Frame& frame, const agency::Account& account, const std::string& token) {
    auto l = frame.language;
    const html::Field shown{
        .id = "token", .label = account.name, .value = token, .more = html::flag("readonly", true)};
    return settings_page(
        frame, Section::accounts, words::token_ready.in(l),
        html::notice(html::Tone::wait, html::Icon::alert, Markup::text(words::token_once.in(l))) +
            markup<
                R"(<section class="section card pad">{}<p class="gap-top"><a class="btn" href="/meja/atur/akun">{}</a></p></section>)">(
                html::input(shown, l), words::all_accounts.in(l)));
}

} // namespace administration
