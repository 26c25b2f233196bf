# The models that every installation begins with are learnt while building, from data/training, and become part of the
# programs. What learns them is the library itself, but for the one object that has the models in it.
set(base_models ${CMAKE_BINARY_DIR}/generated/triage)
set(written_texts ${CMAKE_SOURCE_DIR}/data/training/texts.tsv ${CMAKE_SOURCE_DIR}/data/training/kinds.tsv)
set(found_texts ${CMAKE_SOURCE_DIR}/data/training/comments.tsv ${CMAKE_SOURCE_DIR}/data/training/posts.tsv)
add_executable(learn-base-model triage/base_model_main.cpp)
target_include_directories(learn-base-model PRIVATE ${CMAKE_SOURCE_DIR}/src)
target_link_libraries(learn-base-model PRIVATE $<TARGET_FILE:tanggap_triage> tanggap_places tanggap_base
    ICU::uc ICU::i18n ${STEMMER} ${LIBLINEAR} Threads::Threads)
add_dependencies(learn-base-model tanggap_triage)
# The source names the sums of the models' bytes, so that a compiler cache sees others.
set(base_model_source ${base_models}/base_model.cpp)
add_custom_command(OUTPUT ${base_models}/base.model ${base_models}/feeling.model ${base_model_source}
    COMMAND learn-base-model ${base_models} ${written_texts} --found ${found_texts}
    DEPENDS learn-base-model ${written_texts} ${found_texts} VERBATIM)
add_library(tanggap_base_model STATIC ${base_model_source})
target_include_directories(tanggap_base_model PRIVATE ${CMAKE_SOURCE_DIR}/src)
target_compile_options(tanggap_base_model PRIVATE -Wno-c23-extensions)
target_link_libraries(tanggap_triage INTERFACE tanggap_base_model)
