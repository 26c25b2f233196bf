// posko_dpu_dki: the life of each kind of case through the API, as integrations of an agency live it. Its pages have
// stories of their own: case_page, desk, field, record, reporter, answers.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { drawnPhoto, type Seeded, World } from "./world.ts";

let world: World;
before(async () => {
    world = await World.start();
});
after(async () => {
    assert.equal(await world.stop(), 0, world.log.text);
});

type Person = Seeded["staff"][number];
const coordinator = () => world.staff("coordinator").token;

async function read(code: string, token = coordinator()) {
    return await world.api("GET", `/api/v1/cases/${code}`, token);
}

/** Does a command on the case as it is now. */
async function act(code: string, token: string, body: Record<string, unknown>) {
    const { json } = await read(code);
    return await world.api("POST", `/api/v1/cases/${code}/events`, token, { version: json.version, ...body });
}

async function state(code: string, token: string, body: Record<string, unknown>): Promise<string> {
    const answer = await act(code, token, body);
    assert.equal(answer.status, 200, `${body.do}: ${answer.text}`);
    return answer.json.state;
}

let count = 0;
async function post(text: string, more: Record<string, unknown> = {}): Promise<string> {
    const answer = await world.api("POST", "/api/v1/items", world.account("x").token, {
        network_id: `skenario-${++count}`, type: "create", author: { network_id: `warga-${count}`, name: "Warga" }, text, created_at: new Date().toISOString(), ...more,
    });
    assert.equal(answer.status, 200, answer.text);
    assert.equal(answer.json.state, "accepted", answer.text);
    return answer.json.case;
}

async function photo(token: string, number: number): Promise<string> {
    const answer = await world.api("POST", "/api/v1/media", token, drawnPhoto("sesudah.jpg", number).buffer);
    assert.equal(answer.status, 200, answer.text);
    return answer.json.sha256;
}

async function verified(code: string, more: Record<string, unknown> = {}): Promise<void> {
    const { json } = await read(code);
    const place = json.place?.area ? { area: json.place.area } : { no_place: true };
    assert.equal(await state(code, coordinator(), { do: "verify", kind: json.kind, topic: json.topic ?? "jalan-berlubang", public_text: json.proposed_text, ...place, ...more }), "verified");
}

/** The office that the rules chose, and the nearest people who may work there: roles count for all below. */
async function office(code: string): Promise<{ id: string; operator: Person; officer: Person }> {
    const { json } = await read(code);
    assert.ok(json.office, `${code} has an office`);
    const of = async (role: string) => {
        const root = world.staff("head").office;
        const below = world.seeded.staff.filter((s) => s.role === role && s.office !== root);
        for (const person of below)
            if ((await read(code, person.token)).status === 200) return person;
        throw new Error(`${json.office.name} has no ${role}`);
    };
    return { id: json.office.id, operator: await of("operator"), officer: await of("field_officer") };
}

test("a pothole: returned once, fixed, doubted, fixed again, agreed, with the same deadline all the way", async () => {
    const code = await post("Lubang dalam di Jl. Tebet Barat VIII, Tebet Barat, motor sering jatuh");
    await verified(code);
    const first = await office(code);
    const due = async () => (await read(code)).json.deadlines.find((d: any) => d.name === "resolve").due;
    const promised = await due();
    assert.equal(await state(code, coordinator(), { do: "assign", office: first.id }), "assigned");
    assert.equal((await act(code, first.operator.token, { do: "return" })).json.problem.code, "case.needs_reason");
    assert.equal(await state(code, first.operator.token, { do: "return", reason: "Bukan wewenang kami, ini jalan kolektor." }), "verified");
    assert.equal(await state(code, coordinator(), { do: "assign", office: first.id }), "assigned");
    assert.equal(await state(code, first.officer.token, { do: "start" }), "in_progress");
    const resolve = async (number: number) =>
        await state(code, first.officer.token, { do: "resolve", proof: { kind: "photo", after: [await photo(first.officer.token, number)], note: "Lubang ditambal." } });
    assert.equal(await resolve(21), "resolved");
    assert.equal(await due(), promised, "no step moves the deadline");
    const shown = await fetch(`${world.url}/laporan/${code}`).then((r) => r.text());
    assert.match(shown, /Sesudah/);
    // The reporter's own answers need the secret of their link: story "reporter". Staff may not give them.
    assert.equal((await act(code, first.operator.token, { do: "contest", words: "Belum" })).status, 403);
    assert.equal((await act(code, coordinator(), { do: "confirm" })).status, 403);
});

test("big damage is scheduled, and the public reads day, budget and reason", async () => {
    const code = await post("Jalan amblas panjang 40 meter di Jl. Tebet Timur Raya, Tebet Timur");
    await verified(code);
    const { id, operator } = await office(code);
    await state(code, coordinator(), { do: "assign", office: id });
    assert.equal((await act(code, operator.token, { do: "schedule", date: "2030-06-08" })).status, 400);
    assert.equal(await state(code, operator.token, { do: "schedule", date: "2030-06-08", budget_source: "APBD 2030", public_reason: "Kerusakannya terlalu besar untuk ditambal." }), "scheduled");
    const shown = await fetch(`${world.url}/laporan/${code}`).then((r) => r.text());
    for (const said of ["8 Juni 2030", "APBD 2030", "terlalu besar untuk ditambal"]) assert.ok(shown.includes(said), said);
});

test("a question is resolved by its public answer, thanks by a thank-you that closes it", async () => {
    const question = await post("Min, perbaikan trotoar di Jl. Sabang, Kebon Sirih selesai kapan ya?");
    await verified(question, { kind: "question" });
    await state(question, coordinator(), { do: "assign", office: (await read(question)).json.office?.id ?? world.seeded.agency.id });
    const who = await office(question);
    assert.equal(await state(question, who.operator.token, { do: "resolve", proof: { kind: "answer", note: "Trotoar Jalan Sabang selesai 30 November." } }), "resolved");
    assert.match(await fetch(`${world.url}/laporan/${question}`).then((r) => r.text()), /selesai 30 November/);

    const thanks = await post("Terima kasih, jalan di Jl. Tebet Raya, Tebet Timur sudah mulus lagi");
    await verified(thanks, { kind: "appreciation", topic: "jalan-berlubang" });
    const thanked = await office(thanks);
    await state(thanks, coordinator(), { do: "assign", office: thanked.id });
    assert.equal(await state(thanks, thanked.operator.token, { do: "resolve", proof: { kind: "answer", note: "Terima kasih kembali, Kak." } }), "closed");
});

test("spam is archived with its reason and can be brought back", async () => {
    const code = await post("Lubang duit! Jual follower murah di Jl. Tebet Raya, klik tautan");
    assert.equal((await act(code, coordinator(), { do: "archive" })).json.problem.code, "case.needs_reason");
    assert.equal(await state(code, coordinator(), { do: "archive", reason: "spam" }), "archived");
    assert.equal(await state(code, coordinator(), { do: "restore" }), "received");
    assert.equal(await state(code, coordinator(), { do: "archive", reason: "spam" }), "archived");
});

test("an overdue case goes one level up, once, by itself", async () => {
    const long = new Date(Date.now() - 4 * 24 * 3600_000).toISOString();
    const code = await post("Lubang di Jl. Tebet Barat Dalam, Tebet Barat belum juga ditambal", { created_at: long });
    await verified(code);
    let escalated: any[] = [];
    for (let i = 0; i < 100 && escalated.length === 0; i++) {
        await new Promise((r) => setTimeout(r, 200));
        escalated = (await read(code)).json.events.filter((e: any) => e.kind === "case.escalated");
    }
    assert.equal(escalated.length, 1);
    await new Promise((r) => setTimeout(r, 6000)); // another round of the sweep
    const { json } = await read(code);
    assert.equal(json.events.filter((e: any) => e.kind === "case.escalated").length, 1);
    assert.equal(json.state, "verified", "escalating changes who looks, not where it stands");
});

test("each sees what they may: coordinator, operator of another office, auditor", async () => {
    const code = await post("Lubang di Jl. Tebet Utara Dalam, Tebet Timur");
    await verified(code);
    const own = await office(code);
    const other = world.seeded.staff.find((s) => s.role === "operator" && s.office !== own.operator.office && s.office !== world.staff("head").office)!;
    const auditor = world.staff("auditor", world.staff("head").office).token;
    assert.equal((await read(code, own.operator.token)).status, 200);
    const refused = await read(code, other.token);
    assert.equal(refused.status, 403, "the code is public, what staff know of it is not");
    assert.equal((await read(code, auditor)).status, 200);
    assert.equal((await act(code, auditor, { do: "note", text: "catatan" })).status, 403);
    assert.equal((await world.api("POST", `/api/v1/cases/${code}/events`, other.token, { do: "note", text: "catatan" })).status, 403);
    const listed = async (token: string) => (await world.api("GET", `/api/v1/cases?state=verified`, token)).text.includes(code);
    assert.deepEqual([await listed(own.operator.token), await listed(other.token), await listed(auditor)], [true, false, true]);
});
