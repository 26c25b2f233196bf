// Searching from outside: the desk finds what its person may see, the board what was released, whatever is typed.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { World } from "./world.ts";

let world: World;
before(async () => {
    world = await World.start();
});
after(async () => assert.equal(await world.stop(), 0, world.log.text));

type Person = ReturnType<World["staff"]>;

async function signIn(person: Person): Promise<string> {
    const page = await fetch(`${world.url}/masuk`);
    const cookies = page.headers.getSetCookie().map((c) => c.split(";")[0]);
    const form = new URLSearchParams({ login: person.login, password: person.password });
    for (const [, name, value] of (await page.text()).matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)) form.set(name!, value!);
    const answer = await fetch(`${world.url}/masuk`, { method: "POST", body: form, redirect: "manual", headers: { cookie: cookies.join("; "), origin: world.url } });
    assert.equal(answer.status, 303);
    return answer.headers.getSetCookie().map((c) => c.split(";")[0]).join("; ");
}

async function look(path: string, words: string, cookie = ""): Promise<string> {
    const answer = await fetch(`${world.url}${path}?cari=${encodeURIComponent(words)}`, { headers: { cookie } });
    assert.equal(answer.status, 200, `${path} with ${words}`);
    return await answer.text();
}

async function report(text: string): Promise<string> {
    const sent = await world.api("POST", "/api/v1/items", world.account("x").token, {
        network_id: `cari-${text.length}`,
        type: "create",
        author: { network_id: `warga-${text.length}` },
        text,
        created_at: new Date().toISOString(),
        visibility: "public",
    });
    assert.equal(sent.status, 200, sent.text);
    assert.ok(sent.json.case, sent.text);
    return sent.json.case as string;
}

test("the desk finds a word of the report within moments, the board only what was released of it", async () => {
    const coordinator = world.staff("coordinator", "Dinas");
    const cookie = await signIn(coordinator);
    const code = await report("Jalan berlubang parah dekat warung zqtempe di Tebet, mohon segera diperbaiki");
    // New reports go into the index together, a second later at most.
    for (let i = 0; i < 100 && !(await look("/meja", "zqtempe", cookie)).includes(code); i++) await new Promise((done) => setTimeout(done, 100));
    for (const words of ["zqtempe", "perbaikan zqtempe", "ZQTEMPE berlubang", "zqtem"]) assert.ok((await look("/meja", words, cookie)).includes(code), words);
    assert.ok(!(await look("/meja", "zqtempe zqlain", cookie)).includes(code));
    assert.ok(!(await look("/", "zqtempe")).includes(code), "not verified");

    const seen = await world.api("GET", `/api/v1/cases/${code}`, coordinator.token);
    const verified = await world.api("POST", `/api/v1/cases/${code}/events`, coordinator.token, {
        do: "verify",
        version: seen.json.version,
        kind: "complaint",
        topic: "jalan-berlubang",
        area: "31.74.01",
        public_text: "Jalan berlubang parah dekat warung zqtahu",
    });
    assert.equal(verified.status, 200, verified.text);
    assert.ok((await look("/", "zqtahu berlubang")).includes(code));
    assert.ok(!(await look("/", "zqtempe")).includes(code), "was not released");
});

test("who may read no words finds none", async () => {
    const code = await report("Lubang besar dekat kedai zqkopi di Tebet");
    const auditor = await signIn(world.staff("auditor"));
    assert.ok(!(await look("/meja", "zqkopi", auditor)).includes(code));
});

test("whatever is typed is words", async () => {
    const cookie = await signIn(world.staff("coordinator", "Dinas"));
    for (const words of ['"', "'", "jalan*", "-jalan", "(jalan", "NEAR(jalan, 2)", "jalan OR", "jalan:*", "!", "%", "🙏", "\\", "a".repeat(100)]) {
        await look("/meja", words, cookie);
        await look("/", words);
    }
});
