// A citizen writes a mail to the agency's mailbox (a real dovecot) and is answered by mail in the same thread, once; their
// answer finds its case, a forged one does not; nothing is missed while the mailbox is away, and nothing is lost or doubled
// when the server is killed.
import assert from "node:assert/strict";
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { World, binary, browser, desktop, drawnPhoto, looksRight, phone } from "./world.ts";

const address = "posko@contoh.go.id";
const folder = mkdtempSync(join(tmpdir(), "tanggap-mail-story-"));
const sent = join(folder, "sent");
const picture = drawnPhoto("lampu.jpg", 41).buffer;
let world: World;
let chromium: Browser;
let mailbox: ChildProcess;
let relay: ChildProcess;
let ports: { imap: number; lmtp: number; folder: string };
let account: string;

const lines: string[] = [];
const waiting: ((line: string) => void)[] = [];
/** The next line that the mailbox says. */
const heard = () => new Promise<string>((done) => (lines.length > 0 ? done(lines.shift()!) : waiting.push(done)));
async function tell(command: string): Promise<void> {
    mailbox.stdin!.write(command + "\n");
    assert.equal(await heard(), "ok");
}

interface Letter {
    from: string;
    to?: string;
    subject: string;
    text: string;
    id?: string;
    headers?: string;
    photo?: Buffer;
}
/** As the citizen's program writes it. */
function bytesOf(letter: Letter): string {
    const head = `From: Warga Contoh <${letter.from}>\r\nTo: ${letter.to ?? address}\r\nSubject: ${letter.subject}\r\nDate: ${new Date().toUTCString()}\r\nMessage-Id: <${letter.id ?? `${Math.random().toString(36).slice(2)}@contoh.id`}>\r\n${letter.headers ?? ""}MIME-Version: 1.0\r\n`;
    const text = `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${letter.text.replaceAll("\n", "\r\n")}\r\n`;
    if (!letter.photo) return head + text;
    const photo = letter.photo.toString("base64").replace(/(.{76})/g, "$1\r\n");
    return `${head}Content-Type: multipart/mixed; boundary="batas"\r\n\r\n--batas\r\n${text}--batas\r\nContent-Type: image/jpeg; name="lampu.jpg"\r\nContent-Disposition: attachment; filename="lampu.jpg"\r\nContent-Transfer-Encoding: base64\r\n\r\n${photo}\r\n--batas--\r\n`;
}
/** Handed over by LMTP, as the agency's mail server does. */
function post(letter: Letter): void {
    execFileSync("/usr/bin/python3", ["tests/peers/mail_deliver.py", String(ports.lmtp), letter.from, letter.to ?? address, "-"], { input: bytesOf(letter) });
}

interface Received {
    to: string;
    id: string;
    subject: string;
    header: (name: string) => string;
    data: string;
}
/** What Tanggap sent to an address. */
function received(to: string): Received[] {
    if (!existsSync(sent)) return [];
    return readFileSync(sent, "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line) as { to: string[]; data: string })
        .filter((mail) => mail.to.includes(to))
        .map(({ data }) => {
            const head = data.split("\r\n\r\n")[0]!.replace(/\r\n[ \t]+/g, " ");
            const header = (name: string) => new RegExp(`^${name}: (.*)$`, "im").exec(head)?.[1]?.trim() ?? "";
            return { to, id: header("Message-Id"), subject: header("Subject"), header, data };
        });
}

async function until<T>(what: string, look: () => Promise<T | undefined>, seconds = 60): Promise<T> {
    for (let i = 0; i < seconds * 5; i++) {
        const found = await look();
        if (found) return found;
        await new Promise((r) => setTimeout(r, 200));
    }
    throw new Error(`${what} did not happen in ${seconds} s: ${world.log.text.slice(-2000)}`);
}

async function codes(): Promise<string[]> {
    const all: string[] = [];
    for (let mark = ""; ; ) {
        const { json } = await world.api("GET", `/api/v1/cases?view=unassigned${mark && `&after=${encodeURIComponent(mark)}`}`, world.staff("coordinator").token);
        all.push(...(json.cases as { code: string }[]).map((each) => each.code));
        if (!json.next) return all;
        mark = json.next as string;
    }
}
async function caseOf(write: () => void): Promise<string> {
    const known = new Set(await codes());
    write();
    return await until("a case", async () => (await codes()).find((code) => !known.has(code)));
}
const shown = async (code: string) => (await world.api("GET", `/api/v1/cases/${code}`, world.staff("coordinator").token)).json;
async function act(code: string, body: Record<string, unknown>, token: string): Promise<any> {
    const done = await world.api("POST", `/api/v1/cases/${code}/events`, token, { ...body, version: (await shown(code)).version });
    assert.equal(done.status, 200, done.text);
    return done.json;
}
const added = (found: any) => (found.events as { kind: string }[]).filter((event) => event.kind === "case.item_added").length;

before(async () => {
    mailbox = spawn("/usr/bin/python3", ["tests/peers/mail_peer.py"], { stdio: ["pipe", "pipe", "inherit"] });
    let rest = "";
    mailbox.stdout!.on("data", (bytes: Buffer) => {
        const parts = (rest + bytes.toString()).split("\n");
        rest = parts.pop()!;
        for (const line of parts) {
            const next = waiting.shift();
            if (next) next(line);
            else lines.push(line);
        }
    });
    ports = JSON.parse(await heard());
    relay = spawn("/usr/bin/python3", ["tests/peers/smtp_peer.py", sent], { stdio: ["ignore", "pipe", "inherit"] });
    const port = await new Promise<string>((done) => relay.stdout!.once("data", (bytes: Buffer) => done(bytes.toString().trim())));
    const config = join(folder, "tanggap.toml");
    writeFileSync(config, `public_url = "https://lapor.contoh.go.id"\n[mail]\nrelay = "smtp://127.0.0.1:${port}"\nfrom = "lapor@contoh.go.id"\n`);
    world = await World.start("posko_dpu_dki", ["--config", config, "--allow-private-networks"]);
    chromium = await browser();
});
after(async () => {
    await chromium?.close();
    assert.equal(await world?.stop(), 0, world?.log.text);
    relay?.kill("SIGKILL");
    const ended = new Promise((r) => mailbox.once("exit", r));
    mailbox?.stdin!.end();
    await ended;
    rmSync(folder, { recursive: true, force: true });
});

async function setting(path: string): Promise<Page> {
    const { page } = await world.signedIn(chromium, world.staff("administrator"), desktop);
    await page.goto(world.url + path);
    return page;
}

test("an administrator connects the mailbox", async () => {
    const page = await setting("/meja/atur/akun");
    await page.locator("details, form").filter({ has: page.locator("input[name=network]") }).last().locator("input[name=network]").fill("mail");
    await page.locator("input[name=name]").last().fill("Surel posko");
    await page.locator("form:has(input[name=network]) button").last().click();
    await page.waitForURL(/\/meja\/atur\/akun/);
    const link = page.locator('a[href$="/sambungan"]').last();
    account = /akun\/(\d+)\//.exec((await link.getAttribute("href"))!)![1]!;
    await link.click();
    await looksRight(page, "surel-sambungan-kosong");
    await page.setViewportSize(phone.viewport!);
    await looksRight(page, "surel-sambungan-kosong-360");
    await page.setViewportSize(desktop.viewport!);
    const fill = async (password: string, security = "") => {
        await page.locator("select[name=security]").selectOption(security);
        await page.fill("input[name=server]", `imap://127.0.0.1:${ports.imap}`);
        await page.fill("input[name=address]", address);
        await page.fill("input[name=auth_server]", "mx.contoh.go.id");
        await page.fill("input[name=password]", password);
        await page.locator("form:has(input[name=password]) button").first().click();
        await page.waitForLoadState();
    };
    await fill("salah");
    assert.match(await page.locator("main").innerText(), /menolak/i);
    // Nobody signed its certificate; then it does not offer STARTTLS at all.
    await fill("rahasia", "starttls");
    assert.match(await page.locator("main").innerText(), /belum dapat dihubungi/);
    for (const command of ["stop", "bare", "start"]) await tell(command);
    await fill("rahasia", "starttls");
    assert.match(await page.locator("main").innerText(), /tidak menawarkan STARTTLS/);
    assert.equal(await page.locator("select[name=security]").inputValue(), "starttls");
    await looksRight(page, "surel-tanpa-starttls");
    await page.setViewportSize(phone.viewport!);
    await looksRight(page, "surel-tanpa-starttls-360");
    await page.setViewportSize(desktop.viewport!);
    await fill("rahasia");
    await page.waitForURL(/tersambung/);
    assert.match(await page.locator("main").innerText(), /posko@contoh\.go\.id/);
    assert.ok(!(await page.content()).includes("rahasia"), "a secret is never shown again");
    await page.context().close();
});

test("the command line connects a mailbox too, and takes its password from a file", async () => {
    const data = mkdtempSync(join(tmpdir(), "tanggap-connect-"));
    const run = (input: string, ...args: string[]) => spawnSync(binary, args, { encoding: "utf8", timeout: 60_000, input });
    const made = run("", "setup", "--data", data, "--name", "Posko Jalan", "--short-name", "Posko", "--organiser", "Dinas Bina Marga", "--prefix", "PJK", "--region", "31", "--login", "admin", "--person", "Nama Admin");
    assert.equal(made.status, 0, made.stderr);
    const id = String(JSON.parse(run("", "account", "add", "--data", data, "--network", "mail", "--name", "Surel posko").stdout).id);
    const asked = run("", "account", "connect", "--data", data, "--account", id);
    assert.equal(asked.status, 0, asked.stderr);
    assert.match(asked.stdout, /password \(secret\)/);
    assert.match(asked.stdout, /security \(optional\) +tls \| starttls/);
    const fields = ["--field", `server=imap://127.0.0.1:${ports.imap}`, "--field", `address=${address}`];
    const connect = (input: string, ...more: string[]) => run(input, "account", "connect", "--data", data, "--account", id, "--allow-private-networks", ...fields, ...more);
    const wrong = connect("salah\n", "--field", "password=@-");
    assert.equal(wrong.status, 1);
    assert.match(wrong.stderr, /network\.token_refused/);
    const bare = connect("rahasia\n", "--field", "password=@-", "--field", "security=starttls");
    assert.equal(bare.status, 1);
    assert.match(bare.stderr, /network\.no_starttls/);
    assert.match(connect("rahasia\n", "--field", "password=@-", "--field", "security=apa").stderr, /field\.invalid/);
    for (const command of ["stop", "safe", "start"]) await tell(command);
    const file = join(data, "sandi.txt");
    writeFileSync(file, "rahasia\n", { mode: 0o600 });
    const done = connect("", "--field", `password=@${file}`);
    assert.equal(done.status, 0, done.stderr);
    assert.match(JSON.parse(done.stdout).handle, /posko@contoh\.go\.id/);
    assert.ok(!(done.stdout + done.stderr).includes("rahasia"), "a secret is never said");
    assert.equal(connect("", "--field", "kata_sandi=x").status, 1, "a field that it does not ask for");
    rmSync(data, { recursive: true });
});

test("a mail becomes a case with its picture, its answers find it, and its reporter is answered once", async () => {
    const warga = "warga@contoh.id";
    const code = await caseOf(() =>
        post({
            from: warga,
            id: "pertama@contoh.id",
            subject: "Lampu jalan mati di Jalan Tebet Barat Raya",
            text: "Lampu jalan mati sudah tiga malam di Jalan Tebet Barat Raya depan pasar, Kelurahan Tebet Barat.\nGelap sekali.\n-- \nWarga Contoh",
            headers: "Authentication-Results: mx.contoh.go.id; dmarc=fail header.from=contoh.id\r\n",
            photo: picture,
        }),
    );
    const receipt = await until("a receipt", async () => received(warga)[0]);
    assert.equal(receipt.header("Auto-Submitted"), "auto-replied");
    assert.equal(receipt.header("In-Reply-To"), "<pertama@contoh.id>");
    assert.match(receipt.header("References"), /<pertama@contoh\.id>/);
    assert.match(receipt.header("Reply-To"), new RegExp(`^posko\\+${code.toLowerCase()}\\.[a-z2-7]{16}@contoh\\.go\\.id$`));

    const { page, context } = await world.signedIn(chromium, world.staff("coordinator"));
    await page.goto(`${world.url}/meja/laporan/${code}`);
    await until("the picture", async () => {
        await page.reload();
        return (await page.locator('#isi-laporan img, #isi-laporan a[href*="/foto/"]').count()) > 0 ? true : undefined;
    });
    const words = await page.locator("#isi-laporan").innerText();
    assert.match(words, /Pengirim tidak terbukti/);
    assert.match(words, /Gelap sekali/);
    assert.ok(!words.includes("Warga Contoh"), "the signature is no part of it");
    await looksRight(page, "surel-laporan");
    await page.setViewportSize(phone.viewport!);
    await looksRight(page, "surel-laporan-360");
    await context.close();

    // An answer to the receipt, with what it quotes; then one whose program kept no thread, to the signed address alone.
    const before = await codes();
    post({ from: warga, to: receipt.header("Reply-To"), subject: `Re: ${receipt.subject}`, text: "Tiang nomor 12.\n\nPada Sen, 23 Nov 2026 pukul 08.00 Posko <lapor@contoh.go.id> menulis:\n> Terima kasih.", headers: `In-Reply-To: ${receipt.id}\r\nReferences: ${receipt.header("References")} ${receipt.id}\r\n` });
    await until("the answer in the case", async () => (added(await shown(code)) === 1 ? true : undefined));
    post({ from: warga, to: receipt.header("Reply-To"), subject: "Tambahan lagi", text: "Dekat warung kopi." });
    await until("the second answer", async () => (added(await shown(code)) === 2 ? true : undefined));
    // And one to the mailbox itself, that answers our mail.
    post({ from: warga, subject: `Re: ${receipt.subject}`, text: "Masih gelap.", headers: `In-Reply-To: ${receipt.id}\r\n` });
    await until("the third answer", async () => (added(await shown(code)) === 3 ? true : undefined));
    // A program's answer to ours is no report and gets no answer.
    post({ from: warga, to: receipt.header("Reply-To"), subject: "Cuti", text: "Saya sedang cuti.", headers: "Auto-Submitted: auto-replied\r\n" });
    assert.deepEqual((await codes()).filter((each) => !before.includes(each)), []);

    // A forged signature opens a case of its own.
    const forged = await caseOf(() => post({ from: "orang.lain@contoh.id", to: receipt.header("Reply-To").replace(/\.[a-z2-7]{16}@/, ".aaaaaaaaaaaaaaaa@"), subject: "Pohon tumbang", text: "Pohon tumbang menutup jalan di Jalan Saharjo, Tebet, mobil tidak bisa lewat." }));
    assert.notEqual(forged, code);
    assert.equal(added(await shown(code)), 3);

    const coordinator = world.staff("coordinator").token;
    const found = await shown(code);
    await act(code, { do: "verify", kind: "complaint", topic: "jalan-berlubang", area: found.place.area, public_text: "Lampu jalan mati." }, coordinator);
    const office = found.office ?? (await shown(code)).office;
    await act(code, { do: "assign", office: office.id }, coordinator);
    const officer = (world.seeded.staff.find((s) => s.role === "field_officer" && s.office === office.name) ?? world.staff("field_officer")).token;
    await act(code, { do: "start" }, officer);
    const media = await world.api("POST", "/api/v1/media", officer, drawnPhoto("sesudah.jpg", 42).buffer);
    await act(code, { do: "resolve", proof: { kind: "photo", after: [media.json.sha256], note: "Lampu diganti." } }, officer);
    const isAnswer = (mail: Received) => mail.subject.includes("selesaikan");
    await until("the answer", async () => received(warga).find(isAnswer));
    const mails = received(warga);
    assert.equal(mails.filter(isAnswer).length, 1, "answered once");
    assert.equal(new Set(mails.map((each) => each.id)).size, mails.length);
    assert.equal(mails.find(isAnswer)!.header("Reply-To"), receipt.header("Reply-To"));
});

test("a mail of ours that comes back is seen by a person", async () => {
    const gone = "hilang@contoh.id";
    await caseOf(() => post({ from: gone, subject: "Got mampet", text: "Got mampet dan banjir di Jalan Manggarai Utara, Tebet, sudah seminggu." }));
    const receipt = await until("a receipt", async () => received(gone)[0]);
    const report = `--b\r\nContent-Type: text/plain\r\n\r\nAlamat tidak ada.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.contoh.id\r\n\r\nFinal-Recipient: rfc822; ${gone}\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: lapor@contoh.go.id\r\nMessage-Id: ${receipt.id}\r\n\r\nHalo\r\n--b--\r\n`;
    const bytes = `From: MAILER-DAEMON@mx.contoh.id\r\nTo: ${address}\r\nSubject: Undelivered\r\nAuto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n${report}`;
    execFileSync("/usr/bin/python3", ["tests/peers/mail_deliver.py", String(ports.lmtp), "", address, "-"], { input: bytes });
    const { page, context } = await world.signedIn(chromium, world.staff("coordinator"));
    await until("a word of it", async () => {
        await page.goto(`${world.url}/meja/keluar?status=failed`);
        return (await page.locator("main").innerText()).includes("Surel kembali") ? true : undefined;
    });
    await looksRight(page, "surel-kembali");
    await context.close();
});

test("nothing is missed while the mailbox is away", async () => {
    const known = new Set(await codes());
    await tell("stop");
    for (let i = 0; i < 3; i++) {
        const file = join(ports.folder, "mail", "posko", "new", `${Date.now()}.${i}.luar`);
        writeFileSync(file, bytesOf({ from: `luar${i}@contoh.id`, subject: "Jalan rusak", text: `Jalan berlubang dalam di Jalan Dr. Saharjo nomor ${10 + i}, Tebet, motor sering jatuh.` }));
    }
    await tell("start");
    await until("all of them", async () => ((await codes()).filter((code) => !known.has(code)).length === 3 ? true : undefined), 90);
});

test("a kill in the middle loses nothing and doubles nothing", async () => {
    const known = new Set(await codes());
    const from = (i: number) => `padam${i}@contoh.id`;
    for (let i = 0; i < 12; i++) {
        post({ from: from(i), subject: "Lampu mati", text: `Lampu jalan mati di Jalan Tebet Timur Dalam nomor ${i + 1}, Kelurahan Tebet Timur, gelap sekali.` });
        if (i === 4 || i === 8) await world.killAndRestart();
    }
    const fresh = async () => (await codes()).filter((code) => !known.has(code));
    await until("all of them", async () => ((await fresh()).length >= 12 ? true : undefined), 90);
    // What may have left when the server was killed waits for a person: it is never sent again by itself.
    await until("their receipts", async () => (Array.from({ length: 12 }, (_, i) => received(from(i)).length).filter((count) => count > 0).length >= 10 ? true : undefined));
    assert.equal((await fresh()).length, 12);
    for (let i = 0; i < 12; i++) assert.ok(received(from(i)).length <= 1, `${from(i)} was answered once`);
});

test("the connection says how much of the mailbox was read", async () => {
    const page = await setting(`/meja/atur/akun/${account}/sambungan`);
    const text = await until("all of it", async () => {
        await page.reload();
        const found = await page.locator("main").innerText();
        const counts = /(\d+) dari (\d+) surel/.exec(found);
        return counts && counts[1] === counts[2] && Number(counts[1]) >= 22 ? found : undefined;
    });
    assert.match(text, /2 di antaranya tidak menjadi kiriman/);
    await looksRight(page, "surel-sambungan");
    await page.setViewportSize(phone.viewport!);
    await looksRight(page, "surel-sambungan-360");
    await page.context().close();
});
