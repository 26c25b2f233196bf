#include "html/icon.h"

#include "html/icon_shapes.h"

#include <array>
#include <bitset>

namespace html {
namespace {

constexpr std::size_t count = base::codes<Icon>.size();

struct Drawn {
    Markup use;
    Markup symbol;
};

const std::array<Drawn, count>& drawn() {
    static const auto all = [] {
        std::array<Drawn, count> out;
        for (std::size_t i = 0; i < count; ++i) {
            auto [icon, name] = base::codes<Icon>[i];
            auto anchor = Url::from("#i-" + std::string(name));
            out[i].use = markup<R"(<svg class="i" aria-hidden="true"><use href="{}"/></svg>)">(*anchor);
            out[i].symbol =
                markup<R"(<symbol id="i-{}" viewBox="0 0 24 24">{}</symbol>)">(name, icon_shape(icon));
        }
        return out;
    }();
    return all;
}

Markup sprite(const std::bitset<count>& wanted) {
    Markup symbols;
    for (std::size_t i = 0; i < count; ++i)
        if (wanted[i]) symbols += drawn()[i].symbol;
    return markup<R"(<svg class="sprite" aria-hidden="true">{}</svg>)">(symbols);
}

} // namespace

Markup icon(Icon icon) {
    return drawn()[static_cast<std::size_t>(icon)].use;
}

Markup mark() {
    return markup<
        R"(<svg class="mark" viewBox="0 0 32 32" aria-hidden="true"><path d="M15 15C8 15 3.500 11 3 3c8 .5 12 5 12 12zM17 15c0-7 4-11.500 12-12-.5 8-5 12-12 12zM15 17c0 7-4 11.500-12 12 .5-8 5-12 12-12zM17 17c7 0 11.500 4 12 12-8-.5-12-5-12-12z"/></svg>)">();
}

Markup sprite_for(const Markup& body) {
    constexpr std::string_view use = "<use href=\"#i-";
    std::bitset<count> wanted;
    std::string_view rest = body.str();
    for (std::size_t at = rest.find(use); at != std::string_view::npos; at = rest.find(use)) {
        rest.remove_prefix(at + use.size());
        std::string_view name = rest.substr(0, rest.find('"'));
        for (std::size_t i = 0; i < count; ++i)
            if (base::codes<Icon>[i].code == name) wanted.set(i);
    }
    return wanted.none() ? Markup{} : sprite(wanted);
}

Markup sprite_of_all() {
    return sprite(std::bitset<count>().set());
}

} // namespace html
