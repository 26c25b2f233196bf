// Deadlines that an agency lays down itself: a promise in a new version, a case under it, "Kenapa?" day by day,
// an extension with a reason that the reporter reads, and calendars in and out.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { binary, browser, looksRight, phone, World } from "./world.ts";

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

const today = () => new Date(Date.now() + 7 * 3600_000).toISOString().slice(0, 10);
let number = 0;
async function reported(): Promise<string> {
    number++;
    const answer = await world.api("POST", "/api/v1/items", world.account("x").token, {
        network_id: `tenggat-${number}`, type: "create", author: { network_id: `warga-${number}`, name: "Rani Puspita" },
        text: `Lubang besar nomor ${number} di depan toko, Jl. Tebet Barat VIII, Tebet Barat.`, created_at: new Date().toISOString(),
    });
    assert.equal(answer.status, 200, answer.text);
    return answer.json.case;
}

test("a promise of the agency's own is counted, explained, extended once, and told", async () => {
    const { page } = await world.signedIn(chromium, world.staff("administrator"));
    await page.goto(`${world.url}/meja/atur/tenggat`);
    await page.fill("#code", "janji-lubang");
    await page.fill("#name_id", "Janji perbaikan lubang");
    await page.fill("#deadline", "promise");
    await page.fill("#amount", "6");
    await page.fill("#extension", "4");
    await page.selectOption("#topic", "jalan-berlubang");
    await page.fill("#effective_from", today());
    await page.fill("#source", "Standar pelayanan bina marga");
    await page.getByRole("button", { name: "Simpan versi" }).click();
    await page.waitForURL(/tersimpan/);
    assert.match(await page.innerText("main"), /janji-lubang versi 1/);
    await looksRight(page, "atur-tenggat-sendiri-1440");

    const code = await reported();
    const token = world.staff("coordinator").token;
    const running = (await world.api("GET", `/api/v1/cases/${code}`, token)).json.deadlines;
    const promise = running.find((d: { name: string }) => d.name === "janji-lubang/promise");
    assert.ok(promise, JSON.stringify(running));

    const desk = await world.signedIn(chromium, world.staff("coordinator"));
    await desk.page.goto(`${world.url}/meja/laporan/${code}`);
    const card = desk.page.locator("#kenapa");
    await card.getByText(/Kenapa Janji perbaikan lubang/).click();
    assert.match(await card.innerText(), /ke-6|tenggat/);
    assert.match(await card.innerText(), /Standar pelayanan bina marga/);
    await looksRight(desk.page, "kasus-kenapa-1440");
    await desk.page.emulateMedia({ colorScheme: "dark" });
    await desk.page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished))); // colours fade
    await looksRight(desk.page, "kasus-kenapa-gelap-1440");
    await desk.page.emulateMedia({ colorScheme: "light" });
    await desk.page.setViewportSize({ width: 360, height: 740 });
    await looksRight(desk.page, "kasus-kenapa-360");
    await card.getByText("Perpanjang 4 hari kerja").click();
    await card.locator("form:has(input[value=perpanjang]) input[name=alasan]").fill("Menunggu aspal dari pabrik");
    await card.getByRole("button", { name: "Perpanjang tenggat" }).click();
    await desk.page.waitForLoadState();
    assert.match(await desk.page.innerText("#jejak"), /Tenggat diperpanjang sampai/);
    assert.match(await desk.page.innerText("#jejak"), /Menunggu aspal dari pabrik/);
    assert.ok(!(await desk.page.innerText("#kenapa")).includes("Perpanjang 4 hari kerja"), "once only");
    const longer = (await world.api("GET", `/api/v1/cases/${code}`, token)).json.deadlines.find((d: { name: string }) => d.name === "janji-lubang/promise");
    assert.ok(longer.due > promise.due);

    // An operator sees why, and changes nothing.
    const operator = await world.signedIn(chromium, world.staff("operator", "Selatan"), phone);
    await operator.page.goto(`${world.url}/meja/laporan/${code}`);
    assert.equal(await operator.page.locator("#kenapa form").count(), 0);
});

test("calendars come in as iCalendar, go out, and a wrong one changes nothing", async () => {
    const { page, context } = await world.signedIn(chromium, world.staff("administrator"));
    await page.goto(`${world.url}/meja/atur/libur?tahun=2028`);
    const upload = async (events: string) => {
        await page.setInputFiles("#kalender", { name: "libur.ics", mimeType: "text/calendar", buffer: Buffer.from(`BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//uji//ID\r\n${events}END:VCALENDAR\r\n`) });
        await page.fill("#source", "Contoh SKB 2028");
        await page.getByRole("button", { name: "Impor kalender" }).click();
        await page.waitForLoadState();
    };
    await upload("BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20280101T090000Z\r\nSUMMARY:Rapat\r\nEND:VEVENT\r\n");
    assert.match(await page.innerText("[role=alert]"), /VEVENT 1/);
    await page.goto(`${world.url}/meja/atur/libur?tahun=2028`);
    await upload("BEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20280103\r\nSUMMARY:Tahun Baru contoh\r\nEND:VEVENT\r\n");
    await page.goto(`${world.url}/meja/atur/libur?tahun=2028`);
    assert.match(await page.innerText("main"), /Tahun Baru contoh/);
    assert.match(await page.innerText("main"), /31 Desember 2028/, "the year is known now");
    await looksRight(page, "atur-libur-kalender-1440");
    const out = await context.request.get(`${world.url}/meja/atur/libur.ics`);
    assert.match(out.headers()["content-type"], /text\/calendar/);
    assert.match(await out.text(), /SUMMARY:Tahun Baru contoh/);
});

test("deadlines counted before a year was known are offered once it is, and move only with a reason", async () => {
    const { page } = await world.signedIn(chromium, world.staff("administrator"));
    await page.goto(`${world.url}/meja/atur/tenggat`);
    for (const [field, value] of Object.entries({ code: "janji-panjang", name_id: "Janji perbaikan besar", deadline: "promise", amount: "560", effective_from: today(), source: "Standar pelayanan bina marga" }))
        await page.fill(`#${field}`, value);
    await page.selectOption("#topic", "jalan-berlubang");
    await page.getByRole("button", { name: "Simpan versi" }).click();
    await page.waitForURL(/tersimpan/);
    const code = await reported();
    const { token, ...coordinator } = world.staff("coordinator");
    const promise = async () => (await world.api("GET", `/api/v1/cases/${code}`, token)).json.deadlines.find((d: { name: string }) => d.name === "janji-panjang/promise");
    const before = await promise();
    assert.equal(before.provisional, true);
    const desk = await world.signedIn(chromium, { token, ...coordinator });
    await desk.page.goto(`${world.url}/meja/tenggat-sementara`);
    assert.match(await desk.page.innerText("main"), /Tidak ada tenggat yang perlu dihitung ulang/);

    const year = new Date().getFullYear();
    const events = [0, 1, 2, 3, 4].map((ahead) => `BEGIN:VEVENT\r\nUID:p${ahead}\r\nDTSTART;VALUE=DATE:${year + ahead}0104\r\nSUMMARY:Libur contoh\r\nEND:VEVENT\r\n`).join("");
    await page.goto(`${world.url}/meja/atur/libur`);
    await page.setInputFiles("#kalender", { name: "libur.ics", mimeType: "text/calendar", buffer: Buffer.from(`BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//uji//ID\r\n${events}END:VCALENDAR\r\n`) });
    await page.fill("#source", "Contoh SKB");
    await page.getByRole("button", { name: "Impor kalender" }).click();
    await page.getByText("Perubahan tersimpan.").waitFor();
    assert.deepEqual(await promise(), before, "nothing moves by itself");

    await desk.page.goto(`${world.url}/meja/tenggat-sementara`);
    assert.match(await desk.page.innerText("main"), new RegExp(`${code}[\\s\\S]*Janji perbaikan besar`));
    await looksRight(desk.page, "tenggat-sementara-1440");
    const narrow = await world.signedIn(chromium, { token, ...coordinator }, phone);
    await narrow.page.goto(`${world.url}/meja/tenggat-sementara`);
    await looksRight(narrow.page, "tenggat-sementara-360");
    await desk.page.fill("#alasan", "   "); // the browser itself refuses an empty one
    await desk.page.getByRole("button", { name: "Hitung ulang tenggat" }).click();
    await desk.page.getByText("Belum dihitung ulang").waitFor();
    assert.equal((await promise()).provisional, true);
    await desk.page.fill("#alasan", "Hari libur sudah ditetapkan");
    await desk.page.getByRole("button", { name: "Hitung ulang tenggat" }).click();
    await desk.page.getByText(/tenggat dihitung ulang, masing-masing/).waitFor();
    assert.equal((await promise()).provisional, false);
    await desk.page.goto(`${world.url}/meja/laporan/${code}`);
    assert.match(await desk.page.innerText("main"), /Hari libur sudah ditetapkan/);
});

test("the clock counts with profiles, hours and days of a file and of its arguments", () => {
    const run = (...args: string[]) => {
        const done = spawnSync(binary, ["clock", "--json", ...args], { encoding: "utf8", timeout: 60_000 });
        assert.equal(done.status, 0, done.stderr);
        return JSON.parse(done.stdout).deadlines;
    };
    const own = new URL("../../data/profiles/land-office.json", import.meta.url).pathname;
    assert.equal(run("--own", own, "--profile", "janji-peralihan-hak", "--start", "2026-05-13T09:00")[0].due, "2026-05-22T23:59:59.999+07:00");
    assert.equal(run("--profile", "sp4n-lapor", "--start", "2026-07-15T09:00", "--day", "2026-07-18=08.00-12.00")[0].due, "2026-07-18T23:59:59.999+07:00");
    assert.equal(run("--profile", "information-request", "--start", "2026-11-02T09:00", "--extend", "answer")[0].due, "2026-11-25T23:59:59.999+07:00");
});
