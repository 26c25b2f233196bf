#include "outgoing/message_pages.h"

#include <gmock/gmock.h>

namespace outgoing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

Outgoing answer(State state, std::optional<std::string> problem = {}) {
    Outgoing out{.agency = base::AgencyId{1}, .id = OutgoingId{5}};
    out.channel = Channel::network;
    out.state = state;
    out.body = "Jalannya sudah diperbaiki.";
    out.problem = std::move(problem);
    return out;
}

std::string shown(const Outgoing& outgoing, Reader reader, std::string address = "") {
    MessagesView view{.all = std::span(&outgoing, 1), .agency = "Dinas", .reader = reader};
    if (!address.empty()) view.addresses[outgoing.id] = std::move(address);
    return messages(view).str();
}

TEST(answers_on_networks, link_to_where_they_stand) {
    EXPECT_THAT(
        shown(answer(State::sent), Reader::staff, "https://mastodon.example/@dpu/1"),
        AllOf(HasSubstr("Dijawab juga di jaringan"), HasSubstr("href=\"https://mastodon.example/@dpu/1\"")));
    for (const auto* hostile :
         {"javascript:alert(1)", "https://x\"><script>", "/meja/keluar", "sim://world/1"})
        EXPECT_THAT(shown(answer(State::sent), Reader::staff, hostile), Not(HasSubstr("<a "))) << hostile;
}

TEST(answers_on_networks, wait_for_a_person_when_nobody_knows_whether_they_stand) {
    EXPECT_THAT(shown(answer(State::unknown, "network.unknown:504"), Reader::staff),
                AllOf(HasSubstr("belum pasti tampil"), HasSubstr("Jaringan tidak menjawab"),
                      HasSubstr("/meja/keluar?status=unknown"), HasSubstr("bubble-unknown")));
    EXPECT_THAT(shown(answer(State::failed, "network.gone"), Reader::staff),
                AllOf(HasSubstr("Tidak terkirim di jaringan"), HasSubstr("sudah tidak ada di jaringan"),
                      HasSubstr("/meja/keluar?status=failed")));
    EXPECT_THAT(shown(answer(State::failed, "network.gone"), Reader::reporter),
                AllOf(Not(HasSubstr("/meja/keluar")), Not(HasSubstr("sudah tidak ada di jaringan"))));
}

} // namespace
} // namespace outgoing
