// A field officer's day on a phone: from the list to done in three taps, without and with JavaScript; what cannot be
// done goes back with its reason.
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

async function signIn(page: Page, person: { login: string; password: string }) {
    await page.goto(`${world.url}/lapangan`);
    await page.fill("input[name=login]", person.login);
    await page.fill("input[name=password]", person.password);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/lapangan/);
}

const coordinator = () => world.staff("coordinator").token;
const officer = () => world.staff("field_officer", "Selatan");

/** A new case of the office, old enough to stand first in the list; gives its code. */
async function task(name: string, hoursAgo: number, photos: string[] = []): Promise<string> {
    const item = await world.api("POST", "/api/v1/items", world.account("x").token, {
        network_id: `tugas-${name}`, type: "create", author: { network_id: `warga-${name}`, name: "Warga" },
        text: `Lubang besar di Jl. Tebet Raya, Tebet Timur, ${name}`, place: { lat: -6.2268, lon: 106.8583 },
        created_at: new Date(Date.now() - hoursAgo * 3_600_000).toISOString(), media: photos.map((sha256) => ({ sha256 })),
    });
    assert.equal(item.status, 200, item.text);
    const code = item.json.case as string;
    const found = await world.api("GET", `/api/v1/cases/${code}`, coordinator());
    const act = async (version: number, body: Record<string, unknown>) => {
        const done = await world.api("POST", `/api/v1/cases/${code}/events`, coordinator(), { version, ...body });
        assert.equal(done.status, 200, done.text);
        return done.json;
    };
    const verified = await act(found.json.version, { do: "verify", kind: "complaint", topic: "jalan-berlubang", area: found.json.place.area, public_text: found.json.proposed_text });
    assert.match(found.json.office.name, /Selatan|Tebet/);
    await act(verified.version, { do: "assign", office: found.json.office.id });
    return code;
}

const stateOf = async (code: string) => (await world.api("GET", `/api/v1/cases/${code}`, coordinator())).json.state as string;

for (const [name, options] of [
    ["tanpa-skrip", { ...phone, javaScriptEnabled: false }],
    ["skrip", phone],
] as const)
    test(`from the list to done in three taps at 360 px (${name})`, async () => {
        const upload = await world.api("POST", "/api/v1/media", world.account("x").token, drawnPhoto("awal.jpg", name.length).buffer);
        const code = await task(name, 2000, [upload.json.sha256]);
        const context = await chromium.newContext(options);
        const page = await context.newPage();
        const errors: string[] = [];
        page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
        page.on("pageerror", (error) => errors.push(String(error)));
        await signIn(page, officer());
        const scriptless = "javaScriptEnabled" in options ? phone : undefined;
        await looksRight(page, `lapangan-360-${name}`, scriptless);
        const first = page.locator(".task-now");
        assert.match(await first.innerText(), new RegExp(code), "the most overdue stands first");
        assert.match(await first.innerText(), /lewat/);
        assert.equal(await first.locator("img").count(), 1, "the reporter's photo is the guide");
        const picture = await page.request.get(world.url + (await first.locator("img").getAttribute("src")));
        assert.equal(picture.status(), 200);
        assert.match((await first.getByRole("link", { name: "Arah" }).getAttribute("href")) ?? "", /^geo:-6\.22680/);
        for (const control of await first.locator(".btn:visible, summary, h3 a").all()) {
            const box = await control.boundingBox();
            assert.ok(box && box.height >= 44, `${await control.innerText()}: ${box?.height} px`);
        }

        await first.getByRole("button", { name: "Mulai" }).click(); // one
        await page.waitForURL(new RegExp(`/lapangan/${code}`));
        assert.equal(await stateOf(code), "in_progress");
        await looksRight(page, `tugas-360-${name}`, scriptless);
        const control = page.locator("#foto");
        assert.equal(await control.getAttribute("capture"), "environment");
        await control.setInputFiles([drawnPhoto("sesudah.jpg", 10 + name.length)]); // two
        if (!scriptless) await page.waitForFunction(() => !document.querySelector("form[data-working]"));
        await page.getByRole("button", { name: "Kirim hasil" }).click(); // three
        await page.waitForURL(/selesai=hasil/);
        assert.equal(await stateOf(code), "resolved");
        assert.match(await page.innerText("[role=status]"), new RegExp(`Hasil ${code} terkirim`));
        assert.match(await page.innerText(".done-today"), /Tuntas/);
        await looksRight(page, `lapangan-selesai-360-${name}`, scriptless);
        await page.goto(`${world.url}/lapangan/${code}`);
        assert.equal(await page.locator(".compare img").count(), 2, "before and after");
        assert.equal(await page.locator("#hasil").count(), 0);
        assert.deepEqual(errors, []);
        await context.close();
    });

test("a refused result keeps the note and the photos, and says why in words", async () => {
    const code = await task("ditolak", 1900);
    const context = await chromium.newContext({ ...phone, javaScriptEnabled: false });
    const page = await context.newPage();
    await signIn(page, officer());
    await page.goto(`${world.url}/lapangan/${code}`);
    await page.getByText("Sudah selesai? Kirim hasilnya").click();
    // Someone else starts it meanwhile: the version that the page carries is old.
    const now = (await world.api("GET", `/api/v1/cases/${code}`, coordinator())).json.version;
    await world.api("POST", `/api/v1/cases/${code}/events`, officer().token, { do: "start", version: now });
    await page.setInputFiles("#foto", [drawnPhoto("hasil.jpg", 25)]);
    await page.fill("#isi-hasil", "Ditambal aspal panas, 3 lapis.");
    await page.getByRole("button", { name: "Kirim hasil" }).click();
    await page.waitForSelector("[role=alert]");
    await looksRight(page, "tugas-bentrok-360", phone);
    assert.match(await page.innerText("[role=alert]"), /Petugas lain baru saja mengubah/);
    assert.equal(await page.inputValue("#isi-hasil"), "Ditambal aspal panas, 3 lapis.");
    assert.equal(await page.locator("input[name=foto_terkirim]").count(), 1);
    await page.getByRole("button", { name: "Kirim hasil" }).click();
    await page.waitForURL(/selesai=hasil/);
    assert.equal(await stateOf(code), "resolved");

    // The same picture does not prove another case.
    const other = await task("foto-lama", 1800);
    await page.goto(`${world.url}/lapangan/${other}`);
    await page.getByText("Sudah selesai? Kirim hasilnya").click();
    await page.setInputFiles("#foto", [drawnPhoto("hasil.jpg", 25)]);
    await page.getByRole("button", { name: "Kirim hasil" }).click();
    await page.waitForSelector("[role=alert]");
    assert.match(await page.innerText("[role=alert]"), /sudah dipakai sebelumnya/);
    assert.equal(await stateOf(other), "assigned");
    await context.close();
});

test("what cannot be done: an officer's reason is a note, an operator's returns the case; big work is planned", async () => {
    const code = await task("kembali", 1700);
    const context = await chromium.newContext({ ...phone, javaScriptEnabled: false });
    const page = await context.newPage();
    await signIn(page, officer());
    await page.goto(`${world.url}/lapangan/${code}?buka=pengembalian`);
    await looksRight(page, "tugas-alasan-360", phone);
    await page.fill("#isi-pengembalian", "Pagar proyek terkunci");
    await page.getByRole("button", { name: "Kirim alasan" }).click();
    await page.waitForURL(/selesai=pengembalian/);
    let found = (await world.api("GET", `/api/v1/cases/${code}`, coordinator())).json;
    assert.equal(found.state, "assigned", "an officer may not return a case");
    assert.ok(JSON.stringify(found.events).includes("Tidak bisa dikerjakan: Pagar proyek terkunci"));
    await context.close();

    const second = await chromium.newContext(desktop);
    const desk = await second.newPage();
    await signIn(desk, world.staff("operator", "Selatan"));
    await desk.goto(`${world.url}/lapangan/${code}`);
    await looksRight(desk, "tugas-1440");
    await desk.getByText("Tidak bisa dikerjakan, beri alasan").click();
    await desk.fill("#isi-pengembalian", "Jalan nasional, bukan wewenang kami");
    await desk.getByRole("button", { name: "Kirim alasan" }).click();
    await desk.waitForURL(/selesai=pengembalian/);
    found = (await world.api("GET", `/api/v1/cases/${code}`, coordinator())).json;
    assert.equal(found.state, "verified");

    const big = await task("besar", 1600);
    await desk.goto(`${world.url}/lapangan/${big}`);
    await desk.getByText("Jadwalkan pekerjaan besar").click();
    const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
    await desk.fill("#hari", day);
    await desk.fill("#anggaran", "APBD 2026");
    await desk.fill("#isi-penjadwalan", "Perlu pengaspalan ulang sepanjang 200 meter.");
    await desk.getByRole("button", { name: "Jadwalkan", exact: true }).click();
    await desk.waitForURL(/selesai=penjadwalan/);
    assert.equal(await stateOf(big), "scheduled");
    await second.close();
});

test("the position orders the list by distance; other people's cases do not exist", async () => {
    const code = await task("dekat", 3);
    const context = await chromium.newContext({ ...desktop, colorScheme: "dark", permissions: ["geolocation"], geolocation: { latitude: -6.2268, longitude: 106.8583 } });
    const page = await context.newPage();
    await signIn(page, officer());
    await looksRight(page, "lapangan-1440-gelap");
    await page.getByRole("button", { name: "Terdekat" }).click();
    await page.waitForURL(/lat=-6\.2268&lon=106\.8583/);
    assert.match(await page.locator(".task-now").innerText(), /\b0 m\b/);
    const near = await page.locator(".task").first().innerText();
    assert.ok(near.includes("Tebet"), near);
    assert.ok((await page.content()).includes(code));

    const assigned = async (token: string) => (await world.api("GET", "/api/v1/cases?state=assigned", token)).json.cases as { code: string; office: unknown }[];
    const mine = (await assigned(officer().token)).map((c) => c.code);
    const elsewhere = (await assigned(coordinator())).find((c) => !mine.includes(c.code));
    assert.ok(elsewhere);
    for (const path of [`/lapangan/${elsewhere.code}`, `/lapangan/${elsewhere.code}/foto/${"a".repeat(64)}`]) {
        const answer = await page.request.get(world.url + path);
        assert.equal(answer.status(), 404, path);
    }
    const token = await page.locator("input[name=_csrf]").first().inputValue();
    const forbidden = await page.request.post(`${world.url}/lapangan/${elsewhere.code}/mulai`, { form: { _csrf: token, version: "1" }, headers: { origin: world.url } });
    assert.equal(forbidden.status(), 404);
    const forged = await page.request.post(`${world.url}/lapangan/${code}/mulai`, { form: { version: "1" }, headers: { origin: world.url } });
    assert.equal(forged.status(), 403);
    await context.close();
});
