# The model that every installation begins with is learnt while building, from data/training, and becomes part of the
# programs. What learns it is the library itself, but for the one object that has the model in it.
set(base_model ${CMAKE_BINARY_DIR}/generated/triage/base.model)
set(training_texts ${CMAKE_SOURCE_DIR}/data/training/texts.tsv ${CMAKE_SOURCE_DIR}/data/training/comments.tsv
    ${CMAKE_SOURCE_DIR}/data/training/kinds.tsv)
add_executable(learn-base-model triage/base_model_main.cpp)
target_include_directories(learn-base-model PRIVATE ${CMAKE_SOURCE_DIR}/src)
target_link_libraries(learn-base-model PRIVATE $<TARGET_FILE:tanggap_triage> tanggap_places tanggap_base
    ICU::uc ICU::i18n ${STEMMER} ${LIBLINEAR} Threads::Threads)
add_dependencies(learn-base-model tanggap_triage)
# The source names the sum of the model's bytes, so that a compiler cache sees another one.
set(base_model_source ${CMAKE_BINARY_DIR}/generated/triage/base_model.cpp)
add_custom_command(OUTPUT ${base_model} ${base_model_source}
    COMMAND learn-base-model ${base_model} ${base_model_source} ${training_texts}
    DEPENDS learn-base-model ${training_texts} VERBATIM)
add_library(tanggap_base_model STATIC ${base_model_source})
target_include_directories(tanggap_base_model PRIVATE ${CMAKE_SOURCE_DIR}/src)
target_compile_options(tanggap_base_model PRIVATE -Wno-c23-extensions)
target_link_libraries(tanggap_triage INTERFACE tanggap_base_model)
