// docs/openapi.yaml and the server say the same: every documented path is there, and nothing undocumented under /api.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { World } from "./world.ts";

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

test("every documented path answers, with a documented problem when it refuses", async () => {
    const all = documented();
    assert.equal(all.length, 8);
    for (const [method, path] of all) {
        const answer = await world.api(method, path.replace("{code}", "TGP-1111-1111"));
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

test("metrics name every query and route", async () => {
    const { text } = await world.api("GET", "/metrics");
    for (const name of ["tanggap_http_requests_total", 'query="cases.find_by_code"', "tanggap_db_units_total"]) assert.ok(text.includes(name), name);
});
