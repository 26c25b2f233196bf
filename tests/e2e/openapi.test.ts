// docs/openapi.yaml and the server say the same: every documented path is there, and nothing undocumented under /api.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { World, drawnPhoto } from "./world.ts";

let world: World;
before(async () => (world = await World.start()));
after(async () => assert.equal(await world.stop(), 0));

const yaml = readFileSync("docs/openapi.yaml", "utf8");
/** Paths with their methods; the file is written so that two levels of indentation hold them. */
function documented(): [string, string][] {
    const out: [string, string][] = [];
    let path = "";
    for (const line of yaml.slice(yaml.indexOf("\npaths:"), yaml.indexOf("\ncomponents:")).split("\n")) {
        const p = /^  (\/\S*):$/.exec(line);
        if (p) path = p[1]!;
        const m = /^    (get|post|put|delete):$/.exec(line);
        if (m) out.push([m[1]!.toUpperCase(), path]);
    }
    return out;
}
const codes = new Set([...yaml.matchAll(/\b[a-z]+\.[a-z_]+\b/g)].map((m) => m[0]));

/** What the server is built with: every route below /api, with its method. */
function served(): [string, string][] {
    const sources = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith("_routes.cpp") || name === join("app", "web.cpp"));
    return sources.flatMap((name) => [...readFileSync(join("src", name), "utf8").matchAll(/http::Method::(\w+),\s*"(\/api\/[^"]*)"/g)].map((m): [string, string] => [m[1]!.toUpperCase(), m[2]!]));
}

test("what is served below /api is documented, and the other way round", () => {
    const lines = (all: [string, string][]) => all.map((each) => each.join(" ")).sort();
    assert.ok(served().length >= 10, "the routes were not found");
    assert.deepEqual(
        lines(served()),
        lines(documented().filter(([, path]) => path.startsWith("/api/"))),
    );
});

test("the server gives the document that it was built with", async () => {
    const answer = await fetch(`${world.url}/api/v1/openapi.yaml`);
    assert.equal(answer.headers.get("content-type"), "application/yaml");
    assert.equal(await answer.text(), yaml);
});

test("every documented path answers, with a documented problem when it refuses", async () => {
    const all = documented();
    assert.equal(all.length, 14);
    for (const [method, path] of all) {
        const answer = await world.api(method, path.replace("{code}", "TGP-1111-1111").replace("{id}", "1"));
        assert.notEqual(answer.status, 405, path);
        if (answer.status >= 400) assert.ok(codes.has(answer.json?.problem?.code), `${path} ${answer.text}`);
    }
    for (const path of ["/api/v1/nothing", "/api/v2/items"]) {
        const answer = await world.api("GET", path, world.staff("coordinator").token);
        assert.equal(answer.status, 404);
        assert.ok(codes.has(answer.json.problem.code), answer.text);
    }
    const wrong = await world.api("DELETE", "/api/v1/items", world.account("x").token);
    assert.equal(wrong.status, 405);
});

test("a case has every member that the document requires, and only known states", async () => {
    const { json } = await world.api("GET", "/api/v1/cases", world.staff("coordinator").token);
    assert.ok(json.cases.length > 10);
    assert.ok(json.next);
    const one = (await world.api("GET", `/api/v1/cases/${json.cases[0].code}`, world.staff("coordinator").token)).json;
    for (const member of ["code", "kind", "class", "topic", "urgency", "state", "office", "place", "deadlines", "identity", "proof", "events", "version"]) assert.ok(member in one, member);
    assert.ok(one.deadlines.every((d: any) => d.name && d.due && d.state));
    assert.ok(one.events.length > 0 && one.events.every((e: any) => e.kind && e.at));
    const next = (await world.api("GET", `/api/v1/cases?after=${json.next}`, world.staff("coordinator").token)).json;
    assert.ok(next.cases.every((c: any) => !json.cases.some((d: any) => d.code === c.code)));
});

/** What a schema of the document requires. */
const required = (schema: string): string[] => {
    const found = new RegExp(`\\n    ${schema}:\\n      type: object\\n      required: \\[([^\\]]*)\\]`).exec(yaml);
    return found![1]!.split(",").map((name) => name.trim());
};

test("a post of the agency's own has every member that the document requires, and is refused as documented", async () => {
    const writer = world.staff("coordinator").token;
    const { json: cases } = await world.api("GET", "/api/v1/cases", writer);
    const office = (cases.cases as any[]).find((each) => each.office).office.id as string;
    const picture = await world.api("POST", "/api/v1/media", writer, drawnPhoto("loket.jpg", 7).buffer);
    const body = { office, text: "Loket buka sampai pukul 15.00.", pictures: [{ sha256: picture.json.sha256, alt: "Loket dengan antrean pendek" }], key: "satu" };
    const made = await world.api("POST", "/api/v1/posts", writer, body);
    assert.equal(made.status, 200, made.text);
    for (const member of required("Post")) assert.ok(member in made.json, member);
    assert.equal(made.json.state, "draft");
    assert.equal(made.json.pictures.length, 1);
    assert.deepEqual(made.json.unfit, [{ fault: "no_account" }]);
    assert.equal((await world.api("POST", "/api/v1/posts", writer, body)).json.id, made.json.id, "the same key is the same post");
    const path = `/api/v1/posts/${made.json.id}`;
    const steps = `${path}/events`;
    const refusals: [unknown, number, string][] = [
        [{ do: "hand_in", version: made.json.version }, 400, "post.unfit"],
        [{ do: "hand_in", version: made.json.version + 1 }, 409, "post.changed_meanwhile"],
        [{ do: "approve", version: made.json.version }, 409, "post.wrong_state"],
        [{ do: "recall", version: made.json.version }, 409, "post.wrong_state"],
        [{ do: "publish", version: made.json.version }, 400, "field.invalid"],
        [{ do: "edit", version: made.json.version, pictures: [{ sha256: "0".repeat(64), alt: "" }] }, 400, "media.unknown"],
    ];
    for (const [step, status, code] of refusals) {
        const refused = await world.api("POST", steps, writer, step);
        assert.equal(refused.status, status, refused.text);
        assert.equal(refused.json.problem.code, code);
        assert.ok(codes.has(code), code);
    }
    const listed = (await world.api("GET", "/api/v1/posts?state=draft", writer)).json;
    for (const member of required("PostPage")) assert.ok(member in listed, member);
    assert.ok(listed.posts.some((each: any) => each.id === made.json.id && !("events" in each)));
    const outlets = (await world.api("GET", `/api/v1/outlets?office=${office}`, writer)).json;
    for (const member of required("Outlets")) assert.ok(member in outlets, member);
    assert.equal((await world.api("GET", path, world.account("x").token)).json.problem.code, "token.scope");
    const dropped = (await world.api("POST", steps, writer, { do: "drop", version: made.json.version })).json;
    assert.equal(dropped.state, "dropped");
    assert.deepEqual(dropped.may, []);
    assert.deepEqual(dropped.events.map((each: any) => each.kind), ["post.written", "post.dropped"]);
});

test("metrics name every query and route", async () => {
    const { text } = await world.api("GET", "/metrics");
    for (const name of ["tanggap_http_requests_total", 'query="cases.find_by_code"', "tanggap_db_units_total"]) assert.ok(text.includes(name), name);
});
