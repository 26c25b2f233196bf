// Bodies of forms: the first line is the Content-Type. Every file must lie inside the body, at its offset.
#include "http/form.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view input(reinterpret_cast<const char*>(data), size);
    auto end = input.find('\n');
    if (end == std::string_view::npos) return 0;
    std::string_view body = input.substr(end + 1);
    for (std::string_view type : {input.substr(0, end), std::string_view("multipart/form-data; boundary=b"),
                                  std::string_view("application/x-www-form-urlencoded")}) {
        auto form = http::parse_form(body, type);
        if (!form) continue;
        for (const auto& file : form->files)
            if (file.offset + file.bytes.size() > body.size() ||
                body.data() + file.offset != file.bytes.data())
                std::abort();
    }
    return 0;
}
