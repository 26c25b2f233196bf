// One hole, several reporters: a citizen is told that it is known and follows it, an operator joins and separates, one
// proof answers everybody, and a "belum" waits for a look. Two incidents that turn out to be one are merged, and parted.
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

test("two incidents that turn out to be one are merged after a look at what moves, and parted again", async () => {
    const scriptless = await chromium.newContext({ ...phone, javaScriptEnabled: false });
    const citizen = await scriptless.newPage();
    const report = async (text: string, where: string) => {
        await fill(citizen, text, where);
        return await codeOf(citizen);
    };
    const bridge = "Pagar jembatan penyeberangan patah dan sudah hampir jatuh ke jalan raya di bawahnya";
    const a = [await report(bridge, "Jalan Saharjo nomor 3, Manggarai"), await report(`${bridge}, tolong`, "Jalan Saharjo nomor 3, Manggarai")];
    const rail = "Besi pembatas tangga penyeberangan lepas, anak sekolah lewat sini setiap hari, sangat bahaya";
    const b = [await report(rail, "Jalan Saharjo nomor 7, Manggarai"), await report(`${rail} sekali`, "Jalan Saharjo nomor 7, Manggarai"), await report(`Ibu saya jatuh. ${rail}`, "Jalan Saharjo nomor 7, Manggarai")];
    for (const [thing, rest] of [[a[0], a.slice(1)], [b[0], b.slice(1)]] as const)
        for (const each of rest) {
            const joined = await act(each.code, { do: "join", with: thing.code });
            assert.equal(joined.status, 200, joined.text);
        }
    for (const [{ code }, text] of [[a[0], bridge], [b[0], rail]] as const) {
        const known = await read(code);
        const done = await act(code, { do: "verify", kind: "complaint", topic: "jpo", area: known.place?.area ?? "31.74.01.1005", public_text: text });
        assert.equal(done.status, 200, done.text);
    }
    const kept = (await read(a[0].code)).incident, gone = (await read(b[0].code)).incident;
    assert.deepEqual([kept.cases, gone.cases], [2, 3]);
    const deadlines = (await read(b[1].code)).deadlines;

    // Staff of another office learn why not, and nothing moves.
    const stranger = world.seeded.staff.find((s) => s.login === "operator-barat");
    assert.ok(stranger);
    const refused = await act(a[0].code, { do: "merge", with: b[0].code, reason: "coba" }, stranger.token);
    assert.equal(refused.status, 403, refused.text);
    assert.equal(refused.json.problem.code, "office.not_yours");
    const unreasoned = await act(a[0].code, { do: "merge", with: b[0].code });
    assert.equal(unreasoned.json.problem.code, "case.needs_reason");

    const context = await chromium.newContext(desktop);
    const desk = await context.newPage();
    await desk.goto(`${world.url}/masuk`);
    await desk.fill("input[name=login]", world.staff("coordinator").login);
    await desk.fill("input[name=password]", world.staff("coordinator").password);
    await desk.locator("main button").first().click();
    await desk.waitForURL(/\/meja/);
    await desk.goto(`${world.url}/meja/laporan/${a[0].code}`);
    await desk.getByRole("link", { name: /Lihat seluruh kejadian/ }).click();
    await desk.waitForURL(new RegExp(`/meja/kejadian/${kept.id}`));
    assert.match(await desk.innerText("main"), /2 warga dalam 2 laporan/);
    await desk.fill("#cari-kejadian", b[1].code);
    await desk.getByRole("button", { name: "Cari", exact: true }).click();
    await desk.getByRole("link", { name: /Pratinjau/ }).click();
    assert.match(await desk.innerText("#pratinjau"), /3 laporan dari 3 warga pindah ke kejadian ini/);
    assert.match(await desk.innerText("#pratinjau"), /Sesudahnya: 5 warga dalam 5 laporan/);
    for (const { code } of b) assert.match(await desk.innerText("#pratinjau"), new RegExp(code));
    assert.equal((await read(b[0].code)).incident.id, gone.id, "a look moves nothing");
    await saveShot(desk, "meja-satukan-1440");
    assert.deepEqual(await axe(desk), []);
    await desk.setViewportSize({ width: 360, height: 780 });
    await desk.emulateMedia({ colorScheme: "dark" });
    await saveShot(desk, "meja-satukan-360-gelap");
    assert.deepEqual(await axe(desk), []);
    assert.equal(await scrollsSideways(desk), false);
    await desk.setViewportSize({ width: 1440, height: 900 });

    await desk.getByRole("button", { name: "Satukan kejadian" }).click();
    assert.equal(await desk.evaluate(() => document.activeElement?.id), "alasan", "the browser asks for the reason");
    await desk.fill("#alasan", "Jembatan penyeberangan yang sama");
    await desk.getByRole("button", { name: "Satukan kejadian" }).click();
    await desk.waitForURL(/selesai=satu/);
    assert.match(await desk.innerText("main"), /Kedua kejadian sudah satu/);
    assert.match(await desk.innerText("main"), /5 warga dalam 5 laporan/);
    assert.match(await desk.innerText("#penyatuan"), /Jembatan penyeberangan yang sama/);
    await saveShot(desk, "meja-disatukan-1440-gelap");
    assert.deepEqual(await axe(desk), []);
    for (const { code } of [...a, ...b]) {
        const each = await read(code);
        assert.deepEqual(each.incident, { id: kept.id, cases: 5, people: 5 });
        assert.ok(each.events.some((e: { kind: string }) => e.kind === "case.merged"), `${code} tells it`);
    }
    assert.deepEqual((await read(b[1].code)).deadlines, deadlines, "each keeps its deadlines");

    // In public and on the desk the old address leads to what it is now; its reporters see the new count.
    await citizen.goto(`${world.url}/kejadian/${gone.id}`);
    assert.match(citizen.url(), new RegExp(`/kejadian/${kept.id}\\?dari=`));
    assert.match(await citizen.innerText("main"), /ternyata hal yang sama/);
    assert.match(await citizen.innerText("main"), /5 warga melaporkan hal yang sama/);
    assert.match(await citizen.innerText("main"), new RegExp(b[0].code));
    await saveShot(citizen, "kejadian-360");
    assert.deepEqual(await axeOfScriptless(citizen, phone), []);
    assert.equal(await scrollsSideways(citizen), false);
    await citizen.goto(`${world.url}/laporan/${b[0].code}`);
    assert.match(await citizen.innerText("main"), /5 warga melaporkan hal yang sama/);
    await citizen.getByRole("link", { name: "Lihat kejadiannya" }).click();
    assert.match(citizen.url(), new RegExp(`/kejadian/${kept.id}$`));
    const reader = await context.newPage();
    await reader.goto(`${world.url}/kejadian/${kept.id}`);
    await saveShot(reader, "kejadian-1440");
    await reader.emulateMedia({ colorScheme: "dark" });
    await saveShot(reader, "kejadian-1440-gelap");
    assert.deepEqual(await axe(reader), []);
    await reader.goto(`${world.url}/meja/kejadian/${gone.id}`);
    assert.match(reader.url(), new RegExp(`/meja/kejadian/${kept.id}\\?dari=`));

    // Something changed since: a clear refusal, and nothing is torn apart.
    let done = await act(b[2].code, { do: "separate", from: b[0].code });
    assert.equal(done.status, 200, done.text);
    await desk.fill("#alasan-urung", "Ternyata dua tangga");
    await desk.getByRole("button", { name: "Urungkan penyatuan" }).click();
    await desk.waitForSelector("[data-problems]");
    assert.match(await desk.innerText("[data-problems]"), /sudah berubah/);
    await saveShot(desk, "meja-urung-ditolak-1440-gelap");
    assert.deepEqual(await axe(desk), []);
    assert.equal((await read(b[0].code)).incident.id, kept.id);
    done = await act(b[2].code, { do: "join", with: b[0].code });
    assert.equal(done.status, 200, done.text);

    // As it was again: it can be taken back.
    await desk.emulateMedia({ colorScheme: "light" });
    await desk.goto(`${world.url}/meja/kejadian/${kept.id}`);
    await desk.fill("#alasan-urung", "Ternyata dua tangga");
    await desk.getByRole("button", { name: "Urungkan penyatuan" }).click();
    await desk.waitForURL(/selesai=dua/);
    assert.match(await desk.innerText("main"), /Kedua kejadian seperti semula/);
    await saveShot(desk, "meja-diurungkan-1440");
    assert.deepEqual(await axe(desk), []);
    for (const { code } of a) assert.deepEqual((await read(code)).incident, kept);
    for (const { code } of b) assert.deepEqual((await read(code)).incident, gone, "the same as before, its address too");
    await citizen.goto(`${world.url}/kejadian/${gone.id}`);
    assert.match(citizen.url(), new RegExp(`/kejadian/${gone.id}$`), "it stands by itself again");
    await context.close();
    await scriptless.close();
});
