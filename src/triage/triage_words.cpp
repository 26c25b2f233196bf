// What people see of a reading: the words of kinds, dangers and private data.
#include "triage/reading.h"

namespace triage {

base::Text name(Kind kind) noexcept {
    switch (kind) {
    case Kind::complaint: return base::Text{"Pengaduan", "Complaint"};
    case Kind::question: return base::Text{"Pertanyaan", "Question"};
    case Kind::information_request: return base::Text{"Permintaan informasi", "Information request"};
    case Kind::aspiration: return base::Text{"Aspirasi", "Suggestion"};
    case Kind::appreciation: return base::Text{"Apresiasi", "Appreciation"};
    case Kind::whistleblowing: return base::Text{"Pelaporan pelanggaran", "Whistleblowing"};
    case Kind::information: return base::Text{"Informasi", "Information"};
    case Kind::other: return base::Text{"Lain", "Other"};
    case Kind::spam: return base::Text{"Spam", "Spam"};
    }
    return base::Text{"Lain", "Other"};
}

base::Text name(Danger danger) noexcept {
    switch (danger) {
    case Danger::none: return base::Text{"Tidak ada tanda bahaya", "No sign of danger"};
    case Danger::death:
        return base::Text{"Ada yang meninggal atau terancam jiwanya", "Someone died or may die"};
    case Danger::fire: return base::Text{"Kebakaran", "Fire"};
    case Danger::medical: return base::Text{"Darurat medis", "Medical emergency"};
    case Danger::violence: return base::Text{"Kekerasan", "Violence"};
    case Danger::electric:
        return base::Text{"Kabel atau listrik berbahaya", "Dangerous cable or electricity"};
    case Danger::collapse:
        return base::Text{"Roboh, tumbang, atau longsor", "Collapse, fallen tree or landslide"};
    case Danger::flood: return base::Text{"Banjir", "Flood"};
    case Danger::injury: return base::Text{"Ada yang terluka", "Someone is hurt"};
    case Danger::accident: return base::Text{"Kecelakaan", "Accident"};
    case Danger::gas: return base::Text{"Gas bocor", "Gas leak"};
    case Danger::child:
        return base::Text{"Anak atau orang hilang, anak terancam", "Missing person or child in danger"};
    }
    return base::Text{"Tidak ada tanda bahaya", "No sign of danger"};
}

base::Text name(PrivateData kind) noexcept {
    switch (kind) {
    case PrivateData::nik: return base::Text{"NIK", "identity number"};
    case PrivateData::family_card: return base::Text{"nomor KK", "family card number"};
    case PrivateData::phone: return base::Text{"nomor telepon", "phone number"};
    case PrivateData::email: return base::Text{"surel", "email address"};
    case PrivateData::plate: return base::Text{"pelat nomor", "number plate"};
    case PrivateData::account: return base::Text{"nomor rekening", "bank account"};
    case PrivateData::tax: return base::Text{"NPWP", "tax number"};
    case PrivateData::insurance: return base::Text{"nomor BPJS", "health insurance number"};
    case PrivateData::address: return base::Text{"alamat rumah", "home address"};
    }
    return base::Text{"nomor telepon", "phone number"};
}

} // namespace triage
