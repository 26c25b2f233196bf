#include "media/child/clean.h"

#include "media/exif_text.h"

#include <vips/vips.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <dlfcn.h>
#include <gmodule.h>
#include <memory>

namespace media::child {
namespace {

constexpr int jpeg_quality = 82;

struct Unref {
    void operator()(VipsImage* image) const { g_object_unref(image); }
};
using Image = std::unique_ptr<VipsImage, Unref>;

std::unexpected<Refused> unreadable() {
    std::string why = vips_error_buffer();
    vips_error_clear();
    return std::unexpected(Refused{Refusal::unreadable, std::move(why)});
}

/// The HEIF loader is a module beside libvips; the other modules stay out of this process.
bool load_heif_module() {
    if (g_type_from_name("VipsForeignLoadHeif") != 0) return true;
    Dl_info info{};
    if (dladdr(reinterpret_cast<void*>(&vips_init), &info) == 0 || info.dli_fname == nullptr) return false;
    std::string path = info.dli_fname;
    path.resize(path.find_last_of('/') + 1);
    path += "vips-modules-" + std::to_string(VIPS_MAJOR_VERSION) + "." + std::to_string(VIPS_MINOR_VERSION) +
            "/vips-heif.so";
    return g_module_open(path.c_str(), G_MODULE_BIND_LOCAL) != nullptr &&
           g_type_from_name("VipsForeignLoadHeif") != 0;
}

/// Reads the header only; pixels come when they are asked for. `shrink` is honoured by JPEG alone.
Image open_picture(std::string_view bytes, Format format, int shrink) {
    VipsImage* out = nullptr;
    auto* data = const_cast<char*>(bytes.data());
    const std::size_t size = bytes.size();
    switch (format) {
    case Format::jpeg:
        vips_jpegload_buffer(data, size, &out, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on",
                             VIPS_FAIL_ON_TRUNCATED, "shrink", shrink, nullptr);
        break;
    case Format::png:
        vips_pngload_buffer(data, size, &out, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on",
                            VIPS_FAIL_ON_TRUNCATED, nullptr);
        break;
    case Format::webp:
        vips_webpload_buffer(data, size, &out, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on",
                             VIPS_FAIL_ON_TRUNCATED, nullptr);
        break;
    case Format::heif:
        vips_heifload_buffer(data, size, &out, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on",
                             VIPS_FAIL_ON_TRUNCATED, nullptr);
        break;
    }
    return Image(out);
}

/// How much smaller the JPEG decoder may hand the picture out. It halves for a fraction of what resizing
/// costs, so a sixteenth of the kept edge is given for it: 4000 and 4032 pixels, what phones make, fall just
/// short of twice that edge.
int shrink_for(int width, int height) {
    constexpr int near_enough = stored_edge - stored_edge / 16;
    int shrink = 1;
    while (shrink < 8 && std::max(width, height) / (shrink * 2) >= near_enough)
        shrink *= 2;
    return shrink;
}

std::string_view note(VipsImage* image, const char* name) {
    const char* text = nullptr;
    if (vips_image_get_typeof(image, name) == 0 || vips_image_get_string(image, name, &text) != 0) {
        vips_error_clear();
        return {};
    }
    return text;
}

void read_notes(VipsImage* image, Cleaned& out) {
    out.taken_at =
        iso_from_exif(note(image, "exif-ifd2-DateTimeOriginal"), note(image, "exif-ifd2-OffsetTimeOriginal"));
    out.lat =
        degrees_from_exif(note(image, "exif-ifd3-GPSLatitude"), note(image, "exif-ifd3-GPSLatitudeRef"));
    out.lon =
        degrees_from_exif(note(image, "exif-ifd3-GPSLongitude"), note(image, "exif-ifd3-GPSLongitudeRef"));
    // Half a place is none, and 0,0 is what cameras without a fix write.
    if (!out.lat || !out.lon || (*out.lat == 0 && *out.lon == 0)) out.lat = out.lon = std::nullopt;
}

Image on_white(const Image& image) {
    const std::array white{255.0, 255.0, 255.0};
    VipsArrayDouble* background = vips_array_double_new(white.data(), static_cast<int>(white.size()));
    VipsImage* out = nullptr;
    vips_flatten(image.get(), &out, "background", background, nullptr);
    vips_area_unref(VIPS_AREA(background));
    return Image(out);
}

/// Fits into the box, upright, in sRGB, three bands of eight bits on white; decoded into memory.
Image fit(VipsImage* in, int width, int height) {
    VipsImage* out = nullptr;
    // Most pictures are in sRGB and say nothing else: transforming those costs more than all the rest.
    const bool is_plain = vips_image_get_typeof(in, VIPS_META_ICC_NAME) == 0 &&
                          vips_image_get_interpretation(in) == VIPS_INTERPRETATION_sRGB;
    if (is_plain)
        vips_thumbnail_image(in, &out, width, "height", height, "size", VIPS_SIZE_DOWN, nullptr);
    else
        vips_thumbnail_image(in, &out, width, "height", height, "size", VIPS_SIZE_DOWN, "export_profile",
                             "srgb", "intent", VIPS_INTENT_PERCEPTUAL, nullptr);
    Image held(out);
    if (held && vips_image_get_interpretation(held.get()) != VIPS_INTERPRETATION_sRGB) {
        out = nullptr;
        vips_colourspace(held.get(), &out, VIPS_INTERPRETATION_sRGB, nullptr);
        held.reset(out);
    }
    if (held && vips_image_hasalpha(held.get())) held = on_white(held);
    if (!held) return nullptr;
    out = nullptr;
    vips_cast(held.get(), &out, VIPS_FORMAT_UCHAR, nullptr);
    held.reset(out);
    return held ? Image(vips_image_copy_memory(held.get())) : nullptr;
}

std::optional<std::string> encode(VipsImage* image) {
    void* bytes = nullptr;
    std::size_t size = 0;
    if (vips_jpegsave_buffer(image, &bytes, &size, "Q", jpeg_quality, "strip", TRUE, "optimize_coding", TRUE,
                             nullptr) != 0)
        return std::nullopt;
    std::string out(static_cast<const char*>(bytes), size);
    g_free(bytes);
    return out;
}

} // namespace

bool start(const char* program, Format format) {
    // Without modules libvips starts in 2 ms instead of 150, and ImageMagick, Poppler and OpenSlide stay out.
    setenv("VIPSHOME", "/nonexistent", 1);
    setenv("VIPS_CONCURRENCY", "1", 1);
    setenv("VIPS_DISC_THRESHOLD", "2g", 1); // no temporary files: paths cannot be opened once sealed
    setenv("VIPS_NOVECTOR", "1", 1);        // nor can memory be made executable
    if (vips_init(program) != 0) return false;
    vips_block_untrusted_set(TRUE);
    vips_cache_set_max(0);
    return format != Format::heif || load_heif_module();
}

std::expected<Cleaned, Refused> clean(std::string_view bytes, Format format) {
    Image picture = open_picture(bytes, format, 1);
    if (!picture) return unreadable();
    const std::int64_t width = vips_image_get_width(picture.get());
    const std::int64_t height = vips_image_get_height(picture.get());
    if (width * height > max_pixels)
        return std::unexpected(
            Refused{Refusal::too_large, std::to_string(width) + " x " + std::to_string(height) + " pixels"});
    Cleaned out;
    read_notes(picture.get(), out);
    const int shrink = shrink_for(static_cast<int>(width), static_cast<int>(height));
    if (format == Format::jpeg && shrink > 1) {
        picture = open_picture(bytes, format, shrink);
        if (!picture) return unreadable();
    }
    const Image stored = fit(picture.get(), stored_edge, stored_edge);
    if (!stored) return unreadable();
    const Image thumb = fit(stored.get(), thumb_width, thumb_height);
    if (!thumb) return unreadable();
    out.width = vips_image_get_width(stored.get());
    out.height = vips_image_get_height(stored.get());
    auto stored_bytes = encode(stored.get());
    auto thumb_bytes = encode(thumb.get());
    if (!stored_bytes || !thumb_bytes) return unreadable();
    out.stored = std::move(*stored_bytes);
    out.thumb = std::move(*thumb_bytes);
    return out;
}

} // namespace media::child
