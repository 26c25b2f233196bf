// The desk's case page as its people work it: verify, assign, return, start, resolve with photos, undo, two people on
// one case, another office, the keyboard alone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
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

const bare: BrowserContextOptions = { ...phone, javaScriptEnabled: false };
let number = 0;

/** A pothole in the south, in public, with a phone number in it and a photo. */
async function reported(text = "Lubang besar di depan toko, Jl. Tebet Barat VIII, Tebet Barat. Hubungi 081234567890."): Promise<string> {
    const account = world.account("x").token;
    number++;
    const media = await world.api("POST", "/api/v1/media", account, drawnPhoto(`lapor-${number}.jpg`, number).buffer);
    assert.equal(media.status, 200, media.text);
    const answer = await world.api("POST", "/api/v1/items", account, {
        network_id: `halaman-${number}`, type: "create", author: { network_id: `warga-${number}`, name: "Rani Puspita" },
        text, created_at: new Date().toISOString(), media: [{ sha256: media.json.sha256 }],
    });
    assert.equal(answer.status, 200, answer.text);
    return answer.json.case;
}

const person = (login: string) => {
    const found = world.seeded.staff.find((s) => s.login === login);
    assert.ok(found, login);
    return found;
};
const southOperator = () => world.staff("operator", "Selatan");
const westOperator = () => world.staff("operator", "Barat");

const hasFocus = (page: Page, id: string) => page.waitForFunction((wanted) => document.activeElement?.id === wanted, id, { timeout: 5000 });
const state = async (code: string) => (await world.api("GET", `/api/v1/cases/${code}`, world.staff("coordinator").token)).json;

test("a case is verified with masks, assigned, returned, assigned anew, started, resolved with photos", async () => {
    const code = await reported();
    const coordinator = await world.signedIn(chromium, person("koordinator"));
    const page = coordinator.page;
    const errors: string[] = [];
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.goto(`${world.url}/meja/laporan/${code}`);
    await looksRight(page, "kasus-diterima-1440");
    assert.ok(!(await page.content()).includes("081234567890"), "what is private stays masked until the identity is opened");
    const proposed = await page.inputValue("#f-public-text");
    assert.ok(!proposed.includes("081234567890") && proposed.includes("disamarkan"), proposed);
    assert.match(await page.innerText("#tindakan"), /nomor telepon/i, "it says what was masked");
    assert.equal(await page.inputValue("#f-topic"), "jalan-berlubang");

    // A look at another place loses nothing.
    await page.fill("#f-public-text", proposed + " Mohon diperbaiki.");
    await page.fill("#f-cari-tempat", "Tebet Timur");
    await page.getByRole("button", { name: "Cari tempat" }).click();
    await page.waitForLoadState();
    assert.match(await page.inputValue("#f-public-text"), /Mohon diperbaiki/);
    assert.match(await page.locator("#f-area option:checked").innerText(), /Tebet Timur/);
    await page.getByRole("button", { name: "Verifikasi laporan" }).click();
    await page.waitForURL(/selesai=verifikasi/);
    assert.match(await page.innerText("[data-done]"), /terverifikasi/i);
    assert.match((await state(code)).public_text, /Mohon diperbaiki/);

    // The office is proposed with the rule that says so.
    await page.goto(`${world.url}/meja/laporan/${code}`);
    assert.match(await page.innerText("#tindakan"), /aturan \d+/);
    assert.match(await page.locator("#f-office option:checked").innerText(), /Selatan/);
    await looksRight(page, "kasus-disposisi-1440");
    await page.getByRole("button", { name: "Disposisikan laporan" }).click();
    await page.waitForURL(/selesai=disposisi/);
    assert.equal((await state(code)).state, "assigned");

    // The office sends it back from a phone without JavaScript.
    const office = await world.signedIn(chromium, southOperator(), bare);
    await office.page.goto(`${world.url}/meja/laporan/${code}`);
    await looksRight(office.page, "kasus-disposisi-360", bare);
    await office.page.goto(`${world.url}/meja/laporan/${code}?lakukan=pengembalian`);
    await office.page.locator("#tindakan .btn-main").click();
    await looksRight(office.page, "kasus-pengembalian-kosong-360", bare);
    assert.match(await office.page.innerText("[role=alert]"), /alasan/i);
    await office.page.fill("#f-reason", "Ini jalan provinsi");
    await office.page.getByRole("button", { name: "Kembalikan laporan" }).click();
    assert.match(await office.page.innerText("main"), /tidak lagi di unit kerja Anda/);
    assert.equal((await office.page.request.get(`${world.url}/meja/laporan/${code}`)).status(), 404);

    // Assigned anew, to a person there.
    await page.goto(`${world.url}/meja/laporan/${code}`);
    assert.match(await page.innerText("#jejak"), /Ini jalan provinsi/);
    await page.selectOption("#f-person", { index: 1 });
    await page.getByRole("button", { name: "Disposisikan laporan" }).click();
    await page.waitForURL(/selesai=disposisi/);
    assert.equal((await state(code)).state, "assigned");

    // The second return would go to the arbiter, and the form says so.
    await office.page.goto(`${world.url}/meja/laporan/${code}?lakukan=pengembalian`);
    assert.match(await office.page.innerText("#tindakan"), /penengah/);
    await office.page.goto(`${world.url}/meja/laporan/${code}`);
    await office.page.getByRole("button", { name: "Mulai kerjakan" }).click();
    assert.equal((await state(code)).state, "in_progress");

    // Without a photo it stays open, and the note is kept; then two photos.
    await office.page.goto(`${world.url}/meja/laporan/${code}?lakukan=penyelesaian`);
    await office.page.fill("#f-proof-note", "Ditambal aspal panas, 2 x 1 meter.");
    await office.page.getByRole("button", { name: "Tuntaskan laporan" }).click();
    await looksRight(office.page, "kasus-tanpa-bukti-360", bare);
    assert.equal(await office.page.inputValue("#f-proof-note"), "Ditambal aspal panas, 2 x 1 meter.");
    assert.match(await office.page.innerText("#tindakan"), /foto/i);
    await office.page.setInputFiles("input[name=foto]", [drawnPhoto("a.jpg", 30), drawnPhoto("b.jpg", 31)]);
    await office.page.getByRole("button", { name: "Tuntaskan laporan" }).click();
    await office.page.waitForURL(/selesai=penyelesaian/);
    assert.equal((await state(code)).state, "resolved");
    await looksRight(office.page, "kasus-tuntas-360", bare);
    for (const image of await office.page.locator("#bukti img").all())
        assert.equal((await office.page.request.get(world.url + (await image.getAttribute("src")))).status(), 200);

    await page.goto(`${world.url}/meja/laporan/${code}`);
    await looksRight(page, "kasus-tuntas-1440");
    await page.keyboard.press("n");
    await page.waitForURL(/lakukan=catatan/);
    await hasFocus(page, "f-text");
    await page.keyboard.type("Foto sudah dicek.");
    await page.getByRole("button", { name: "Simpan catatan" }).click();
    await page.waitForURL(/selesai=catatan/);
    assert.match(await page.innerText("#jejak"), /Foto sudah dicek/);
    const open = await fetch(`${world.url}/laporan/${code}`);
    assert.ok(!(await open.text()).includes("Foto sudah dicek"), "a note is never public");
    assert.deepEqual(errors, []);
    await coordinator.context.close();
    await office.context.close();
});

test("the archive can be undone at once", async () => {
    const code = await reported("Tes tes lubang di Tebet Barat");
    const { context, page } = await world.signedIn(chromium, person("koordinator"));
    await page.goto(`${world.url}/meja/laporan/${code}?lakukan=arsip`);
    await page.getByText("Uji coba").click();
    await page.getByRole("button", { name: "Arsipkan laporan" }).click();
    await page.waitForURL(/selesai=arsip/);
    assert.equal((await state(code)).state, "archived");
    await looksRight(page, "kasus-arsip-1440");
    await page.getByRole("button", { name: "Urungkan" }).click();
    await page.waitForURL(/selesai=pemulihan/);
    assert.equal((await state(code)).state, "received");
    await context.close();
});

test("sending it to another office can be undone at once", async () => {
    const code = await reported();
    const proposed = (await state(code)).office.name;
    const { context, page } = await world.signedIn(chromium, person("koordinator"));
    await page.goto(`${world.url}/meja/laporan/${code}?lakukan=disposisi`);
    const west = await page.locator("#f-office option", { hasText: "Jakarta Barat" }).first().getAttribute("value");
    await Promise.all([page.waitForResponse((r) => r.request().method() === "POST"), page.selectOption("#f-office", west!)]);
    await page.waitForLoadState();
    assert.equal(await page.inputValue("#f-office"), west, "the people of that office are loaded");
    await page.getByRole("button", { name: "Disposisikan laporan" }).click();
    await page.waitForURL(/selesai=disposisi/);
    assert.match((await state(code)).office.name, /Barat/);
    await page.getByRole("button", { name: "Urungkan" }).click();
    await page.waitForURL(/selesai=disposisi/);
    assert.equal((await state(code)).office.name, proposed, "back where it was");
    await context.close();
});

test("two people on one case: the later one sees what changed and keeps what was typed", async () => {
    const code = await reported();
    const one = await world.signedIn(chromium, person("koordinator"));
    const two = await world.signedIn(chromium, person("koordinator2"));
    await one.page.goto(`${world.url}/meja/laporan/${code}?lakukan=penolakan`);
    await two.page.goto(`${world.url}/meja/laporan/${code}`);
    await two.page.getByRole("button", { name: "Verifikasi laporan" }).click();
    await two.page.waitForURL(/selesai=verifikasi/);
    await one.page.fill("#f-public-reason", "Jalan ini milik kawasan swasta.");
    assert.match(await one.page.innerText(".reporter-reads"), /milik kawasan swasta/, "the reporter's sentence follows");
    await one.page.getByRole("button", { name: "Tolak laporan" }).click();
    await one.page.waitForSelector("[role=alert]");
    assert.match(await one.page.innerText("[role=alert]"), /berubah[\s\S]*Terverifikasi/);
    assert.equal(await one.page.inputValue("#f-public-reason"), "Jalan ini milik kawasan swasta.");
    await looksRight(one.page, "kasus-bentrok-1440");
    await one.page.getByRole("button", { name: "Tolak laporan" }).click();
    await one.page.waitForURL(/selesai=penolakan/);
    assert.equal((await state(code)).state, "declined");

    // What is not possible any more loses no word either.
    const later = await reported();
    await one.page.goto(`${world.url}/meja/laporan/${later}?lakukan=penolakan`);
    await one.page.fill("#f-public-reason", "Alasan yang panjang sekali.");
    const seen = await state(later);
    const archived = await world.api("POST", `/api/v1/cases/${later}/events`, person("koordinator2").token, { do: "archive", version: seen.version, reason: "test" });
    assert.equal(archived.status, 200, archived.text);
    await one.page.getByRole("button", { name: "Tolak laporan" }).click();
    await one.page.waitForSelector("[role=alert]");
    assert.equal(await one.page.inputValue("#f-public-reason"), "Alasan yang panjang sekali.");
    await looksRight(one.page, "kasus-terlambat-1440");
    await one.context.close();
    await two.context.close();
});

test("another office gets 404, an auditor reads without buttons, nobody gives what is not theirs", async () => {
    const code = await reported();
    const west = await world.signedIn(chromium, westOperator());
    assert.equal((await west.page.request.get(`${world.url}/meja/laporan/${code}`)).status(), 404);
    await west.context.close();

    const auditor = await world.signedIn(chromium, person("auditor-publik"));
    await auditor.page.goto(`${world.url}/meja/laporan/${code}`);
    await looksRight(auditor.page, "kasus-auditor-1440");
    assert.equal(await auditor.page.locator("main form").count(), 0);
    assert.ok(!(await auditor.page.content()).includes("081234567890"));
    const token = await auditor.page.locator("input[name=_csrf]").first().getAttribute("value");
    const answer = await auditor.page.request.post(`${world.url}/meja/laporan/${code}/catatan`, { form: { _csrf: token!, text: "x" }, headers: { origin: world.url }, maxRedirects: 0 });
    assert.equal(answer.status(), 403);
    assert.match(await answer.text(), /unit kerja Anda|berhak/);
    const without = await auditor.page.request.post(`${world.url}/meja/laporan/${code}/catatan`, { form: { text: "x" }, headers: { origin: world.url }, maxRedirects: 0 });
    assert.equal(without.status(), 403, "a form without its token is refused");
    await auditor.context.close();

    const office = await world.signedIn(chromium, southOperator(), bare);
    await office.page.goto(`${world.url}/meja/laporan/${code}`);
    assert.equal(await office.page.getByRole("link", { name: "Disposisi" }).count(), 0, "an operator does not assign");
    await office.context.close();
});

test("an identity is opened with a reason, shown once and written down", async () => {
    const code = await reported();
    const { context, page } = await world.signedIn(chromium, southOperator(), bare);
    await page.goto(`${world.url}/meja/laporan/${code}`);
    assert.ok(!(await page.content()).includes("Rani Puspita"));
    await page.getByText("Buka identitas (dicatat)").click();
    await page.fill("#alasan-identitas", "Menanyakan patokan");
    const answered = page.waitForResponse((r) => r.request().method() === "POST");
    await page.getByRole("button", { name: "Buka identitas" }).click();
    assert.match((await answered).headers()["cache-control"] ?? "", /no-store/);
    assert.match(await page.innerText("main"), /Rani Puspita/);
    assert.equal(await page.locator("mark.private").innerText(), "081234567890", "the words as written, what is private marked");
    await looksRight(page, "kasus-identitas-360", bare);
    await page.getByRole("link", { name: "Kembali ke laporan" }).click();
    assert.ok(!(await page.content()).includes("Rani Puspita"));
    await context.close();
});

test("the keyboard alone: assign by s, help by ?, close by Esc", async () => {
    const code = await reported();
    const { context, page } = await world.signedIn(chromium, person("koordinator"), { ...desktop, colorScheme: "dark" });
    await page.goto(`${world.url}/meja/laporan/${code}?lakukan=tutup`);
    await looksRight(page, "kasus-1440-gelap");
    await page.keyboard.press("s");
    await page.waitForURL(/lakukan=disposisi/);
    await hasFocus(page, "f-office");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.waitForURL(/lakukan=tutup/);
    await page.waitForLoadState();
    await page.keyboard.press("?");
    assert.ok(await page.getByText(/e tuntaskan, s disposisi/).isVisible());
    await page.keyboard.press("s");
    await page.waitForURL(/lakukan=disposisi/);
    await hasFocus(page, "f-office");
    for (let i = 0; i < 12 && !(await page.evaluate(() => document.activeElement?.textContent === "Disposisikan laporan")); i++) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL(/selesai=disposisi/);
    assert.equal((await state(code)).state, "assigned");
    await context.close();
});

for (const [name, options] of [
    ["360", bare],
    ["360-gelap", { ...bare, colorScheme: "dark" }],
    ["1440", desktop],
] as const)
    test(`every form stands at ${name}`, async () => {
        const received = await reported();
        const { context, page } = await world.signedIn(chromium, person("koordinator"), options);
        for (const noun of ["verifikasi", "arsip", "disposisi", "penolakan", "rujukan", "catatan", "gabung", "klasifikasi", "teks-publik", "redaksi"]) {
            await page.goto(`${world.url}/meja/laporan/${received}?lakukan=${noun}`);
            assert.equal(await page.locator("#tindakan form").count(), 1, noun);
            await looksRight(page, `kasus-${noun}-${name}`, "javaScriptEnabled" in options ? options : undefined);
        }
        await context.close();
        const working = (await world.api("GET", "/api/v1/cases?state=assigned", southOperator().token)).json.cases;
        const office = await world.signedIn(chromium, southOperator(), options);
        for (const noun of ["jadwal", "pertanyaan", "penyelesaian", "pengembalian"]) {
            await office.page.goto(`${world.url}/meja/laporan/${working[0].code}?lakukan=${noun}`);
            assert.equal(await office.page.locator("#tindakan form").count(), 1, noun);
            await looksRight(office.page, `kasus-${noun}-${name}`, "javaScriptEnabled" in options ? options : undefined);
        }
        await office.context.close();
    });
