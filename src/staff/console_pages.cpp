#include "staff/console_pages.h"

#include "base/filled.h"
#include "html/forms.h"
#include "html/icon.h"
#include "staff/console_words.h"

#include <algorithm>
#include <array>

namespace staff {
namespace {

using html::Markup;
using html::markup;

struct Entry {
    Room room;
    html::Icon icon;
    html::Url url;
    base::Text words;
};

const std::array<Entry, 7>& entries() {
    static const std::array all{
        Entry{Room::desk, html::Icon::inbox, html::url<"/meja">(), words::desk},
        Entry{Room::notices, html::Icon::bell, html::url<"/meja/pengingat">(), words::notices},
        Entry{Room::record, html::Icon::pen, html::url<"/meja/catat">(), words::record},
        Entry{Room::field, html::Icon::pin, html::url<"/lapangan">(), words::field},
        Entry{Room::posts, html::Icon::horn, html::url<"/meja/siaran">(), words::posts},
        Entry{Room::outgoing, html::Icon::send, html::url<"/meja/keluar">(), words::outgoing},
        Entry{Room::settings, html::Icon::gear, html::url<"/meja/atur">(), words::settings},
    };
    return all;
}

/// Its number comes after the page: none is kept waiting for it. Only where it is seen, above or below.
Markup unseen() {
    return markup<
        R"(<span class="count" hx-get="/meja/pengingat?bagian=jumlah" hx-trigger="intersect once" hx-swap="outerHTML"></span>)">();
}

Markup links(const Console& console) {
    Markup out;
    for (const Entry& entry : entries()) {
        if (!opens(entry.room, console.person)) continue;
        out += markup<R"(<a href="{}"{}>{}<span>{}</span>{}</a>)">(
            entry.url, html::attribute_if(entry.room == console.here, "aria-current", "page"),
            html::icon(entry.icon), entry.words.in(console.language),
            html::when(entry.room == Room::notices, unseen()));
    }
    return out;
}

Markup account(const Console& console) {
    return markup<
        R"(<form class="account" action="/keluar" method="post">{}<span class="face" title="{}"><span aria-hidden="true">{}</span><span class="vh">{}</span></span><button class="btn btn-bare">{}</button></form>)">(
        html::hidden("_csrf", console.csrf), console.person.name, initials(console.person.name),
        filled(words::account, console.language, console.person.name), words::sign_out.in(console.language));
}

Markup search(const Console& console) {
    return markup<
        R"(<form class="with-icon" role="search" action="/meja" method="get">{}<label class="vh" for="cari">{}</label><input class="input" id="cari" name="cari" type="search" value="{}" placeholder="{}" maxlength="100"><kbd>/</kbd></form>)">(
        html::icon(html::Icon::search), words::search.in(console.language), console.searched,
        words::search_example.in(console.language));
}

std::string office_of(const Console& console) {
    if (console.person.roles.empty()) return {};
    const auto* office = console.directory.office(console.person.roles.front().office);
    return office ? office->short_name : std::string();
}

Markup top_bar(const Console& console) {
    return markup<
        R"(<header class="topbar"><a class="brand" href="/meja">{}<span>{}<small>{}</small></span></a>{}<nav class="console-nav" aria-label="{}">{}</nav>{}</header>)">(
        html::mark(), console.directory.agency().name, office_of(console), search(console),
        words::rooms.in(console.language), links(console), account(console));
}

Markup bottom_bar(const Console& console) {
    return markup<R"(<nav class="tabbar console-tabs" aria-label="{}">{}</nav>)">(
        words::rooms_below.in(console.language), links(console));
}

std::string_view body_class(Layout layout) {
    switch (layout) {
    case Layout::work: return "console";
    case Layout::panes: return "console desk";
    case Layout::field: return "console field-app";
    }
    return "console";
}

} // namespace

bool opens(Room room, const Principal& person) {
    auto any = [&](std::initializer_list<Role> roles) {
        return std::ranges::any_of(roles, [&](Role role) { return person.holds(role); });
    };
    switch (room) {
    case Room::none: return true;
    case Room::desk:
    case Room::notices: return !person.roles.empty();
    case Room::record: return any({Role::operator_, Role::coordinator});
    case Room::field: return any({Role::operator_, Role::field_officer});
    case Room::posts:
        return any({Role::communications, Role::operator_, Role::coordinator, Role::approver, Role::head,
                    Role::auditor, Role::administrator});
    case Room::outgoing: return any({Role::operator_, Role::coordinator, Role::administrator, Role::auditor});
    case Room::settings: return any({Role::administrator});
    }
    return false;
}

std::string initials(std::string_view name) {
    std::string out;
    bool is_start = true;
    for (std::size_t i = 0; i < name.size() && out.size() < 8; ++i) {
        const char c = name[i];
        if (c == ' ') {
            is_start = true;
        } else if (is_start) {
            is_start = false;
            out += c;
            while (i + 1 < name.size() && (static_cast<unsigned char>(name[i + 1]) & 0xC0) == 0x80)
                out += name[++i]; // the rest of a UTF-8 letter
            if (std::ranges::count_if(
                    out, [](char b) { return (static_cast<unsigned char>(b) & 0xC0) != 0x80; }) == 2)
                break;
        }
    }
    return out;
}

html::Markup console_page(const Console& console, const html::Markup& body) {
    html::PageHead head;
    head.title = console.title;
    head.agency = console.directory.agency().name;
    head.organiser = console.directory.agency().organiser;
    head.language = console.language;
    head.accent = console.directory.agency().accent;
    head.islands = console.islands;
    const Markup inside =
        console.layout == Layout::work ? markup<R"(<main class="work" id="isi">{}</main>)">(body) : body;
    return html::console(head, body_class(console.layout), top_bar(console) + inside + bottom_bar(console));
}

} // namespace staff
