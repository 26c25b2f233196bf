// Posts of an account's own: an officer reports from the field, everybody watches the wall, somebody else approves, and the post stands
// once on two networks: one of ours that speaks Mastodon's client API, and the fediverse, where a server written by others follows us.
import assert from "node:assert/strict";
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { after, before, test } from "node:test";
import { type Actor, Follow, isActor, Note } from "@fedify/fedify";
import type { Browser, Page } from "playwright-core";
import { Elsewhere } from "../peers/fediverse.ts";
import { World, binary, browser, desktop, drawnPhoto, firstLine, looksRight, phone } from "./world.ts";

let world: World;
let chromium: Browser;
let network: ChildProcess;
let server: string;
let elsewhere: Elsewhere;
let posko: Actor;
type Login = { login: string; password: string };
let approver: Login;
let humas: Login;

const tanggap = (...words: string[]) => execFileSync(binary, [...words, "--data", world.data], { encoding: "utf8" });
const said = (text: string) => JSON.parse(text) as Record<string, string>;

interface Status {
    id: string;
    in_reply_to_id: string | null;
    text: string;
    media: { size: number; description: string | null }[];
}
const statuses = async () => (await (await fetch(server + "/_fake/statuses")).json()) as Status[];
const fault = async (mode: string, path: string) =>
    await fetch(server + "/_fake/fault", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ mode, path, times: "1" }) });

async function until<T>(what: string, look: () => Promise<T | undefined | false>, seconds = 60): Promise<T> {
    for (let i = 0; i < seconds * 4; i++) {
        const found = await look();
        if (found) return found;
        await new Promise((r) => setTimeout(r, 250));
    }
    throw new Error(`${what} did not happen in ${seconds} s\n${world.log.text.slice(-2000)}`);
}

async function connect(code: string, name: string, fields: Record<string, string>): Promise<void> {
    const { id } = said(tanggap("account", "add", "--network", code, "--name", name));
    const given = Object.entries(fields).flatMap(([key, value]) => ["--field", `${key}=${value}`]);
    tanggap("account", "connect", "--account", id!, ...given, "--allow-private-networks");
}

async function at(page: Page, path: string): Promise<Page> {
    await page.goto(world.url + path);
    return page;
}

/** The report as an officer sends it; gives what it says. */
async function report(page: Page, what: string, photo: number): Promise<void> {
    await at(page, "/lapangan");
    await page.click('a[href="/lapangan/langsung"]');
    await page.setInputFiles("input[name=foto]", drawnPhoto("loket.jpg", photo));
    await page.fill("input[name=tempat]", "Loket Tebet Barat");
    await page.fill("textarea[name=isi]", what);
    await page.locator("main form button.btn-main").click();
    await page.waitForURL(/selesai=langsung/);
}

async function approve(who: Login, what: string): Promise<string> {
    const { page, context } = await world.signedIn(chromium, who);
    await at(page, "/meja/siaran?status=awaiting");
    await page.locator(".post-row", { hasText: what }).locator("a").click();
    await page.waitForURL(/siaran\/\d+/);
    await page.locator("form[action$='/setujui'] button").click();
    await page.waitForLoadState();
    const url = page.url();
    await context.close();
    return url;
}

before(async () => {
    network = spawn("node", ["tests/fakes/mastodon.ts"], { stdio: ["ignore", "pipe", "inherit"] });
    server = `http://127.0.0.1:${await firstLine(network)}`;
    world = await World.start("posko_dpu_dki", ["--allow-private-networks"]);
    chromium = await browser();
    const token = execFileSync("/usr/bin/python3", ["tests/peers/mastodon_citizen.py", server, "posko", "token"], { encoding: "utf8" }).trim();
    await connect("mastodon", "@posko", { server, token });
    await connect("activitypub", "@siaga", { server: world.url, name: "siaga" });
    approver = said(tanggap("user", "add", "--login", "penyetuju-siaran", "--name", "Rina Penyetuju", "--role", "approver")) as unknown as Login;
    humas = said(tanggap("user", "add", "--login", "humas-siaran", "--name", "Dewi Humas", "--role", "communications")) as unknown as Login;
    elsewhere = new Elsewhere(`${world.data}/elsewhere-key.json`, "rfc9421");
    await elsewhere.start();
    const context = elsewhere.context();
    // The server reads accounts that were added beside it again after some seconds.
    posko = await until("our actor", async () => {
        const found = await context.lookupObject(`${world.url}/aktor/siaga`);
        return found && isActor(found) ? found : undefined;
    });
    for (const name of ["budi", "ani"]) {
        const actor = context.getActorUri(name);
        await context.sendActivity({ identifier: name }, posko, new Follow({ id: new URL(`${elsewhere.url}/follows/${name}`), actor, object: posko.id, to: posko.id }), { immediate: true });
    }
    await until("two followers", async () => elsewhere.accepted.length >= 2);
});
after(async () => {
    await chromium?.close();
    elsewhere?.stop();
    await world?.stop();
    network?.kill();
});

test("an administrator says that live reports need another's approval and go out at once then", async () => {
    const { page, context } = await world.signedIn(chromium, world.staff("administrator"));
    for (const kind of ["live", "announcement"]) {
        await at(page, `/meja/atur/siaran?jenis=${kind}`);
        if (kind === "live") await looksRight(page, "siaran-aturan");
        const rule = page.locator(".post-rule").first();
        await rule.locator("select[name=aturan]").selectOption("second");
        await rule.locator("input[name=jeda]").fill("0");
        await rule.locator("button[value=simpan], button").first().click();
        await page.waitForURL(/selesai=1/);
    }
    await page.setViewportSize(phone.viewport!);
    await looksRight(page, "siaran-aturan-360");
    await context.close();
});

const posted = async (what: string) => (await statuses()).filter((each) => each.text.includes(what));
const delivered = async (what: string) => {
    const heard = elsewhere.created.filter((each) => String(each.id).includes("/aktor/siaga/catatan/"));
    return (await Promise.all(heard.map(async (each) => await each.getObject()))).filter((object) => object instanceof Note && String(object.content).includes(what));
};
async function saidOnce(what: string): Promise<void> {
    const posts = await posted(what);
    assert.equal(posts.length, 1, "once");
    assert.equal(posts[0]!.in_reply_to_id, null);
    assert.equal(posts[0]!.media.length, 1);
    assert.match(posts[0]!.media[0]!.description ?? "", /Loket Tebet Barat/);
    const again = await delivered(what);
    assert.equal(new Set(again.map((each) => each?.id?.href)).size, 1, "one note, however often it is delivered");
    assert.equal(again.length, 1, "one delivery for two followers behind one shared inbox");
}
let doubted = { what: "", settledAt: 0 };

for (const javaScriptEnabled of [false, true])
    test(`an officer's report stands on the wall at once, and once on two networks after approval (JavaScript ${javaScriptEnabled ? "on" : "off"})`, async () => {
        const options = { ...phone, javaScriptEnabled };
        const what = javaScriptEnabled ? "Kami melayani 40 warga hari ini" : "Kami menambal jalan di depan pasar";
        const wall = await world.signedIn(chromium, world.staff("coordinator"));
        await at(wall.page, "/dinding");
        const officer = await world.signedIn(chromium, world.staff("field_officer"), options);
        await at(officer.page, "/lapangan/langsung");
        await looksRight(officer.page, `lapangan-langsung-360-${javaScriptEnabled}`, javaScriptEnabled ? undefined : options);
        await report(officer.page, what, javaScriptEnabled ? 41 : 42);
        await looksRight(officer.page, `lapangan-terkirim-360-${javaScriptEnabled}`, javaScriptEnabled ? undefined : options);
        await wall.page.locator(".wall-card", { hasText: what }).waitFor({ timeout: 15_000 }); // without reloading
        if (javaScriptEnabled) await looksRight(wall.page, "dinding");
        await wall.context.close();
        await at(officer.page, "/dinding");
        await looksRight(officer.page, `dinding-360-${javaScriptEnabled}`, javaScriptEnabled ? undefined : options);
        await officer.context.close();
        assert.equal((await statuses()).filter((each) => each.text.includes(what)).length, 0, "nothing unapproved");

        // The network takes the post and loses its answer; the server is killed while nobody knows.
        if (javaScriptEnabled) await fault("drop", "/api/v1/statuses");
        await approve(approver, what);
        await until("the post", async () => (await posted(what)).length > 0);
        if (javaScriptEnabled) {
            await world.killAndRestart();
            doubted = { what, settledAt: Date.now() + 60_000 }; // longer than whoever is in doubt waits before looking
        }
        const note = await until("the delivery", async () => (await delivered(what))[0], 120);
        await saidOnce(what);

        // It can be fetched where it stands, with its picture and in the outbox.
        const fetched = await elsewhere.context().lookupObject(note.id!);
        assert.ok(fetched instanceof Note);
        const document = (await (await fetch(note.id!, { headers: { Accept: "application/activity+json" } })).json()) as { attachment: { url: string; name: string }[] };
        const picture = await fetch(document.attachment[0]!.url);
        assert.equal(picture.headers.get("content-type"), "image/jpeg");
        assert.ok(!Buffer.from(await picture.arrayBuffer()).includes("RAHASIA"), "no word of the camera");
        const outbox = (await (await fetch(`${world.url}/aktor/siaga/outbox?page=1`, { headers: { Accept: "application/activity+json" } })).json()) as { orderedItems: { object: { id: string } }[] };
        assert.equal(outbox.orderedItems[0]!.object.id, note.id!.href);
    });

test("nobody approves their own, what was sent back comes again, and a deletion takes it away everywhere", async () => {
    const { page, context } = await world.signedIn(chromium, humas);
    await at(page, "/meja/siaran/baru");
    await page.fill("textarea[name=isi]", "Loket tutup Jumat.");
    for (const box of await page.locator("input[name=akun]").all()) await box.check();
    await until("the count", async () => /sisa \d+/.test(await page.locator("#sisa").innerText()));
    await looksRight(page, "siaran-tulis");
    await page.setInputFiles("input[name=foto]", drawnPhoto("loket.jpg", 43));
    await page.locator("button[value=ajukan]").click();
    await page.waitForLoadState();
    assert.match(await page.locator("main").innerText(), /Foto 1 belum diberi keterangan/);
    await page.setViewportSize(phone.viewport!);
    await looksRight(page, "siaran-kurang-360");
    await page.setViewportSize(desktop.viewport!);
    await page.locator("input[name^='alt-']").fill("Pintu loket dengan papan pengumuman");
    await page.locator("button[value=ajukan]").click();
    await page.waitForURL(/siaran\/\d+/);
    const path = new URL(page.url()).pathname;
    assert.equal(await page.locator("form[action$='/setujui']").count(), 0, "the author has no such button");
    const csrf = await page.locator("form input[name=_csrf]").first().getAttribute("value");
    const version = await page.locator("form input[name=version]").first().getAttribute("value");
    const forced = await page.request.post(`${world.url}${path}/setujui`, { form: { _csrf: csrf!, version: version! }, headers: { origin: world.url } });
    assert.equal(forced.status(), 400);
    assert.match(await forced.text(), /orang lain yang menyetujuinya/);

    const other = await world.signedIn(chromium, approver);
    await at(other.page, path);
    await looksRight(other.page, "siaran-setuju");
    await other.page.locator("summary", { hasText: "Kembalikan" }).click();
    await other.page.fill("textarea[name=alasan]", "Sebut tanggalnya");
    await other.page.locator("form[action$='/kembalikan'] button").click();
    await other.page.waitForLoadState();
    await at(page, path);
    assert.match(await page.locator("main").innerText(), /Sebut tanggalnya/);
    await page.locator("summary", { hasText: "Ubah siaran" }).click();
    await page.fill("textarea[name=isi]", "Loket tutup Jumat, 27 November.");
    await page.locator("button[value=simpan]").click();
    await page.waitForLoadState();
    await page.locator("form[action$='/ajukan'] button").click();
    await page.waitForLoadState();
    await looksRight(page, "siaran-menunggu");
    await at(other.page, path);
    await other.page.locator("form[action$='/setujui'] button").click();
    await other.page.waitForLoadState();
    const stands = async () => (await statuses()).some((each) => each.text.includes("27 November"));
    await until("the post", stands);
    await until("both sent", async () => {
        await at(page, path);
        return (await page.locator(".post-target", { hasText: "Terkirim" }).count()) === 2;
    });
    await looksRight(page, "siaran-terkirim");
    const address = await page.locator(".post-target a[href*='/aktor/']").getAttribute("href");
    await page.locator("summary", { hasText: "Hapus dari semua jaringan" }).click();
    await page.locator("form[action$='/hapus'] button").click();
    await until("its deletion", async () => !(await stands()));
    await until("the Delete", async () => elsewhere.deleted.some((each) => each.objectId?.href === address));
    await until("410", async () => (await fetch(address!, { headers: { Accept: "application/activity+json" } })).status === 410);
    await at(page, path);
    assert.equal(await page.locator(".post-target", { hasText: "Ditarik" }).count(), 2);
    await page.setViewportSize(phone.viewport!);
    await looksRight(page, "siaran-ditarik-360");
    await at(page, "/meja/siaran?status=released");
    await looksRight(page, "siaran-daftar-360");
    await page.setViewportSize(desktop.viewport!);
    await looksRight(page, "siaran-daftar");
    await other.context.close();
    await context.close();
});

test("the wall is the staff's until the agency opens it", async () => {
    const stranger = await chromium.newContext(phone);
    const page = await stranger.newPage();
    await page.goto(`${world.url}/dinding`);
    assert.match(page.url(), /\/masuk/);
    const { page: setting, context } = await world.signedIn(chromium, world.staff("administrator"));
    await at(setting, "/meja/atur/siaran");
    await setting.check("input[name=penonton][value=approved]");
    await setting.locator("form[action$='/dinding'] button").click();
    await setting.waitForURL(/selesai=1/);
    await page.goto(`${world.url}/dinding`);
    assert.equal(await page.locator(".wall-card").count(), 2);
    await page.locator(".wall-card img").first().evaluate((image: HTMLImageElement) => image.decode());
    await looksRight(page, "dinding-umum-360");
    await context.close();
    await stranger.close();
});

test("what was in doubt when the server was killed still stands once when it has been looked for", async () => {
    assert.notEqual(doubted.what, "");
    await new Promise((r) => setTimeout(r, Math.max(0, doubted.settledAt - Date.now())));
    await saidOnce(doubted.what);
});
