# tanggap_embed_assets(TARGET): puts what `npm run build` left in build/ui/ into the library TARGET, as html::assets().
# The list comes from build/ui/manifest.json; a new list configures again, so ninja itself never needs npm.
function(tanggap_embed_assets target)
    set(built ${CMAKE_SOURCE_DIR}/build/ui)
    if(NOT EXISTS ${built}/manifest.json)
        message(STATUS "Building ui/ once; bin/build keeps it fresh")
        find_program(NODE node HINTS ${CMAKE_SOURCE_DIR}/node_modules/.bin NO_CACHE REQUIRED)
        execute_process(COMMAND ${NODE} ui/build.mjs WORKING_DIRECTORY ${CMAKE_SOURCE_DIR} RESULT_VARIABLE failed)
        if(failed)
            message(FATAL_ERROR "ui/ could not be built: run bin/setup, then bin/build")
        endif()
    endif()
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${built}/manifest.json)

    file(READ ${built}/manifest.json manifest)
    string(JSON count LENGTH ${manifest} assets)
    math(EXPR last "${count} - 1")
    set(arrays "")
    set(rows "")
    foreach(i RANGE ${last})
        foreach(member name path type hash file brotli)
            string(JSON ${member} GET ${manifest} assets ${i} ${member})
        endforeach()
        string(APPEND arrays "constexpr unsigned char bytes_${i}[] = {\n#embed \"${file}\"\n};\n")
        set(compressed "{}")
        if(brotli)
            string(APPEND arrays "constexpr unsigned char brotli_${i}[] = {\n#embed \"${brotli}\"\n};\n")
            set(compressed "view(brotli_${i})")
        endif()
        string(APPEND rows "    {\"${name}\", \"${path}\", \"${type}\", view(bytes_${i}), ${compressed}, \"${hash}\"},\n")
    endforeach()

    set(generated ${CMAKE_BINARY_DIR}/generated/html/embedded.cpp)
    file(CONFIGURE OUTPUT ${generated} @ONLY CONTENT [[// Written by cmake/embed_assets.cmake from build/ui/manifest.json.
#include "html/assets.h"

#include <array>

namespace html {
namespace {
@arrays@
template <std::size_t N> std::string_view view(const unsigned char (&bytes)[N]) {
    return {reinterpret_cast<const char*>(bytes), N};
}
} // namespace

std::span<const Asset> assets() {
    static const auto all = std::to_array<Asset>({
@rows@    });
    return all;
}

} // namespace html
]])
    target_sources(${target} PRIVATE ${generated})
    set_source_files_properties(${generated} TARGET_DIRECTORY ${target} PROPERTIES
        COMPILE_OPTIONS "--embed-dir=${built};-Wno-c23-extensions;-Wno-pedantic")
endfunction()
