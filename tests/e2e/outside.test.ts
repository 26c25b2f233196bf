// A report for an agency outside: set up, handed over by mail and by Open311, answered without an account, given back,
// and settled by a person where nobody knows. The endpoint is our own fake; the mail server is a real one.
import assert from "node:assert/strict";
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { binary, browser, desktop, freePort, looksRight, phone } from "./world.ts";

const data = mkdtempSync(join(tmpdir(), "tanggap-outside-"));
const mails = join(data, "mails");
let url = "", endpoint = "", coordinator = "", form = "";
let administrator: { login: string; password: string };
const children: ChildProcess[] = [];
let chromium: Browser;
const tanggap = (...args: string[]) => JSON.parse(execFileSync(binary, [...args, "--data", data], { encoding: "utf8" }));
const said = async (child: ChildProcess) => {
    children.push(child);
    let text = "";
    for await (const chunk of child.stdout!) if ((text += chunk).includes("\n")) break;
    return text.trim();
};

before(async () => {
    tanggap("setup", "--name", "Dinas Jalan Kota Melati", "--short-name", "DJM", "--organiser", "Dinas Jalan", "--prefix", "DJM", "--region", "31.74", "--login", "awal", "--person", "Pengelola Pertama");
    const pusat = JSON.parse(execFileSync(binary, ["setup", "--export", "--agency", "1", "--data", data], { encoding: "utf8" })).offices[0].code;
    const file = join(data, "instansi.toml");
    writeFileSync(
        file,
        `[agency]\nname = "Dinas Jalan Kota Melati"\nprefix = "DJM"\nregions = ["31.74"]\n[[offices]]\ncode = "${pusat}"\nname = "Dinas Jalan Kota Melati"\n` +
            `[[topics]]\ncode = "jalan"\nname = "Jalan rusak"\nproof = "answer"\nprofile = "sp4n-lapor"\nwords = ["jalan rusak", "jalan berlubang"]\n` +
            `[[people]]\nlogin = "ani"\nname = "Ani Rahayu"\nroles = ["administrator@${pusat}", "coordinator@${pusat}", "operator@${pusat}"]\n`,
    );
    administrator = tanggap("setup", "--file", file, "--agency", "1").logins.find((each: any) => each.login === "ani");
    coordinator = tanggap("user", "add", "--agency", "1", "--login", "koor", "--name", "Koordinator", "--role", "coordinator").token;
    form = tanggap("account", "add", "--agency", "1", "--network", "mail", "--name", "aduan@jalan.example").token;
    const smtp = await said(spawn("/usr/bin/python3", ["tests/peers/smtp_peer.py", mails], { stdio: ["ignore", "pipe", "inherit"] }));
    endpoint = JSON.parse(await said(spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "tests/fakes/open311.ts"], { stdio: ["ignore", "pipe", "inherit"] }))).server;
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    const config = join(data, "tanggap.toml");
    writeFileSync(config, `public_url = "${url}"\nallow_private_networks = true\n[mail]\nrelay = "smtp://127.0.0.1:${smtp}"\nfrom = "lapor@contoh.go.id"\n`);
    children.push(spawn(binary, ["serve", "--data", data, "--listen", `127.0.0.1:${port}`, "--config", config], { stdio: "ignore" }));
    await until(async () => (await fetch(`${url}/readyz`).catch(() => undefined))?.ok, "the server");
    chromium = await browser();
});
after(async () => {
    await chromium?.close();
    for (const child of children.reverse()) {
        const ended = new Promise((r) => child.once("exit", r));
        child.kill("SIGTERM");
        await ended;
    }
    rmSync(data, { recursive: true, force: true });
});

async function until<T>(what: () => Promise<T | undefined | false>, name: string, tries = 150): Promise<T> {
    for (let i = 0; i < tries; i++) {
        const found = await what();
        if (found) return found;
        await new Promise((r) => setTimeout(r, 200));
    }
    throw new Error(`${name} never came`);
}
async function api(method: string, path: string, token: string, body?: unknown) {
    const answer = await fetch(url + path, { method, headers: { authorization: `Bearer ${token}`, "content-type": "application/json" }, body: body ? JSON.stringify(body) : undefined });
    return { status: answer.status, json: (await answer.json()) as any };
}
let sent = 0;
async function report(text: string): Promise<string> {
    const { json } = await api("POST", "/api/v1/items", form, {
        type: "create", network_id: `surat-${++sent}`, author: { network_id: `warga-${sent}`, name: "Warga Rahasia" }, text,
        created_at: new Date().toISOString(), visibility: "public",
    });
    assert.ok(json.case, JSON.stringify(json));
    await api("POST", `/api/v1/cases/${json.case}/events`, coordinator, { do: "verify", topic: "jalan", no_place: true, public_text: "Pipa bocor di jalan" });
    return json.case;
}
const read = async (code: string) => (await api("GET", `/api/v1/cases/${code}`, coordinator)).json;
const happened = async (code: string, kind: string) => (await read(code)).events.find((each: any) => each.kind === kind);
const link = async (code: string) =>
    until(async () => {
        if (!existsSync(mails)) return undefined;
        const mail = readFileSync(mails, "utf8").split("\n").find((line) => line.includes(`/serah-terima/${code}`));
        // Quoted-printable: lines that were cut end with "=".
        return mail && /https?:\/\/\S+\/serah-terima\/\S+kunci=[\w-]+/.exec(JSON.parse(mail).data.replaceAll("=\r\n", "").replaceAll("=3D", "="))?.[0];
    }, "the mail with its link");
async function signIn(page: Page) {
    await page.goto(`${url}/masuk`);
    await page.fill("#login", administrator.login);
    await page.fill("#password", administrator.password);
    await page.getByRole("button", { name: "Masuk" }).click();
    await page.waitForURL(/\/meja/);
}
async function add(page: Page, name: string, way: string, fields: Record<string, string>) {
    await page.goto(`${url}/meja/atur/instansi-luar`);
    await page.fill("#name", name);
    await page.getByLabel(way).check();
    for (const [field, value] of Object.entries(fields)) await page.fill(`#${field}`, value);
    await page.getByRole("button", { name: "Tambah instansi" }).click();
}
async function refer(page: Page, code: string, to: string) {
    await page.goto(`${url}/meja/laporan/${code}?lakukan=rujukan`);
    await page.selectOption("select[name=outside]", { label: to });
    await page.fill("textarea[name=text]", "Pipa distribusi bocor dan menggerus jalan.");
    await page.getByRole("button", { name: "Rujuk laporan" }).click();
    await page.getByText("Dirujuk ke").first().waitFor();
}

test("agencies outside are set up, and a key is never shown again", async () => {
    const page = await (await chromium.newContext(desktop)).newPage();
    await signIn(page);
    await add(page, "Dinas Taman", "Surel dengan tautan jawaban", { address: "bukan alamat" });
    await page.getByText("Perubahan belum tersimpan.").waitFor();
    assert.equal(await page.inputValue("#name"), "Dinas Taman", "what was typed stays");
    await add(page, "Dinas Taman", "Surel dengan tautan jawaban", { address: "surat@taman.contoh.go.id" });
    await page.getByText("Perubahan tersimpan.").waitFor();
    await add(page, "Dinas SDA", "Open311 GeoReport v2", { address: endpoint, service_code: "drainase", jurisdiction: "contoh.go.id", key: "K1" });
    await page.getByText("Perubahan tersimpan.").waitFor();
    await looksRight(page, "instansi-luar-1440");
    await page.getByRole("link", { name: "Dinas SDA" }).click();
    assert.equal(await page.inputValue("#key"), "");
    assert.ok(!(await page.content()).includes(">K1<") && !(await page.content()).includes('"K1"'));
    await looksRight(page, "instansi-luar-satu-1440");
    const narrow = await (await chromium.newContext(phone)).newPage();
    await signIn(narrow);
    await narrow.goto(`${url}/meja/atur/instansi-luar`);
    await looksRight(narrow, "instansi-luar-360");
    await narrow.context().close();
    await page.context().close();
});

test("a mail is answered by its link without an account, once", async () => {
    const code = await report("Pohon tumbang menimpa jalan rusak");
    const page = await (await chromium.newContext(desktop)).newPage();
    await signIn(page);
    await refer(page, code, "Dinas Taman");
    const address = await link(code);
    await until(async () => {
        await page.goto(`${url}/meja/laporan/${code}`);
        return /Terkirim, menunggu jawaban/.test(await page.innerText("main"));
    }, "the state of the hand-over");
    await looksRight(page, "laporan-serah-terima-1440");

    for (const options of [desktop, phone]) {
        const other = await (await chromium.newContext(options)).newPage();
        await other.goto(address);
        assert.match(await other.innerText("main"), /Pipa distribusi bocor/);
        assert.doesNotMatch(await other.content(), /Warga Rahasia/);
        await looksRight(other, `serah-terima-${options === phone ? 360 : 1440}`);
        await other.context().close();
    }
    const other = await (await chromium.newContext({ ...phone, javaScriptEnabled: false })).newPage();
    await other.goto(address);
    await other.fill("#nomor", "   "); // fine for the browser, not for us
    await other.getByRole("button", { name: "Terima laporan" }).click();
    assert.match(await other.innerText("main"), /Jawaban belum tersimpan/);
    await other.fill("#nomor", "TMN/17/2026");
    await other.getByRole("button", { name: "Terima laporan" }).click();
    await other.getByText("Jawaban sudah kami terima").waitFor();
    assert.match(await other.innerText("main"), new RegExp(code));
    await other.goto(address);
    assert.equal(await other.locator("form").count(), 0, "the link takes one answer");
    const wrong = await fetch(address.replace(/kunci=.*/, "kunci=AAAAAAAAAAAAAAAAAAAAAA"));
    assert.equal(wrong.status, 404);
    assert.ok(await happened(code, "case.receipted"));
    await other.goto(`${url}/laporan/${code}`);
    await until(async () => {
        await other.reload();
        return /Diterima instansi tujuan dengan nomor TMN\/17\/2026/.test(await other.innerText("main"));
    }, "the public timeline");
    await other.context().close();
    await page.context().close();
});

test("what is not theirs comes back with its deadline", async () => {
    const code = await report("Lampu taman padam di jalan rusak");
    const due = (await read(code)).deadlines.find((each: any) => each.name === "resolve").due;
    const page = await (await chromium.newContext(desktop)).newPage();
    await signIn(page);
    await refer(page, code, "Dinas Taman");
    const other = await (await chromium.newContext(phone)).newPage();
    await other.goto(await link(code));
    await other.fill("#alasan", "Lampu itu milik pengelola kawasan.");
    await other.getByRole("button", { name: "Kembalikan laporan" }).click();
    await other.getByText("kembali kami tangani").waitFor();
    const back = await read(code);
    assert.equal(back.state, "verified");
    const resolve = back.deadlines.find((each: any) => each.name === "resolve");
    assert.deepEqual([resolve.due, resolve.state], [due, "running"]);
    await page.goto(`${url}/meja/laporan/${code}`);
    assert.match(await page.innerText("main"), /Instansi tujuan: bukan kewenangannya[\s\S]*milik pengelola kawasan/);
    await other.goto(`${url}/laporan/${code}`);
    assert.match(await other.innerText("main"), /kembali kami tangani/);
    assert.doesNotMatch(await other.innerText("main"), /milik pengelola/, "their words are for staff");
    await other.context().close();
    await page.context().close();
});

test("what nobody knows of waits for a person, and an endpoint's number becomes the receipt", async () => {
    const code = await report("Saluran mampet di jalan rusak");
    await fetch(`${endpoint}/_fault`, { method: "POST", body: JSON.stringify({ mode: "broken", on: "/requests", times: 1 }) });
    const page = await (await chromium.newContext(desktop)).newPage();
    await signIn(page);
    await refer(page, code, "Dinas SDA");
    await until(async () => {
        await page.goto(`${url}/meja/serah-terima`);
        return (await page.innerText("main")).includes(code);
    }, "a hand-over of which nobody knows");
    assert.match(await page.innerText("main"), /Server tujuan sedang rusak \(kode jawaban 500\)/);
    await looksRight(page, "serah-terima-daftar-1440");
    const narrow = await (await chromium.newContext(phone)).newPage();
    await signIn(narrow);
    await narrow.goto(`${url}/meja/serah-terima`);
    await looksRight(narrow, "serah-terima-daftar-360");
    await narrow.context().close();
    const filed = async () => (await (await fetch(`${endpoint}/_made`)).json()) as any[];
    assert.equal((await filed()).length, 1, "taken in, and not repeated by itself");
    await until(async () => {
        await page.goto(`${url}/meja/pengingat`);
        return /Serah terima belum pasti sampai/.test(await page.innerText("main"));
    }, "the notice to who must settle it", 450);
    await page.goto(`${url}/meja/serah-terima`);
    await page.getByRole("button", { name: "Kirim lagi" }).click();
    await until(async () => (await filed()).length === 2, "the second, by a person's word");
    assert.match((await filed())[1].description, new RegExp(`Pipa distribusi bocor[\\s\\S]*${code}`));
    await until(async () => {
        await page.goto(`${url}/meja/laporan/${code}`);
        return /Diterima di sana, menunggu nomor/.test(await page.innerText("main"));
    }, "its token");
    await page.context().close();
});

test("a server that speaks JSON alone is understood, and what is closed there is told", async () => {
    const status = (status: string, notes: string) => fetch(`${endpoint}/_status`, { method: "POST", body: JSON.stringify({ status, notes }) });
    const page = await (await chromium.newContext(desktop)).newPage();
    await signIn(page);
    await add(page, "Dinas Lampu", "Open311 GeoReport v2", { address: `${endpoint}/json`, service_code: "jalan", jurisdiction: "contoh.go.id", key: "K1" });
    await page.getByText("Perubahan tersimpan.").waitFor();
    await status("open", "Petugas menuju lokasi.");
    const open = await report("Lampu di jalan rusak padam");
    await refer(page, open, "Dinas Lampu");
    await until(async () => {
        await page.goto(`${url}/meja/laporan/${open}`);
        return /Status di instansi tujuan: masih dikerjakan/.test(await page.innerText("main"));
    }, "the status there");
    assert.match(await page.innerText("main"), /statusnya diikuti[\s\S]*di sana: masih dikerjakan[\s\S]*Petugas menuju lokasi/);
    await looksRight(page, "laporan-diikuti-1440");

    await status("closed", "Lampu diganti <b>kemarin</b>.");
    const closed = await report("Lampu lain di jalan rusak padam");
    await refer(page, closed, "Dinas Lampu");
    await until(async () => {
        await page.goto(`${url}/meja/serah-terima?status=finished`);
        return (await page.innerText("main")).includes(closed);
    }, "what is closed there");
    assert.match(await page.innerText("main"), /di sana: selesai[\s\S]*Lampu diganti <b>kemarin<\/b>\./);
    await looksRight(page, "serah-terima-selesai-1440");
    const narrow = await (await chromium.newContext(phone)).newPage();
    await signIn(narrow);
    await narrow.goto(`${url}/meja/serah-terima?status=finished`);
    await looksRight(narrow, "serah-terima-selesai-360");
    await narrow.goto(`${url}/meja/laporan/${closed}`);
    await looksRight(narrow, "laporan-selesai-di-sana-360");
    assert.equal((await read(closed)).state, "referred", "nothing is closed by itself");
    await narrow.goto(`${url}/laporan/${closed}`);
    assert.doesNotMatch(await narrow.content(), /Lampu diganti/, "their words are for staff");
    await until(async () => {
        await narrow.goto(`${url}/meja/pengingat`);
        return /Instansi tujuan menyatakan selesai/.test(await narrow.innerText("main"));
    }, "the notice to who has the case", 450);
    await looksRight(narrow, "pengingat-serah-terima-360");
    await narrow.context().close();
    await page.getByRole("button", { name: "Sudah dicatat" }).click();
    await page.getByText("Tidak ada serah terima dalam keadaan ini.").waitFor();
    await page.goto(`${url}/meja/pengingat`);
    assert.doesNotMatch(await page.innerText("main"), /menyatakan selesai/);
    await page.context().close();
});
