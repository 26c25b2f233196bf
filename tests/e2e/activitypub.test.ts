// Another server of the fediverse, written by others: it finds our actor, follows it, mentions it, and gets our answer. Both stand on
// this machine and speak plain http.
import assert from "node:assert/strict";
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, before, test } from "node:test";
import { type Actor, Create, Delete, Follow, isActor, Mention, Note, parseNodeInfo, PUBLIC_COLLECTION, Tombstone, Undo, Update } from "@fedify/fedify";
import { Temporal } from "@js-temporal/polyfill";
import { Elsewhere } from "../peers/fediverse.ts";
import { binary, freePort } from "./world.ts";

const data = mkdtempSync(join(tmpdir(), "tanggap-fediverse-"));
let ours: ChildProcess;
let ourUrl = "";
let account = "";
let log = "";
/** How each delivery to us was signed, and what we said. */
const deliveries: { scheme: "rfc9421" | "cavage" | "none"; status: number }[] = [];
const plainFetch = globalThis.fetch;
globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const is9421 = request.headers.has("signature-input");
    const scheme = is9421 ? "rfc9421" : request.headers.has("signature") ? "cavage" : "none";
    const isDelivery = request.method === "POST" && request.url.includes("/kait/activitypub/");
    const answer = await plainFetch(request);
    if (isDelivery) deliveries.push({ scheme, status: answer.status });
    return answer;
};

async function until<T>(what: string, look: () => T | undefined | Promise<T | undefined>, seconds = 60): Promise<T> {
    for (let i = 0; i < seconds * 5; i++) {
        const found = await look();
        if (found !== undefined) return found;
        await new Promise((r) => setTimeout(r, 200));
    }
    throw new Error(`${what} did not happen\n${log}`);
}

function tanggap(...words: string[]): string {
    return execFileSync(binary, [...words, "--data", data], { encoding: "utf8" });
}

const elsewhere = new Elsewhere(join(data, "elsewhere-key.json"), "rfc9421");
const older = new Elsewhere(join(data, "older-key.json"), "draft-cavage-http-signatures-12");
let posko: Actor;

before(async () => {
    tanggap("setup", "--name", "Dinas Pekerjaan Umum", "--short-name", "DPU", "--organiser", "Pemprov DKI Jakarta", "--prefix", "TGP", "--login", "admin", "--person", "Admin", "--region", "31");
    account = (JSON.parse(tanggap("account", "add", "--network", "activitypub", "--name", "@posko")) as { id: string }).id;
    const port = await freePort();
    ourUrl = `http://127.0.0.1:${port}`;
    ours = spawn(binary, ["serve", "--data", data, "--listen", `127.0.0.1:${port}`, "--allow-private-networks"], { stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [ours.stdout, ours.stderr]) stream?.on("data", (bytes: Buffer) => (log += bytes.toString()));
    await until("our start", async () => ((await fetch(`${ourUrl}/readyz`).catch(() => undefined))?.ok ? true : undefined));
    const connected = JSON.parse(tanggap("account", "connect", "--account", account, "--field", `server=${ourUrl}`, "--field", "name=posko", "--allow-private-networks")) as { own_id: string };
    assert.equal(connected.own_id, `${ourUrl}/aktor/posko`);
    await elsewhere.start();
    await older.start();
});

after(() => {
    elsewhere.stop();
    older.stop();
    ours?.kill("SIGTERM");
    rmSync(data, { recursive: true, force: true });
});

test("it finds our actor", async () => {
    const context = elsewhere.context();
    const finger = await context.lookupWebFinger(new URL(`${ourUrl}/aktor/posko`));
    assert.equal(finger?.subject, `acct:posko@${new URL(ourUrl).host}`);
    assert.equal(finger?.links?.find((link) => link.rel === "self")?.href, `${ourUrl}/aktor/posko`);
    const found = await context.lookupObject(`${ourUrl}/aktor/posko`);
    assert.ok(found && isActor(found));
    assert.equal(found.inboxId?.href, `${ourUrl}/kait/activitypub/${account}`);
    posko = found;
    const links = (await (await fetch(`${ourUrl}/.well-known/nodeinfo`)).json()) as { links: { href: string }[] };
    const nodeinfo = parseNodeInfo(await (await fetch(links.links[0]!.href)).json());
    assert.equal(nodeinfo?.software.name, "tanggap");
});

test("it follows, and is told that it does", async () => {
    const context = elsewhere.context();
    const budi = context.getActorUri("budi");
    const follow = new Follow({ id: new URL(`${elsewhere.url}/follows/1`), actor: budi, object: posko.id, to: posko.id });
    await context.sendActivity({ identifier: "budi" }, posko, follow, { immediate: true });
    const accept = await until("the Accept", () => elsewhere.accepted[0]);
    assert.equal(accept.actorId?.href, posko.id?.href);
    const followers = async () => ((await (await fetch(`${ourUrl}/aktor/posko/followers`, { headers: { Accept: "application/activity+json" } })).json()) as { totalItems: number }).totalItems;
    assert.equal(await followers(), 1);
    await context.sendActivity({ identifier: "budi" }, posko, new Undo({ id: new URL(`${elsewhere.url}/follows/1#undo`), actor: budi, object: follow }), { immediate: true });
    assert.equal(await followers(), 0);
    assert.deepEqual(deliveries.splice(0), [{ scheme: "rfc9421", status: 202 }, { scheme: "rfc9421", status: 202 }]);
});

test("one that signs in the older way is heard too", async () => {
    const context = older.context();
    const follow = new Follow({ id: new URL(`${older.url}/follows/1`), actor: context.getActorUri("ani"), object: posko.id, to: posko.id });
    await context.sendActivity({ identifier: "ani" }, posko, follow, { immediate: true });
    assert.equal((await until("the Accept", () => older.accepted[0])).actorId?.href, posko.id?.href);
    assert.deepEqual(deliveries.splice(0), [{ scheme: "cavage", status: 202 }]);
});

test("nobody speaks for another with a key of his own", async () => {
    const others = new Elsewhere(join(data, "other-key.json"), "rfc9421");
    others.url = elsewhere.url; // says to be budi, with a key that budi's server does not show
    const context = others.context();
    const follow = new Follow({ id: new URL(`${elsewhere.url}/follows/2`), actor: context.getActorUri("budi"), object: posko.id, to: posko.id });
    await assert.rejects(context.sendActivity({ identifier: "budi" }, posko, follow, { immediate: true }));
    assert.deepEqual(new Set(deliveries.splice(0).map((each) => each.status)), new Set([401]));
});

function note(number: number, text: string): { note: Note; create: Create } {
    const context = elsewhere.context();
    const budi = context.getActorUri("budi");
    const id = context.getObjectUri(Note, { identifier: "budi", note: String(number) });
    const made = new Note({
        id,
        attribution: budi,
        content: `<p><a href="${posko.id!.href}" class="mention">@posko</a> ${text}</p>`,
        published: Temporal.Now.instant(),
        to: PUBLIC_COLLECTION,
        cc: posko.id,
        tags: [new Mention({ href: posko.id, name: "@posko" })],
    });
    elsewhere.notes.set(id.href, made);
    return { note: made, create: new Create({ id: new URL(`${id.href}#create`), actor: budi, object: made, to: PUBLIC_COLLECTION, cc: posko.id }) };
}

test("it mentions us, and gets our answer under its note", async () => {
    const { note: written, create } = note(1, "Jalan berlubang besar di Jalan Tebet Raya, sudah dua minggu.");
    await elsewhere.context().sendActivity({ identifier: "budi" }, posko, create, { immediate: true });
    const answer = await until("our answer", () => elsewhere.created[0], 120);
    assert.equal(answer.actorId?.href, posko.id?.href);
    const said = await answer.getObject();
    assert.ok(said instanceof Note);
    assert.equal(said.replyTargetId?.href, written.id?.href);
    assert.match(String(said.content), /@budi@127\.0\.0\.1/);
    assert.equal(elsewhere.created.length, 1, "once");
});

test("what it sends twice is one report, and nobody else may speak for it", async () => {
    const { create } = note(2, "Lampu jalan mati di Jalan Saharjo.");
    for (let i = 0; i < 2; i++) await elsewhere.context().sendActivity({ identifier: "budi" }, posko, create, { immediate: true });
    await until("one more answer", () => elsewhere.created[1], 120);
    await new Promise((r) => setTimeout(r, 3000));
    assert.equal(elsewhere.created.length, 2);
    const unsigned = await fetch(`${ourUrl}/kait/activitypub/${account}`, { method: "POST", headers: { "Content-Type": "application/activity+json" }, body: JSON.stringify(await create.toJsonLd()) });
    assert.equal(unsigned.status, 401);
});

test("an edit and a deletion are taken", async () => {
    const { note: written } = note(1, "Jalan berlubang di Jalan Tebet Barat.");
    const context = elsewhere.context();
    const budi = context.getActorUri("budi");
    await context.sendActivity({ identifier: "budi" }, posko, new Update({ id: new URL(`${written.id!.href}#update-1`), actor: budi, object: written, to: PUBLIC_COLLECTION }), { immediate: true });
    await context.sendActivity({ identifier: "budi" }, posko, new Delete({ id: new URL(`${written.id!.href}#delete`), actor: budi, object: new Tombstone({ id: written.id }), to: PUBLIC_COLLECTION }), { immediate: true });
    const database = new DatabaseSync(join(data, "tanggap.db"), { readOnly: true });
    const number = (sql: string) => Number(Object.values(database.prepare(sql).get()!)[0]);
    await until("reading them", () => (number("select count(*) from pushes where state = 'waiting'") === 0 ? true : undefined));
    assert.equal(number("select count(*) from pushes where state = 'stuck'"), 0);
    assert.equal(number("select count(*) from items"), 2);
    assert.equal(number("select count(*) from items where deleted_at is not null"), 1);
    database.close();
});
