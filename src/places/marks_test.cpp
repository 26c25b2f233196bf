#include "places/marks.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <ctime>

namespace places {
namespace {

std::string_view name(MarkKind kind) {
    switch (kind) {
    case MarkKind::street: return "street";
    case MarkKind::lane: return "lane";
    case MarkKind::rtrw: return "rtrw";
    case MarkKind::kilometre: return "km";
    case MarkKind::landmark: return "landmark";
    }
    return {};
}

/// "street[Jl. Melati 12]12"
std::string read(std::string_view text) {
    std::string out;
    for (const Mark& mark : marks_of(text)) {
        if (!out.empty()) out += ' ';
        out += name(mark.kind);
        out += '[';
        out += text.substr(mark.begin, mark.end - mark.begin);
        out += ']' + mark.number;
    }
    return out;
}

TEST(Marks, tell_where_something_is) {
    const struct {
        std::string_view text, expected;
    } rows[] = {
        {"lampu mati di Jl. Melati No. 12 sejak kemarin", "street[Jl. Melati No. 12]12"},
        {"Jalan Raya Kenanga Timur IV/12A rusak", "street[Jalan Raya Kenanga Timur IV/12A]12a"},
        {"jl kenanga timur no 7a", "street[jl kenanga timur no 7a]7a"},
        {"Jln. Mawar 4 no.25, RT 05 RW 03", "street[Jln. Mawar 4 no.25]25 rtrw[RT 05 RW 03]5/3"},
        {"Jl. Mawar 13/95", "street[Jl. Mawar 13/95]13/95"},
        {"Jl. Mawar gang XII no 3", "street[Jl. Mawar] lane[gang XII]xii"},
        {"gg5 dekat masjid", "lane[gg5]5 landmark[dekat masjid]"},
        {"Gang Buntu 2", "lane[Gang Buntu 2]2"},
        {"RT.05/RW.03", "rtrw[RT.05/RW.03]5/3"},
        {"rt03/rw05", "rtrw[rt03/rw05]3/5"},
        {"RT/RW 001/010", "rtrw[RT/RW 001/010]1/10"},
        {"RT 2/7", "rtrw[RT 2/7]2/7"},
        {"warga RW 11", "rtrw[RW 11]/11"},
        {"warga RT 4 bingung", "rtrw[RT 4]4/"},
        {"jalan tol KM 23+400 arah timur", "km[KM 23+400]23+400"},
        {"Jl. Raya Kenanga km.7", "street[Jl. Raya Kenanga] km[km.7]7"},
        {"depan Pasar Melati ada lubang", "landmark[depan Pasar Melati]"},
        {"samping SDN 1 ada pohon tumbang", "landmark[samping SDN 1]1"},
        {"belakang sdn melati 2", "landmark[belakang sdn melati 2]2"},
        {"Puskesmas Kenanga tutup", "landmark[Puskesmas Kenanga]"},
    };
    for (const auto& row : rows)
        EXPECT_EQ(read(row.text), row.expected) << row.text;
}

TEST(Marks, are_not_seen_in_ordinary_words) {
    for (std::string_view text : {"", "jalan rusak parah", "jalan ini berlubang", "panjangnya 5 km 200 m",
                                  "kurang 3 km lagi", "harga di pasar naik", "gang sempit",
                                  "ketua RT tidak tahu", "rt rw dan lurah", "jl.", "\xff\xfe", "no 12"})
        EXPECT_EQ(read(text), "") << text;
}

TEST(Marks, are_read_in_time_that_grows_with_the_text) {
    for (std::string_view piece :
         {"jl ", "Jl. Melati ", "rt ", "rt 1/", "a", "12/", "gg ", "depan ", "km 1+", "Pasar "}) {
        std::string text;
        while (text.size() < 200'000)
            text += piece;
        // Some milliseconds in a release; what is not linear takes minutes.
        const std::clock_t begin = std::clock();
        (void)marks_of(text);
        EXPECT_LT(std::clock() - begin, 10 * CLOCKS_PER_SEC) << piece;
    }
}

RC_GTEST_PROP(Marks, stand_in_the_text_in_order_without_overlap, ()) {
    static const std::vector<std::string> pieces{
        "Jl. ", "jalan", " ",      "Melati", "no",   ".",  "12", "/", "rt", "RW ", "05",   "gang ",
        "gg",   "XII",   "depan ", "Pasar",  "SDN ", "km", "+",  ",", "\n", "a",   "\xff", "\xe2\x80\x8b"};
    std::string text;
    for (auto i :
         *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, pieces.size())))
        text += pieces[i];
    if (*rc::gen::inRange(0, 4) == 0) text = *rc::gen::arbitrary<std::string>();
    std::size_t last = 0;
    for (const Mark& mark : marks_of(text)) {
        RC_ASSERT(mark.begin >= last);
        RC_ASSERT(mark.begin < mark.end);
        RC_ASSERT(mark.end <= text.size());
        last = mark.end;
    }
}

} // namespace
} // namespace places
