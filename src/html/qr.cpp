#include "html/qr.h"

#include <memory>
#include <qrencode.h>

namespace html {
namespace {

constexpr int quiet_zone = 4; ///< modules of white around it, as the standard asks

/// Each run of dark modules of a row as one rectangle.
std::string path_of(const QRcode& code) {
    std::string path;
    for (int y = 0; y < code.width; ++y)
        for (int x = 0; x < code.width;) {
            auto is_dark = [&](int at) { return (code.data[y * code.width + at] & 1) != 0; };
            if (!is_dark(x)) {
                ++x;
                continue;
            }
            const int from = x;
            while (x < code.width && is_dark(x))
                ++x;
            const std::string length = std::to_string(x - from);
            path += "M" + std::to_string(from + quiet_zone) + " " + std::to_string(y + quiet_zone) + "h" +
                    length + "v1h-" + length + "z";
        }
    return path;
}

} // namespace

Markup qr_code(const std::string& text, std::string_view label) {
    if (text.find('\0') != std::string::npos) return {};
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (!code) return {};
    const int side = code->width + 2 * quiet_zone;
    return markup<R"(<svg class="qr" viewBox="0 0 {} {}" role="img" aria-label="{}"><path d="{}"/></svg>)">(
        side, side, label, path_of(*code));
}

} // namespace html
