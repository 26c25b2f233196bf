#include "desk/broken_pages.h"

#include "base/filled.h"
#include "base/spoken_time.h"
#include "desk/broken_words.h"
#include "html/marks.h"

#include <algorithm>

namespace desk {
namespace {

using html::Markup;
using html::markup;
namespace words = broken_words;

constexpr std::size_t named_at_most = 2;

/// Only they may open the page of connections.
bool administers_all(const staff::Principal& person, const agency::Directory& directory) {
    return std::ranges::any_of(person.roles, [&](const staff::HeldRole& held) {
        const auto* office = directory.office(held.office);
        return held.role == staff::Role::administrator && office && !office->parent;
    });
}

} // namespace

Markup broken_notice(std::span<const network::BrokenAccount> broken, const agency::Directory& directory,
                     const staff::Principal& person, base::Language l) {
    if (broken.empty()) return {};
    Markup lines;
    for (const auto& each : broken.first(std::min(broken.size(), named_at_most))) {
        const auto* account = directory.account(each.account);
        const std::string& name = account ? account->name : each.handle;
        lines += markup<R"(<p>{}</p>)">(
            each.since ? base::filled(words::one, l,
                                      {name, base::short_time(*each.since, directory.agency().zone, l)})
                       : base::filled(words::one_undated, l, name));
    }
    if (broken.size() > named_at_most)
        lines += markup<R"(<p>{}</p>)">(
            base::filled(words::others, l, std::to_string(broken.size() - named_at_most)));
    if (administers_all(person, directory))
        lines += markup<R"(<p><a href="/meja/atur/sambungan?keadaan=putus">{}</a></p>)">(words::mend.in(l));
    else
        lines += markup<R"(<p>{}</p>)">(words::tell.in(l));
    return html::notice(html::Tone::bad, html::Icon::offline, lines);
}

} // namespace desk
