// learn-base-model FOLDER WRITTEN.tsv... --found FOUND.tsv...: learns the models that are shipped, while
// building: FOLDER/base.model, FOLDER/feeling.model and FOLDER/base_model.cpp, which embeds both. Same texts,
// same bytes.
#include "triage/training_texts.h"

#include <fstream>
#include <iostream>
#include <iterator>

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "learn-base-model FOLDER WRITTEN.tsv... --found FOUND.tsv...\n";
        return 2;
    }
    const std::string folder = argv[1];
    std::string written, found;
    bool are_found = false;
    for (int i = 2; i < argc; ++i) {
        if (std::string_view(argv[i]) == "--found") {
            are_found = true;
            continue;
        }
        std::ifstream in(argv[i], std::ios::binary);
        (are_found ? found : written).append(std::istreambuf_iterator<char>(in), {});
    }
    const triage::TrainingTexts texts{.written = written, .found = found};
    std::ofstream source(folder + "/base_model.cpp");
    source << "#include \"triage/shipped.h\"\n\nnamespace triage::shipped {\n";
    bool is_written = true;
    const auto write = [&](const std::string& name, const base::Result<triage::Model>& model) {
        if (!model) {
            std::cerr << "data/training: " << model.error().code << " " << model.error().detail << "\n";
            is_written = false;
            return;
        }
        const auto bytes = model->to_bytes();
        std::ofstream out(folder + "/" + name + ".model", std::ios::binary);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        is_written = is_written && out.flush();
        source << "\n// Of a model whose bytes have the sum " << triage::hash_of(bytes) << ".\n"
               << "std::string_view " << name << "_model() noexcept {\n"
               << "    static constexpr unsigned char bytes[] = {\n#embed \"" << name << ".model\"\n    };\n"
               << "    return {reinterpret_cast<const char*>(bytes), sizeof bytes};\n}\n";
    };
    write("base", triage::learn_base_model(texts));
    write("feeling", triage::learn_feeling_model(texts));
    source << "\n} // namespace triage::shipped\n";
    return source.flush() && is_written ? 0 : 1;
}
