// One hole, several reporters: a citizen is told that it is known and follows it, an operator joins and separates, one
// proof answers everybody, and a "belum" waits for a look.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { axe, axeOfScriptless, browser, desktop, drawnPhoto, phone, saveShot, scrollsSideways, World } from "./world.ts";

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

const words = "Lubang besar sekali di tengah jalan dekat gerobak bubur ayam, tadi pagi dua motor terperosok dan ban pecah.";
const place = "Jalan Tebet Barat VIII nomor 12, Tebet Barat";

async function fill(page: Page, text: string, where: string, photo?: number) {
    await page.goto(`${world.url}/lapor`);
    if (photo !== undefined) await page.setInputFiles("#foto", [drawnPhoto(`lapor-${photo}.jpg`, photo)]);
    await page.fill("#isi-laporan", text);
    await page.fill("#tempat", where);
    await page.getByRole("button", { name: "Kirim laporan", exact: true }).click();
}

async function codeOf(page: Page) {
    await page.waitForURL(/\/lacak\//);
    const code = /\/lacak\/([A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{4})/.exec(page.url())?.[1];
    assert.ok(code, page.url());
    return { code, link: page.url() };
}

const coordinator = () => world.staff("coordinator").token;
async function read(code: string) {
    return (await world.api("GET", `/api/v1/cases/${code}`, coordinator())).json;
}
async function act(code: string, body: Record<string, unknown>, token = coordinator()) {
    return await world.api("POST", `/api/v1/cases/${code}/events`, token, { version: (await read(code)).version, ...body });
}
async function until(what: string, holds: () => Promise<boolean>) {
    for (const end = Date.now() + 30_000; Date.now() < end; await new Promise((r) => setTimeout(r, 200))) if (await holds()) return;
    assert.fail(what);
}

test("what is known already is followed, joined, solved once for all, and doubted", async () => {
    const scriptless = await chromium.newContext({ ...phone, javaScriptEnabled: false });
    const citizen = await scriptless.newPage();
    await fill(citizen, words, place, 3);
    const first = await codeOf(citizen);

    // Nobody has verified it yet: the next citizen is told nothing of it.
    await fill(citizen, words, place);
    const second = await codeOf(citizen);

    const known = await read(first.code);
    let done = await act(first.code, { do: "verify", kind: "complaint", topic: known.topic, area: known.place.area, public_text: words });
    assert.equal(done.status, 200, done.text);

    // Another gang is another thing: no question in between.
    await fill(citizen, words, "Jalan Tebet Barat III nomor 40, Tebet Barat");
    await codeOf(citizen);

    await fill(citizen, `Selamat pagi. ${words}`, place, 4);
    assert.match(await citizen.innerText("#sama"), /Seorang warga sudah melaporkan ini/);
    assert.equal(await citizen.inputValue("#isi-laporan"), `Selamat pagi. ${words}`, "nothing that was written is lost");
    assert.equal(await citizen.locator("img.thumb").count(), 1, "nor the photo");
    await saveShot(citizen, "lapor-sama-360");
    assert.deepEqual(await axeOfScriptless(citizen, phone), []);
    assert.equal(await scrollsSideways(citizen), false);
    await citizen.getByRole("button", { name: "Ini yang sama, ikuti" }).click();
    const third = await codeOf(citizen);
    assert.notEqual(third.code, first.code, "a case and a link of their own");
    assert.match(await citizen.innerText("main"), /2 warga melaporkan hal yang sama/);
    assert.deepEqual((await read(third.code)).incident, (await read(first.code)).incident);
    assert.equal((await read(third.code)).incident.people, 2);

    // Who says that theirs is another thing sends it all the same.
    await fill(citizen, words, place);
    assert.match(await citizen.innerText("#sama"), /2 warga sudah melaporkan ini/);
    await citizen.getByRole("button", { name: "Bukan, kirim laporan saya" }).click();
    const fourth = await codeOf(citizen);
    assert.equal((await read(fourth.code)).incident, undefined);

    // The operator sees the second one, which came before anybody knew, and joins it.
    const context = await chromium.newContext(desktop);
    const desk = await context.newPage();
    await desk.goto(`${world.url}/masuk`);
    await desk.fill("input[name=login]", world.staff("coordinator").login);
    await desk.fill("input[name=password]", world.staff("coordinator").password);
    await desk.locator("main button").first().click();
    await desk.waitForURL(/\/meja/);
    await desk.goto(`${world.url}/meja/laporan/${second.code}`);
    const alike = desk.locator("#mungkin-sama li", { hasText: first.code }).or(desk.locator("#mungkin-sama li", { hasText: third.code })).first();
    assert.match(await alike.innerText(), /nomor sama: .*12/);
    await saveShot(desk, "meja-mungkin-sama-1440");
    assert.deepEqual(await axe(desk), []);
    await alike.getByRole("button", { name: /Gabungkan/ }).click();
    await desk.waitForURL(/selesai=gabung/);
    assert.match(await desk.innerText("#kejadian"), /3 warga melaporkan hal yang sama dalam 3 laporan/);
    await saveShot(desk, "meja-kejadian-1440");
    assert.deepEqual(await axe(desk), []);
    await desk.getByRole("button", { name: "Urungkan" }).click();
    await desk.waitForURL(/selesai=pisah/);
    assert.equal((await read(second.code)).incident, undefined, "undone");
    await desk.getByRole("button", { name: "Urungkan" }).click();
    await desk.waitForURL(/selesai=gabung/);
    assert.equal((await read(second.code)).incident.people, 3);
    await desk.emulateMedia({ colorScheme: "dark" });
    await desk.setViewportSize({ width: 360, height: 780 });
    await saveShot(desk, "meja-kejadian-360-gelap");
    assert.deepEqual(await axe(desk), []);
    assert.equal(await scrollsSideways(desk), false);
    await desk.setViewportSize({ width: 1440, height: 900 });
    await desk.goto(`${world.url}/meja?pandangan=semua`);
    assert.match(await desk.innerText("main"), /3 warga/);

    // One proof, three answers.
    done = await act(first.code, { do: "assign", office: known.office.id });
    assert.equal(done.status, 200, done.text);
    const officer = world.seeded.staff.find((s) => s.role === "field_officer" && s.office === known.office.name) ?? world.staff("field_officer");
    const { json: photo } = await world.api("POST", "/api/v1/media", officer.token, drawnPhoto("sesudah.jpg", 9).buffer);
    done = await act(first.code, { do: "resolve", proof: { kind: "photo", after: [photo.sha256], note: "Sudah ditambal" } }, officer.token);
    assert.equal(done.status, 200, done.text);
    for (const { code } of [second, third]) await until(`${code} is resolved as well`, async () => (await read(code)).state === "resolved");
    assert.notEqual((await read(fourth.code)).state, "resolved", "what is not joined is not solved");
    for (const { link } of [second, third]) {
        await until("each reporter is told", async () => {
            await citizen.goto(link);
            return /Sudah ditambal/.test(await citizen.innerText("main"));
        });
    }

    // One of them says: not yet.
    await citizen.goto(third.link);
    await citizen.getByRole("link", { name: "Belum" }).click();
    await citizen.getByRole("button", { name: "Buka kembali laporan" }).click();
    assert.match(await citizen.innerText("main"), /petugas meninjau kejadiannya dulu/);
    assert.deepEqual(await axeOfScriptless(citizen, phone), []);
    assert.equal((await read(third.code)).state, "resolved");
    await desk.goto(`${world.url}/meja/laporan/${third.code}`);
    await saveShot(desk, "meja-belum-1440");
    assert.deepEqual(await axe(desk), []);
    await desk.getByRole("button", { name: "Tetap tuntas" }).click();
    assert.equal(await desk.evaluate(() => document.activeElement?.id), "alasan-tetap", "the browser asks for the reason");
    await desk.getByRole("button", { name: "Buka lagi laporan ini" }).click();
    await until("it is open again", async () => (await read(third.code)).state === "in_progress");
    assert.equal((await read(first.code)).state, "resolved");
    await context.close();
    await scriptless.close();
});
