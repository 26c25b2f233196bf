// An administrator connects the agency's account on the network's own page: sends somebody there, is refused, lacks
// rights, agrees; no token is copied. Against tests/fakes/mastodon.ts, a small server of ours.
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { World, browser, desktop, firstLine, looksRight, phone } from "./world.ts";

let world: World;
let chromium: Browser;
let network: ChildProcess;
let server: string;
let page: Page;
let account: string;

/** From the page of the connection to the network's own. */
async function leave(): Promise<void> {
    await page.goto(`${world.url}/meja/atur/akun/${account}/sambungan`);
    const form = page.locator('form[action$="/sambungan/masuk"]');
    await form.locator("input[name=server]").fill(server);
    await form.locator("button").click();
    await page.waitForLoadState();
}
async function answer(user: string, words: "Izinkan" | "Tolak"): Promise<void> {
    await page.locator("main a.btn-main").click();
    await page.waitForURL(/oauth\/authorize/);
    await page.fill("input[name=user]", user);
    await page.getByRole("button", { name: words }).click();
    await page.waitForURL(/\/meja\/atur\//);
}

before(async () => {
    network = spawn("node", ["tests/fakes/mastodon.ts"], { stdio: ["ignore", "pipe", "inherit"] });
    server = `http://127.0.0.1:${await firstLine(network)}`;
    world = await World.start("posko_dpu_dki", ["--allow-private-networks"]);
    chromium = await browser();
    page = (await world.signedIn(chromium, world.staff("administrator"), desktop)).page;
    await page.goto(world.url + "/meja/atur/akun");
    await page.locator("input[name=network]").last().fill("mastodon");
    await page.locator("input[name=name]").last().fill("@posko");
    await page.locator("form:has(input[name=network]) button").last().click();
    await page.waitForURL(/\/meja\/atur\/akun/);
    const link = page.locator('a[href$="/sambungan"]').last();
    account = /akun\/(\d+)\//.exec((await link.getAttribute("href"))!)![1]!;
});
after(async () => {
    await chromium.close();
    await world.stop();
    network.kill();
});

test("the way to the network's page says where it leads and which rights are asked for", async () => {
    await page.goto(`${world.url}/meja/atur/akun/${account}/sambungan`);
    await looksRight(page, "masuk-jaringan");
    await leave();
    assert.match(await page.locator("main").innerText(), /127\.0\.0\.1/);
    assert.match(await page.locator("main").innerText(), /write:statuses/);
    await looksRight(page, "menuju-jaringan");
    await page.setViewportSize(phone.viewport!);
    await looksRight(page, "menuju-jaringan-360");
    await page.setViewportSize(desktop.viewport!);
});

test("who says no there, or grants too little, is told so and nothing is kept", async () => {
    await leave();
    await answer("posko", "Tolak");
    assert.match(await page.locator("main").innerText(), /tidak memberi izin/);
    await looksRight(page, "masuk-ditolak");
    await leave();
    await answer("kurang", "Izinkan");
    assert.match(await page.locator("main").innerText(), /write:statuses/);
    await page.goto(`${world.url}/meja/atur/akun/${account}/sambungan`);
    assert.doesNotMatch(await page.locator("main").innerText(), /Tersambung\b/);
});

test("a link of somebody else's sign-in connects nothing", async () => {
    await page.goto(`${world.url}/meja/atur/sambungan/masuk?state=${"x".repeat(43)}&code=kode1`);
    assert.match(await page.locator("main").innerText(), /Waktu untuk masuk sudah habis/);
});

test("who agrees is connected, and a test that nobody else sees goes out and is deleted", async () => {
    await leave();
    await answer("posko", "Izinkan");
    await page.waitForURL(/tersambung=1/);
    assert.match(await page.locator("main").innerText(), /@posko@127\.0\.0\.1/);
    assert.doesNotMatch(await page.content(), /token-\d/);
    await page.locator('form[action$="/sambungan/uji"] button').click();
    await page.waitForURL(/teruji=1/);
    assert.match(await page.locator("main").innerText(), /Uji terkirim/);
    assert.deepEqual(await (await fetch(server + "/_fake/statuses")).json(), []);
    await looksRight(page, "masuk-teruji");
    await page.setViewportSize(phone.viewport!);
    await looksRight(page, "masuk-teruji-360");
});
