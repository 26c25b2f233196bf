// What reaches an office by hand: a call recorded with the keyboard alone, a letter without JavaScript, a link twice.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { browser, desktop, drawnPhoto, looksRight, phone, World } from "./world.ts";

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

async function signIn(page: Page, person: { login: string; password: string }, next: string) {
    await page.goto(world.url + next);
    await page.fill("input[name=login]", person.login);
    await page.fill("input[name=password]", person.password);
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname === next);
}

const codeOn = async (page: Page) => (await page.innerText(".receipt-code b")).trim();

test("a call is recorded with the keyboard alone in under 20 seconds, and its receipt is sent and printed", async () => {
    const context = await chromium.newContext(desktop);
    const page = await context.newPage();
    const errors: string[] = [];
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    page.on("pageerror", (error) => errors.push(String(error)));
    await signIn(page, world.staff("operator", "Selatan"), "/meja/catat");
    await looksRight(page, "catat-1440");

    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("name")), "kanal", "the first field has the focus");
    const began = Date.now();
    const typed = { delay: 40 }; // milliseconds a key: a quick typist
    let keys = 0;
    await page.exposeFunction("countKey", () => keys++);
    await page.evaluate(() => document.addEventListener("keydown", () => (globalThis as any).countKey(), true));
    await page.keyboard.press("ArrowRight"); // from the phone to the counter
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Lubang besar di depan toko, tadi motor jatuh. HP 081234567890", typed);
    await page.keyboard.press("Tab");
    await page.keyboard.type("Jl. Tebet Barat VIII, Tebet Barat", typed);
    await page.waitForSelector("#bacaan :text('Tebet Barat, Tebet')");
    assert.match(await page.innerText("#bacaan"), /Jalan berlubang/);
    for (const answer of ["Siti Rahmawati", "0812 3456 7890", "siti@contoh.id"]) {
        await page.keyboard.press("Tab");
        await page.keyboard.type(answer, typed);
    }
    await page.keyboard.press("Control+Enter");
    await page.waitForSelector(".receipt");
    const seconds = (Date.now() - began) / 1000;
    // A busy machine is slow; what a person needs are the keys. Eight a second are an ordinary typist's.
    console.log(`recorded with ${keys} keys in ${seconds} s`);
    assert.ok(keys > 100 && keys / 8 < 20, `${keys} keys`);

    await looksRight(page, "tanda-terima-1440");
    const code = await codeOn(page);
    const receipt = await page.innerText(".receipt");
    assert.match(receipt, /Diselesaikan paling lambat/);
    assert.match(receipt, /Telepon/);
    assert.ok(!receipt.includes("Siti"), "a receipt names nobody");
    assert.equal(await page.locator(".receipt svg.qr").count(), 1);
    const link = await page.getAttribute(".receipt-url a", "href");
    assert.ok(link?.startsWith(`${world.url}/lacak/${code}?kunci=`), link ?? "");
    const mail = await page.getByRole("link", { name: "Kirim ke surel pelapor" }).getAttribute("href");
    assert.ok(mail?.startsWith("mailto:siti@contoh.id?subject="), mail ?? "");
    assert.ok(decodeURIComponent(mail!).includes(link!));
    const whatsapp = await page.getByRole("link", { name: "Kirim ke WhatsApp pelapor" }).getAttribute("href");
    assert.ok(whatsapp?.startsWith("https://wa.me/6281234567890?text="), whatsapp ?? "");

    // On paper stands the receipt alone, on one A5 sheet.
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    assert.equal(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length, 1, "one sheet");
    const box = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf);
    assert.ok(box && Math.abs(Number(box[1]) - 420) < 3 && Math.abs(Number(box[2]) - 595) < 3, `A5: ${box?.[0]}`);
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator(".receipt-do").isVisible(), false);
    assert.equal(await page.locator(".topbar").isVisible(), false);
    await page.emulateMedia({ media: null });

    // The reporter's link works; the case is at its office; nothing of the name is in what staff tokens read.
    const citizen = await chromium.newContext({ ...phone, javaScriptEnabled: false });
    const tracking = await citizen.newPage();
    await tracking.goto(link!);
    assert.match(await tracking.innerText("main"), /motor jatuh/);
    await citizen.close();
    const found = await world.api("GET", `/api/v1/cases/${code}`, world.staff("coordinator").token);
    assert.equal(found.json.state, "received");
    assert.equal(found.json.topic, "jalan-berlubang");
    assert.match(found.json.office.name, /Selatan|Tebet/);
    assert.ok(!found.text.includes("Siti") && !found.text.includes("81234567890"), found.text);
    assert.ok(found.json.events.some((event: any) => event.kind === "case.item_recorded"));
    const desk = await world.api("GET", "/api/v1/cases?view=open", world.staff("operator", "Selatan").token);
    assert.ok(desk.json.cases.some((c: any) => c.code === code), "it is on the office's desk");

    // Shown once; the next form remembers the channel and starts empty.
    await page.goto(`${world.url}/meja/catat/tanda-terima`);
    assert.ok(!(await page.content()).includes(code));
    await page.getByRole("link", { name: "Catat laporan lain" }).click();
    await page.waitForURL(/\/meja\/catat$/);
    await page.waitForTimeout(500);
    assert.equal(await page.inputValue("#isi-laporan"), "");
    assert.deepEqual(errors, []);
    await context.close();
});

test("a letter with a scan is recorded without JavaScript, and what is wrong comes back whole", async () => {
    const context = await chromium.newContext({ ...phone, javaScriptEnabled: false });
    const page = await context.newPage();
    await signIn(page, world.staff("operator", "Selatan"), "/meja/catat");
    await page.check("input[value=letter]");
    await page.setInputFiles("#foto", [drawnPhoto("surat.jpg", 6)]);
    await page.fill("#isi-laporan", "Warga RT 3 meminta trotoar diperbaiki");
    await page.fill("#nomor", "005/RT-03/V/2026");
    await page.fill("#diterima", "2099-01-01T08:00");
    await page.getByRole("button", { name: "Catat laporan" }).click();
    await page.waitForSelector("[role=alert]");
    await looksRight(page, "catat-balik-360", phone);
    assert.match(await page.innerText("[role=alert]"), /tidak boleh di depan/);
    assert.equal(await page.inputValue("#isi-laporan"), "Warga RT 3 meminta trotoar diperbaiki");
    assert.equal(await page.locator("input[name=foto_terkirim]").count(), 1);
    await page.fill("#diterima", "");
    await page.getByRole("button", { name: "Lihat bacaannya dulu" }).click();
    await page.waitForSelector("#bacaan dl");
    assert.match(await page.innerText("#bacaan"), /Trotoar/);
    await page.getByRole("button", { name: "Catat laporan" }).click();
    await page.waitForSelector(".receipt");
    await looksRight(page, "tanda-terima-360", phone);
    assert.match(await page.innerText(".receipt"), /Surat/);
    await page.goto(`${world.url}/meja/catat`);
    assert.equal(await page.locator("input[value=letter]").isChecked(), true, "the channel is remembered");
    await context.close();
});

test("a link that was recorded before leads to its case", async () => {
    const context = await chromium.newContext({ ...desktop, colorScheme: "dark" });
    const page = await context.newPage();
    await signIn(page, world.staff("operator", "Selatan"), "/meja/catat");
    const record = async (link: string) => {
        await page.goto(`${world.url}/meja/catat`);
        await page.check("input[value=link]");
        await page.fill("#isi-laporan", "Lubang lagi di Jl. Tebet Raya, Tebet Timur");
        await page.fill("#tautan", link);
        await page.keyboard.press("Control+Enter");
    };
    await record("https://contoh.id/kiriman/77?utm_source=bagikan");
    await page.waitForSelector(".receipt");
    await looksRight(page, "tanda-terima-1440-gelap");
    const code = await codeOn(page);
    await record("https://CONTOH.id/kiriman/77/");
    await page.waitForSelector("[role=alert]");
    await looksRight(page, "catat-dikenal-1440-gelap");
    assert.match(await page.innerText("[role=alert]"), /sudah dicatat/);
    assert.equal(await page.getByRole("link", { name: `Buka laporan ${code}` }).getAttribute("href"), `/meja/laporan/${code}`);
    await context.close();
});

test("who does not record finds no such page, and forged forms are refused", async () => {
    const context = await chromium.newContext({ ...desktop, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${world.url}/meja/catat`);
    assert.match(page.url(), /\/masuk/);
    await page.fill("input[name=login]", world.staff("field_officer").login);
    await page.fill("input[name=password]", world.staff("field_officer").password);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/meja\/catat/);
    assert.match(await page.innerText("main"), /tidak ditemukan/);
    for (const path of ["/meja/catat/tanda-terima", "/meja/catat/bacaan"]) {
        const answer = await page.request.post(world.url + path, { form: { isi: "x" } });
        assert.ok([403, 404].includes(answer.status()), `${path} ${answer.status()}`);
    }
    await context.close();
});
