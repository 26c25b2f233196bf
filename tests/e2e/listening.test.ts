// An administrator connects a feed; what stands in it is read at the desk, opens no case, and an edit is seen.
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { World, browser, desktop, firstLine, looksRight, phone } from "./world.ts";

let world: World;
let chromium: Browser;
let site: ChildProcess;
let server: string;
let page: Page;
let account: string;

const publish = async (...entries: { guid: string; title: string; text: string }[]) =>
    await fetch(server + "/_fake/entries", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ json: JSON.stringify(entries.map((each) => ({ ...each, at: new Date().toISOString() }))) }) });

async function until(what: string, look: () => Promise<boolean>): Promise<void> {
    for (let i = 0; i < 120; i++) {
        if (await look()) return;
        await new Promise((r) => setTimeout(r, 500));
    }
    throw new Error(`${what} did not happen in 60 s`);
}
async function connect(address: string): Promise<void> {
    await page.goto(`${world.url}/meja/atur/akun/${account}/sambungan`);
    const closed = page.locator("details:not([open]):has(input[name=feed]) > summary");
    if ((await closed.count()) > 0) await closed.click();
    await page.fill("input[name=feed]", address);
    await page.locator("form:has(input[name=feed]) button").first().click();
    await page.waitForLoadState();
}
async function cases(): Promise<number> {
    const { json } = await world.api("GET", "/api/v1/cases?view=all", world.staff("coordinator").token);
    return (json.cases as unknown[]).length;
}

before(async () => {
    site = spawn("node", ["tests/fakes/feed.ts"], { stdio: ["ignore", "pipe", "inherit"] });
    server = `http://127.0.0.1:${await firstLine(site)}`;
    world = await World.start("posko_dpu_dki", ["--allow-private-networks"]);
    chromium = await browser();
    page = (await world.signedIn(chromium, world.staff("administrator"), desktop)).page;
    await page.goto(world.url + "/meja/atur/akun");
    await page.locator("input[name=network]").last().fill("rss");
    await page.locator("input[name=name]").last().fill("Berita Kota");
    await page.locator("form:has(input[name=network]) button").last().click();
    await page.waitForURL(/\/meja\/atur\/akun/);
    account = /akun\/(\d+)\//.exec((await page.locator('a[href$="/sambungan"]').last().getAttribute("href"))!)![1]!;
});
after(async () => {
    await chromium.close();
    await world.stop();
    site.kill();
});

test("a page that is no feed is refused in words", async () => {
    await connect(server + "/bukan");
    assert.match(await page.locator("main").innerText(), /tidak ada umpan/i);
    await looksRight(page, "umpan-ditolak");
});

test("what stands in a feed is read at the desk and opens no case", async () => {
    const before = await cases();
    await publish(
        { guid: "1", title: "Jalan Tebet Barat ditutup untuk perbaikan", text: "<p>Jalan rusak parah di Tebet Barat.</p><p>Warga diminta memutar.</p>" },
        { guid: "2", title: "Banjir surut", text: "<script>alert(1)</script>Aman." },
    );
    await connect(server + "/pindah");
    await page.waitForURL(/tersambung/);
    await until("the news", async () => {
        await page.goto(world.url + "/meja/simakan");
        return (await page.locator(".notices li").count()) === 2;
    });
    assert.match(await page.locator("main").innerText(), /Jalan Tebet Barat ditutup/);
    assert.equal(await page.locator(".notices h2 a").first().getAttribute("rel"), "noopener noreferrer");
    await page.locator(".notices details summary").first().click();
    await looksRight(page, "simakan");
    await page.setViewportSize(phone.viewport!);
    await looksRight(page, "simakan-360");
    await page.setViewportSize(desktop.viewport!);
    assert.equal(await cases(), before);
    await page.goto(world.url + "/meja");
    await page.locator('a[href="/meja/simakan"]').first().click();
    await page.waitForURL(/simakan/);
});

test("an edited entry is shown as it is now", async () => {
    await publish({ guid: "1", title: "Jalan Tebet Barat dibuka kembali", text: "Sudah selesai." }, { guid: "2", title: "Banjir surut", text: "Aman." });
    await connect(server + "/pindah"); // connecting again looks at once
    await until("the edit", async () => {
        await page.goto(world.url + "/meja/simakan");
        return /dibuka kembali/.test(await page.locator("main").innerText());
    });
    assert.match(await page.locator("main").innerText(), /Disunting/);
    assert.equal(await page.locator(".notices li").count(), 2);
    await page.goto(`${world.url}/meja/atur/akun/${account}/sambungan`);
    await looksRight(page, "sambungan-umpan");
});

test("a field officer, who has other work, does not find it", async () => {
    const { page: other, context } = await world.signedIn(chromium, world.staff("field_officer"));
    const response = await other.goto(world.url + "/meja/simakan");
    assert.notEqual(response!.status(), 200);
    await context.close();
});
