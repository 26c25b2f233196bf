// A generated table: everybody on every route. Who may not, is told so and changes nothing.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { World } from "./world.ts";

let world: World;
before(async () => (world = await World.start()));
after(async () => assert.equal(await world.stop(), 0));

/** "open", "session", "items", "media" or "staff": what a route asks for. */
const routes: [string, string, "open" | "session" | "items" | "media" | "staff" | "reporter"][] = [
    ["GET", "/", "open"],
    ["GET", "/lapor", "open"],
    ["GET", "/lacak", "open"],
    ["GET", "/peta", "open"],
    ["GET", "/transparansi", "open"],
    ["GET", "/transparansi/data.csv", "open"],
    ["GET", "/transparansi/laporan?angka=masuk", "open"],
    ["GET", "/testimoni", "open"],
    ["GET", "/masuk", "open"],
    ["GET", "/healthz", "open"],
    ["GET", "/readyz", "open"],
    ["GET", "/laporan/{code}", "open"],
    ["GET", "/lacak/{code}?kunci=AAAAAAAAAAAAAAAAAAAAAA", "reporter"],
    ["POST", "/lacak/{code}/jawaban", "reporter"],
    ["POST", "/lacak/{code}/nilai", "reporter"],
    ["POST", "/lacak/{code}/izin", "reporter"],
    ["GET", "/meja", "session"],
    ...["", "/unit", "/petugas", "/petugas/contoh.csv", "/topik", "/aturan", "/tenggat", "/libur", "/instansi", "/akun", "/jejak"].map((path): [string, string, "session"] => ["GET", `/meja/atur${path}`, "session"]),
    ...["/unit", "/petugas/undang", "/petugas/csv", "/topik", "/aturan", "/tenggat", "/libur", "/instansi", "/akun"].map((path): [string, string, "session"] => ["POST", `/meja/atur${path}`, "session"]),
    ["GET", "/undangan/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "reporter"],
    ["GET", "/meja/testimoni", "session"],
    ["POST", "/api/v1/items", "items"],
    ["POST", "/api/v1/media", "media"],
    ["GET", "/api/v1/cases", "staff"],
    ["GET", "/api/v1/cases/{code}", "staff"],
    ["POST", "/api/v1/cases/{code}/events", "staff"],
];

async function cases(state: string) {
    const { json } = await world.api("GET", `/api/v1/cases?state=${state}`, world.staff("coordinator").token);
    return json.cases as any[];
}

test("each route lets in whom it is for, and nobody else", async () => {
    const code = (await cases("assigned"))[0].code;
    const people: [string, string | undefined][] = [["nobody", undefined], ["account", world.account("x").token], ...world.seeded.staff.map((s) => [s.role, s.token] as [string, string])];
    let checked = 0;
    for (const [method, route, asks] of routes)
        for (const [who, token] of people) {
            const path = route.replace("{code}", code);
            const answer = await fetch(world.url + path, {
                method,
                redirect: "manual",
                headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...(method === "POST" ? { "content-type": "application/json" } : {}) },
                body: method === "POST" ? "{}" : undefined,
            });
            const isAccount = who === "account";
            const name = `${who} ${method} ${route} -> ${answer.status}`;
            checked++;
            if (asks === "open") assert.ok(answer.status < 400, name);
            else if (asks === "session") assert.equal(answer.status, 303, name); // a token is no session: to /masuk
            else if (asks === "reporter") assert.ok([400, 404, 415].includes(answer.status), name);
            else if (!token) assert.equal(answer.status, 401, name);
            else if (asks === "items") assert.equal(answer.status, isAccount ? 400 : 403, name);
            else if (asks === "media") assert.ok([400, 415].includes(answer.status), name);
            else if (isAccount) assert.equal(answer.status, 403, name);
            else assert.ok(method === "GET" ? [200, 403].includes(answer.status) : [400, 403].includes(answer.status), name);
        }
    assert.equal(checked, routes.length * people.length);
});

test("only administrators find the settings, each as far as their role reaches", async () => {
    const whole = ["/topik", "/aturan", "/tenggat", "/libur", "/instansi", "/akun", "/jejak"];
    const roles = [...new Set(world.seeded.staff.map((s) => s.role))];
    for (const role of roles) {
        const person = world.staff(role);
        const form = await fetch(`${world.url}/masuk`, { method: "POST", redirect: "manual", headers: { "content-type": "application/x-www-form-urlencoded", origin: world.url }, body: new URLSearchParams({ login: person.login, password: person.password }) });
        assert.equal(form.status, 303, role);
        const cookie = form.headers.getSetCookie().map((c) => c.split(";")[0]).join("; ");
        for (const path of ["", "/unit", "/petugas", ...whole]) {
            const answer = await fetch(`${world.url}/meja/atur${path}`, { redirect: "manual", headers: { cookie, accept: "text/html" } });
            assert.equal(answer.status, role === "administrator" ? 200 : 404, `${role} ${path}`);
        }
        const forged = await fetch(`${world.url}/meja/atur/unit`, { method: "POST", redirect: "manual", headers: { cookie, accept: "text/html", origin: world.url, "content-type": "application/x-www-form-urlencoded" }, body: "name=X" });
        assert.equal(forged.status, 403, `${role}: a form without its token`);
    }
});

test("every role on every command: only those of the table may", async () => {
    const may: Record<string, string[]> = {
        start: ["operator", "field_officer"],
        schedule: ["operator"],
        return: ["operator"],
        ask: ["operator"],
        assign: ["coordinator"],
        decline: ["coordinator"],
        refer: ["coordinator"],
    };
    const roots = world.seeded.staff.filter((s) => s.role !== "");
    const all = await cases("assigned");
    for (const [command, roles] of Object.entries(may))
        for (const person of roots) {
            if (roles.includes(person.role)) continue;
            const c = all[0];
            const answer = await world.api("POST", `/api/v1/cases/${c.code}/events`, person.token, { do: command, version: c.version, reason: "x", public_reason: "x", date: "2030-01-01", budget_source: "APBD", question: "?", office: c.office.id, agency: "Dinas lain", text: "x" });
            assert.equal(answer.status, 403, `${person.role} ${command}: ${answer.text}`);
            assert.equal(answer.json.problem.code, "office.not_yours");
        }
    const after = (await world.api("GET", `/api/v1/cases/${all[0].code}`, world.staff("coordinator").token)).json;
    assert.equal(after.version, all[0].version, "nothing changed");
});

test("an operator of another office neither sees nor moves a case", async () => {
    const south = (await cases("assigned")).find((c) => /Selatan|Tebet|Kebayoran|Cilandak/.test(c.office?.name ?? ""));
    const north = world.seeded.staff.find((s) => s.role === "operator" && /Utara/.test(s.office));
    assert.ok(south && north, "the scenario has both");
    assert.equal((await world.api("GET", `/api/v1/cases/${south.code}`, north.token)).status, 403);
    assert.equal((await world.api("POST", `/api/v1/cases/${south.code}/events`, north.token, { do: "start", version: south.version })).status, 403);
    const list = (await world.api("GET", "/api/v1/cases", north.token)).json.cases as any[];
    assert.ok(list.length > 0 && list.every((c) => c.code !== south.code));
});

test("two people at once: the second is told and overwrites nothing", async () => {
    const c = (await cases("assigned"))[0];
    const coordinator = world.staff("coordinator").token;
    const act = () => world.api("POST", `/api/v1/cases/${c.code}/events`, coordinator, { do: "assign", version: c.version, office: c.office.id });
    const answers = await Promise.all([act(), act()]);
    assert.deepEqual(answers.map((a) => a.status).sort(), [200, 409]);
    assert.equal(answers.find((a) => a.status === 409)!.json.problem.code, "case.changed_meanwhile");
});
