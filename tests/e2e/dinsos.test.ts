// dinsos_jatim: a social-services office with thirty technical units: matters routed, one refused twice, a flood week with
// one incident of three hundred reporters, a deadline over Idul Fitri. What was played is looked at as staff and public see it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { axe, browser, desktop, phone, saveShot, scrollsSideways, World } from "./world.ts";

interface Case {
    code: string;
    topic: string;
    state: string;
    office: { id: string; name: string } | null;
    received: string;
    deadlines: { name: string; due: string; state: string }[];
}

let world: World;
let chromium: Browser;
let all: Case[];
before(async () => {
    world = await World.start("dinsos_jatim");
    chromium = await browser();
    all = [];
    for (const view of ["open", "done"]) {
        let after = "";
        do {
            const { status, json, text } = await world.api("GET", `/api/v1/cases?view=${view}${after ? `&after=${after}` : ""}`, coordinator());
            assert.equal(status, 200, text);
            all.push(...json.cases);
            after = json.next ?? "";
        } while (after);
    }
});
after(async () => {
    await chromium?.close();
    assert.equal(await world.stop(), 0, world.log.text);
});
const coordinator = () => world.staff("coordinator").token;

test("every unit that serves a regency gets what concerns it", async () => {
    const offices = world.seeded.staff.filter((person) => person.office.startsWith("UPT "));
    assert.equal(new Set(offices.map((person) => person.office)).size, 30);
    const working = new Set(all.map((one) => one.office?.name).filter((name) => name?.startsWith("UPT ")));
    assert.ok(working.size >= 18, `${working.size} units have cases`);
    // An operator sees the unit's own and nothing of the others.
    const operator = world.staff("operator", "Bina Daksa Bangil");
    const { json } = await world.api("GET", "/api/v1/cases?view=all", operator.token);
    assert.ok(json.cases.length > 0);
    for (const one of json.cases as Case[]) assert.equal(one.office?.name, operator.office);
});

test("days of leave around Idul Fitri are no working days", async () => {
    const found = all.filter((one) => one.received === "2026-03-13T02:00:00.000Z");
    assert.equal(found.length, 1);
    const due = Object.fromEntries(found[0]!.deadlines.map((one) => [one.name, one.due]));
    // 16, 17 and 25 March; then 26, 27, 30, 31 March, 1, 2, 6 to 10 April (joint decree of three ministers for 2026).
    assert.equal(due.verify, "2026-03-25T16:59:59.999Z");
    assert.equal(due.resolve, "2026-04-10T16:59:59.999Z");
    const page = await (await chromium.newContext(desktop)).newPage();
    await page.goto(`${world.url}/laporan/${found[0]!.code}`);
    assert.deepEqual(await axe(page), []);
    assert.equal(await scrollsSideways(page), false);
    await saveShot(page, "dinsos-lebaran");
    await page.context().close();
});

test("what two units refused waits for whoever decides", async () => {
    const { json } = await world.api("GET", "/api/v1/cases?view=decision", coordinator());
    const waiting = (json.cases as Case[]).filter((one) => one.topic === "lansia-telantar" && one.state === "verified");
    assert.equal(waiting.length, 1);
    const page = await (await chromium.newContext(phone)).newPage();
    await page.goto(`${world.url}/laporan/${waiting[0]!.code}`);
    assert.match(await page.innerText("main"), /sedang ditentukan penanggung jawabnya/i);
    assert.deepEqual(await axe(page), []);
    await saveShot(page, "dinsos-dua-kali");
    await page.context().close();
});

test("three hundred people reported one flood: one proof answered each of them", async () => {
    const flood = all.filter((one) => one.topic === "banjir");
    assert.equal(flood.length, 300);
    assert.deepEqual(new Set(flood.map((one) => one.state)), new Set(["resolved"]));
    const page = await (await chromium.newContext(phone)).newPage();
    await page.goto(`${world.url}/laporan/${flood[0]!.code}`);
    assert.match(await page.innerText("main"), /300 warga/);
    assert.deepEqual(await axe(page), []);
    assert.equal(await scrollsSideways(page), false);
    await saveShot(page, "dinsos-banjir");
    await page.context().close();
});
