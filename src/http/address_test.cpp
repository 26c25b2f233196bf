#include "http/address.h"

#include <gtest/gtest.h>

#include <vector>

namespace http {
namespace {

std::vector<Network> networks(std::initializer_list<std::string_view> texts) {
    std::vector<Network> all;
    for (std::string_view text : texts)
        all.push_back(*parse_network(text));
    return all;
}

TEST(Address, is_read_and_written_in_its_own_form) {
    for (std::string_view text : {"203.0.113.7", "::1", "2001:db8::7"})
        EXPECT_EQ(to_string(*parse_address(text)), text);
    EXPECT_EQ(to_string(*parse_address("[2001:db8::7]")), "2001:db8::7");
    EXPECT_EQ(to_string(*parse_address("::ffff:10.0.0.1")), "10.0.0.1");
    for (std::string_view text : {"", "x", "1.2.3", "1.2.3.4:80", "1.2.3.256", "fe80::1%eth0"})
        EXPECT_FALSE(parse_address(text)) << text;
}

TEST(Network, contains_what_its_prefix_says) {
    struct Row {
        std::string_view network, address;
        bool inside;
    };
    for (const Row& row :
         {Row{"10.0.0.0/8", "10.255.1.2", true}, Row{"10.0.0.0/8", "11.0.0.1", false},
          Row{"192.168.4.0/22", "192.168.7.255", true}, Row{"192.168.4.0/22", "192.168.8.0", false},
          Row{"127.0.0.1", "127.0.0.1", true}, Row{"127.0.0.1", "127.0.0.2", false},
          Row{"0.0.0.0/0", "8.8.8.8", true}, Row{"0.0.0.0/0", "2001:db8::1", false},
          Row{"2001:db8::/32", "2001:db8:1::1", true}, Row{"2001:db8::/32", "2001:db9::1", false}})
        EXPECT_EQ(parse_network(row.network)->contains(*parse_address(row.address)), row.inside)
            << row.network << " " << row.address;
    for (std::string_view text :
         {"10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/8x", "::/129", "net/8"})
        EXPECT_FALSE(parse_network(text)) << text;
}

TEST(Origin, is_believed_only_from_trusted_proxies) {
    auto trusted = networks({"127.0.0.0/8", "10.0.0.0/8"});
    Headers headers;
    headers.add("Host", "inner:8080");
    headers.add("X-Forwarded-For", "6.6.6.6, 203.0.113.7");
    headers.add("X-Forwarded-For", "10.0.0.9");
    headers.add("X-Forwarded-Proto", "https");
    headers.add("X-Forwarded-Host", "lapor.go.id");

    Origin through = origin_of(*parse_address("127.0.0.1"), headers, "http", trusted);
    EXPECT_EQ(through.client, "203.0.113.7"); // not 6.6.6.6, which the client wrote itself
    EXPECT_EQ(through.scheme, "https");
    EXPECT_EQ(through.host, "lapor.go.id");

    Origin direct = origin_of(*parse_address("198.51.100.1"), headers, "http", trusted);
    EXPECT_EQ(direct.client, "198.51.100.1");
    EXPECT_EQ(direct.scheme, "http");
    EXPECT_EQ(direct.host, "inner:8080");
}

TEST(Origin, reads_the_standard_header) {
    auto trusted = networks({"127.0.0.1"});
    struct Row {
        std::string_view forwarded, client, scheme, host;
    };
    for (const Row& row : {Row{"for=203.0.113.7;proto=https;host=a.go.id", "203.0.113.7", "https", "a.go.id"},
                           Row{"for=\"[2001:db8::7]:4711\"; Proto=HTTPS", "2001:db8::7", "https", "inner"},
                           Row{"for=6.6.6.6, for=\"203.0.113.7:99\"", "203.0.113.7", "http", "inner"},
                           Row{"for=unknown", "127.0.0.1", "http", "inner"},
                           Row{"for=_hidden, for=127.0.0.1", "127.0.0.1", "http", "inner"},
                           Row{";;=,,", "127.0.0.1", "http", "inner"}}) {
        Headers headers;
        headers.add("Host", "inner");
        headers.add("Forwarded", std::string(row.forwarded));
        Origin origin = origin_of(*parse_address("127.0.0.1"), headers, "http", trusted);
        EXPECT_EQ(origin.client, row.client) << row.forwarded;
        EXPECT_EQ(origin.scheme, row.scheme) << row.forwarded;
        EXPECT_EQ(origin.host, row.host) << row.forwarded;
    }
}

TEST(Line, is_the_address_or_the_64_that_a_household_holds) {
    struct Row {
        const char *client, *line;
    };
    for (const Row& row :
         {Row{"203.0.113.7", "203.0.113.7"}, Row{"::ffff:203.0.113.7", "203.0.113.7"},
          Row{"2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"}, Row{"2001:db8:1:2::9", "2001:db8:1:2::/64"},
          Row{"2001:db8:1:3::9", "2001:db8:1:3::/64"}, Row{"unknown", "unknown"}})
        EXPECT_EQ(line_key(row.client), row.line);
    EXPECT_EQ(line_of(*parse_address("2001:db8::1")), line_of(*parse_address("2001:db8::2")));
    EXPECT_NE(line_of(*parse_address("203.0.113.7")), line_of(*parse_address("203.0.113.8")));
}

} // namespace
} // namespace http
