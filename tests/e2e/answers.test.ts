// Answers: what a reporter is told by mail, once each; the words of an agency; what only a person can settle.
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { browser, desktop, drawnPhoto, looksRight, phone, World } from "./world.ts";

/** A real mail server that writes down what it took in. */
class Peer {
    readonly folder = mkdtempSync(join(tmpdir(), "tanggap-smtp-"));
    readonly file = join(this.folder, "mails");
    private process: ChildProcess | undefined;

    async start(): Promise<string> {
        this.process = spawn("/usr/bin/python3", ["tests/peers/smtp_peer.py", this.file], { stdio: ["ignore", "pipe", "inherit"] });
        const port = await new Promise<string>((done) => this.process!.stdout!.once("data", (bytes: Buffer) => done(bytes.toString().trim())));
        return `smtp://127.0.0.1:${port}`;
    }
    mode(mode: string): void {
        writeFileSync(`${this.file}.mode`, mode);
    }
    to(address: string): { id: string; subject: string; data: string }[] {
        if (!existsSync(this.file)) return [];
        return readFileSync(this.file, "utf8")
            .split("\n")
            .filter((line) => line !== "")
            .map((line) => JSON.parse(line) as { to: string[]; data: string })
            .filter((mail) => mail.to.includes(address))
            .map(({ data }) => ({ id: /^Message-Id: (.*)\r$/m.exec(data)?.[1] ?? "", subject: /^Subject: (.*)\r$/m.exec(data)?.[1] ?? "", data: unquoted(data) }));
    }
    stop(): void {
        this.process?.kill("SIGKILL");
        rmSync(this.folder, { recursive: true, force: true });
    }
}

/** Quoted-printable (RFC 2045) as text. */
function unquoted(data: string): string {
    const bytes = data.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    return Buffer.from(bytes, "latin1").toString("utf8");
}

const peer = new Peer();
let world: World;
let chromium: Browser;
before(async () => {
    const relay = await peer.start();
    const config = join(peer.folder, "tanggap.toml");
    writeFileSync(config, `public_url = "https://lapor.contoh.go.id"\n[mail]\nrelay = "${relay}"\nfrom = "lapor@contoh.go.id"\n`);
    world = await World.start("posko_dpu_dki", ["--config", config]);
    chromium = await browser();
});
after(async () => {
    await chromium?.close();
    assert.equal(await world.stop(), 0, world.log.text);
    peer.stop();
});

/** Waits until it holds; the feed first tells the year that was seeded. */
async function until<T>(look: () => T | Promise<T>, holds: (seen: T) => boolean, what: string, ms = 90_000): Promise<T> {
    for (const end = Date.now() + ms; ; ) {
        const seen = await look();
        if (holds(seen)) return seen;
        assert.ok(Date.now() < end, `${what}: ${JSON.stringify(seen)}`);
        await new Promise((r) => setTimeout(r, 150));
    }
}

async function report(email: string, where = "/lapor"): Promise<string> {
    const context = await chromium.newContext({ ...phone, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(world.url + where);
    await page.fill("#isi-laporan", "Lubang besar di depan toko, motor jatuh kemarin sore.");
    await page.fill("#tempat", "Jl. Tebet Barat VIII, Tebet Barat");
    await page.fill("#surel", email);
    await page.locator("main form button.btn-main").click();
    await page.waitForURL(/\/lacak\//);
    const code = /\/lacak\/([A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{4})/.exec(page.url())?.[1];
    assert.ok(code, page.url());
    await context.close();
    return code;
}

async function act(code: string, token: string, body: Record<string, unknown>): Promise<any> {
    const { json } = await world.api("GET", `/api/v1/cases/${code}`, world.staff("coordinator").token);
    const done = await world.api("POST", `/api/v1/cases/${code}/events`, token, { version: json.version, ...body });
    assert.equal(done.status, 200, done.text);
    return done.json;
}

async function signIn(context: BrowserContext, role: string): Promise<Page> {
    const page = await context.newPage();
    const person = world.staff(role);
    await page.goto(`${world.url}/masuk`);
    await page.fill("input[name=login]", person.login);
    await page.fill("input[name=password]", person.password);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/(meja|lapangan)/);
    return page;
}

async function looksRightOnBoth(page: Page, name: string, scriptless?: BrowserContextOptions): Promise<void> {
    for (const [width, height] of [[360, 740], [1440, 900]] as const) {
        await page.setViewportSize({ width, height });
        await looksRight(page, `${name}-${width}`, scriptless);
    }
}

test("every step arrives as one mail, and nothing of it twice", async () => {
    const email = "warga.satu@contoh.id";
    const code = await report(email);
    const [receipt] = await until(() => peer.to(email), (all) => all.length === 1, "the receipt");
    assert.equal(receipt!.subject, `Laporan ${code} sudah kami terima`);
    assert.match(receipt!.data, new RegExp(`kode ${code}`));
    assert.match(receipt!.data, /Paling lambat \w+, \d+ \w+ \d{4} pukul \d\d\.\d\d/);
    assert.match(receipt!.data, new RegExp(`https://lapor.contoh.go.id/laporan/${code}`));
    assert.match(receipt!.data, /^From: .*<lapor@contoh\.go\.id>\r$/m);
    assert.match(receipt!.data, /^Auto-Submitted: auto-generated\r$/m);
    assert.doesNotMatch(receipt!.data, /motor jatuh/, "not their words");
    const [link] = /https:\/\/lapor\.contoh\.go\.id\/lacak\/\S+/.exec(receipt!.data) ?? [];
    assert.ok(link, "their own link, to answer with");
    const own = await fetch(world.url + link.slice("https://lapor.contoh.go.id".length));
    assert.match(await own.text(), /motor jatuh/, "the link opens the reporter's page");

    const coordinator = world.staff("coordinator").token;
    const { json } = await world.api("GET", `/api/v1/cases/${code}`, coordinator);
    await act(code, coordinator, { do: "verify", kind: "complaint", topic: "jalan-berlubang", area: json.place.area, public_text: json.proposed_text });
    await until(() => peer.to(email), (all) => all.length === 2, "verified");
    await act(code, coordinator, { do: "assign", office: json.office.id });
    await until(() => peer.to(email), (all) => all.length === 3, "assigned");
    const officer = world.seeded.staff.find((s) => s.role === "field_officer" && s.office.includes("Selatan")) ?? world.staff("field_officer");
    await act(code, officer.token, { do: "start" });
    const media = await world.api("POST", "/api/v1/media", officer.token, drawnPhoto("sesudah.jpg", 2).buffer);
    await act(code, officer.token, { do: "resolve", proof: { kind: "photo", after: [media.json.sha256], note: "Lubang ditambal." } });
    const all = await until(() => peer.to(email), (mails) => mails.length === 5, "resolved");
    assert.match(all[2]!.data, new RegExp(json.office.name.replaceAll(".", "\\.")));
    assert.match(all[4]!.data, /Apakah benar sudah beres/);
    assert.equal(new Set(all.map((mail) => mail.id)).size, 5);
    await world.killAndRestart();
    await new Promise((r) => setTimeout(r, 2_000));
    assert.equal(peer.to(email).length, 5, "a restart sends nothing again");
});

test("who writes on the English form is answered in English", async () => {
    const email = "visitor@contoh.id";
    await report(email, "/lapor?bahasa=en");
    const [mail] = await until(() => peer.to(email), (all) => all.length === 1, "the receipt");
    assert.match(mail!.subject, /^We have received report/);
});

test("a template edited in the browser changes the next mail, and can be taken back", async () => {
    const context = await chromium.newContext(desktop);
    const page = await signIn(context, "administrator");
    await page.goto(`${world.url}/meja/atur/balasan`);
    await looksRightOnBoth(page, "atur-balasan");
    await page.getByRole("link", { name: "Tanda terima", exact: true }).click();
    await page.waitForURL(/balasan\/received/);
    await looksRightOnBoth(page, "atur-balasan-isian");
    await page.fill("#isi-balasan", "Halo {nama}, kode Anda {kode}.");
    await page.getByRole("button", { name: "Simpan kalimat" }).click();
    assert.match(await page.innerText("main"), /\{nama\} tidak dikenal/);
    assert.match(await page.inputValue("#isi-balasan"), /Halo \{nama\}/, "what was written is still there");
    await looksRightOnBoth(page, "atur-balasan-salah");
    await page.fill("#isi-balasan", "Halo dari posko. Kode Anda {kode}.\nKami kabari paling lambat {tenggat}.");
    await page.getByRole("button", { name: "Lihat pratinjau" }).click();
    assert.match(await page.innerText("#pratinjau"), /Halo dari posko\. Kode Anda [A-Z]{3}-/);
    await looksRightOnBoth(page, "atur-balasan-pratinjau");
    await page.getByRole("button", { name: "Simpan kalimat" }).click();
    await page.waitForURL(/tersimpan/);
    assert.match(await page.innerText("main"), /Kalimat tersimpan/);

    const code = await report("warga.dua@contoh.id");
    const [mail] = await until(() => peer.to("warga.dua@contoh.id"), (all) => all.length === 1, "the receipt");
    assert.match(mail!.data, new RegExp(`Halo dari posko\\. Kode Anda ${code}\\.`));

    await page.getByRole("button", { name: "Kembali ke kalimat bawaan" }).click();
    await page.waitForURL(/tersimpan/);
    assert.match(await page.inputValue("#isi-balasan"), /^Terima kasih\. Laporan Anda/);
    await page.getByText("Riwayat perubahan").click();
    await looksRightOnBoth(page, "atur-balasan-riwayat");
    await report("warga.tiga@contoh.id");
    const [next] = await until(() => peer.to("warga.tiga@contoh.id"), (all) => all.length === 1, "the receipt");
    assert.match(next!.data, /Terima kasih\. Laporan Anda sudah kami terima/);
    await context.close();
});

test("office hours are set by an administrator, and by nobody else", async () => {
    const context = await chromium.newContext(desktop);
    const page = await signIn(context, "administrator");
    await page.goto(`${world.url}/meja/atur/jam-kerja`);
    await looksRightOnBoth(page, "atur-jam-kerja");
    assert.equal(await page.inputValue("#hari-1"), "07.30-16.00");
    await page.fill("#hari-6", "8 pagi");
    await page.getByRole("button", { name: "Simpan jam kerja" }).click();
    assert.match(await page.innerText("main"), /Sabtu: Tulis seperti 07\.30-16\.00/);
    await looksRightOnBoth(page, "atur-jam-kerja-salah");
    await page.fill("#hari-6", "08.00-12.00");
    await page.getByRole("button", { name: "Simpan jam kerja" }).click();
    await page.waitForURL(/tersimpan/);
    assert.equal(await page.inputValue("#hari-6"), "08.00-12.00");
    await context.close();

    const other = await chromium.newContext(desktop);
    const operator = await signIn(other, "operator");
    for (const path of ["/meja/atur/jam-kerja", "/meja/atur/balasan", "/meja/atur/balasan/received"]) assert.equal((await operator.goto(world.url + path))?.status(), 404, path);
    await other.close();
});

test("a mail that may have arrived waits for a person, who settles it without JavaScript", async () => {
    const context = await chromium.newContext({ ...desktop, javaScriptEnabled: false });
    const page = await signIn(context, "coordinator");
    await page.goto(`${world.url}/meja/keluar`);
    assert.match(await page.innerText("main"), /Tidak ada yang menunggu kepastian/);
    await looksRightOnBoth(page, "keluar-kosong", desktop);

    peer.mode("hangup");
    const codes = [await report("warga.empat@contoh.id"), await report("warga.lima@contoh.id")];
    await until(() => peer.to("warga.lima@contoh.id"), (all) => all.length === 1, "the mail that got no answer");
    await until(
        async () => {
            await page.reload();
            return await page.locator(".outgoing-row").count();
        },
        (count) => count === 2,
        "two that are unknown",
    );
    peer.mode("accept");
    const text = await page.innerText("main");
    for (const code of codes) assert.match(text, new RegExp(code));
    assert.doesNotMatch(await page.content(), /warga\.(empat|lima)|contoh\.id/, "nobody sees the address");
    await looksRightOnBoth(page, "keluar-belum-pasti", desktop);

    await page.locator(".outgoing-row", { hasText: codes[0]! }).getByRole("button", { name: "Sudah terkirim" }).click();
    await page.waitForURL(/status=unknown/);
    assert.equal(await page.locator(".outgoing-row").count(), 1);
    await page.locator(".outgoing-row", { hasText: codes[1]! }).getByRole("button", { name: "Belum, kirim lagi" }).click();
    await page.waitForURL(/status=unknown/);
    assert.equal(await page.locator(".outgoing-row").count(), 0);
    const twice = await until(() => peer.to("warga.lima@contoh.id"), (all) => all.length === 2, "the one sent again");
    assert.equal(twice[0]!.id, twice[1]!.id, "as the same mail, so that programs know it");
    assert.equal(peer.to("warga.empat@contoh.id").length, 1);

    peer.mode("550");
    const refused = await report("warga.enam@contoh.id");
    await until(
        async () => {
            await page.goto(`${world.url}/meja/keluar?status=failed`);
            return await page.innerText("main");
        },
        (shown) => shown.includes(refused),
        "the refused one",
    );
    assert.match(await page.innerText("main"), /Server penerima menolak surel ini \(kode jawaban 550\)/);
    await looksRightOnBoth(page, "keluar-gagal", desktop);
    await page.locator(".outgoing-row", { hasText: refused }).getByRole("button", { name: "Batalkan" }).click();
    await page.waitForURL(/status=failed/);
    assert.equal(await page.locator(".outgoing-row").count(), 0);
    peer.mode("accept");
    await page.goto(`${world.url}/meja/keluar?status=sent`);
    await looksRightOnBoth(page, "keluar-terkirim", desktop);
    await context.close();
});

test("an operator of another office finds nothing of it", async () => {
    const context = await chromium.newContext(desktop);
    const page = await context.newPage();
    const person = world.seeded.staff.find((s) => s.role === "operator" && /Utara/.test(s.office));
    assert.ok(person);
    await page.goto(`${world.url}/masuk`);
    await page.fill("input[name=login]", person.login);
    await page.fill("input[name=password]", person.password);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/meja/);
    await page.goto(`${world.url}/meja/keluar?status=sent`);
    assert.equal(await page.locator(".outgoing-row").count(), 0);
    await context.close();
});
