// What the reporter says at the end: Belum with a photo, Sudah, 1 to 5 and words, a testimonial that a person releases and
// its reporter takes back; an objection that all can see. On a phone without JavaScript.
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

async function report(page: Page, text: string, number: number) {
    await page.goto(`${world.url}/lapor`);
    await page.setInputFiles("#foto", [drawnPhoto("lapor.jpg", number)]);
    await page.fill("#isi-laporan", text);
    await page.fill("#tempat", "Jl. Tebet Barat VIII dekat warung, Tebet Barat");
    await page.fill("#surel", `warga${number}@contoh.id`);
    await page.getByRole("button", { name: "Kirim laporan" }).click();
    await page.waitForURL(/\/lacak\//);
    const code = /\/lacak\/([A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{4})/.exec(page.url())![1]!;
    return { code, link: page.url().replace("&baru=1", "") };
}

const coordinator = () => world.staff("coordinator").token;

async function act(code: string, body: Record<string, unknown>, token = coordinator()) {
    const { json } = await world.api("GET", `/api/v1/cases/${code}`, coordinator());
    const done = await world.api("POST", `/api/v1/cases/${code}/events`, token, { version: json.version, ...body });
    assert.equal(done.status, 200, done.text);
    return done.json;
}

async function assign(code: string): Promise<string> {
    const { json } = await world.api("GET", `/api/v1/cases/${code}`, coordinator());
    await act(code, { do: "verify", kind: "complaint", topic: "jalan-berlubang", area: json.place.area, public_text: json.proposed_text });
    await act(code, { do: "assign", office: json.office.id });
    const officer = world.seeded.staff.find((s) => s.role === "operator" && s.office === json.office.name) ?? world.staff("operator", "Selatan");
    await act(code, { do: "start" }, officer.token);
    return officer.token;
}

async function solve(code: string, token: string, number: number) {
    const media = await world.api("POST", "/api/v1/media", token, drawnPhoto("sesudah.jpg", number).buffer);
    await act(code, { do: "resolve", proof: { kind: "photo", after: [media.json.sha256], note: "Lubang ditambal dengan aspal panas." } }, token);
}

async function signIn(page: Page, role: string, path: string) {
    const person = world.staff(role);
    await page.goto(world.url + path);
    await page.fill("input[name=login]", person.login);
    await page.fill("input[name=sandi], input[type=password]", person.password);
    await page.getByRole("button", { name: "Masuk" }).click();
    await page.waitForURL((url) => !url.pathname.startsWith("/masuk"));
    if (!page.url().includes(path)) await page.goto(world.url + path);
}

test("Belum with words and a photo, Sudah, a rating, a testimonial released and taken back", async () => {
    const context = await chromium.newContext(bare);
    const page = await context.newPage();
    const { code, link } = await report(page, "Lubang besar di tikungan, bahaya buat motor.", 31);
    const officer = await assign(code);
    await solve(code, officer, 32);

    await page.goto(link);
    await page.getByRole("link", { name: "Belum" }).click();
    await page.fill("#kurang", "Masih ambles, telepon saya 081298765432.");
    await page.setInputFiles("#belum input[name=foto]", [drawnPhoto("belum.jpg", 33)]);
    await looksRight(page, "lacak-belum-360", phone);
    await page.getByRole("button", { name: "Buka kembali laporan" }).click();
    await page.waitForURL(/\/lacak\//);
    let found = (await world.api("GET", `/api/v1/cases/${code}`, coordinator())).json;
    assert.equal(found.state, "in_progress");
    const contested = found.events.find((e: any) => e.kind === "case.contested");
    assert.equal(contested.data.photos.length, 1);
    assert.doesNotMatch(contested.data.words, /081298765432/);
    const publicPage = await (await fetch(`${world.url}/laporan/${code}`)).text();
    assert.ok(!publicPage.includes("Masih ambles") && !publicPage.includes(contested.data.photos[0]), "only staff see it");
    assert.equal((await fetch(`${world.url}/laporan/${code}/foto/besar/${contested.data.photos[0]}`)).status, 404);

    await solve(code, officer, 34);
    await page.goto(link);
    await page.getByRole("button", { name: "Sudah" }).click();
    await page.waitForURL(/\/lacak\//);
    await looksRight(page, "lacak-nilai-360", phone);
    await page.locator("input[name=nilai][value='2']").check();
    await page.fill("#pesan", "Baru beres setelah dua kali, Pak Joko lambat. Hubungi 081298765432.");
    await page.locator("input[name=kutip]").check();
    await page.getByRole("button", { name: "Kirim nilai" }).click();
    await page.waitForURL(/\/lacak\//);
    assert.match(await page.innerText("main"), /Nilai Anda: 2 dari 5/);
    await looksRight(page, "lacak-dinilai-360", phone);

    // The public learns the number alone until a person released the words.
    const timeline = await (await fetch(`${world.url}/laporan/${code}`)).text();
    assert.match(timeline, /Pelapor memberi nilai 2 dari 5/);
    assert.ok(!timeline.includes("dua kali"));
    const testimonials = async () => await (await fetch(`${world.url}/testimoni`)).text();
    assert.ok(!(await testimonials()).includes("dua kali"));

    const desk = await (await chromium.newContext(desktop)).newPage();
    await signIn(desk, "coordinator", "/meja/testimoni");
    await looksRight(desk, "testimoni-antrean-1440");
    const waiting = desk.locator("li", { hasText: code });
    const words = await waiting.locator("textarea").inputValue();
    assert.ok(words.includes("dua kali") && !words.includes("081298765432"), words);
    await waiting.locator("textarea").fill("Baru beres setelah dua kali.");
    await waiting.getByRole("button", { name: "Muat testimoni" }).click();
    await desk.waitForURL(/\/meja\/testimoni$/);
    assert.equal(await desk.locator("li", { hasText: code }).count(), 0);
    await desk.context().close();

    const shown = await testimonials();
    assert.match(shown, /Baru beres setelah dua kali\./);
    assert.match(shown, /2 dari 5/);
    for (const hidden of ["Joko", "contoh.id", code, "081298765432"]) assert.ok(!shown.includes(hidden), hidden);
    await page.goto(`${world.url}/testimoni`);
    await looksRight(page, "testimoni-360", phone);

    await page.goto(link);
    await page.getByRole("button", { name: "Tarik izin" }).click();
    await page.waitForURL(/\/lacak\//);
    assert.ok(!(await testimonials()).includes("dua kali"), "gone at once");
    await context.close();
});

test("an objection to a decline is seen by reporter, board and public until it is answered", async () => {
    const context = await chromium.newContext(bare);
    const page = await context.newPage();
    const { code, link } = await report(page, "Minta polisi tidur di depan sekolah.", 35);
    const { json } = await world.api("GET", `/api/v1/cases/${code}`, coordinator());
    await act(code, { do: "verify", kind: "complaint", topic: "jalan-berlubang", area: json.place.area, public_text: "Minta polisi tidur." });
    await act(code, { do: "assign", office: json.office.id });
    await act(code, { do: "decline", public_reason: "Polisi tidur tidak dibolehkan di jalan arteri." });
    await page.goto(link);
    await looksRight(page, "lacak-ditolak-360", phone);
    await page.fill("#jawaban", "Ini jalan lingkungan, bukan arteri.");
    await page.getByRole("button", { name: "Kirim keberatan" }).click();
    await page.waitForURL(/\/lacak\//);
    assert.match(await page.innerText("main"), /Keberatan diajukan, ditinjau oleh/);
    await looksRight(page, "lacak-keberatan-360", phone);
    for (const path of [`/laporan/${code}`, "/?status=verified"]) assert.match(await (await fetch(world.url + path)).text(), /Keberatan diajukan, ditinjau oleh/, path);
    await act(code, { do: "assign", office: json.office.id });
    assert.doesNotMatch(await (await fetch(`${world.url}/laporan/${code}`)).text(), /Keberatan diajukan, ditinjau/);
    await context.close();
});

test("a wrong secret, a missing one and another's rating are refused like a case that does not exist", async () => {
    const context = await chromium.newContext(bare);
    const page = await context.newPage();
    const { code } = await report(page, "Lampu jalan mati di gang.", 36);
    for (const path of ["jawaban", "nilai", "izin"])
        for (const secret of ["", "AAAAAAAAAAAAAAAAAAAAAA"]) {
            const answer = await fetch(`${world.url}/lacak/${code}/${path}`, { method: "POST", body: new URLSearchParams({ kunci: secret, nilai: "5", jawab: "confirm" }), redirect: "manual" });
            assert.equal(answer.status, 404, path);
        }
    const officer = world.staff("field_officer");
    const staff = await chromium.newContext(desktop);
    const desk = await staff.newPage();
    await signIn(desk, "field_officer", "/meja");
    assert.equal((await desk.goto(`${world.url}/meja/testimoni`))!.status(), 404, officer.login);
    await staff.close();
    await context.close();
});

for (const [name, options] of [
    ["360", bare],
    ["320", { ...bare, viewport: { width: 320, height: 640 } }],
    ["360-gelap", { ...bare, colorScheme: "dark" }],
    ["1440", desktop],
    ["1440-gelap", { ...desktop, colorScheme: "dark" }],
] as const)
    test(`figures, lists, testimonials and offices stand at ${name}`, async () => {
        const context = await chromium.newContext(options);
        const page = await context.newPage();
        const scriptless = "javaScriptEnabled" in options ? { ...options, javaScriptEnabled: true } : undefined;
        for (const [path, shot] of [
            ["/transparansi", "angka"],
            ["/transparansi?tahun=2020", "angka-kosong"],
            ["/transparansi/laporan?angka=lewat-tenggat&periode=semua", "angka-daftar"],
            ["/testimoni", "testimoni"],
            ["/transparansi?bahasa=en&periode=30-hari", "angka-en"],
        ] as const) {
            await page.goto(world.url + path);
            await looksRight(page, `${shot}-${name}`, scriptless);
        }
        await page.goto(`${world.url}/transparansi?bahasa=id`);
        await page.locator("#per-unit ~ .card th a").first().click();
        assert.match(page.url(), /\/unit\/\d+/);
        await looksRight(page, `unit-${name}`, scriptless);
        await context.close();
    });
