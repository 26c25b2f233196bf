// Reminders: the ladder tells who must act, in the desk and by one mail without a word of any citizen; who is away is
// passed over; the administrator sets the steps.
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { browser, desktop, drawnPhoto, looksRight, phone, World } from "./world.ts";

const folder = mkdtempSync(join(tmpdir(), "tanggap-reminders-"));
const mailbox = join(folder, "mails");
let relay: ChildProcess;
let world: World;
let chromium: Browser;
before(async () => {
    relay = spawn("/usr/bin/python3", ["tests/peers/smtp_peer.py", mailbox], { stdio: ["ignore", "pipe", "inherit"] });
    const port = await new Promise<string>((done) => relay.stdout!.once("data", (bytes: Buffer) => done(bytes.toString().trim())));
    const config = join(folder, "tanggap.toml");
    writeFileSync(config, `public_url = "https://lapor.contoh.go.id"\n[mail]\nrelay = "smtp://127.0.0.1:${port}"\nfrom = "lapor@contoh.go.id"\n`);
    world = await World.start("posko_dpu_dki", ["--config", config]);
    chromium = await browser();
});
after(async () => {
    await chromium?.close();
    assert.equal(await world.stop(), 0, world.log.text);
    relay.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
});

async function until<T>(look: () => T | Promise<T>, holds: (seen: T) => boolean, what: string, ms = 150_000): Promise<T> {
    for (const end = Date.now() + ms; ; ) {
        const seen = await look();
        if (holds(seen)) return seen;
        assert.ok(Date.now() < end, `${what}: ${JSON.stringify(seen)}`);
        await new Promise((r) => setTimeout(r, 250));
    }
}

/** Mails to the address, quoted-printable undone. */
function mailsTo(address: string): string[] {
    if (!existsSync(mailbox)) return [];
    return readFileSync(mailbox, "utf8").split("\n").filter((line) => line !== "")
        .map((line) => JSON.parse(line) as { to: string[]; data: string })
        .filter((mail) => mail.to.includes(address))
        .map(({ data }) => Buffer.from(data.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), "latin1").toString("utf8"));
}

let number = 0;
/** A pothole in the south, reported that many hours ago; its repair is due after 72. */
async function reported(hoursAgo: number): Promise<string> {
    number++;
    const account = world.account("x").token;
    const media = await world.api("POST", "/api/v1/media", account, drawnPhoto(`pengingat-${number}.jpg`, number).buffer);
    const answer = await world.api("POST", "/api/v1/items", account, {
        network_id: `pengingat-${number}`, type: "create", author: { network_id: `warga-${number}`, name: "Rani Puspita" },
        text: `Lubang besar di depan toko Bu Sari nomor ${number}, Jl. Tebet Barat VIII, Tebet Barat.`,
        created_at: new Date(Date.now() - hoursAgo * 3_600_000).toISOString(), media: [{ sha256: media.json.sha256 }],
    });
    assert.equal(answer.status, 200, answer.text);
    return answer.json.case;
}

const scriptless: BrowserContextOptions = { ...phone, javaScriptEnabled: false };
async function looksRightToAll(who: { login: string; password: string }, path: string, name: string): Promise<void> {
    const looks: [string, BrowserContextOptions][] = [
        ["360", scriptless],
        ["360-dark", { ...phone, colorScheme: "dark" }],
        ["1440", desktop],
        ["1440-dark", { ...desktop, colorScheme: "dark" }],
    ];
    for (const [look, options] of looks) {
        const { context, page } = await world.signedIn(chromium, who, options);
        await page.goto(world.url + path);
        await looksRight(page, `${name}-${look}`, options === scriptless ? scriptless : undefined);
        await context.close();
    }
}

const operator = () => world.staff("operator", "Selatan");
const rowOf = (page: Page, code: string) => page.locator(".notices > li", { hasText: code });
/** Opens the page until the case stands there. */
async function remindedOf(page: Page, code: string): Promise<void> {
    await until(async () => {
        await page.goto(`${world.url}/meja/pengingat`);
        return await rowOf(page, code).count();
    }, (count) => count === 1, `${code} on the page of reminders`, 90_000);
}

test("the administrator sets the steps and the quiet hours", async () => {
    const admin = world.staff("administrator");
    await looksRightToAll(admin, "/meja/atur/tangga", "tangga");
    const { context, page } = await world.signedIn(chromium, admin, { ...desktop, javaScriptEnabled: false });
    await page.goto(`${world.url}/meja/atur/tangga`);
    assert.match(await page.locator("main").innerText(), /memakai tangga nasional/);
    assert.equal(await page.inputValue("#persen-naik"), "100");
    assert.equal(await page.inputValue("#tenang-dari"), "20:00");

    await page.fill("#persen-naik", "90"); // before it has passed
    await page.fill("#persen-1", "40");
    await page.locator("main form button.btn-main").click();
    assert.match(await page.locator("main").innerText(), /belum tersimpan/);
    assert.equal(await page.inputValue("#persen-1"), "40", "what was typed is kept");
    assert.equal(await page.locator("#persen-naik").getAttribute("aria-invalid"), "true");

    await page.fill("#persen-naik", "100");
    await page.fill("#tenang-dari", "");
    await page.fill("#tenang-sampai", "");
    await page.locator("main form button.btn-main").click();
    assert.match(await page.locator("main").innerText(), /Perubahan tersimpan/);
    assert.match(await page.locator("main").innerText(), /versi 1/);
    assert.match(await page.locator("main").innerText(), /40% waktu, petugas yang menangani/);
    await page.goto(`${world.url}/meja/atur/jejak`);
    assert.match(await page.locator("main").innerText(), /Tangga pengingat diubah/);
    await context.close();
});

test("who must act finds it in the desk, once, and reads it away", async () => {
    const code = await reported(40); // more than half of 72 hours
    const { context, page } = await world.signedIn(chromium, operator());
    await remindedOf(page, code);
    const row = rowOf(page, code);
    assert.match(await row.innerText(), /Penyelesaian sampai .+: 50% waktu sudah terpakai/);
    assert.doesNotMatch(await page.locator("main").innerText(), /Rani|Bu Sari/);
    await page.goto(`${world.url}/meja`);
    await until(() => page.locator(".console-nav .count-bad").count(), (count) => count === 1, "the count in the navigation", 10_000);

    await looksRightToAll(operator(), "/meja/pengingat", "pengingat");
    await page.goto(`${world.url}/meja/pengingat`);
    await page.locator("form[action='/meja/pengingat/dibaca'] button").click();
    await page.waitForURL(/pengingat$/);
    assert.equal(await page.locator("form[action='/meja/pengingat/dibaca']").count(), 0);
    assert.doesNotMatch(await rowOf(page, code).innerText(), /Baru/);

    // The case's own page says who was told.
    await page.goto(`${world.url}/meja/laporan/${code}`);
    assert.match(await page.locator("body").innerText(), /Pengingat kepada .+: 50% waktu sudah terpakai/);
    // And the public does not.
    const open = await (await fetch(`${world.url}/laporan/${code}`)).text();
    assert.doesNotMatch(open, /[Pp]engingat/);
    await context.close();
});

test("a mail sums up what waits, without a word of any citizen", async () => {
    const { context, page } = await world.signedIn(chromium, operator(), scriptless);
    await page.goto(`${world.url}/meja/pengingat`);
    await page.fill("#surel", "sari@kantor"); // fine for the browser, not for us
    await page.locator("form[action='/meja/pengingat/saya'] button").click();
    assert.match(await page.locator("main").innerText(), /Tulis alamat surel seperti/);
    await page.fill("#surel", "selatan@contoh.go.id");
    await page.selectOption("#bahasa-surel", "en");
    await page.locator("form[action='/meja/pengingat/saya'] button").click();
    assert.match(await page.locator("main").innerText(), /Perubahan tersimpan/);
    assert.equal(await page.inputValue("#surel"), "selatan@contoh.go.id");
    assert.equal(await page.inputValue("#bahasa-surel"), "en");

    const codes = [await reported(40), await reported(41), await reported(42)];
    const mails = await until(() => mailsTo("selatan@contoh.go.id"), (all) => all.length > 0, "a mail");
    assert.equal(mails.length, 1);
    // The sweep may fall between them; whatever it found is in this one mail.
    const told = codes.filter((code) => mails[0]!.includes(`https://lapor.contoh.go.id/meja/laporan/${code}`));
    assert.ok(told.length > 0, mails[0]);
    assert.match(mails[0]!, told.length === 1 ? /Subject: Reminder: report TGP-/ : new RegExp(`Subject: ${told.length} reports wait for you`));
    assert.doesNotMatch(mails[0]!, /Rani|Bu Sari|Tebet|warga-/);
    await context.close();
});

test("what is overdue goes one level up, and who is away is passed over", async () => {
    const away = await world.signedIn(chromium, operator(), scriptless);
    await away.page.goto(`${world.url}/meja/pengingat`);
    await away.page.fill("#berhalangan", "2199-12-31");
    await away.page.locator("form[action='/meja/pengingat/saya'] button").click();
    const code = await reported(80);
    const head = await world.signedIn(chromium, world.staff("head", "Selatan"));
    await remindedOf(head.page, code);
    assert.match(await rowOf(head.page, code).innerText(), /lewat tenggat/);
    const { json } = await world.api("GET", `/api/v1/cases/${code}`, world.staff("coordinator").token);
    const kinds = json.events.map((event: { kind: string }) => event.kind);
    assert.equal(kinds.filter((kind: string) => kind === "case.escalated").length, 1, JSON.stringify(kinds));
    await away.page.goto(`${world.url}/meja/pengingat`);
    assert.equal(await rowOf(away.page, code).count(), 0, "who is away is not told");
    assert.equal(await away.page.inputValue("#berhalangan"), "2199-12-31");
    await away.page.fill("#berhalangan", "");
    await away.page.locator("form[action='/meja/pengingat/saya'] button").click();
    assert.match(await away.page.locator("main").innerText(), /Perubahan tersimpan/);
    assert.equal(await away.page.inputValue("#berhalangan"), "");
    await away.context.close();
    await head.context.close();
});
