#include "http/assets.h"

#include "http/compression.h"

#include <map>
#include <string>

namespace http {
namespace {

constexpr std::string_view folder = "/aset/";

Response asset_response(const Request& request, const html::Asset& asset) {
    Response response{.status = 200, .headers = {}, .body = StaticBody{asset.bytes}};
    response.headers.add("Content-Type", std::string(asset.content_type));
    response.headers.add("Cache-Control",
                         asset.path.starts_with(folder) ? "public, max-age=31536000, immutable" : "no-cache");
    response.headers.add("ETag", "W/\"" + std::string(asset.hash) + "\"");
    if (!asset.brotli.empty() && choose_encoding(request.header("Accept-Encoding")) == Encoding::brotli) {
        response.body = StaticBody{asset.brotli};
        response.headers.add("Content-Encoding", "br");
        response.headers.add("Vary", "Accept-Encoding");
    }
    return response;
}

} // namespace

void mount_assets(Router& router, std::span<const html::Asset> assets) {
    std::map<std::string_view, const html::Asset*> in_folder;
    for (const html::Asset& asset : assets) {
        if (asset.path.starts_with(folder))
            in_folder.emplace(asset.path.substr(folder.size()), &asset);
        else
            router.add(Method::get, asset.path,
                       [&asset](const Request& request) { return asset_response(request, asset); });
    }
    router.add(Method::get, "/aset/{file...}", [in_folder = std::move(in_folder)](const Request& request) {
        auto found = in_folder.find(request.param("file"));
        if (found == in_folder.end())
            return problem(request, {.kind = base::Kind::not_found, .code = "page.not_found"});
        return asset_response(request, *found->second);
    });
}

} // namespace http
