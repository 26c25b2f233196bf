// learn-base-model OUT.model OUT.cpp TEXTS.tsv...: learns the model that is shipped, while building. Same
// texts, same bytes.
#include "triage/training_texts.h"

#include <fstream>
#include <iostream>
#include <iterator>

int main(int argc, char** argv) {
    if (argc < 4) {
        std::cerr << "learn-base-model OUT.model OUT.cpp TEXTS.tsv...\n";
        return 2;
    }
    std::string lines;
    for (int i = 3; i < argc; ++i) {
        std::ifstream in(argv[i], std::ios::binary);
        lines.append(std::istreambuf_iterator<char>(in), {});
    }
    const auto model = triage::learn_base_model(lines);
    if (!model) {
        std::cerr << "data/training: " << model.error().code << " " << model.error().detail << "\n";
        return 1;
    }
    const auto bytes = model->to_bytes();
    std::ofstream out(argv[1], std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    std::ofstream source(argv[2]);
    source << "// Of a model whose bytes have the sum " << triage::hash_of(bytes) << ".\n"
           << "#include \"triage/shipped.h\"\n\nnamespace triage::shipped {\nnamespace {\n"
           << "constexpr unsigned char bytes[] = {\n#embed \"base.model\"\n};\n} // namespace\n\n"
           << "std::string_view base_model() noexcept {\n"
           << "    return {reinterpret_cast<const char*>(bytes), sizeof bytes};\n}\n\n"
           << "} // namespace triage::shipped\n";
    return out.flush() && source.flush() ? 0 : 1;
}
