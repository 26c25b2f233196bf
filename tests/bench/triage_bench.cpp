// How many short texts one core reads in a second, whole and part by part. The budget is 20,000.
#include "triage/guess.h"

#include <benchmark/benchmark.h>

namespace {

constexpr auto texts = std::to_array<std::string_view>({
    "Jalan berlubang besar di depan Pasar Tebet Barat, tadi ada motor jatuh. Mohon segera diperbaiki",
    "PJU mati sdh 3 hari di jl Mawar gg 2 RT 03 RW 05 kel. Menteng Dalam kec. Tebet, tlg dicek min",
    "min mau nanya syarat bikin KK baru apa aja ya, jam pelayanan sampe jam brp? makasih",
    "sampah numpuk bau bgttt di TPS Cipinang Melayu, udah seminggu gak diangkut. hub 0812-3456-7890",
    "Terima kasih pak, jalannya sudah diperbaiki, mantap dan cepat tanggap 🙏🙏",
    "got mampet tiap hujan banjir masuk rumah warga di Kampung Melayu, Jatinegara, Jakarta Timur",
    "mobil B 1234 XYZ parkir sembarangan di trotoar depan stasiun Manggarai, bikin macet tiap pagi",
    "kabel menjuntai di jalan raya Bogor KM 23, bahaya buat pengendara, mohon ditindaklanjuti",
});

const triage::Profile& jakarta() {
    static const triage::Profile profile = triage::shipped_reader().profile(
        std::vector<std::string>{"31"},
        std::vector<triage::Topic>{{"jalan", {"jalan rusak", "jalan berlubang", "lubang", "aspal"}},
                                   {"lampu", {"PJU", "lampu jalan", "lampu mati"}},
                                   {"sampah", {"sampah", "TPS"}},
                                   {"drainase", {"got", "selokan", "banjir", "genangan"}},
                                   {"parkir", {"parkir liar", "parkir sembarangan", "juru parkir"}}});
    return profile;
}

void each_text(benchmark::State& state, auto&& work) {
    std::size_t at = 0;
    for (auto _ : state)
        work(texts[at++ % texts.size()]);
    state.SetItemsProcessed(state.iterations());
}

void read_text(benchmark::State& state) {
    const triage::Profile& profile = jakarta();
    const triage::Reader& reader = triage::shipped_reader();
    each_text(state,
              [&](std::string_view text) { benchmark::DoNotOptimize(reader.read({.text = text}, profile)); });
}
BENCHMARK(read_text);

void read_text_all_of_indonesia(benchmark::State& state) {
    const triage::Reader& reader = triage::shipped_reader();
    static const triage::Profile profile = reader.profile({}, {});
    each_text(state,
              [&](std::string_view text) { benchmark::DoNotOptimize(reader.read({.text = text}, profile)); });
}
BENCHMARK(read_text_all_of_indonesia);

void normalise(benchmark::State& state) {
    each_text(state, [](std::string_view text) { benchmark::DoNotOptimize(triage::normalise(text)); });
}
BENCHMARK(normalise);

void mask(benchmark::State& state) {
    each_text(state, [](std::string_view text) { benchmark::DoNotOptimize(triage::masked(text)); });
}
BENCHMARK(mask);

void resolve(benchmark::State& state) {
    const triage::Profile& profile = jakarta();
    each_text(state, [&](std::string_view text) {
        benchmark::DoNotOptimize(places::resolve(text, *profile.region));
    });
}
BENCHMARK(resolve);

void nearest(benchmark::State& state) {
    const places::Region all = places::gazetteer().within({});
    double step = 0;
    for (auto _ : state) {
        step = step > 1 ? 0 : step + 0.001;
        benchmark::DoNotOptimize(all.nearest({-7.5 + step, 109 + step * 3}));
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(nearest);

} // namespace
