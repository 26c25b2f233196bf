// Roles as screens name and explain them.
#pragma once
#include "base/language.h"
#include "staff/role.h"

namespace staff {

[[nodiscard]] constexpr base::Text name_of(Role role) noexcept {
    switch (role) {
    case Role::operator_: return {"Operator unit", "Office operator"};
    case Role::field_officer: return {"Petugas lapangan", "Field officer"};
    case Role::coordinator: return {"Koordinator", "Coordinator"};
    case Role::approver: return {"Penyetuju", "Approver"};
    case Role::head: return {"Pimpinan", "Head"};
    case Role::communications: return {"Humas", "Communications"};
    case Role::ppid: return {"PPID", "Information officer"};
    case Role::ppid_superior: return {"Atasan PPID", "Superior of the information officer"};
    case Role::dpo: return {"Pelindung data pribadi", "Data protection officer"};
    case Role::auditor: return {"Pemeriksa", "Auditor"};
    case Role::administrator: return {"Pengelola", "Administrator"};
    }
    return {};
}

[[nodiscard]] constexpr base::Text explained(Role role) noexcept {
    switch (role) {
    case Role::operator_: return {"menjawab dan menuntaskan laporan unitnya", "answers and resolves cases"};
    case Role::field_officer:
        return {"datang, memperbaiki, memotret bukti", "goes there, fixes, photographs"};
    case Role::coordinator:
        return {"memverifikasi dan membagi laporan ke unit kerja",
                "verifies cases and gives them to offices"};
    case Role::approver: return {"menyetujui kiriman sebelum keluar", "approves what is sent"};
    case Role::head: return {"memantau dan turun tangan", "watches and steps in"};
    case Role::communications: return {"menulis dan menerbitkan konten", "writes and publishes"};
    case Role::ppid: return {"melayani permintaan informasi publik", "handles information requests"};
    case Role::ppid_superior: return {"memutus keberatan informasi", "decides objections"};
    case Role::dpo: return {"menjaga data pribadi warga", "guards personal data"};
    case Role::auditor: return {"membaca semua, tidak mengubah", "reads everything, changes nothing"};
    case Role::administrator:
        return {"mengatur unit, petugas, dan aturan", "sets up offices, staff and rules"};
    }
    return {};
}

} // namespace staff
