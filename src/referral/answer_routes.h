// /serah-terima/{kode}?kunci=...: the other agency answers a hand-over, without an account. Whoever guesses
// secrets is slowed down; the link takes one answer.
#pragma once
#include "agency/directory_actions.h"
#include "base/random.h"
#include "html/page.h"
#include "http/router.h"
#include "people/vault.h"

namespace referral {

struct AnswerServices {
    db::Database& database;
    const people::Vault& vault;
    base::IdSource& ids;
    base::Now now;
    base::Random random;
    std::function<base::Result<agency::DirectoryPtr>(const http::Request&)> directory;
    std::function<html::PageHead(const http::Request&, const agency::Directory&)> head;
};
void add_answer_routes(http::Router& router, const AnswerServices& services);

} // namespace referral
