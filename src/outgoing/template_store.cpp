#include "outgoing/template_store.h"

namespace outgoing::store {
namespace {

using base::AgencyId;
using db::Query;

#define TEMPLATE_COLUMNS "template, language, version, is_builtin, subject, body, changed_by, changed_at"

constexpr Query<TemplateVersion(AgencyId, std::string)> select_newest{
    "outgoing.newest_templates",
    "select " TEMPLATE_COLUMNS " from outgoing_templates t where agency = :agency and language = :language "
    "and version = (select max(version) from outgoing_templates o where o.agency = t.agency and o.template = "
    "t.template and o.language = t.language) order by template"};
constexpr Query<TemplateVersion(AgencyId, TemplateKey, std::string)> select_versions{
    "outgoing.template_versions",
    "select " TEMPLATE_COLUMNS " from outgoing_templates where agency = :agency and template = :template and "
    "language = :language order by version desc limit 50"};
constexpr Query<void(AgencyId, TemplateKey, std::string, int, bool, std::string, std::string, staff::StaffId,
                     base::Time)>
    insert_version{"outgoing.insert_template",
                   "insert into outgoing_templates (agency, " TEMPLATE_COLUMNS
                   ") values (:agency, :template, :language, :version, :is_builtin, :subject, :body, "
                   ":changed_by, :changed_at) on conflict (agency, template, language, version) do nothing"};

} // namespace

std::vector<TemplateVersion> newest(db::Tx& tx, AgencyId agency, std::string_view language) {
    return tx.all(select_newest, agency, std::string(language));
}

std::vector<TemplateVersion> versions(db::Tx& tx, AgencyId agency, TemplateKey key,
                                      std::string_view language) {
    return tx.all(select_versions, agency, key, std::string(language));
}

bool insert(db::Tx& tx, AgencyId agency, const TemplateVersion& v) {
    return tx.run(insert_version, agency, v.key, v.language, v.version, v.is_builtin, v.subject, v.body,
                  v.changed_by, v.changed_at) == 1;
}

} // namespace outgoing::store
