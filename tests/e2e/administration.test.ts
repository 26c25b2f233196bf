// From an empty database to the first real case, as an administrator lives it; then the lists that a bigger agency needs.
import assert from "node:assert/strict";
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { axeOfScriptless, binary, browser, desktop, freePort, looksRight, phone, saveShot } from "./world.ts";

const data = mkdtempSync(join(tmpdir(), "tanggap-administration-"));
const began = Date.now();
let url = "";
let server: ChildProcess;
let chromium: Browser;
let administrator: { login: string; password: string };
const tanggap = (...args: string[]) => execFileSync(binary, [...args, "--data", data], { encoding: "utf8" });

before(async () => {
    administrator = JSON.parse(
        tanggap("setup", "--name", "Lapor Kota Melati", "--short-name", "Melati", "--organiser", "Pemerintah Kota Melati", "--prefix", "KML", "--region", "31.74", "--login", "ani", "--person", "Ani Rahayu"),
    );
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    server = spawn(binary, ["serve", "--data", data, "--listen", `127.0.0.1:${port}`], { stdio: "ignore" });
    for (let i = 0; i < 300; i++) {
        if ((await fetch(`${url}/readyz`).catch(() => undefined))?.ok) break;
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

async function signIn(page: Page, login: string, password: string) {
    await page.goto(`${url}/masuk`);
    await page.fill("#login", login);
    await page.fill("#password", password);
    await page.getByRole("button", { name: "Masuk" }).click();
    await page.waitForURL(/\/meja/);
}

async function saved(page: Page, button: string) {
    await page.getByRole("button", { name: button, exact: true }).click();
    await page.getByText("Perubahan tersimpan.").waitFor();
}

test("from an empty database to a case that the invited operator sees", async () => {
    const context = await chromium.newContext(desktop);
    const page = await context.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    await signIn(page, administrator.login, administrator.password);
    await page.goto(`${url}/meja/atur`);
    assert.match(await page.innerText("main"), /Belum ada topik/);
    await looksRight(page, "atur-1440");

    await page.goto(`${url}/meja/atur/unit`);
    await page.fill("#name", "Dinas Pekerjaan Umum");
    await page.fill("#short_name", "DPU");
    await saved(page, "Tambah unit kerja");
    assert.match(await page.innerText("main"), /Dinas Pekerjaan Umum/);

    await page.goto(`${url}/meja/atur/topik`);
    await page.fill("#code", "jalan-berlubang");
    await page.fill("#name_id", "Jalan berlubang");
    await page.fill("#words", "jalan berlubang\njalan rusak\naspal rusak");
    await saved(page, "Tambah topik");

    await page.goto(`${url}/meja/atur/aturan`);
    assert.match(await page.innerText("main"), /Jalan berlubang: belum ada aturan/);
    await page.selectOption("#topic", "jalan-berlubang");
    await page.fill("#area", "Tebet");
    await page.selectOption("#office", { label: "– Dinas Pekerjaan Umum" });
    await saved(page, "Tambah aturan");
    await page.fill("#teks", "Jalan berlubang di Tebet Barat, motor saya jatuh");
    await page.getByRole("button", { name: "Uji sekarang" }).click();
    await page.waitForURL(/teks=/);
    assert.match(await page.innerText("#uji ~ [role=status]"), /Tebet Barat[\s\S]*Dinas Pekerjaan Umum[\s\S]*aturan 1/);
    await looksRight(page, "atur-aturan-1440");

    await page.goto(`${url}/meja/atur/petugas`);
    await page.fill("#name", "Sari Wulandari");
    await page.fill("#login", "sari");
    await page.selectOption("#role", "operator");
    await page.selectOption("#office", { label: "– Dinas Pekerjaan Umum" });
    await page.getByRole("button", { name: "Buat tautan undangan" }).click();
    await page.waitForURL(/\/undang/);
    const link = await page.inputValue("#tautan");
    assert.match(link, /\/undangan\/[\w-]{43}$/);
    assert.ok((await page.inputValue("#pesan")).includes(link));
    await looksRight(page, "atur-tautan-1440");

    // The invited person has a cheap phone and no JavaScript.
    const hers = await chromium.newContext({ ...phone, javaScriptEnabled: false });
    const her = await hers.newPage();
    await her.goto(link);
    assert.match(await her.innerText("main"), /sari[\s\S]*Operator unit, Dinas Pekerjaan Umum/);
    await saveShot(her, "undangan-360");
    assert.deepEqual(await axeOfScriptless(her, phone), []);
    await her.fill("#sandi", "pendek");
    await her.fill("#ulangi", "pendek");
    await her.getByRole("button", { name: "Buat akun" }).click();
    assert.match(await her.innerText("main"), /kurang dari 12 karakter/);
    await her.fill("#sandi", "kuda besi naik sepeda");
    await her.fill("#ulangi", "kuda besi naik sepeda");
    await her.getByRole("button", { name: "Buat akun" }).click();
    await her.getByRole("link", { name: "Masuk sekarang" }).click();
    const again = await her.request.get(link);
    assert.equal(again.status(), 404, "a link works once");
    await signIn(her, "sari", "kuda besi naik sepeda");
    assert.equal((await her.request.get(`${url}/meja/atur`)).status(), 404, "an operator sets up nothing");

    const citizen = await (await chromium.newContext({ ...phone, javaScriptEnabled: false })).newPage();
    await citizen.goto(`${url}/lapor`);
    await citizen.fill("#isi-laporan", "Jalan berlubang dalam sekali, kemarin ada yang jatuh.");
    await citizen.fill("#tempat", "Jl. Tebet Barat VIII, Tebet Barat");
    await citizen.getByRole("button", { name: "Kirim laporan" }).click();
    await citizen.waitForURL(/\/lacak\//);
    const code = /KML-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(citizen.url())?.[0];
    assert.ok(code, citizen.url());
    await her.goto(`${url}/meja`);
    assert.ok((await her.content()).includes(code), "the invited operator sees the case");
    console.log(`from an empty database to the first case: ${((Date.now() - began) / 1000).toFixed(1)} s`);

    await page.goto(`${url}/meja/atur/unit`);
    await page.getByRole("link", { name: "Dinas Pekerjaan Umum" }).click();
    assert.match(await page.innerText("main"), /1 laporan terbuka[\s\S]*1 aturan/);
    await page.uncheck("input[name=buka]");
    await page.getByRole("button", { name: "Simpan unit" }).click();
    await page.getByText("Masih ada aturan yang mengirim laporan").waitFor();
    await looksRight(page, "atur-unit-tolak-1440");
    assert.deepEqual(errors, []);
    await context.close();
});

test("a list of people is checked whole, days off move what starts later, and everything leaves a trail", async () => {
    const context = await chromium.newContext(desktop);
    const page = await context.newPage();
    await signIn(page, administrator.login, administrator.password);
    const upload = async (csv: string) => {
        await page.goto(`${url}/meja/atur/petugas`);
        await page.setInputFiles("#berkas", { name: "petugas.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
        await page.getByRole("button", { name: "Periksa berkas" }).click();
        await page.waitForURL(/\/csv/);
    };
    await upload("name;login;role;office\nBudi;budi;field_officer;DPU\nSari;sari;operator;DPU\n");
    assert.match(await page.innerText("main"), /1 baris perlu diperbaiki[\s\S]*Nama masuk sudah dipakai/);
    assert.equal(await page.getByRole("button", { name: "Undang dan unduh tautan" }).count(), 0);
    await looksRight(page, "atur-csv-salah-1440");
    await upload("name,login,role,office\nBudi,budi,field_officer,DPU\nCitra,citra,Koordinator,Pemerintah Kota Melati\n");
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Undang dan unduh tautan" }).click()]);
    const links = readFileSync(await download.path(), "utf8");
    assert.equal(links.match(/\/undangan\/[\w-]{43}/g)?.length, 2);
    await page.goto(`${url}/meja/atur/petugas`);
    assert.match(await page.innerText("main"), /Undangan yang masih berlaku[\s\S]*Budi/);

    await page.goto(`${url}/meja/atur/tenggat`);
    await page.selectOption("#profile", "sp4n-lapor");
    await saved(page, "Simpan tenggat");
    const verifyDue = async () => {
        await page.goto(`${url}/meja/atur/tenggat`);
        return /Verifikasi[\s\S]*?tenggatnya (\S+, \d+ \S+ \d{4})/.exec(await page.innerText("main"))?.[1];
    };
    const due = await verifyDue();
    assert.ok(due);
    await looksRight(page, "atur-tenggat-1440");
    // Every day of the next two weeks is closed: what starts now is due after them.
    const days = Array.from({ length: 14 }, (_, i) => new Date(Date.now() + (i + 1) * 86_400_000).toISOString().slice(0, 10));
    await page.goto(`${url}/meja/atur/libur`);
    await page.setInputFiles("#berkas", { name: "hari.csv", mimeType: "text/csv", buffer: Buffer.from("day,name,state\n" + days.map((day) => `${day},Cuti panjang,tutup\n`).join("")) });
    await saved(page, "Impor hari");
    assert.notEqual(await verifyDue(), due);

    await page.goto(`${url}/meja/atur/jejak`);
    assert.match(await page.innerText("main"), /Hari khusus disimpan[\s\S]*Ani Rahayu/);
    await looksRight(page, "atur-jejak-1440");
    await context.close();
});

test("every page of the settings is right at 360 px, at 1440 px and in the dark", async () => {
    const pages = ["", "/unit", "/petugas", "/topik", "/topik/jalan-berlubang", "/aturan", "/tenggat", "/libur", "/instansi", "/akun", "/jejak"];
    for (const [name, options] of [["360", phone], ["1440-gelap", { ...desktop, colorScheme: "dark" as const }]] as const) {
        const context = await chromium.newContext(options);
        const page = await context.newPage();
        await signIn(page, administrator.login, administrator.password);
        for (const path of pages) {
            const answer = await page.goto(`${url}/meja/atur${path}`);
            assert.equal(answer?.status(), 200, path);
            await looksRight(page, `atur${path.replaceAll("/", "-")}-${name}`);
        }
        await context.close();
    }
});

test("an administrator of an office sees what lies below it and nothing else", async () => {
    const file = join(data, "lagi.toml");
    writeFileSync(file, `[agency]\nname = "Lapor Kota Melati"\n[[offices]]\ncode = "dpu"\nname = "Dinas Pekerjaan Umum"\nshort_name = "DPU"\nparent = "pusat"\n[[people]]\nlogin = "dedi"\nname = "Dedi"\nroles = ["administrator@dpu"]\n`);
    const before = JSON.parse(tanggap("setup", "--file", file, "--dry-run"));
    assert.ok(before.changes.includes("person dedi added"), JSON.stringify(before));
    const made = JSON.parse(tanggap("setup", "--file", file));
    assert.deepEqual(JSON.parse(tanggap("setup", "--file", file)).changes, [], "a second time changes nothing");
    const page = await (await chromium.newContext(desktop)).newPage();
    await signIn(page, "dedi", made.logins[0].password);
    for (const path of ["/topik", "/aturan", "/tenggat", "/libur", "/instansi", "/akun", "/jejak"]) {
        assert.equal((await page.request.get(`${url}/meja/atur${path}`)).status(), 404, path);
    }
    await page.goto(`${url}/meja/atur/petugas`);
    const people = await page.innerText("main");
    assert.match(people, /Sari Wulandari/);
    assert.doesNotMatch(people, /Ani Rahayu|Citra/);
    await page.goto(`${url}/meja/atur/unit`);
    assert.equal(await page.getByRole("link", { name: "Pemerintah Kota Melati", exact: true }).count(), 0);
    const exported = tanggap("setup", "--export");
    assert.match(exported, /"administrator@dpu"/);
});
