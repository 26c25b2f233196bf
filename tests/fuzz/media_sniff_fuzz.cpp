// The only code of the server that looks into a stranger's picture, and the check of what the child wrote.
#include "media/decoding.h"
#include "media/exif_text.h"
#include "media/sniff.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (const auto found = media::sniff(bytes))
        if (found->width < 0 || found->height < 0 ||
            (found->width > 0 && found->height > media::max_pixels / found->width))
            std::abort();
    if (const auto bare = media::bare_jpeg(bytes))
        if (bare->width <= 0 || bare->height <= 0) std::abort();
    (void)media::read_answer(bytes);
    (void)media::iso_from_exif(bytes, bytes.substr(size / 2));
    if (const auto degrees = media::degrees_from_exif(bytes, bytes.substr(size / 2)))
        if (!(*degrees >= -180 && *degrees <= 180)) std::abort();
    return 0;
}
