// A model file of any bytes is refused or serves: with a right checksum, so that what is behind it is
// reached.
#include "triage/lexicon.h"
#include "triage/model.h"

#include <cstdint>
#include <cstring>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string bytes = "TGMODEL2" + std::string(reinterpret_cast<const char*>(data), size);
    std::uint64_t sum = 0xcbf29ce484222325U;
    for (char c : bytes)
        sum = (sum ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    bytes.append(reinterpret_cast<const char*>(&sum), sizeof sum);
    const auto model = triage::Model::of_bytes(bytes);
    if (!model) return 0;
    const auto folded = triage::fold("jalan berlubang di depan pasar");
    const auto features = model->features_of(folded, triage::normalise(folded, triage::shipped_lexicon()));
    const auto scores = model->scores(features);
    for (const auto& head : model->heads())
        if (triage::Model::guesses(head, scores).size() != head.labels.size()) __builtin_trap();
    return 0;
}
