#include "http/form.h"
#include "http/multipart.h"

#include <gtest/gtest.h>

#include <fstream>
#include <random>

namespace http {
namespace {

constexpr std::string_view boundary = "----batasABC123";
const std::string multipart_type = "multipart/form-data; boundary=" + std::string(boundary);

std::string part(std::string_view disposition, std::string_view content, std::string_view more = "") {
    std::string out =
        "--" + std::string(boundary) + "\r\nContent-Disposition: form-data; " + std::string(disposition);
    return out.append("\r\n").append(more).append("\r\n").append(content).append("\r\n");
}
const std::string end = "--" + std::string(boundary) + "--\r\n";

TEST(Form, reads_urlencoded_fields_in_order) {
    auto form = parse_form("nama=Siti+Aminah&isi=jalan%20rusak%0A%26%3D&isi=dua&kosong=&tanpa",
                           "application/x-www-form-urlencoded; charset=utf-8");
    ASSERT_TRUE(form);
    EXPECT_EQ(form->value("nama"), "Siti Aminah");
    EXPECT_EQ(form->value("isi"), "jalan rusak\n&=");
    EXPECT_EQ(form->fields.all("isi").size(), 2u);
    EXPECT_TRUE(form->fields.has("tanpa"));
    EXPECT_EQ(form->value("tidak_ada"), "");
}

TEST(Form, refuses_broken_urlencoding) {
    struct Row {
        std::string_view body, code;
    };
    for (const Row& row :
         {Row{"a=%zz", "form.malformed"}, Row{"a=%4", "form.malformed"}, Row{"a=%ff", "field.invalid"},
          Row{"a=%00", "field.invalid"}, Row{"%ED%A0%80=x", "field.invalid"}}) {
        auto form = parse_form(row.body, "application/x-www-form-urlencoded");
        ASSERT_FALSE(form) << row.body;
        EXPECT_EQ(form.error().code, row.code) << row.body;
    }
    std::string many;
    for (int i = 0; i < 300; ++i)
        many += "a=1&";
    EXPECT_FALSE(parse_form(many, "application/x-www-form-urlencoded"));
    EXPECT_EQ(parse_form("{}", "application/json").error().code, "form.unsupported");
}

TEST(Multipart, gives_fields_and_files_byte_for_byte) {
    std::mt19937 chance(7);
    std::string photo;
    while (photo.size() < 200'000)
        photo += static_cast<char>(chance());
    std::vector<std::string> contents{photo,
                                      "",
                                      "\r\n",
                                      "\r",
                                      "\n",
                                      "x\r",
                                      "--",
                                      std::string("\0\xff\0", 3),
                                      "x\r\n--" + std::string(boundary) + "lebih\r\n",
                                      "x\n--" + std::string(boundary),
                                      "\r\n--" + std::string(boundary.substr(1))};
    for (const std::string& content : contents) {
        std::string body =
            part("name=\"isi\"", "jalan rusak") +
            part("name=\"foto\"; filename=\"a.jpg\"", content, "Content-Type: image/jpeg\r\n") + end;
        auto form = parse_form(body, multipart_type);
        ASSERT_TRUE(form) << form.error().detail;
        EXPECT_EQ(form->value("isi"), "jalan rusak");
        ASSERT_NE(form->file("foto"), nullptr);
        EXPECT_EQ(form->file("foto")->bytes, content);
        EXPECT_EQ(form->file("foto")->content_type, "image/jpeg");
        EXPECT_EQ(body.substr(form->file("foto")->offset, content.size()), content);
    }
}

TEST(Multipart, keeps_the_bytes_of_a_mail_and_of_nested_parts) {
    std::string mail = "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nhai\r\n--x--\r\n";
    std::string body =
        part("name=\"f\"; filename=\"surat.eml\"", mail, "Content-Type: message/rfc822\r\n") + end;
    auto form = parse_form(body, multipart_type);
    ASSERT_TRUE(form);
    EXPECT_EQ(form->file("f")->bytes, mail);
}

TEST(Multipart, reads_names_as_browsers_and_curl_write_them) {
    struct Row {
        std::string_view disposition, field, filename;
    };
    for (const Row& row :
         {Row{R"(name="f"; filename="foto jalan.jpg")", "f", "foto jalan.jpg"},
          Row{R"(name=f; filename=a.jpg)", "f", "a.jpg"}, Row{R"(filename="a.jpg"; name="f")", "f", "a.jpg"},
          Row{R"(name="a%22b"; filename="x%22y.jpg")", "a\"b", "x\"y.jpg"},
          Row{R"(name="f"; filename="x\"y.jpg")", "f", "x\"y.jpg"},
          Row{R"(name="f"; filename="C:\Foto\jalan.jpg")", "f", "jalan.jpg"},
          Row{R"(name="f"; filename="../../etc/passwd")", "f", "passwd"},
          Row{"name=\"f\"; filename=\"jalan-\xc3\xa9.jpg\"", "f", "jalan-\xc3\xa9.jpg"},
          Row{"name=\"f\"; filename=\"rusak-\xff.jpg\"", "f", ""},
          Row{R"(name="f;x=1"; filename="a;b.jpg")", "f;x=1", "a;b.jpg"}}) {
        auto form = parse_form(part(row.disposition, "x") + end, multipart_type);
        ASSERT_TRUE(form) << row.disposition;
        ASSERT_EQ(form->files.size(), 1u) << row.disposition;
        EXPECT_EQ(form->files[0].field, row.field) << row.disposition;
        EXPECT_EQ(form->files[0].filename, row.filename) << row.disposition;
    }
}

TEST(Multipart, leaves_out_file_inputs_without_a_file) {
    auto form = parse_form(
        part(R"(name="foto"; filename="")", "", "Content-Type: application/octet-stream\r\n") + end,
        multipart_type);
    ASSERT_TRUE(form);
    EXPECT_TRUE(form->files.empty());
}

TEST(Multipart, takes_a_preamble_an_epilogue_and_a_quoted_boundary) {
    auto form = parse_form("salam\r\n" + part("name=\"a\"", "1") + end + "penutup",
                           "Multipart/Form-Data; charset=utf-8; boundary=\"" + std::string(boundary) + "\"");
    ASSERT_TRUE(form) << form.error().detail;
    EXPECT_EQ(form->value("a"), "1");
}

TEST(Multipart, refuses_hostile_bodies) {
    const std::string b = "--" + std::string(boundary);
    std::string many;
    for (int i = 0; i < 300; ++i)
        many += part("name=\"a\"", "1");
    std::vector<std::string> bodies{
        "",
        "x",
        b,
        b + "\r\n",
        b + "\r\n\r\n\r\n" + end,                                 // no disposition
        part("name=\"a\"", "1"),                                  // no end
        b + "teks\r\n" + end,                                     // text behind the first boundary
        b + "\r\nContent-Disposition: form-data; name=\"a\"\r\n", // header without end
        b + "\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n1\r\n" + end,
        b + "\r\nContent-Disposition: form-data\r\n\r\n1\r\n" + end,           // no name
        b + "\r\nContent-Disposition: form-data; name=\"a\r\n\r\n1\r\n" + end, // quote never closed
        b + "\r\n: x\r\n\r\n1\r\n" + end,
        b + "\r\nX: " + std::string(5000, 'x') + "\r\n\r\n1\r\n" + end, // header too long
        part("name=\"a\"", "1", "Content-Disposition: form-data; name=\"b\"\r\n") + end,
        part("name=\"a\"", "MQ==", "Content-Transfer-Encoding: base64\r\n") + end,
        part("name=\"\xff\"", "1") + end,
        many + end,
    };
    for (const std::string& body : bodies) {
        auto form = parse_form(body, multipart_type);
        ASSERT_FALSE(form) << body.substr(0, 200);
        EXPECT_EQ(form.error().code, "form.malformed") << body.substr(0, 200);
    }
    EXPECT_EQ(parse_form(part("name=\"a\"", "\xff") + end, multipart_type).error().field, "a");
    EXPECT_EQ(parse_form(part("name=\"a\"", std::string(1, '\0')) + end, multipart_type).error().code,
              "field.invalid");
    EXPECT_EQ(parse_form(part("name=\"a\"", std::string(300'000, 'x')) + end, multipart_type).error().kind,
              base::Kind::too_large);
    for (std::string_view type :
         {"multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"x"})
        EXPECT_FALSE(parse_form(end, type)) << type;
}

TEST(Multipart, reads_an_uploaded_body_from_disk_and_outlives_the_request) {
    auto path = std::filesystem::temp_directory_path() / ("form_test_" + std::to_string(::getpid()));
    std::string body = part("name=\"foto\"; filename=\"a.jpg\"", "isi foto") + end;
    std::ofstream(path, std::ios::binary) << body;
    std::optional<Form> form;
    {
        Request request;
        request.headers.add("content-type", multipart_type);
        request.upload = std::make_shared<const UploadedFile>(path, body.size());
        auto parsed = parse_form(request);
        ASSERT_TRUE(parsed);
        form = std::move(*parsed);
    }
    EXPECT_EQ(form->file("foto")->bytes, "isi foto");
    EXPECT_FALSE(std::filesystem::exists(path));
}

} // namespace
} // namespace http
