// SP4N-LAPOR! by files: an administrator brings a file in and maps what it says, the desk has the cases with their
// deadlines, the follow-up goes back, and the month stands in a workbook whose numbers are those of the database.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { binary, browser, desktop, looksRight, phone, World } from "./world.ts";

let world: World;
let chromium: Browser;
before(async () => {
    world = await World.start();
    chromium = await browser();
});
after(async () => {
    await chromium.close();
    assert.equal(await world.stop(), 0, world.log.text);
});

const page_of = "/meja/atur/sp4n-lapor";
const reported = new Date(Date.now() - 3 * 86_400_000);
const day = new Intl.DateTimeFormat("id-ID", { timeZone: "Asia/Jakarta", day: "2-digit", month: "2-digit", year: "numeric" }).format(reported);
const month = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Jakarta" }).format(reported).slice(0, 7);
const header = "Tracking ID;Tanggal Laporan;Judul Laporan;Isi Laporan;Kategori;Klasifikasi;Status;Instansi Terdisposisi;Lokasi;Sifat;Berkadar Pengawasan\r\n";
const lines = [
    `8800001;${day} 08.30;Lubang;"Lubang besar,\ndekat pasar";Jalan berlubang;Pengaduan;Belum Ditindaklanjuti;Suku Dinas Bina Marga Jakarta Selatan;Tebet Timur;Normal;Tidak`,
    `8800002;${day} 09.15;Pungutan;Diminta uang saat mengurus izin;Perizinan;Pengaduan;Belum Ditindaklanjuti;Bagian Tata Usaha;;Anonim;Berkadar Pengawasan`,
    `8800003;${day};Usul;Mohon tambah lampu di gang;Penerangan Lingkungan;Aspirasi;Proses;Unit Pengelola Penerangan Jalan;;Rahasia;`,
    `8800004;besok;Salah;Tanggalnya salah;Jalan berlubang;Pengaduan;Proses;;;Normal;Tidak`,
    `8800005;${day};Lama;Sudah beres di sana;Jalan berlubang;Pengaduan;Selesai;;;Normal;Tidak`,
];
const file = (rows: string[]) => ({ name: "lapor.csv", mimeType: "text/csv", buffer: Buffer.from("\uFEFF" + header + rows.join("\r\n")) });

async function signIn(role: string, options: BrowserContextOptions, office?: string): Promise<Page> {
    const context = await chromium.newContext({ ...options, acceptDownloads: true });
    const page = await context.newPage();
    const person = world.staff(role, office);
    await page.goto(`${world.url}/masuk`);
    await page.fill("input[name=login]", person.login);
    await page.fill("input[name=password]", person.password);
    await page.locator("main form button").click();
    await page.waitForURL((url) => !url.pathname.startsWith("/masuk"));
    return page;
}

/** Sends a file and waits, reloading as a person without JavaScript does, until it was looked through. */
async function send(page: Page, rows: string[]) {
    await page.goto(world.url + page_of);
    await page.setInputFiles("#berkas", file(rows));
    await page.getByRole("button", { name: "Periksa berkas" }).click();
    await page.waitForURL(/\/impor\/\d+$/);
    await settled(page);
}

async function settled(page: Page) {
    for (let i = 0; i < 100; i++) {
        if ((await page.getByRole("link", { name: "Muat ulang" }).count()) === 0) return;
        await page.waitForTimeout(200);
        await page.reload();
    }
    assert.fail(`still busy: ${await page.innerText("main")}`);
}

const figures = async (page: Page) => Object.fromEntries(await page.locator(".figures > div").evaluateAll((all) => all.map((e) => [e.querySelector("dt")!.textContent, e.querySelector("dd")!.textContent])));

async function bytesOf(page: Page, path: string) {
    const answer = await page.context().request.get(world.url + path);
    return { status: answer.status(), body: await answer.body(), type: answer.headers()["content-type"] ?? "" };
}

/** Code of the case by tracking id, from the file that goes back. */
async function codes(page: Page) {
    const text = (await bytesOf(page, `${page_of}/ekspor?isi=lapor`)).body.toString("utf8");
    return { text, codes: Object.fromEntries(text.split("\r\n").slice(1, -1).map((line) => line.split(";").slice(0, 2) as [string, string])) };
}

test("a file is looked through, mapped, agreed to and taken in; the same file again changes nothing", async () => {
    const page = await signIn("administrator", desktop);
    await page.goto(world.url + page_of);
    await looksRight(page, "lapor-awal-1440");
    await send(page, lines);
    assert.deepEqual(await figures(page), { "Akan masuk": "3", "Sudah dikenal": "0", Berbeda: "0", Ditolak: "2" });
    const shown = await page.innerText("main");
    assert.match(shown, /Berkadar pengawasan, 60 hari kerja/);
    assert.match(shown, /Antrean koordinator/);
    assert.match(shown, /Tanggal tidak terbaca/);
    assert.match(shown, /Sudah selesai di LAPOR!/);
    assert.ok(!shown.includes("Diminta uang"), "words of reporters do not stand in the preview");
    await looksRight(page, "lapor-pratinjau-1440");
    const waiting = page.url();

    await page.goto(world.url + page_of);
    const select = page.getByLabel("Padanan untuk Penerangan Lingkungan");
    await select.selectOption({ label: "Lampu jalan" });
    await page.getByRole("button", { name: "Simpan padanan" }).first().click();
    await page.waitForURL(/tersimpan/);
    assert.match(await page.innerText("main"), /Tersimpan/);
    await looksRight(page, "lapor-padanan-1440");

    await page.goto(waiting);
    await page.getByRole("button", { name: "Masukkan 3 laporan" }).click();
    await settled(page);
    assert.deepEqual(await figures(page), { Masuk: "3", "Sudah dikenal": "0", Berbeda: "0", Ditolak: "2" });
    const rejected = (await bytesOf(page, new URL(page.url()).pathname + "/ditolak.csv")).body.toString("utf8");
    assert.match(rejected, /8800004/);
    assert.ok(!rejected.includes("Tanggalnya salah"));

    const found = (await codes(page)).codes;
    assert.deepEqual(Object.keys(found).sort(), ["8800001", "8800002", "8800003"]);
    const coordinator = world.staff("coordinator").token;
    const get = async (id: string) => (await world.api("GET", `/api/v1/cases/${found[id]}`, coordinator)).json;
    const [first, second, third] = [await get("8800001"), await get("8800002"), await get("8800003")];
    assert.equal(first.class, "no_oversight");
    assert.equal(first.topic, "jalan-berlubang");
    assert.match(first.office.name, /Selatan/);
    assert.equal(second.class, "oversight");
    assert.equal(second.office, null);
    assert.equal(second.identity, "anonim");
    assert.equal(third.kind, "aspiration");
    assert.equal(third.topic, "lampu-jalan");
    assert.equal(third.identity, "rahasia");
    const due = (one: any) => Date.parse(one.deadlines.find((d: any) => d.name === "resolve").due);
    assert.ok(due(second) - due(first) > 45 * 86_400_000, "60 working days against 14");

    await send(page, lines);
    assert.deepEqual(await figures(page), { "Akan masuk": "0", "Sudah dikenal": "3", Berbeda: "0", Ditolak: "2" });
    assert.equal(await page.getByRole("button", { name: /Masukkan/ }).count(), 0);

    // LAPOR! changed its mind: shown, not applied.
    await send(page, [lines[0]!.replace("Belum Ditindaklanjuti", "Selesai").replace(/Tidak$/, "Berkadar Pengawasan")]);
    assert.equal((await figures(page)).Berbeda, "2");
    await page.getByRole("button", { name: "Catat perbedaan" }).click();
    await settled(page);
    assert.equal((await get("8800001")).state, "received");
    assert.equal((await get("8800001")).class, "no_oversight");
    await looksRight(page, "lapor-beda-1440");
    const differing = new URL(page.url()).pathname;
    await page.context().close();

    // A coordinator may change the class: the deadline is recounted from receipt.
    const other = await signIn("coordinator", { ...phone, javaScriptEnabled: false });
    await other.goto(world.url + differing);
    await looksRight(other, "lapor-beda-360", phone);
    await other.getByRole("button", { name: "Ubah kadar laporan" }).click();
    await other.waitForURL(/kadar=/);
    assert.match(await other.innerText("main"), /dihitung ulang/);
    const changed = await get("8800001");
    assert.equal(changed.class, "oversight");
    assert.equal(changed.deadlines.find((d: any) => d.name === "resolve").due, second.deadlines.find((d: any) => d.name === "resolve").due);
    await other.goto(world.url + page_of);
    assert.equal(await other.getByText("Padanan kata").count(), 0, "words are for administrators");
    await looksRight(other, "lapor-awal-360", phone);
    await other.context().close();
});

test("what became of a report goes back in LAPOR!'s words, without private words", async () => {
    const page = await signIn("administrator", desktop);
    const { codes: found } = await codes(page);
    const coordinator = world.staff("coordinator").token;
    const code = found["8800001"]!;
    const { json } = await world.api("GET", `/api/v1/cases/${code}`, coordinator);
    const done = await world.api("POST", `/api/v1/cases/${code}/events`, coordinator, { do: "decline", version: json.version, public_reason: "=Jalan ini milik pengembang; kami bantu sampaikan" });
    assert.equal(done.status, 200, done.text);
    const { text } = await codes(page);
    const line = text.split("\r\n").find((each) => each.startsWith("8800001;"))!;
    assert.match(line, /;Diarsipkan;"'=Jalan ini milik pengembang; kami bantu sampaikan";/);
    for (const hidden of ["dekat pasar", "Diminta uang", "Mohon tambah lampu"]) assert.ok(!text.includes(hidden), hidden);
    const all = (await bytesOf(page, `${page_of}/ekspor?isi=semua&bulan=${month}`)).body.toString("utf8");
    assert.ok(all.split("\r\n").length > text.split("\r\n").length, "all channels of the month");
    await page.context().close();
});

test("the workbook of the month has the numbers of the database and no private data", async () => {
    const page = await signIn("coordinator", desktop, "Dinas Bina Marga");
    await page.goto(`${world.url}/meja/rekap?lihat=${month}`);
    await looksRight(page, "rekap-1440");
    const workbook = await bytesOf(page, `/meja/rekap?bulan=${month}`);
    assert.equal(workbook.status, 200);
    assert.match(workbook.type, /spreadsheetml/);
    const path = join(world.data, "rekap-uji.xlsx");
    writeFileSync(path, workbook.body);
    const script = `
import json, openpyxl, sqlite3, sys
from datetime import datetime, timedelta, timezone
book = openpyxl.load_workbook(sys.argv[1])
year, number = map(int, sys.argv[3].split("-"))
wib = timezone(timedelta(hours=7))
start = datetime(year, number, 1, tzinfo=wib)
end = datetime(year + number // 12, number % 12 + 1, 1, tzinfo=wib)
db = sqlite3.connect(sys.argv[2])
where = "from cases where kind <> 'whistleblowing' and received_at >= ? and received_at < ?"
span = (int(start.timestamp() * 1000), int(end.timestamp() * 1000))
one = lambda what, more="": db.execute("select " + what + " " + where + more, span).fetchone()[0]
summary = {}
for row in book["Ringkasan"].iter_rows(values_only=True): summary.setdefault(row[0] or "", row[1])
total = lambda sheet: sum(row[1] for row in list(book[sheet].iter_rows(values_only=True))[1:])
rows = list(book["Daftar"].iter_rows(values_only=True))
print(json.dumps({
  "sheets": book.sheetnames, "summary": summary, "heads": rows[0],
  "codes": sorted(row[0] for row in rows[1:]), "lapor": {row[1]: list(map(str, row)) for row in rows[1:] if row[1]},
  "units": total("Per unit kerja"), "topics": total("Per topik"),
  "db": {"received": one("count(*)"), "solved": one("count(*)", " and state in ('resolved', 'closed')"),
         "contested": one("count(*)", " and contests > 0"),
         "codes": sorted(row[0] for row in db.execute("select code " + where, span))},
  "text": " ".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None)}))
`;
    const read = JSON.parse(execFileSync(process.env.PYTHON ?? "/usr/bin/python3", ["-c", script, path, join(world.data, "tanggap.db"), month], { encoding: "utf8", maxBuffer: 1 << 26 }));
    assert.deepEqual(read.sheets, ["Ringkasan", "Per unit kerja", "Per topik", "Daftar"]);
    assert.ok(read.db.received > 0);
    assert.equal(read.summary.Diterima, read.db.received);
    assert.equal(read.summary.Tuntas, read.db.solved);
    assert.equal(read.summary.Dibantah, read.db.contested);
    assert.equal(read.units, read.db.received);
    assert.equal(read.topics, read.db.received);
    assert.deepEqual(read.codes, read.db.codes);
    assert.deepEqual(Object.keys(read.lapor).sort(), ["8800001", "8800002", "8800003"]);
    assert.match(read.lapor["8800002"].join(";"), /Berkadar pengawasan/);
    for (const hidden of ["dekat pasar", "Diminta uang", "081"]) assert.ok(!read.text.includes(hidden), hidden);
    await page.context().close();
});

test("who has no part in it finds no such page", async () => {
    const operator = await signIn("operator", { ...phone, javaScriptEnabled: false });
    for (const path of [page_of, `${page_of}/ekspor`, "/meja/rekap", `/meja/rekap?bulan=${month}`]) assert.equal((await bytesOf(operator, path)).status, 404, path);
    await operator.context().close();
    const head = await signIn("head", { ...phone, javaScriptEnabled: false }, "Jakarta Selatan");
    assert.equal((await bytesOf(head, page_of)).status, 404);
    await head.goto(`${world.url}/meja/rekap?lihat=${month}`);
    assert.ok(!(await head.innerText("main")).includes("Jakarta Utara"), "their own offices only");
    await looksRight(head, "rekap-360", phone);
    await head.context().close();
    const stranger = await (await chromium.newContext(desktop)).newPage();
    await stranger.goto(world.url + page_of);
    assert.match(stranger.url(), /\/masuk/);
    await stranger.context().close();
});

test("a spreadsheet is refused with what to do instead; dark and small pages stand", async () => {
    const page = await signIn("administrator", { ...phone, viewport: { width: 320, height: 640 }, colorScheme: "dark", javaScriptEnabled: false });
    await page.goto(world.url + page_of);
    await page.setInputFiles("#berkas", { name: "lapor.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from("PK\u0003\u0004....") });
    await page.getByRole("button", { name: "Periksa berkas" }).click();
    await page.waitForLoadState();
    assert.match(await page.innerText("main"), /Simpan sebagai CSV/);
    await looksRight(page, "lapor-salah-320-gelap", phone);
    await page.context().close();
});

test("killed in the middle of a large file, it goes on by itself to the same result", async () => {
    const page = await signIn("administrator", desktop);
    const many = Array.from({ length: 1500 }, (_, i) => `99${String(i).padStart(5, "0")};${day};Lubang;Lubang nomor ${i} di jalan;Jalan berlubang;Pengaduan;Proses;;Tebet Timur;Normal;Tidak`);
    await send(page, many);
    assert.equal((await figures(page))["Akan masuk"], "1.500");
    await page.getByRole("button", { name: /Masukkan 1.500 laporan/ }).click();
    await page.waitForTimeout(300);
    await world.killAndRestart();
    // The dead server's lease of the job ends after a minute; then the new one goes on.
    const id = /impor\/(\d+)/.exec(page.url())![1];
    for (let i = 0; i < 150 && !(await page.innerText("main")).includes("Selesai"); i++) {
        await page.waitForTimeout(1000);
        await page.goto(`${world.url}${page_of}/impor/${id}`);
    }
    assert.deepEqual(await figures(page), { Masuk: "1.500", "Sudah dikenal": "0", Berbeda: "0", Ditolak: "0" });
    await page.context().close();
});

test("the command line takes the same file and writes the same workbook", async () => {
    const path = join(world.data, "lagi.csv");
    writeFileSync(path, file([...lines, `8800009;${day};Baru;Trotoar pecah di depan sekolah;Trotoar rusak;Pengaduan;Proses;;Menteng;Normal;Tidak`]).buffer);
    const run = (...args: string[]) => execFileSync(binary, [...args, "--data", world.data], { encoding: "utf8" });
    const printed = JSON.parse(run("lapor", "import", path));
    assert.deepEqual([printed.read, printed.accepted, printed.known, printed.rejected], [6, 1, 3, 2]);
    assert.match(readFileSync(printed.rejected_lines, "utf8"), /8800004/);
    assert.match(run("lapor", "export", "--month", month), /8800009;/);
    const out = join(world.data, "rekap-perintah.xlsx");
    assert.ok(JSON.parse(run("recap", "--month", month, "--out", out)).received > 3);
    assert.equal(readFileSync(out).subarray(0, 2).toString(), "PK");
    for (const command of [["lapor"], ["lapor", "import"], ["lapor", "export"], ["recap"]]) assert.match(execFileSync(binary, [...command, "--help"], { encoding: "utf8" }), /--/);
});
