#include "html/assets.h"

#include <algorithm>
#include <map>
#include <stdexcept>

namespace html {

const Asset* find_asset(std::string_view path) {
    auto all = assets();
    auto found = std::ranges::find(all, path, &Asset::path);
    return found == all.end() ? nullptr : &*found;
}

const Url& asset_url(std::string_view name) {
    static const auto urls = [] {
        std::map<std::string_view, Url> out;
        for (const Asset& asset : assets())
            out.emplace(asset.name, Url::from(asset.path).value());
        return out;
    }();
    auto found = urls.find(name);
    if (found == urls.end()) throw std::logic_error("no asset is called " + std::string(name));
    return found->second;
}

} // namespace html
