// Nobody sees what is not for them. Plants unique secrets through form and API in every identity mode and kind, lives whole
// lives with them, then looks at every page, list, search, file, the log and the metrics as everybody, against one table.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { drawnPhoto, World } from "./world.ts";

let world: World;
before(async () => {
    world = await World.start();
    for (const name of Object.keys(viewers)) await signIn(name as Viewer);
    await plantAll();
});
after(async () => assert.equal(await world.stop(), 0));

/** Who looks: nobody signed in, the office of the cases, one that a conduct complaint names, another one, and those above. */
const viewers = {
    operator: "operator-selatan",
    officer: "lapangan-selatan",
    head: "kepala-selatan",
    other: "operator-utara",
    coordinator: "koordinator",
    auditor: "auditor-publik",
    communications: "humas",
    administrator: "admin",
} as const;
type Viewer = keyof typeof viewers;
type Anyone = Viewer | "public";
const people = ["public", ...Object.keys(viewers)] as Anyone[];

const workers: Anyone[] = ["operator", "officer", "head", "coordinator"];
const everybody: Anyone[] = people;
const nobody: Anyone[] = [];

/** The table: what was planted, and who may find it anywhere. */
interface Secret {
    what: string;
    value: string;
    may: Anyone[];
}
const secrets: Secret[] = [];
let counter = 0;
/** Letters only, so that no mask takes it for a number. */
function plant(what: string, may: Anyone[]): string {
    const letters = [...String(7_310_000 + counter++ * 7919)].map((digit) => "kmnprstvwz"[Number(digit)]).join("");
    const value = `zq${letters}`;
    secrets.push({ what, value, may });
    return value;
}
function plantAs(what: string, value: string, may: Anyone[]): string {
    secrets.push({ what, value, may });
    return value;
}
const phone = (n: number) => `0812${String(40_001_000 + n * 37)}`;
const nik = (n: number) => `317401520390${String(1000 + n)}`;

const person = (viewer: Viewer) => {
    const found = world.seeded.staff.find((s) => s.login === viewers[viewer]);
    assert.ok(found, viewers[viewer]);
    return found;
};
const token = (viewer: Viewer) => person(viewer).token;

const sessions = new Map<Viewer, string>();
async function signIn(viewer: Viewer) {
    const page = await fetch(`${world.url}/masuk`);
    const cookies = page.headers.getSetCookie().map((c) => c.split(";")[0]);
    const form = new URLSearchParams({ login: person(viewer).login, password: person(viewer).password });
    for (const [, name, value] of (await page.text()).matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)) form.set(name!, value!);
    const answer = await fetch(`${world.url}/masuk`, { method: "POST", body: form, redirect: "manual", headers: { cookie: cookies.join("; "), origin: world.url } });
    assert.equal(answer.status, 303, `${viewer}: ${await answer.text()}`);
    sessions.set(viewer, answer.headers.getSetCookie().map((c) => c.split(";")[0]).join("; "));
}

/** Whose cases are where; filled by plantAll. */
const codes = new Map<string, string>();
const links: string[] = [];

async function fromForm(name: string, words: string, mode: string, n: number) {
    const page = await (await fetch(`${world.url}/lapor`)).text();
    const form = new FormData();
    form.set("kunci", /name="kunci" value="([^"]+)"/.exec(page)![1]!);
    form.set("isi", `${words} Telepon ${plantAs(`phone in words of ${name}`, phone(n), nobody)}, NIK ${plantAs(`NIK in words of ${name}`, nik(n), nobody)}.`);
    form.set("tempat", "Jl. Tebet Barat VIII, Tebet Barat");
    form.set("identitas", mode);
    form.set("surel", plantAs(`address of ${name}`, `${plant(`name in the address of ${name}`, nobody)}@contoh.id`, nobody));
    const photo = drawnPhoto(`${name}.jpg`, 20 + n);
    form.set("foto", new Blob([new Uint8Array(photo.buffer)], { type: "image/jpeg" }), photo.name);
    const answer = await fetch(`${world.url}/lapor`, { method: "POST", body: form, redirect: "manual" });
    assert.equal(answer.status, 303, await answer.text());
    const link = answer.headers.get("location")!.replace("&baru=1", "");
    links.push(link);
    codes.set(name, /\/lacak\/([^?]+)/.exec(link)![1]!);
    plantAs(`secret of the link of ${name}`, /kunci=([^&]+)/.exec(link)![1]!, nobody);
    return link;
}

async function fromNetwork(name: string, words: string, visibility: string, identity: string, n: number) {
    const answer = await world.api("POST", "/api/v1/items", world.account("x").token, {
        network_id: `privasi-${n}`,
        type: "create",
        author: { network_id: plant(`network id of ${name}`, nobody), name: plant(`name of ${name}`, nobody), handle: plant(`handle of ${name}`, nobody) },
        text: `${words} di Jl. Tebet Barat VIII, Tebet Barat. Hubungi ${plantAs(`phone in words of ${name}`, phone(n), nobody)}`,
        created_at: new Date().toISOString(),
        visibility,
        identity,
    });
    assert.equal(answer.status, 200, answer.text);
    assert.ok(answer.json.case, answer.text);
    codes.set(name, answer.json.case);
}

const see = async (name: string) => (await world.api("GET", `/api/v1/cases/${codes.get(name)}`, token("coordinator"))).json;
async function act(name: string, body: Record<string, unknown>, who: Viewer = "coordinator") {
    const { version } = await see(name);
    const answer = await world.api("POST", `/api/v1/cases/${codes.get(name)}/events`, token(who), { version, ...body });
    assert.equal(answer.status, 200, `${name} ${JSON.stringify(body)}: ${answer.text}`);
    return answer.json;
}
async function verify(name: string, kind = "complaint") {
    const found = await see(name);
    await act(name, { do: "verify", kind, topic: "jalan-berlubang", area: "31.74.01.1006", public_text: found.proposed_text });
}
const south = async () => world.seeded.staff && (await officeId());
let southId = "";
async function officeId() {
    if (southId) return southId;
    for (let after = ""; !southId; ) {
        const { json } = await world.api("GET", `/api/v1/cases${after ? `?after=${after}` : ""}`, token("coordinator"));
        southId = json.cases.find((c: any) => c.office?.name === person("operator").office)?.office.id ?? "";
        assert.ok(southId || json.next, "a case of the southern office");
        after = json.next;
    }
    return southId;
}
const photoOf = async (n: number) => (await world.api("POST", "/api/v1/media", token("operator"), drawnPhoto("bukti.jpg", n).buffer)).json.sha256;
const answer = async (link: string, fields: Record<string, string>, path = "jawaban") => {
    const [, code, key] = /\/lacak\/([^?]+)\?kunci=([^&]+)/.exec(link)!;
    const done = await fetch(`${world.url}/lacak/${code}/${path}`, { method: "POST", body: new URLSearchParams({ kunci: key!, ...fields }), redirect: "manual" });
    assert.equal(done.status, 303, `${path} ${JSON.stringify(fields)}: ${await done.text()}`);
};

async function plantAll() {
    // Public words on a public network: everybody reads them once a person released them, and nobody who wrote them.
    await fromNetwork("open", `Lubang besar ${plant("released words of open", everybody)}`, "public", "public", 1);
    await fromNetwork("unseen", `Lubang besar ${plant("words of unseen, never released", workers)}`, "public", "public", 2);
    // Private channels and modes that hide: staff of the office read the words, the public never.
    await fromNetwork("message", `Lubang besar ${plant("words of a private message", workers)}`, "private", "public", 3);
    await fromNetwork("sealed", `Lubang besar ${plant("words of rahasia", workers)}`, "public", "rahasia", 4);
    const form = await fromForm("form", `Lubang besar ${plant("words of a rahasia form", workers)}.`, "rahasia", 5);
    // The form says that words show without a name, but for rahasia: choosing it is the consent.
    const declined = await fromForm("declined", `Lubang besar ${plant("released words of an anonim form", everybody)}.`, "anonim", 6);
    // A complaint about people of the southern office: not for them. Whistleblowing: for its handlers alone.
    await fromNetwork("conduct", `Petugas minta uang ${plant("words about conduct", ["coordinator"])}`, "public", "public", 7);
    await fromNetwork("whistle", `Proyek fiktif ${plant("words of a whistle-blower", ["coordinator", "head"])}`, "private", "rahasia", 8);

    const office = await south();
    await act("conduct", { do: "reclassify", conduct_office: office });
    await act("whistle", { do: "reclassify", kind: "whistleblowing" });
    for (const name of ["open", "message", "sealed", "form", "declined"]) {
        await verify(name);
        await act(name, { do: "assign", office });
        await act(name, { do: "note", text: `Pelapor bernama ${plant(`name in a note of ${name}`, workers)}` });
    }
    await verify("conduct");
    await act("conduct", { do: "note", text: `Yang diadukan ${plant("name of the accused in a note", ["coordinator"])}` });

    // A whole life of the form: asked, answered, solved, Belum, solved, Sudah, rated.
    await act("form", { do: "ask", question: `Di depan rumah ${plant("question to the reporter", workers)}?` }, "operator");
    await answer(form, { jawab: "answered", kata: `Depan rumah ${plant("answer of the reporter", workers)} telepon ${phone(5)}` });
    await act("form", { do: "resolve", proof: { kind: "photo", after: [await photoOf(41)], note: `Ditambal untuk Ibu ${plant("name in the note of a proof", workers.concat(["other", "auditor", "communications", "administrator"]))}` } }, "officer");
    await answer(form, { jawab: "contest", kata: `Belum ${plant("words of a Belum", workers)}` });
    await act("form", { do: "resolve", proof: { kind: "photo", after: [await photoOf(42)], note: "Ditambal lagi" } }, "officer");
    await answer(form, { jawab: "confirm" });
    await answer(form, { nilai: "4", kata: `Terima kasih ${plant("words of a rating without consent", nobody)}` }, "nilai");

    await act("declined", { do: "decline", public_reason: "Bukan kewenangan kami." });
    await answer(declined, { jawab: "object", kata: `Keberatan ${plant("words of an objection", workers)}` });

    // Words that came out by mistake are taken back.
    await act("open", { do: "release_text", public_text: `Lubang di depan rumah Pak ${plant("redacted name", nobody)}` });
    await act("open", { do: "redact", reason: "nama orang", public_text: secrets.find((s) => s.what === "released words of open")!.value });
}

/** Pages by following links from the starts, at most `most`; and the fixed ones. */
async function crawl(starts: string[], headers: Record<string, string>, most: number) {
    const seen = new Map<string, string>();
    const waiting = [...starts];
    while (waiting.length > 0 && seen.size < most) {
        const path = waiting.shift()!;
        if (seen.has(path)) continue;
        const page = await fetch(world.url + path, { headers, redirect: "manual" });
        const type = page.headers.get("content-type") ?? "";
        // What was typed into a search box stands there again: it is the visitor's own.
        const text = /text|json|xml|csv/.test(type) ? (await page.text()).replace(/<input[^>]*name="cari"[^>]*>|cari=[^"&]*|<h2 id="judul-daftar">[^<]*<\/h2>/g, "") : "";
        seen.set(path, text);
        if (!type.startsWith("text/html") || page.status !== 200) continue;
        for (const [, href] of text.matchAll(/(?:href|src)="(\/[^"#]*)"/g)) {
            const next = href!.replaceAll("&amp;", "&");
            if (/^\/(aset|masuk|keluar|lapor)\b/.test(next) || /bahasa=|setelah=/.test(next)) continue;
            // Case pages of the seed are the same page a thousand times; the planted ones are among the starts.
            if (/^\/(laporan|meja\/laporan)\//.test(next)) continue;
            if (!seen.has(next)) waiting.push(next);
        }
    }
    return seen;
}

function check(who: Anyone, pages: Map<string, string>, found: Set<Secret>) {
    const wrong: string[] = [];
    for (const [path, text] of pages)
        for (const secret of secrets) {
            if (!text.toLowerCase().includes(secret.value.toLowerCase())) continue;
            found.add(secret);
            if (!secret.may.includes(who)) wrong.push(`${who} on ${path.slice(0, 120)}: ${secret.what} (${secret.value})`);
        }
    assert.deepEqual(wrong, []);
}

const casePaths = () => [...codes.values()].flatMap((code) => [`/laporan/${code}`, `/lacak?kode=${code}`]);
const searches = (path: string) => secrets.filter((s) => /^zq/.test(s.value)).map((s) => `${path}?cari=${s.value}`);

test("the public sees no secret on any page, list, file or search", async () => {
    const found = new Set<Secret>();
    const pages = await crawl(["/", "/transparansi", "/transparansi/data.csv", "/testimoni", "/?keadaan=lewat", "/open311/v2/requests.json", "/umpan", ...casePaths(), ...searches("/")], {}, 700);
    check("public", pages, found);
    assert.ok([...found].some((s) => s.what === "released words of open"), "what was released is there");
    for (const name of ["conduct", "whistle", "sealed", "message", "form"]) for (const [path, text] of pages) if (path.startsWith("/?cari=zq")) assert.ok(!text.includes(codes.get(name)!), `${name} is found by ${path}`);
});

test("whistleblowing does not exist for the public, and is in no list", async () => {
    const code = codes.get("whistle")!;
    assert.equal((await fetch(`${world.url}/laporan/${code}`)).status, 404);
    for (const path of ["/", "/transparansi/laporan?angka=masuk&periode=30-hari", "/?topik=jalan-berlubang", "/?wilayah=31.74"]) assert.ok(!(await (await fetch(world.url + path)).text()).includes(code), path);
});

test("pictures of cases whose words are private are not served to the public", async () => {
    const { proof } = await see("form");
    assert.equal(proof.after.length, 1);
    for (const size of ["kecil", "besar"]) assert.equal((await fetch(`${world.url}/laporan/${codes.get("form")}/foto/${size}/${proof.after[0]}`)).status, 404);
});

for (const viewer of Object.keys(viewers) as Viewer[])
    test(`${viewer} (${viewers[viewer]}) sees only what the table allows, on pages and by the API`, async () => {
        const found = new Set<Secret>();
        const bearer = { authorization: `Bearer ${token(viewer)}` };
        const api = ["/api/v1/cases", ...["all", "open", "mine", "overdue", "done", "unassigned"].map((view) => `/api/v1/cases?view=${view}`), ...[...codes.values()].map((code) => `/api/v1/cases/${code}`)];
        check(viewer, await crawl(api, bearer, 100), found);
        const cookie = { cookie: sessions.get(viewer)! };
        const starts = ["/meja", "/lapangan", "/meja/testimoni", "/meja/keluar", "/meja/catat", "/meja/atur", ...[...codes.values()].map((code) => `/meja/laporan/${code}`), ...searches("/meja").slice(0, 40)];
        check(viewer, await crawl(starts, cookie, 160), found);
        // Not an empty test: those who work on the cases do find their words.
        const wanted = secrets.filter((s) => s.what.startsWith("words of a private message"));
        for (const secret of wanted) assert.equal(found.has(secret), secret.may.includes(viewer), `${viewer} ${secret.what}`);
    });

test("the office that a conduct complaint names cannot tell that it exists", async () => {
    const code = codes.get("conduct")!;
    const unknown = await world.api("GET", "/api/v1/cases/TGP-1111-1111", token("operator"));
    for (const viewer of ["operator", "officer", "head"] as Viewer[]) {
        const one = await world.api("GET", `/api/v1/cases/${code}`, token(viewer));
        assert.deepEqual([one.status, one.json.problem.code], [unknown.status, unknown.json.problem.code], viewer);
        for (let after = ""; after !== "null"; ) {
            const { json } = await world.api("GET", `/api/v1/cases${after ? `?after=${after}` : ""}`, token(viewer));
            assert.ok(!json.cases.some((c: any) => c.code === code), viewer);
            after = String(json.next);
        }
        const desk = await (await fetch(`${world.url}/meja`, { headers: { cookie: sessions.get(viewer)! } })).text();
        assert.ok(!desk.includes(code), `${viewer} on the desk`);
        const acted = await world.api("POST", `/api/v1/cases/${code}/events`, token(viewer), { do: "note", text: "x" });
        assert.equal(acted.status, 404, viewer);
    }
    // Nor does the public board say where it lies.
    assert.ok(!(await (await fetch(`${world.url}/?unit=${await south()}`)).text()).includes(code));
});

test("log and metrics name nobody and hold no key", async () => {
    const metrics = await (await fetch(`${world.url}/metrics`)).text();
    for (const secret of secrets) {
        assert.ok(!metrics.includes(secret.value), `metrics: ${secret.what}`);
        assert.ok(!world.log.text.includes(secret.value), `log: ${secret.what}`);
    }
    assert.doesNotMatch(world.log.text, /kunci=/);
});

test("each reporter reads their own, by the secret alone", async () => {
    for (const link of links) {
        const own = await fetch(world.url + link);
        assert.equal(own.status, 200);
        assert.equal(own.headers.get("cache-control"), "no-store");
        assert.equal(own.headers.get("referrer-policy"), "no-referrer");
        assert.equal((await fetch(world.url + link.replace(/kunci=.*/, "kunci=AAAAAAAAAAAAAAAAAAAAAA"))).status, 404);
    }
});
