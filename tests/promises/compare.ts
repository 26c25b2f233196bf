// What clients were told, held against what is there.
import assert from "node:assert/strict";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { pause } from "./chance.ts";
import { type Ledger } from "./doors.ts";
import { type Installation } from "./installation.ts";
import { type Peer } from "./peer.ts";

export interface Outcome {
    acknowledged: { form: number; api: number; import: number; commands: number; mails: number };
    lost: string[];
    twice: string[];
    half: string[];
    /** Mails that only a person can settle, as they should be after a kill in their midst. */
    unknown: number;
}

/** Until everything that follows by itself has followed: numbered, composed, sent. */
export async function drained(installation: Installation, ms = 120_000): Promise<void> {
    const left = `select (select count(*) from events where position is null) as unnumbered,
        (select count(*) from event_cursors where position < (select max(position) from events)) as behind,
        (select count(*) from outgoing where state = 'queued') as queued,
        (select count(*) from outgoing where state = 'sending') as sending`;
    for (const end = Date.now() + ms; ; await pause(250)) {
        const [row] = installation.rows(left);
        if (Object.values(row!).every((count) => Number(count) === 0)) return;
        assert.ok(Date.now() < end, `not at rest: ${JSON.stringify(row)} ${installation.log.text.slice(-2_000)}`);
    }
}

const names = (rows: Record<string, any>[]): string[] => rows.map((row) => JSON.stringify(row));

function compareItems(installation: Installation, ledger: Ledger, out: Outcome): void {
    const there = new Map<string, { count: number; code?: string }>();
    for (const row of installation.rows(`select cast(i.account as text) as account, i.network_id as network_id, c.code as code from items i
        left join cases c on c.agency = i.agency and c.id = i.case_id`)) {
        const key = `${row.account} ${row.network_id}`;
        const known = there.get(key);
        there.set(key, { count: (known?.count ?? 0) + 1, code: row.code ?? undefined });
    }
    for (const each of ledger.sent) {
        const found = there.get(`${each.account} ${each.networkId}`);
        if ((found?.count ?? 0) > 1) out.twice.push(`${each.door} ${each.networkId}`);
        if (!each.acknowledged) continue;
        if (!found) out.lost.push(`${each.door} ${each.networkId}`);
        else if (each.code && each.code !== found.code) out.lost.push(`${each.door} ${each.networkId}: told ${each.code}, is ${found.code}`);
        if (found) out.acknowledged[each.door] += 1;
    }
}

function compareCommands(installation: Installation, ledger: Ledger, out: Outcome): void {
    const lifecycle = "'case.received','case.verified','case.assigned','case.started','case.noted','case.asked','case.answered','case.resolved'";
    const events = new Map<string, string[]>();
    for (const row of installation.rows(`select c.code as code, e.kind as kind from events e join cases c on c.agency = e.agency and c.id = e.subject
        where e.subject_kind = 'case' and e.kind in (${lifecycle}) order by e.id`)) {
        const kinds = events.get(row.code) ?? [];
        kinds.push(row.kind);
        events.set(row.code, kinds);
    }
    for (const each of ledger.worked) {
        const found = events.get(each.code) ?? [];
        out.acknowledged.commands += each.commands;
        for (const kind of new Set([...each.kinds, ...found])) {
            const told = each.kinds.filter((k) => k === kind).length;
            const is = found.filter((k) => k === kind).length;
            if (is < told) out.lost.push(`${each.code} ${kind}`);
            if (is > told) out.twice.push(`${each.code} ${kind}`);
        }
        if (found.join() !== each.kinds.join() && found.length === each.kinds.length) out.half.push(`${each.code}: ${found.join()} instead of ${each.kinds.join()}`);
    }
}

function findHalves(installation: Installation, out: Outcome): void {
    const look = (what: string, sql: string): void => {
        for (const line of names(installation.rows(sql))) out.half.push(`${what}: ${line}`);
    };
    look("case without its first event", "select code from cases c where (select count(*) from events e where e.agency = c.agency and e.subject_kind = 'case' and e.subject = c.id and e.kind = 'case.received') <> 1");
    look("event without case", "select e.kind, cast(e.subject as text) as subject from events e left join cases c on c.agency = e.agency and c.id = e.subject where e.subject_kind = 'case' and c.id is null");
    look("item without the case it names", "select network_id from items i left join cases c on c.agency = i.agency and c.id = i.case_id where i.case_id is not null and c.id is null");
    look("case without item", "select code from cases c where not exists (select 1 from items i where i.agency = c.agency and i.case_id = c.id)");
    look("case without deadlines", "select code from cases c where not exists (select 1 from deadlines d where d.agency = c.agency and d.subject_kind = 'case' and d.subject = c.id)");
    look("event that nobody was told of", "select e.kind, cast(e.subject as text) as subject from events e where e.kind in ('case.received', 'case.resolved') and not exists (select 1 from outgoing o where o.agency = e.agency and o.event = e.id)");
    look("told twice", "select cast(event as text) as event, count(*) as n from outgoing group by agency, event, identity having count(*) > 1");
    look("deadline crossed twice", "select cast(subject as text) as subject, kind, data, count(*) as n from events where kind like 'deadline.%' and kind <> 'deadline.extended' group by agency, subject, kind, data having count(*) > 1");
    look("deadline past and not announced", `select cast(id as text) as id from deadlines where next_crossing_at < ${Date.now() - 60_000} and met_at is null and ended_at is null and paused_at is null`);
    look("positions with gaps", "select agency, max(position) as last, count(*) as n from events group by agency having max(position) <> count(*) or count(*) <> count(position)");
    look("dead job", "select kind, last_problem from jobs where state = 'dead'");
    look("identity without key", "select cast(id as text) as id from identities i where not exists (select 1 from identity_keys k where k.agency = i.agency and k.identity = i.id) and lookup not like 'erased %'");
    look("picture of an item without its row", "select m.sha256 from item_media m where not exists (select 1 from media p where p.agency = m.agency and p.sha256 = m.sha256)");
}

function compareMails(installation: Installation, peer: Peer, out: Outcome): void {
    const taken = peer.taken();
    for (const [id, count] of taken) if (count > 1) out.twice.push(`mail ${id} (${count} times)`);
    for (const row of installation.rows("select cast(id as text) as id, state, problem from outgoing where channel = 'mail'")) {
        const count = taken.get(row.id) ?? 0;
        if (row.state === "sent") {
            out.acknowledged.mails += 1;
            if (count === 0) out.lost.push(`mail ${row.id} is said to be sent`);
        } else if (row.state === "unknown") out.unknown += 1;
        else out.lost.push(`mail ${row.id} is ${row.state} ${row.problem ?? ""}`);
        taken.delete(row.id);
    }
    for (const id of taken.keys()) out.lost.push(`mail ${id} went out and has no row`);
}

/** Files come before their rows: one without a row is young, and swept after a day. A row without its files is a loss. */
function comparePictures(installation: Installation, out: Outcome): number {
    const named = new Set(installation.rows("select stored as name from media union select thumb as name from media").map((row) => row.name as string));
    const folder = join(installation.data, "media");
    const path = (name: string): string => join(folder, name.slice(0, 2), name.slice(2, 4), name);
    for (const name of named) if (!existsSync(path(name))) out.lost.push(`picture ${name}`);
    let orphans = 0;
    for (const entry of existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : []) {
        if (!entry.isFile() || !/^[0-9a-f]{64}$/.test(entry.name) || named.has(entry.name)) continue;
        orphans += 1;
        if (statSync(path(entry.name)).mtimeMs < Date.now() - 25 * 3_600_000) out.half.push(`picture ${entry.name} without a row for over a day`);
    }
    return orphans;
}

/** The numbers beside the views of the desk, as somebody at the root sees them. */
async function compareDesk(installation: Installation, out: Outcome): Promise<void> {
    const person = installation.person("koordinator");
    const form = new URLSearchParams({ login: person.login, password: person.password });
    const signedIn = await installation.ask("POST", "/masuk", undefined, form.toString(), { "content-type": "application/x-www-form-urlencoded", origin: installation.url });
    const cookie = signedIn?.headers.getSetCookie().map((each) => each.split(";")[0]).join("; ") ?? "";
    const page = await installation.ask("GET", "/meja?pandangan=selesai", undefined, undefined, { cookie });
    assert.equal(page?.status, 200, `the desk: ${signedIn?.status} ${page?.status} ${page?.text.slice(0, 200)}`);
    const counted = (view: string): number => {
        const count = new RegExp(`data-count="${view}">([\\d.]+)<`).exec(page!.text)?.[1];
        assert.ok(count, `the desk shows no count of ${view}`);
        return Number(count.replaceAll(".", ""));
    };
    const open = "'received','verified','assigned','in_progress','scheduled','awaiting_reporter'";
    const usual = "c.conduct_office is null and c.kind <> 'whistleblowing'";
    // What was announced as passed while the clock was ahead stays counted so until it is met or passes once more.
    const late = `exists (select 1 from deadlines d where d.agency = c.agency and d.subject_kind = 'case' and d.subject = c.id and d.met_at is null and d.ended_at is null and d.paused_at is null and (d.crossed = 'overdue' or d.due_at < ${Date.now()}))`;
    for (const [view, condition] of Object.entries({ selesai: `state not in (${open})`, "menunggu-pelapor": "state = 'awaiting_reporter'", "lewat-tenggat": `state in (${open}) and ${late}` })) {
        const is = installation.number(`select count(*) as n from cases c where ${usual} and ${condition}`);
        const restricted = installation.number(`select count(*) as n from cases c where not (${usual}) and ${condition}`);
        const shown = counted(view);
        // Some restricted cases are open to this person as well.
        if (shown < is || shown > is + restricted) out.half.push(`the desk counts ${shown} in ${view}, there are ${is}`);
    }
}

export async function compared(installation: Installation, ledger: Ledger, peer: Peer): Promise<Outcome> {
    const out: Outcome = { acknowledged: { form: 0, api: 0, import: 0, commands: 0, mails: 0 }, lost: [], twice: [], half: [], unknown: 0 };
    compareItems(installation, ledger, out);
    compareCommands(installation, ledger, out);
    findHalves(installation, out);
    compareMails(installation, peer, out);
    comparePictures(installation, out);
    await compareDesk(installation, out);
    for (const command of [["rebuild", "--check"], ["doctor"]]) {
        const done = installation.command(...command);
        if (done.status !== 0) out.half.push(`${command.join(" ")}: ${done.stdout.slice(-2_000)} ${done.stderr.slice(-2_000)}`);
    }
    return out;
}

export function assertKept(outcome: Outcome, ledger: Ledger, context: string): void {
    assert.deepEqual({ lost: outcome.lost, twice: outcome.twice, half: outcome.half, wrong: ledger.wrong }, { lost: [], twice: [], half: [], wrong: [] }, context);
}
