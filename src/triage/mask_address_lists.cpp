#include "triage/mask_address_lists.h"

#include <unordered_map>
#include <utility>

namespace triage::address {
namespace {

/// What a word may be, and the words, with single spaces between.
constexpr std::pair<std::uint32_t, std::string_view> lists[] = {
    {w_at, "ada at berada dari di ke"},
    {w_count, "bln buah bulan cm ekor hari jam jt juta kali kk km lubang m menit meter minggu mtr orang org "
              "persen rb ribu tahun th thn tiang titik x"},
    {w_head,
     "apartemen apartement apt aspol asrama blk blok cluster desa dijalan dk dkh ds dsn dukuh dusun gang "
     "gg griya grumbul jalan jl jlan jln jorong kampong kampung kmp komp komplek kompleks kontrakan kp "
     "kpg lorong lr lrg padukuhan pedukuhan perum perumahan perumnas pondok rusun rusunawa tower villa"},
    {w_street, "dijalan jalan jl jlan jln"},
    {w_named, "blk blok dusun gang gg kamar km lantai lingkungan link lorong lr lrg lt tower"},
    {w_block, "blk blok"},
    {w_floor, "lantai lt"},
    {w_seek, "cari hubungi mencari menghubungi temui"},
    {w_copula, "adalah adl ialah tepatnya yaitu yakni"},
    {w_rt, "rt rw"},
    {w_house, "kapling kav kavling nmr no nomer nomor pintu unit"},
    {w_stop,
     "ada adalah agar akan aku alamat anak arah atau ayat bahwa banyak baru2 belakang belum biar bila "
     "bisa blm cuma dan dapat dari dekat dengan depan dgn di dr ga gak hanya harga hari hidup hingga hp "
     "info ini itu jam jika juga jumlah kab kabupaten kalau kalo kami karena ke kec kecamatan kel kelas "
     "kelurahan ketika ketua kita kk klo kode kota krn ktp kuota lagi masih mati mau memakai mendapat "
     "menggunakan menit menuju meter mohon nama nik objek obyek oleh orang pada para pasal perda "
     "perempatan permen perpres pertigaan perwali pos pp prov provinsi pukul rumah rusak saat sampai "
     "sampe samping saya sd sdh sebagai sebelah seberang sebesar sedang seharga sejak sekitar sekitarnya "
     "selaku selama semua senilai seperti setiap simpang sk sudah supaya sy tahun tanggal tapi tdk telah "
     "telp terkait tgl thn tiap tidak tinggal tinggi tlg tolong tp udah ukuran umur untuk usia utk uu wa "
     "waktu warga wilayah yang yg"},
    {w_near, "belakang dekat deket depan dibelakang didekat didepan disamping disebelah diseberang dkt dpn "
             "pinggir samping sebelah seberang sekitar"},
    {w_filler,
     "ada adalah adl aja asal asli at baru beliau benar berada berlokasi daerah dari dateng depan di "
     "dialamat diantar direktur domisili duka dulu dulunya harusnya ialah ini kan kandung kawasan ke "
     "kebetulan kini kk kos kost ktp lama laut lengkap masih mereka nih nya orang orangnya orangtua "
     "persil pindah rumah saat saja seharusnya sekarang sementara sendiri sendirian sesuai skr skrg "
     "susun tempat tepatnya tersebut terus tetap tinggal tsb tua tuanya wilayah yaitu yakni yang yg"},
    {w_alamat,
     "alamat alamate alamatku alamatnya alamt almat almt beralamat beralamatkan berdomisili domisili "
     "domisilinya"},
    {w_tinggal,
     "bermukim bertempat bertinggal dipasung kontrak kos kosan kosnya kost menempati menetap mengontrak "
     "nempati ngekos ngekost ngontrak numpang tinggal tinggalnya"},
    {w_warga, "penghuni warga wargae"},
    {w_rumah,
     "dirumah griya griyane griyanipun kediaman omah omahe omahku omahnya persil rmah rmh rumah rumahe "
     "rumahku rumahnya rumahsaya umah"},
    {w_owner,
     "abdi aku ambo beta gua gue gw kami kita kula kulo my nyong omahku rumahku sa saya sayaa saye sy "
     "sya ulun"},
    {w_kin,
     "abah abang adek adik anak ayah bang bapakku bibi bude emak ibuku istri kakak kakek kakek2 keluarga "
     "korban landlord lansia mamak mbah mbahe mbok mertua nenek nenek2 ortu pakde paman pemilik "
     "pemiliknya simbah suami tetangga"},
    {w_title,
     "an bang bapak bernama bp bpk bu haji hj ibu ibuk kak kakak mas mbah mbak nama pak saudara saudari "
     "sdr sdri tetangga"},
    {w_official,
     "admin bupati camat dewan erwin gubernur kadis kapolsek kepala lurah menteri min polisi presiden rt "
     "rw satpol sekda wali walikota yth"},
    {w_id, "an bernama domisili kk ktp nama nik nisn npwp pelapor pemohon pengaduan"},
    {w_send, "antar datang dateng diantar dikirim ditagih kirim pos surat suratnya"},
    {w_veto,
     "alfamart apotek aspal baliho bank bengkel bts cafe counter cv dealer dinas gorong got gudang hotel "
     "indomaret jembatan kabel kafe kampus kantor karaoke klinik kosong lampu lapangan lokasi makan "
     "masjid minimarket mushola musholla pabrik papan parkir parkiran pasar paud petok pju pkl pohon pom "
     "proyek pt puskesmas rambu reklame restoran rs rsud ruko salon saluran sampah sdn sekolah selokan "
     "sma sman smk smp smpn spbu taman tiang titik tk toko tower tps trotoar ud warkop warung"},
};

using Words = std::unordered_map<std::string_view, std::uint32_t>;

Words all_words() {
    Words out;
    for (auto [bit, words] : lists)
        while (!words.empty()) {
            const std::size_t end = words.find(' ');
            out[words.substr(0, end)] |= bit;
            words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
        }
    return out;
}

} // namespace

std::uint32_t meaning(std::string_view word) noexcept {
    static const Words words = all_words();
    const auto found = words.find(word);
    if (found != words.end()) return found->second;
    // "beraalamat": written in haste.
    const bool says_address = word.size() <= 14 && word.find("alamat") != std::string_view::npos;
    return says_address ? w_alamat : 0;
}

} // namespace triage::address
