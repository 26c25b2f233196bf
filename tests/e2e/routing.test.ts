// Where a report goes: rules with conditions, tried, rehearsed, kept and undone; people of an office; two agencies that
// hand a report over; and what the public reads while nobody says that it is theirs.
import assert from "node:assert/strict";
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { binary, browser, desktop, freePort, looksRight, phone } from "./world.ts";

const data = mkdtempSync(join(tmpdir(), "tanggap-routing-"));
const agencies = { roads: { host: "127.0.0.1", url: "" }, water: { host: "localhost", url: "" } };
let server: ChildProcess;
let chromium: Browser;
let administrator: { login: string; password: string };
let coordinator = "", waterCoordinator = "", form = "";
const tanggap = (...args: string[]) => JSON.parse(execFileSync(binary, [...args, "--data", data], { encoding: "utf8" }));

const setup = (id: number, name: string, prefix: string, host: string) => {
    tanggap("setup", "--name", name, "--short-name", prefix, "--organiser", name, "--prefix", prefix, "--host", host, "--region", "31.74", "--login", "awal", "--person", "Pengelola Pertama");
    const pusat = JSON.parse(execFileSync(binary, ["setup", "--export", "--agency", String(id), "--data", data], { encoding: "utf8" })).offices[0].code;
    const file = join(data, `${prefix}.toml`);
    writeFileSync(
        file,
        `[agency]\nname = "${name}"\nprefix = "${prefix}"\nhost = "${host}"\nregions = ["31.74"]\n` +
            `[[offices]]\ncode = "${pusat}"\nname = "${name}"\n[[offices]]\ncode = "selatan"\nname = "Unit Selatan ${prefix}"\nparent = "${pusat}"\n` +
            `[[offices]]\ncode = "barat"\nname = "Unit Barat ${prefix}"\nparent = "${pusat}"\n[[offices]]\ncode = "organisasi"\nname = "Bagian Organisasi ${prefix}"\nparent = "${pusat}"\n` +
            `[[topics]]\ncode = "jalan"\nname = "Jalan rusak"\nproof = "answer"\nwords = ["jalan rusak", "jalan berlubang", "jembatan"]\n` +
            `[[rules]]\ntopic = "jalan"\noffice = "selatan"\n[[serves]]\noffice = "barat"\ntopic = "jalan"\narea = "31.74.01"\n` +
            `[[people]]\nlogin = "ani"\nname = "Ani Rahayu"\nroles = ["administrator@${pusat}", "coordinator@${pusat}", "operator@${pusat}"]\n` +
            `[[people]]\nlogin = "budi"\nname = "Budi Santoso"\nroles = ["field_officer@selatan"]\n`,
    );
    return tanggap("setup", "--file", file, "--agency", String(id));
};

before(async () => {
    const roads = setup(1, "Dinas Jalan Kota Melati", "DJM", agencies.roads.host);
    administrator = roads.logins.find((each: any) => each.login === "ani");
    setup(2, "Dinas Air Kota Melati", "DAM", agencies.water.host);
    const token = (agency: number, login: string) => tanggap("user", "add", "--agency", String(agency), "--login", login, "--name", "Koordinator", "--role", "coordinator").token;
    coordinator = token(1, "koor");
    waterCoordinator = token(2, "koor");
    form = tanggap("account", "add", "--agency", "1", "--network", "mail", "--name", "aduan@jalan.example").token;
    const port = await freePort();
    for (const each of Object.values(agencies)) each.url = `http://${each.host}:${port}`;
    server = spawn(binary, ["serve", "--data", data, "--listen", `127.0.0.1:${port}`], { stdio: "ignore" });
    for (let i = 0; i < 300; i++) {
        if ((await fetch(`${agencies.roads.url}/readyz`).catch(() => undefined))?.ok) break;
        await new Promise((r) => setTimeout(r, 100));
    }
    chromium = await browser();
});
after(async () => {
    await chromium.close();
    const ended = new Promise((r) => server.once("exit", r));
    server.kill("SIGTERM");
    assert.equal(await ended, 0);
    rmSync(data, { recursive: true, force: true });
});

async function api(url: string, method: string, path: string, token: string, body?: unknown) {
    const answer = await fetch(url + path, { method, headers: { authorization: `Bearer ${token}`, "content-type": "application/json" }, body: body ? JSON.stringify(body) : undefined });
    return { status: answer.status, json: (await answer.json()) as any };
}
let sent = 0;
async function report(text: string): Promise<string> {
    const { json } = await api(agencies.roads.url, "POST", "/api/v1/items", form, {
        type: "create",
        network_id: `surat-${++sent}`,
        author: { network_id: `warga-${sent}` },
        text,
        created_at: new Date().toISOString(),
        visibility: "public",
    });
    assert.ok(json.case, JSON.stringify(json));
    return json.case;
}
const read = async (code: string) => (await api(agencies.roads.url, "GET", `/api/v1/cases/${code}`, coordinator)).json;
async function act(code: string, what: Record<string, unknown>, token = coordinator) {
    const answer = await api(agencies.roads.url, "POST", `/api/v1/cases/${code}/events`, token, what);
    assert.equal(answer.status, 200, JSON.stringify(answer.json));
    return answer.json;
}
async function until<T>(what: () => Promise<T | undefined | false>, name: string): Promise<T> {
    for (let i = 0; i < 150; i++) {
        const found = await what();
        if (found) return found;
        await new Promise((r) => setTimeout(r, 200));
    }
    throw new Error(`${name} never came`);
}
async function signIn(page: Page) {
    await page.goto(`${agencies.roads.url}/masuk`);
    await page.fill("#login", administrator.login);
    await page.fill("#password", administrator.password);
    await page.getByRole("button", { name: "Masuk" }).click();
    await page.waitForURL(/\/meja/);
}
async function saved(page: Page, button: string) {
    await page.getByRole("button", { name: button, exact: true }).click();
    await page.getByText("Perubahan tersimpan.").waitFor();
}
test("a rule with conditions is written by keyboard, tried, drafted, rehearsed, applied and undone", async () => {
    const url = agencies.roads.url;
    const page = await (await chromium.newContext(desktop)).newPage();
    await signIn(page);
    const bridge = await report("Jembatan ambrol di Tebet Barat, tidak bisa dilewati, mohon jalan rusak ini diperbaiki");
    assert.match((await read(bridge)).office.name, /Unit Selatan/);

    await page.goto(`${url}/meja/atur/aturan`);
    assert.match(await page.innerText("main"), /Unit Barat DJM: Jalan rusak di Tebet, Jakarta Selatan menuju Unit Selatan DJM/);
    await page.getByRole("button", { name: "Mulai rancangan" }).press("Enter");
    await page.getByText("Rancangan: belum berlaku").waitFor();
    await page.selectOption("#office", { label: "– Unit Barat DJM" });
    await page.locator("summary", { hasText: "Syarat lain" }).press("Enter");
    await page.fill("#words", "jembatan ambrol\njembatan roboh");
    await page.getByLabel("Pengaduan").press("Space");
    await saved(page, "Tambah aturan");
    assert.match(await page.innerText("main"), /hanya Pengaduan, berisi “jembatan ambrol” atau “jembatan roboh”/);
    await page.getByRole("link", { name: /Ubah aturan 2/ }).press("Enter");
    await page.waitForURL(/\/aturan\/\d+$/);
    await page.fill("#urutan", "1");
    await saved(page, "Simpan aturan");

    await page.fill("#laporan", bridge);
    await page.getByRole("button", { name: "Uji sekarang" }).press("Enter");
    await page.waitForURL(/laporan=/);
    assert.match(await page.innerText("#uji ~ [role=status]"), /Unit Barat DJM[\s\S]*aturan 1/);
    await page.goto(`${url}/meja/atur/aturan?teks=${encodeURIComponent("Jalan berlubang di depan rumah saya")}`);
    assert.match(await page.innerText("#uji ~ [role=status]"), /Unit Selatan DJM[\s\S]*aturan 2/);
    await page.locator("summary", { hasText: "Mengapa aturan di atasnya tidak cocok" }).press("Enter");
    assert.match(await page.innerText("#uji ~ [role=status]"), /Aturan 1: katanya tidak ada\./);
    await looksRight(page, "aturan-rancangan-1440");

    await page.getByRole("button", { name: "Coba pada 90 hari terakhir" }).press("Enter");
    await page.waitForURL(/\/simulasi\/\d+$/);
    await until(async () => {
        await page.reload();
        return /akan menuju unit lain/.test(await page.innerText("main"));
    }, "the end of the rehearsal");
    const told = await page.innerText("main");
    assert.match(told, /1 akan menuju unit lain/);
    assert.match(told, /Unit Selatan DJM\s+Unit Barat DJM\s+1/);
    assert.ok(told.includes(bridge));
    await looksRight(page, "aturan-simulasi-1440");
    assert.match((await read(await report("Jembatan ambrol lagi, jalan rusak"))).office.name, /Unit Selatan/, "a draft sends nothing");

    await page.goto(`${url}/meja/atur/aturan`);
    await saved(page, "Berlakukan rancangan");
    const second = await until(async () => {
        const code = await report("Jembatan ambrol di sungai, jalan rusak");
        return /Unit Barat/.test((await read(code)).office.name) && code;
    }, "a case by the new rule");
    await page.goto(`${url}/meja/laporan/${second}`);
    assert.match(await page.innerText("main"), /Otomatis oleh aturan 1: semua topik di semua tempat, hanya Pengaduan, berisi “jembatan ambrol”/);

    await page.goto(`${url}/meja/atur/aturan/riwayat`);
    assert.match(await page.innerText("main"), /Rancangan diberlakukan[\s\S]*Ani Rahayu|Ani Rahayu[\s\S]*Rancangan diberlakukan/);
    await looksRight(page, "aturan-riwayat-1440");
    await page.getByRole("button", { name: /Pakai lagi versi 1/ }).press("Enter");
    await page.getByText("Perubahan tersimpan.").waitFor();
    await page.goto(`${url}/meja/atur/aturan`);
    assert.doesNotMatch(await page.innerText("main"), /jembatan ambrol/);

    const csv = await (await page.request.get(`${url}/meja/atur/aturan/aturan.csv`)).text();
    assert.match(csv, /^"?topic"?,/);
    await page.setInputFiles("#berkas", { name: "aturan.csv", mimeType: "text/csv", buffer: Buffer.from(csv.trimEnd() + '\r\n,,barat,question,,,,,,,,,,\r\n') });
    await saved(page, "Baca sebagai rancangan");
    assert.match(await page.innerText("main"), /hanya Pertanyaan/);
    await page.setInputFiles("#berkas", { name: "aturan.json", mimeType: "application/json", buffer: Buffer.from('[{"office": "nirwana"}]') });
    await page.getByRole("button", { name: "Baca sebagai rancangan" }).click();
    await page.getByText("Ada aturan di berkas itu yang tidak dapat dibaca. (aturan 1)").waitFor();
    await page.goto(`${url}/meja/atur/aturan`);
    await saved(page, "Buang rancangan");
    await page.context().close();
});

test("every page of the rules is right at 360 px, at 1440 px and in the dark", async () => {
    for (const [name, options] of [["360", phone], ["360-gelap", { ...phone, colorScheme: "dark" as const }], ["1440", desktop], ["1440-gelap", { ...desktop, colorScheme: "dark" as const }]] as const) {
        const page = await (await chromium.newContext(options)).newPage();
        await signIn(page);
        for (const path of ["", "/riwayat", "/layanan", "/pembagian", "/pindah"]) {
            assert.equal((await page.goto(`${agencies.roads.url}/meja/atur/aturan${path}`))?.status(), 200, path);
            await looksRight(page, `aturan${path.replaceAll("/", "-")}-${name}`);
        }
        await page.goto(`${agencies.roads.url}/meja/atur/aturan`);
        await page.getByRole("link", { name: /Ubah aturan 1/ }).click();
        await page.waitForURL(/\/aturan\/\d+$/);
        await looksRight(page, `aturan-satu-${name}`);
        await page.context().close();
    }
});

test("an office shares its cases, what it has follows it when it is merged, and no deadline moves", async () => {
    const url = agencies.roads.url;
    const page = await (await chromium.newContext(desktop)).newPage();
    await signIn(page);
    await page.goto(`${url}/meja/atur/aturan/pembagian`);
    await page.selectOption("#office", { label: "– Unit Selatan DJM" });
    await page.selectOption("#cara", { label: "Bergiliran" });
    await saved(page, "Simpan cara membagi");
    const code = await report("Jalan berlubang besar di Tebet Barat");
    const south = (await read(code)).office;
    await act(code, { do: "assign", office: south.id });
    await until(async () => (await read(code)).events.some((each: any) => each.kind === "case.entrusted"), "a person");
    const before = (await read(code)).deadlines.map((each: any) => [each.name, each.due]);

    await page.goto(`${url}/meja/atur/aturan/pindah`);
    await page.selectOption("#from", { label: "– Unit Selatan DJM" });
    await page.selectOption("#to", { label: "– Unit Barat DJM" });
    await page.selectOption("#reason", { label: "Unit digabung" });
    await page.getByRole("button", { name: "Lihat dahulu" }).click();
    await page.getByText(/Laporan terbuka di unit itu: \d+\./).waitFor();
    await looksRight(page, "aturan-pindah-1440");
    await page.getByRole("button", { name: "Pindahkan sekarang" }).click();
    await page.waitForURL(/\/pindah\/\d+$/);
    await until(async () => {
        await page.reload();
        return /Selesai: \d+ pindah, 0 tetap\./.test(await page.innerText("main"));
    }, "the end of the move");
    const moved = await read(code);
    assert.match(moved.office.name, /Unit Barat/);
    assert.equal(moved.state, "assigned");
    assert.deepEqual(moved.deadlines.map((each: any) => [each.name, each.due]), before);
    await page.goto(`${url}/meja/laporan/${code}`);
    assert.match(await page.innerText("main"), /Dipindahkan ke Unit Barat DJM: unit digabung/);
    assert.match(await page.innerText("main"), /Budi Santoso/);
    await page.context().close();
});

test("the second refusal goes to the arbiter, and the public reads that it is being decided", async () => {
    const url = agencies.roads.url;
    const page = await (await chromium.newContext(desktop)).newPage();
    await signIn(page);
    await page.goto(`${url}/meja/atur/aturan/pembagian`);
    await page.selectOption("#arbiter_office", { label: "– Bagian Organisasi DJM" });
    await page.fill("#working_days", "3");
    await saved(page, "Simpan penentu");
    const code = await report("Jalan rusak di perbatasan, entah milik siapa");
    const operator = tanggap("user", "add", "--agency", "1", "--login", `op${Date.now()}`, "--name", "Operator", "--role", "operator").token;
    const { office, version } = await read(code);
    await act(code, { do: "verify", version, kind: "complaint", topic: "jalan", no_place: true, public_text: "Jalan rusak di perbatasan" });
    const before = (await read(code)).deadlines.find((each: any) => each.name === "resolve")?.due;
    for (const reason of ["Bukan wewenang unit kami", "Bukan wewenang kami juga"]) {
        await act(code, { do: "assign", office: office.id });
        const blank = await api(url, "POST", `/api/v1/cases/${code}/events`, operator, { do: "return", reason: " " });
        assert.equal(blank.json.problem.code, "case.needs_reason");
        await act(code, { do: "return", reason }, operator);
    }
    const now = await read(code);
    assert.match(now.office.name, /Bagian Organisasi/);
    assert.equal(now.deadlines.find((each: any) => each.name === "resolve")?.due, before);
    for (const options of [phone, desktop]) {
        const citizen = await (await chromium.newContext(options)).newPage();
        await citizen.goto(`${url}/laporan/${code}`);
        assert.match(await citizen.innerText("main"), /Sedang ditentukan penanggung jawabnya/);
        await looksRight(citizen, `laporan-ditentukan-${options === phone ? 360 : 1440}`);
        await citizen.context().close();
    }
    await page.goto(`${url}/meja/laporan/${code}`);
    await until(async () => {
        await page.reload();
        return /Bagian Organisasi DJM menentukan penanggung jawabnya\. Paling lambat/.test(await page.innerText("main"));
    }, "the arbiter's time");
    await act(code, { do: "assign", office: office.id });
    await until(async () => !/Sedang ditentukan/.test(await (await fetch(`${url}/laporan/${code}`)).text()), "an office that is responsible");
    await page.context().close();
});

test("a report for another agency of the house arrives there, and its number comes back", async () => {
    const code = await report("Pipa air bocor merusak jalan rusak di Tebet");
    const wrong = await api(agencies.roads.url, "POST", `/api/v1/cases/${code}/events`, coordinator, { do: "refer", agency: "Dinas Jalan", text: "Untuk kami sendiri", to: "1" });
    assert.deepEqual([wrong.status, wrong.json.problem.field], [400, "to"]);
    const page = await (await chromium.newContext(desktop)).newPage();
    await signIn(page);
    await page.goto(`${agencies.roads.url}/meja/laporan/${code}?lakukan=rujukan`);
    await page.selectOption("select[name=to]", { label: "Dinas Air Kota Melati" });
    await page.fill("textarea[name=text]", "Pipa distribusi bocor di Tebet dan menggerus jalan.");
    await looksRight(page, "laporan-rujuk-1440");
    await page.getByRole("button", { name: "Rujuk laporan" }).click();
    const receipt = await until(async () => (await read(code)).events.find((each: any) => each.kind === "case.receipted"), "the receipt");
    const number = receipt.data?.receipt ?? receipt.receipt;
    assert.match(String(number), /^DAM-/, JSON.stringify(receipt));
    const theirs = await api(agencies.water.url, "GET", `/api/v1/cases/${number}`, waterCoordinator);
    assert.equal(theirs.status, 200);
    assert.equal(theirs.json.kind, (await read(code)).kind);
    const all = await api(agencies.water.url, "GET", "/api/v1/cases", waterCoordinator);
    assert.equal(all.json.cases.length, 1, "handed over once");
    await page.goto(`${agencies.roads.url}/meja/laporan/${code}`);
    assert.match(await page.innerText("main"), new RegExp(`Tanda terima dari instansi tujuan[\\s\\S]*${number}`));
    await page.context().close();
});
