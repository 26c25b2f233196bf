// An administrator connects the agency's Page, Instagram and Threads on their own dialogs: is refused, lacks rights, chooses
// among several Pages; no token is copied, shown or logged. Against tests/fakes/meta.ts, a contract mock of ours that was not
// verified against the vendor.
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { World, browser, desktop, firstLine, looksRight, phone } from "./world.ts";

let world: World;
let chromium: Browser;
let network: ChildProcess;
let server: string;
let page: Page;
const folder = mkdtempSync(join(tmpdir(), "tanggap-meta-"));
const accounts: Record<string, string> = {};

const words = async () => await page.locator("main").innerText();
async function phoneToo(name: string): Promise<void> {
    await looksRight(page, name);
    await page.setViewportSize(phone.viewport!);
    await looksRight(page, `${name}-360`);
    await page.setViewportSize(desktop.viewport!);
}
const known = async () => await page.locator('a[href$="/sambungan"]').evaluateAll((all) => all.map((each) => /akun\/(\d+)\//.exec(each.getAttribute("href") ?? "")?.[1]));
async function addAccount(code: string): Promise<void> {
    await page.goto(world.url + "/meja/atur/akun");
    const before = await known();
    await page.locator("input[name=network]").last().fill(code);
    await page.locator("input[name=name]").last().fill(`Dinas PU di ${code}`);
    await page.locator("form:has(input[name=network]) button").last().click();
    await page.waitForURL(/\/meja\/atur\/akun/);
    await page.waitForLoadState();
    accounts[code] = (await known()).find((id) => id !== undefined && !before.includes(id))!;
    assert.ok(accounts[code], code);
}
const open = async (code: string) => await page.goto(`${world.url}/meja/atur/akun/${accounts[code]}/sambungan`);

/** From the page of the connection to the one that leads away. */
async function leave(code: string): Promise<void> {
    await open(code);
    const form = page.locator('form[action$="/sambungan/masuk"]');
    const changing = page.locator("#sambungkan > details:not([open]) > summary");
    if ((await changing.count()) > 0 && !(await form.locator("button").isVisible())) await changing.first().click();
    await form.locator("input[name=app_id]").fill("1");
    await form.locator("input[name=app_secret]").fill("rahasia-7f3a");
    await form.locator("input[name=verify_token]").fill("sandi-webhook");
    await form.locator("button").click();
    await page.waitForLoadState();
}
async function answer(user: string, button: "Izinkan" | "Tolak" = "Izinkan"): Promise<void> {
    await page.locator("main a.btn-main").click();
    await page.waitForURL(/oauth/);
    await page.fill("input[name=user]", user);
    await page.getByRole("button", { name: button }).click();
    await page.waitForURL(/\/meja\/atur\//);
}

before(async () => {
    network = spawn("node", ["tests/fakes/meta.ts"], { stdio: ["ignore", "pipe", "inherit"] });
    server = (JSON.parse(await firstLine(network)) as { server: string }).server;
    const config = join(folder, "tanggap.toml");
    writeFileSync(config, 'public_url = "https://lapor.contoh.go.id"\n');
    world = await World.start("posko_dpu_dki", ["--config", config, "--allow-private-networks", ...["facebook", "instagram", "threads"].flatMap((code) => ["--network-at", `${code}=${server}`])]);
    chromium = await browser();
    page = (await world.signedIn(chromium, world.staff("administrator"), desktop)).page;
    for (const code of ["facebook", "instagram", "threads", "whatsapp"]) await addAccount(code);
});
after(async () => {
    await chromium.close();
    await world.stop();
    network.kill();
    rmSync(folder, { recursive: true, force: true });
});

test("the page says which rights are needed and why, and the dialog asks for just those", async () => {
    await open("facebook");
    await phoneToo("meta-sambungan");
    for (const code of ["facebook", "instagram", "threads"]) {
        await leave(code);
        const shown = (await page.locator("main .settings-list .code").allInnerTexts()).sort();
        assert.ok(shown.length >= 3);
        assert.match(await words(), /untuk menjawab warga|membaca sebutan/);
        assert.match(await words(), code === "facebook" ? /dengan akun Anda yang mengelola/ : /sebagai akun instansi/);
        if (code === "facebook") await phoneToo("meta-menuju-dialog");
        await page.locator("main a.btn-main").click();
        await page.waitForURL(/oauth/);
        const asked = (await page.locator("h1").innerText()).replace(/^\w+: /, "").split(",").sort();
        assert.deepEqual(asked, shown, code);
        assert.ok(!page.url().includes("rahasia-7f3a"));
    }
});

test("WhatsApp says that it has no page to sign in", async () => {
    await open("whatsapp");
    assert.equal(await page.locator('form[action$="/sambungan/masuk"]').count(), 0);
    assert.match(await words(), /pengguna sistem/);
    await phoneToo("meta-whatsapp");
});

test("who says no, grants too little, comes too late or manages nothing is told so, and nothing is kept", async () => {
    for (const [user, said, button] of [
        ["posko", /tidak memberi izin/, "Tolak"],
        ["kurang", /pages_manage_engagement/, "Izinkan"],
        ["lambat", /tidak menerima kode masuk/, "Izinkan"],
        ["kosong", /tidak mengelola Halaman/, "Izinkan"],
    ] as const) {
        await leave("facebook");
        await answer(user, button);
        assert.match(await words(), said, user);
    }
    await looksRight(page, "meta-ditolak");
    await page.goto(`${world.url}/meja/atur/sambungan/masuk?state=${"x".repeat(43)}&code=kode1`);
    assert.match(await words(), /Waktu untuk masuk sudah habis/);
    await open("facebook");
    assert.doesNotMatch(await words(), /Berbicara sebagai/);
});

test("who manages several Pages chooses one that suits, and what came back serves once", async () => {
    await leave("facebook");
    await answer("posko");
    assert.match(await words(), /Pilih akun Facebook/);
    assert.deepEqual(await page.locator("input[name=pilihan]").evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value)), ["10", "11"]);
    assert.match(await words(), /Kenangan Pameran 2019[^]*MODERATE/, "and why not the third");
    await phoneToo("meta-pilih-halaman");
    assert.doesNotMatch(await page.content(), /meta-[0-9a-f]{18}|rahasia-7f3a/);
    await page.locator("input[name=pilihan]").first().focus();
    await page.keyboard.press("Space");
    await page.locator('form[action$="/sambungan/pilih"] button').click();
    await page.waitForURL(/tersambung=1/);
    assert.match(await words(), /berbicara sebagai Dinas PU/i);
    assert.match(await words(), new RegExp(`berlangganan; [^]*https://lapor\\.contoh\\.go\\.id/kait/facebook/${accounts.facebook}`));
    assert.doesNotMatch(await page.content(), /meta-[0-9a-f]{18}|rahasia-7f3a|sandi-webhook/);
    await phoneToo("meta-tersambung");
    await page.goBack();
    if ((await page.locator("input[name=pilihan]").count()) > 0) {
        await page.locator("input[name=pilihan]").last().check();
        await page.locator('form[action$="/sambungan/pilih"] button').click();
        await page.waitForLoadState();
    }
    assert.match(await words(), /Waktu untuk masuk sudah habis/);
});

test("an account stays the one that it is", async () => {
    await leave("facebook");
    await answer("lain");
    assert.match(await words(), /milik akun lain/);
    await leave("facebook");
    await answer("posko");
    await page.waitForURL(/tersambung=1/);
});

test("Instagram and Threads connect without a choice, with a token that is renewed by itself", async () => {
    for (const code of ["instagram", "threads"]) {
        await leave(code);
        await answer("siti");
        await page.waitForURL(/tersambung=1/);
        assert.match(await words(), /@dinas/);
        assert.match(await words(), /diperpanjang sendiri/);
    }
    await looksRight(page, "meta-threads-tersambung");
});

test("no token, secret or code was logged", () => {
    assert.ok(world.log.text.length > 0);
    assert.doesNotMatch(world.log.text, /rahasia-7f3a|meta-[0-9a-f]{18}|kode-[0-9a-f]{12}|sandi-webhook/);
});
