# tanggap_embed_openapi(TARGET): docs/openapi.yaml becomes part of TARGET, as app::openapi().
function(tanggap_embed_openapi target)
    set(document ${CMAKE_SOURCE_DIR}/docs/openapi.yaml)
    set(out ${CMAKE_BINARY_DIR}/generated/app/openapi.cpp)
    file(GENERATE OUTPUT ${out} CONTENT "#include \"app/openapi.h\"\n\nnamespace app {\nnamespace {\nconstexpr char bytes[] = {\n#embed \"${document}\"\n};\n} // namespace\n\nstd::string_view openapi() { return {bytes, sizeof bytes}; }\n\n} // namespace app\n")
    set_source_files_properties(${out} PROPERTIES OBJECT_DEPENDS "${document}" COMPILE_OPTIONS "-Wno-c23-extensions")
    target_sources(${target} PRIVATE ${out})
endfunction()
