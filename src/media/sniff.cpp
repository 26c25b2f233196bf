#include "media/sniff.h"

#include <algorithm>
#include <array>

namespace media {
namespace {

using std::string_view_literals::operator""sv;

std::uint32_t byte_at(std::string_view bytes, std::size_t at) {
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U;
}
std::uint32_t big16(std::string_view bytes, std::size_t at) {
    return byte_at(bytes, at) << 8 | byte_at(bytes, at + 1);
}
std::uint32_t big32(std::string_view bytes, std::size_t at) {
    return big16(bytes, at) << 16 | big16(bytes, at + 2);
}
std::uint32_t little16(std::string_view bytes, std::size_t at) {
    return byte_at(bytes, at) | byte_at(bytes, at + 1) << 8;
}
std::uint32_t little24(std::string_view bytes, std::size_t at) {
    return little16(bytes, at) | byte_at(bytes, at + 2) << 16;
}

bool is_frame_header(std::uint32_t marker) {
    // SOF0..SOF15 but for DHT, JPG and DAC, which share the range (ITU T.81, table B.1).
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}
bool stands_alone(std::uint32_t marker) {
    return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
}

/// Where the segment at `at` (its 0xFF) starts its marker byte, fill bytes skipped; npos when there is no
/// marker.
std::size_t marker_after(std::string_view bytes, std::size_t at) {
    if (byte_at(bytes, at) != 0xFF) return std::string_view::npos;
    while (at < bytes.size() && byte_at(bytes, at) == 0xFF)
        ++at;
    return at < bytes.size() ? at : std::string_view::npos;
}

Sniffed jpeg_sides(std::string_view bytes) {
    std::size_t at = 2;
    while (at + 4 <= bytes.size()) {
        const std::size_t marker_at = marker_after(bytes, at);
        if (marker_at == std::string_view::npos) break;
        const std::uint32_t marker = byte_at(bytes, marker_at);
        if (stands_alone(marker)) {
            at = marker_at + 1;
            continue;
        }
        if (marker == 0xDA || marker == 0xD9) break;
        if (is_frame_header(marker)) {
            if (marker_at + 8 > bytes.size()) break;
            return {Format::jpeg, big16(bytes, marker_at + 6), big16(bytes, marker_at + 4)};
        }
        at = marker_at + 1 + std::max<std::uint32_t>(big16(bytes, marker_at + 1), 2);
    }
    return {Format::jpeg, 0, 0};
}

base::Result<Sniffed> png_sides(std::string_view bytes) {
    if (bytes.size() < 24 || bytes.substr(12, 4) != "IHDR" || big32(bytes, 16) == 0 || big32(bytes, 20) == 0)
        return base::fail(base::Kind::invalid, "media.unreadable", "PNG without a usable IHDR");
    return Sniffed{Format::png, big32(bytes, 16), big32(bytes, 20)};
}

base::Result<Sniffed> webp_sides(std::string_view bytes) {
    const std::string_view chunk = bytes.substr(std::min<std::size_t>(12, bytes.size()), 4);
    if (bytes.size() >= 30 && chunk == "VP8X")
        return Sniffed{Format::webp, little24(bytes, 24) + 1, little24(bytes, 27) + 1};
    if (bytes.size() >= 25 && chunk == "VP8L" && byte_at(bytes, 20) == 0x2F) {
        const std::uint32_t bits = little16(bytes, 21) | little16(bytes, 23) << 16;
        return Sniffed{Format::webp, (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1};
    }
    if (bytes.size() >= 30 && chunk == "VP8 " && bytes.substr(23, 3) == "\x9D\x01\x2A"sv)
        return Sniffed{Format::webp, little16(bytes, 26) & 0x3FFF, little16(bytes, 28) & 0x3FFF};
    return base::fail(base::Kind::invalid, "media.unreadable", "WebP without a usable first chunk");
}

bool is_heif(std::string_view bytes) {
    // ISO 23008-12: still pictures in HEVC. AVIF shares the container and is not among the formats taken.
    constexpr std::array brands{"heic"sv, "heix"sv, "heim"sv, "heis"sv, "mif1"sv};
    return bytes.size() >= 12 && bytes.substr(4, 4) == "ftyp" &&
           std::ranges::find(brands, bytes.substr(8, 4)) != brands.end();
}

base::Result<Sniffed> recognise(std::string_view opening) {
    if (opening.empty()) return base::fail(base::Kind::invalid, "media.unreadable", "no bytes");
    if (opening.starts_with("\xFF\xD8\xFF"sv)) return jpeg_sides(opening);
    if (opening.starts_with("\x89PNG\r\n\x1A\n"sv)) return png_sides(opening);
    if (opening.starts_with("RIFF"sv) && opening.size() >= 12 && opening.substr(8, 4) == "WEBP")
        return webp_sides(opening);
    if (is_heif(opening)) return Sniffed{Format::heif, 0, 0};
    return base::fail(base::Kind::unsupported, "media.unreadable", "neither JPEG, PNG, WebP nor HEIF");
}

/// The end of the entropy-coded data that starts at `at`: the 0xFF of the next marker.
std::size_t end_of_scan(std::string_view bytes, std::size_t at) {
    for (; at + 1 < bytes.size(); ++at) {
        if (byte_at(bytes, at) != 0xFF) continue;
        const std::uint32_t next = byte_at(bytes, at + 1);
        if (next != 0x00 && !(next >= 0xD0 && next <= 0xD7)) return at;
    }
    return bytes.size();
}

bool is_bare_segment(std::uint32_t marker, std::string_view payload) {
    // APP0 of JFIF without a thumbnail has exactly 14 bytes; DQT, DHT, DRI and the frame carry the picture
    // itself.
    if (marker == 0xE0) return payload.size() == 14 && payload.starts_with("JFIF\0"sv);
    return marker == 0xDB || marker == 0xC4 || marker == 0xDD || marker == 0xDA || is_frame_header(marker);
}

} // namespace

base::Result<Sniffed> sniff(std::string_view opening) {
    auto found = recognise(opening);
    // Sides of 32 bits: their product may not fit.
    if (found && found->width > 0 && found->height > max_pixels / found->width)
        return base::fail(base::Kind::too_large, "media.too_large",
                          std::to_string(found->width) + " x " + std::to_string(found->height) + " pixels");
    return found;
}

std::optional<Sniffed> bare_jpeg(std::string_view whole) {
    if (!whole.starts_with("\xFF\xD8\xFF"sv)) return std::nullopt;
    Sniffed sides;
    std::size_t at = 2;
    while (at + 2 <= whole.size() && byte_at(whole, at) == 0xFF) {
        const std::uint32_t marker = byte_at(whole, at + 1);
        if (marker == 0xD9) {
            const bool is_whole = at + 2 == whole.size() && sides.width > 0 && sides.height > 0;
            return is_whole ? std::optional(sides) : std::nullopt;
        }
        const std::size_t length = big16(whole, at + 2);
        if (length < 2 || length > whole.size() - at - 2) return std::nullopt;
        const std::string_view payload = whole.substr(at + 4, length - 2);
        if (!is_bare_segment(marker, payload)) return std::nullopt;
        if (is_frame_header(marker)) sides = {Format::jpeg, big16(payload, 3), big16(payload, 1)};
        at += 2 + length;
        if (marker == 0xDA) at = end_of_scan(whole, at);
    }
    return std::nullopt;
}

bool is_sha256(std::string_view text) noexcept {
    return text.size() == 64 &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

} // namespace media
