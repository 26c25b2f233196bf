// The first case as its people live it: a phone without JavaScript, a coordinator, an officer with a photo, the public.
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

const words = "Lubang besar di depan toko, kemarin motor jatuh. Hubungi saya 081234567890 atau NIK 3174015203900001.";
const place = "Jl. Tebet Barat VIII dekat warung, Tebet Barat";

/** Fills the report page as a person does and gives the code and the address of the reporter's page. */
async function report(page: Page, text: string, photos = [drawnPhoto("lapor.jpg", 1)]) {
    await page.goto(`${world.url}/lapor`);
    await page.setInputFiles("#foto", photos);
    await page.fill("#isi-laporan", text);
    await page.fill("#tempat", place);
    await page.fill("#surel", "warga@contoh.id");
    await page.getByRole("button", { name: "Kirim laporan" }).click();
    await page.waitForURL(/\/lacak\//);
    const code = /\/lacak\/([A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{4})/.exec(page.url())?.[1];
    assert.ok(code, page.url());
    return { code, link: page.url() };
}

test("a report without JavaScript goes to its office, is fixed with a photo, and the public sees it", async () => {
    const context = await chromium.newContext({ ...phone, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${world.url}/lapor`);
    await looksRight(page, "lapor-360", phone);
    const { code, link } = await report(page, words);
    await looksRight(page, "lacak-baru-360", phone);
    assert.match(await page.innerText("main"), new RegExp(code));
    assert.match(await page.innerText("main"), /motor jatuh/, "the reporter reads their own words");

    const coordinator = world.staff("coordinator").token;
    let found = (await world.api("GET", `/api/v1/cases/${code}`, coordinator)).json;
    assert.equal(found.state, "received");
    assert.equal(found.topic, "jalan-berlubang");
    assert.match(found.place.area, /^31\.74\.01/, "Tebet Barat was found");
    assert.match(found.office.name, /Selatan|Tebet/);
    assert.ok(found.deadlines.find((d: any) => d.name === "resolve" && d.state === "running"));

    // Before it is verified the public sees no word of it.
    const anyone = await chromium.newContext({ ...phone, javaScriptEnabled: false });
    const publicPage = await anyone.newPage();
    await publicPage.goto(`${world.url}/laporan/${code}`);
    const before = await publicPage.content();
    for (const hidden of ["motor jatuh", "warung", "081234567890", "contoh.id", "3174015203900001"]) assert.ok(!before.includes(hidden), hidden);
    await looksRight(publicPage, "laporan-diterima-360", phone);

    const act = async (token: string, body: Record<string, unknown>) => {
        const { json } = await world.api("GET", `/api/v1/cases/${code}`, coordinator);
        return await world.api("POST", `/api/v1/cases/${code}/events`, token, { version: json.version, ...body });
    };
    assert.match(found.proposed_text, /disamarkan/);
    let done = await act(coordinator, { do: "verify", kind: "complaint", topic: "jalan-berlubang", area: found.place.area, public_text: found.proposed_text });
    assert.equal(done.status, 200, done.text);
    assert.equal(done.json.state, "verified");
    done = await act(coordinator, { do: "assign", office: found.office.id });
    assert.equal(done.json.state, "assigned", done.text);
    const officer = world.seeded.staff.find((s) => s.role === "field_officer" && s.office.includes("Selatan")) ?? world.staff("field_officer");
    done = await act(officer.token, { do: "start" });
    assert.equal(done.json.state, "in_progress", done.text);

    // Said is not proven.
    done = await act(officer.token, { do: "resolve", proof: { kind: "photo", after: [], note: "Sudah" } });
    assert.equal(done.status, 400);
    assert.equal(done.json.problem.code, "case.needs_proof");
    const photo = drawnPhoto("sesudah.jpg", 2);
    const media = await world.api("POST", "/api/v1/media", officer.token, photo.buffer);
    assert.equal(media.status, 200, media.text);
    done = await act(officer.token, { do: "resolve", proof: { kind: "photo", after: [media.json.sha256], note: "Lubang ditambal dengan aspal panas." } });
    assert.equal(done.json.state, "resolved", done.text);

    // The public page shows before and after, and what was masked stays masked.
    await publicPage.goto(`${world.url}/laporan/${code}`);
    const shown = await publicPage.content();
    assert.match(shown, /motor jatuh/);
    for (const hidden of ["081234567890", "3174015203900001", "contoh.id"]) assert.ok(!shown.includes(hidden), hidden);
    assert.equal(await publicPage.locator(".compare img").count(), 2);
    for (const image of await publicPage.locator(".compare img").all()) {
        const answer = await publicPage.request.get(world.url + (await image.getAttribute("src")));
        assert.equal(answer.status(), 200);
        const bytes = (await answer.body()).toString("latin1");
        assert.ok(!bytes.includes("Exif") && !bytes.includes("RAHASIA"), "metadata is dropped");
    }
    await looksRight(publicPage, "laporan-tuntas-360", phone);

    // The reporter agrees, without JavaScript.
    await page.goto(link);
    await looksRight(page, "lacak-tuntas-360", phone);
    const yes = await page.getByRole("button", { name: "Sudah" }).boundingBox();
    const no = await page.getByRole("link", { name: "Belum" }).boundingBox();
    assert.ok(yes && no && Math.abs(yes.width - no.width) < 2 && Math.abs(yes.height - no.height) < 2, "equal buttons");
    await page.getByRole("button", { name: "Sudah" }).click();
    await page.waitForURL(/\/lacak\//);
    assert.equal((await world.api("GET", `/api/v1/cases/${code}`, coordinator)).json.state, "closed");
    await context.close();
    await anyone.close();
});

test("with JavaScript at 1440 px the same form keeps what was written and sends once", async () => {
    const context = await chromium.newContext(desktop);
    const page = await context.newPage();
    const errors: string[] = [];
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.goto(`${world.url}/lapor`);
    await page.fill("#isi-laporan", "Trotoar rusak, kursi roda tidak bisa lewat");
    await page.fill("#tempat", "Jl. Sabang, Kebon Sirih");
    await page.waitForTimeout(1200);
    await page.reload();
    await page.waitForTimeout(600);
    assert.equal(await page.inputValue("#isi-laporan"), "Trotoar rusak, kursi roda tidak bisa lewat", "the draft came back");
    await looksRight(page, "lapor-1440");
    const { code } = await report(page, "Trotoar rusak, kursi roda tidak bisa lewat", [drawnPhoto("trotoar.jpg", 3)]);
    await looksRight(page, "lacak-baru-1440");
    await page.goto(`${world.url}/`);
    await looksRight(page, "papan-1440");
    assert.ok((await page.content()).includes(code), "the newest report stands on the board");
    assert.deepEqual(errors, []);
    await context.close();
});

test("a form sent twice is one report", async () => {
    const context = await chromium.newContext({ ...phone, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${world.url}/lapor`);
    const key = await page.inputValue("input[name=kunci]");
    const send = async () => {
        const body = new FormData();
        for (const [name, value] of Object.entries({ kunci: key, isi: "Lampu jalan mati", tempat: "Jl. Angkasa, Kemayoran", identitas: "public" })) body.set(name, value);
        return await fetch(`${world.url}/lapor`, { method: "POST", body, redirect: "manual" });
    };
    const [first, second] = await Promise.all([send(), send()]);
    assert.equal(first.status, 303);
    assert.equal(first.headers.get("location"), second.headers.get("location"));
    await context.close();
});

test("a form that comes back has lost nothing, not even the photo", async () => {
    const context = await chromium.newContext({ ...phone, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${world.url}/lapor`);
    await page.setInputFiles("#foto", [drawnPhoto("balik.jpg", 4)]);
    await page.fill("#isi-laporan", "Jalan amblas di tikungan");
    await page.fill("#surel", "bukan surel");
    await page.getByRole("button", { name: "Kirim laporan" }).click();
    await page.waitForSelector("[role=alert]");
    await looksRight(page, "lapor-balik-360", phone);
    assert.equal(await page.inputValue("#isi-laporan"), "Jalan amblas di tikungan");
    assert.equal(await page.inputValue("#surel"), "bukan surel");
    assert.equal(await page.locator("input[name=foto_terkirim]").count(), 1);
    await page.fill("#surel", "");
    await page.fill("#tempat", "Jl. Matraman Raya");
    await page.getByRole("button", { name: "Kirim laporan" }).click();
    await page.waitForURL(/\/lacak\//);
    assert.equal(await page.locator("main img").count(), 1);
    await context.close();
});

for (const [name, options] of [
    ["320", { ...phone, viewport: { width: 320, height: 640 }, javaScriptEnabled: false }],
    ["360-gelap", { ...phone, colorScheme: "dark", javaScriptEnabled: false }],
    ["1440-gelap", { ...desktop, colorScheme: "dark" }],
    ["1440", desktop],
] as const)
    test(`board, report, tracking, sign-in and error pages stand at ${name}`, async () => {
        const context = await chromium.newContext(options);
        const page = await context.newPage();
        for (const [path, shot] of [
            ["/", "papan"],
            ["/?keadaan=tuntas", "papan-tuntas"],
            ["/?cari=tidakadatempatini", "papan-kosong"],
            ["/?bahasa=en", "papan-en"],
            ["/lapor", "lapor"],
            ["/lacak", "lacak"],
            ["/lacak?kode=TGP-1111-1111", "lacak-salah"],
            ["/masuk", "masuk"],
            ["/tidak-ada", "404"],
        ] as const) {
            await page.goto(world.url + path);
            await looksRight(page, `${shot}-${name}`, "javaScriptEnabled" in options ? options : undefined);
        }
        await page.goto(world.url + "/");
        await page.locator(".story a").first().click();
        await looksRight(page, `laporan-${name}`, "javaScriptEnabled" in options ? options : undefined);
        await context.close();
    });

test("an officer signs in with the keyboard alone, sees the desk and signs out", async () => {
    const context = await chromium.newContext(desktop);
    const page = await context.newPage();
    const person = world.staff("coordinator");
    await page.goto(`${world.url}/meja`);
    assert.match(page.url(), /\/masuk/);
    await page.locator("input[name=login]").focus();
    await page.keyboard.type(person.login);
    await page.keyboard.press("Tab");
    await page.keyboard.type(person.password);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/meja/);
    await looksRight(page, "meja-1440");
    await page.getByRole("button", { name: "Keluar" }).click();
    await page.waitForURL(/\/masuk/);
    await page.goto(`${world.url}/meja`);
    assert.match(page.url(), /\/masuk/);
    await context.close();
});

test("what was acknowledged is there after a kill", async () => {
    const codes: string[] = [];
    for (let i = 0; i < 5; i++) {
        const answer = await world.api("POST", "/api/v1/items", world.account("x").token, {
            network_id: `kill-${i}`, type: "create", author: { network_id: "a1", name: "Warga" }, text: `Lubang nomor ${i} di Jl. Tebet Raya, Tebet Timur`, created_at: new Date().toISOString(),
        });
        assert.equal(answer.status, 200, answer.text);
        codes.push(answer.json.case);
    }
    await world.killAndRestart();
    for (const code of codes) assert.equal((await world.api("GET", `/api/v1/cases/${code}`, world.staff("coordinator").token)).status, 200);
    const again = await world.api("POST", "/api/v1/items", world.account("x").token, {
        network_id: "kill-0", type: "create", author: { network_id: "a1" }, text: "Lubang nomor 0 di Jl. Tebet Raya, Tebet Timur", created_at: new Date().toISOString(),
    });
    assert.equal(again.json.state, "known");
    assert.equal(again.json.case, codes[0]);
});
