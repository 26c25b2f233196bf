// Serves the embedded files of room html: paths with a hash under /aset/ for ever, others (a service worker
// at the root) with a check each time; brotli as it was made by the build.
#pragma once
#include "html/assets.h"
#include "http/router.h"

#include <span>

namespace http {

/// The assets live as long as the program.
void mount_assets(Router& router, std::span<const html::Asset> assets);

} // namespace http
