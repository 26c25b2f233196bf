// One peer each of the networks that an agency is on besides the simulated one, all with the same few verbs: a citizen writes to the
// account, and what the account answered to that is counted in the citizen's own thread. Mail is a real dovecot and a real SMTP server,
// ActivityPub the server of others (@fedify/fedify), Bluesky the real one where TANGGAP_ATPROTO names it (peers/atproto) and else our fake;
// Mastodon's and Telegram's are fakes of ours (tests/fakes).
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Create, isActor, Mention, Note, PUBLIC_COLLECTION } from "@fedify/fedify";
import { Temporal } from "@js-temporal/polyfill";
import { Elsewhere } from "./fediverse.ts";

export interface Neighbour {
    network: string;
    /** Ours, or others': as results name it. */
    kind: "real" | "fake";
    /** What `tanggap account connect` is given. */
    fields: Record<string, string>;
    /** A citizen of that number writes; what was written is named by what comes back. */
    write(citizen: number, text: string): Promise<string>;
    /** Texts that the account said in answer to it. */
    answers(written: string): Promise<string[]>;
    stop(): Promise<void> | void;
}

/** A program that says where it is in its first line. */
function started(file: string, args: string[], stdin: "pipe" | "ignore" = "ignore"): Promise<{ program: ChildProcess; line: string }> {
    const program = spawn(file, args, { stdio: [stdin, "pipe", "inherit"] });
    return new Promise((done, fail) => {
        let text = "";
        program.once("exit", (code) => fail(new Error(`${file} ${args[0]} ended with ${code}`)));
        program.stdout!.on("data", (bytes: Buffer) => {
            text += bytes.toString();
            if (text.includes("\n")) done({ program, line: text.split("\n")[0]! });
        });
    });
}

async function asked(url: string, body?: unknown, headers: Record<string, string> = {}): Promise<any> {
    const answer = await fetch(url, { method: body === undefined ? "GET" : "POST", headers: { ...(body instanceof URLSearchParams || body === undefined ? {} : { "content-type": "application/json" }), ...headers }, body: body === undefined ? undefined : body instanceof URLSearchParams ? body : JSON.stringify(body) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${url}: ${answer.status} ${text.slice(0, 200)}`);
    return text === "" ? undefined : JSON.parse(text);
}

export async function mastodon(): Promise<Neighbour & { fault: (mode: string, path: string) => Promise<void> }> {
    const { program, line } = await started("node", ["tests/fakes/mastodon.ts"]);
    const server = `http://127.0.0.1:${line.trim()}`;
    const tokenOf = async (user: string) => (await asked(`${server}/oauth/token`, new URLSearchParams({ grant_type: "password", username: `${user}@warga.example`, password: "apa saja", scope: "read write" }))).access_token as string;
    const fault = async (mode: string, path: string) => void (await fetch(`${server}/_fake/fault`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ mode, path, times: "1" }) }));
    return {
        network: "mastodon",
        kind: "fake",
        fields: { server, token: await tokenOf("posko") },
        write: async (citizen, text) => {
            const token = await tokenOf(`warga${citizen}`);
            const status = `@posko ${text}`;
            try {
                return (await asked(`${server}/api/v1/statuses`, new URLSearchParams({ status, visibility: "public", language: "id" }), { authorization: `Bearer ${token}` })).id as string;
            } catch (lost) {
                // The answer that was to be lost was the citizen's: the post stands, and the next one is lost.
                const found = ((await asked(`${server}/_fake/statuses`)) as { id: string; text: string }[]).find((each) => each.text === status);
                if (!found) throw lost;
                await fault("drop", "/api/v1/statuses");
                return found.id;
            }
        },
        answers: async (id) => ((await asked(`${server}/_fake/statuses`)) as { in_reply_to_id: string; text: string; account: { username: string } }[]).filter((each) => each.in_reply_to_id === id && each.account.username === "posko").map((each) => each.text),
        fault,
        stop: () => void program.kill(),
    };
}

export async function telegram(): Promise<Neighbour> {
    const { program, line } = await started("node", ["tests/fakes/telegram.ts"]);
    const server = `http://127.0.0.1:${line.trim()}`;
    return {
        network: "telegram",
        kind: "fake",
        fields: { server, token: "7:uji" },
        write: async (citizen, text) => {
            await asked(`${server}/_fake/citizen`, { chat: String(70_000 + citizen), text });
            return String(70_000 + citizen);
        },
        answers: async (chat) => ((await asked(`${server}/_fake/sent`)) as { chat: string; text: string }[]).filter((each) => each.chat === chat).map((each) => each.text),
        stop: () => void program.kill(),
    };
}

export async function bluesky(): Promise<Neighbour> {
    const real = process.env.TANGGAP_ATPROTO;
    const { program, line } = await started("node", [real ?? "tests/fakes/bluesky.ts"]);
    const { server } = JSON.parse(line) as { server: string };
    const account = "dinas";
    const xrpc = (method: string, body?: unknown, token?: string) => asked(`${server}/xrpc/${method}`, body, token ? { authorization: `Bearer ${token}` } : {});
    const warga = await xrpc("com.atproto.server.createSession", { identifier: "warga.test", password: "rahasia" });
    const dinas = await xrpc("com.atproto.server.createSession", { identifier: `${account}.test`, password: "rahasia" });
    const letters = "234567abcdefghijklmnopqrstuvwxyz";
    return {
        network: "bluesky",
        kind: real ? "real" : "fake",
        fields: { server, identifier: `${account}.test`, app_password: "rahasia" },
        write: async (citizen, text) => {
            const handle = `@${account}.test`;
            const rkey = `3k${[...String(citizen).padStart(11, "0")].map((digit) => letters[Number(digit)]).join("")}`;
            const record = { $type: "app.bsky.feed.post", text: `${handle} ${text}`, createdAt: new Date().toISOString(), langs: ["id"], facets: [{ index: { byteStart: 0, byteEnd: handle.length }, features: [{ $type: "app.bsky.richtext.facet#mention", did: dinas.did }] }] };
            return (await xrpc("com.atproto.repo.createRecord", { repo: warga.did, collection: "app.bsky.feed.post", rkey, record }, warga.accessJwt)).uri as string;
        },
        answers: async (uri) => {
            const found = await xrpc(`app.bsky.feed.getPostThread?uri=${encodeURIComponent(uri)}&depth=3`, undefined, warga.accessJwt);
            return ((found.thread.replies ?? []) as any[]).filter((each) => each.post.author.did === dinas.did).map((each) => each.post.record.text as string);
        },
        stop: () => void program.kill(),
    };
}

/** `relay` is where the installation hands its mails to. */
export async function mail(): Promise<Neighbour & { relay: string }> {
    const folder = mkdtempSync(join(tmpdir(), "tanggap-neighbours-"));
    const sent = join(folder, "sent");
    const mailbox = await started("/usr/bin/python3", ["tests/peers/mail_peer.py"], "pipe");
    const relay = await started("/usr/bin/python3", ["tests/peers/smtp_peer.py", sent]);
    const ports = JSON.parse(mailbox.line) as { imap: number; lmtp: number };
    const address = "posko@contoh.go.id";
    return {
        network: "mail",
        kind: "real",
        relay: `smtp://127.0.0.1:${relay.line.trim()}`,
        fields: { server: `imap://127.0.0.1:${ports.imap}`, address, password: "rahasia" },
        write: async (citizen, text) => {
            const from = `warga${citizen}@contoh.id`;
            const letter = `From: Warga Contoh <${from}>\r\nTo: ${address}\r\nSubject: ${text.slice(0, 40)}\r\nDate: ${new Date().toUTCString()}\r\nMessage-Id: <${citizen}@contoh.id>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${text}\r\n`;
            await new Promise<void>((done, fail) => {
                const post = spawn("/usr/bin/python3", ["tests/peers/mail_deliver.py", String(ports.lmtp), from, address, "-"], { stdio: ["pipe", "ignore", "inherit"] });
                post.once("exit", (code) => (code === 0 ? done() : fail(new Error(`a mail was not taken: ${code}`))));
                post.stdin!.end(letter);
            });
            return from;
        },
        answers: async (from) => {
            if (!existsSync(sent)) return [];
            const mails = readFileSync(sent, "utf8").split("\n").filter((line) => line !== "").map((line) => JSON.parse(line) as { to: string[]; data: string });
            return mails.filter((each) => each.to.includes(from) && each.data.includes(`In-Reply-To: <${from.slice(5).replace("@contoh.id", "")}@contoh.id>`)).map((each) => plain(each.data));
        },
        stop: async () => {
            relay.program.kill("SIGKILL");
            const ended = new Promise((done) => mailbox.program.once("exit", done));
            mailbox.program.stdin!.end();
            await ended;
            rmSync(folder, { recursive: true, force: true });
        },
    };
}

/** A mail as one text, whatever its parts are written in. */
function plain(data: string): string {
    const quoted = data.replace(/=\r\n/g, "").replace(/(?:=[0-9A-F]{2})+/g, (run) => Buffer.from(run.replace(/=/g, ""), "hex").toString("utf8"));
    const parts = [...data.matchAll(/\r\n\r\n([A-Za-z0-9+/=\r\n]{40,})/g)].map((each) => Buffer.from(each[1]!, "base64").toString("utf8"));
    return [quoted, ...parts].join("\n");
}

/** `ourUrl`: where our own server of the fediverse is; its actor is `posko`. */
export async function fediverse(ourUrl: string, keyFile: string): Promise<Neighbour> {
    const elsewhere = new Elsewhere(keyFile, "rfc9421");
    await elsewhere.start();
    const context = elsewhere.context();
    return {
        network: "activitypub",
        kind: "real",
        fields: { server: ourUrl, name: "posko" },
        write: async (citizen, text) => {
            const posko = await context.lookupObject(`${ourUrl}/aktor/posko`);
            if (!posko || !isActor(posko)) throw new Error("our actor was not found");
            const author = context.getActorUri(`warga${citizen}`);
            const id = context.getObjectUri(Note, { identifier: `warga${citizen}`, note: String(citizen) });
            const note = new Note({ id, attribution: author, content: `<p><a href="${posko.id!.href}" class="mention">@posko</a> ${text}</p>`, published: Temporal.Now.instant(), to: PUBLIC_COLLECTION, cc: posko.id, tags: [new Mention({ href: posko.id, name: "@posko" })] });
            elsewhere.notes.set(id.href, note);
            const create = new Create({ id: new URL(`${id.href}#create`), actor: author, object: note, to: PUBLIC_COLLECTION, cc: posko.id });
            await context.sendActivity({ identifier: `warga${citizen}` }, posko, create, { immediate: true });
            return id.href;
        },
        answers: async (id) => {
            const out: string[] = [];
            const seen = new Set<string>();
            for (const create of elsewhere.created) {
                const said = await create.getObject();
                // The same activity delivered once more is the same post.
                if (!(said instanceof Note) || said.replyTargetId?.href !== id || seen.has(said.id!.href)) continue;
                seen.add(said.id!.href);
                out.push(String(said.content));
            }
            return out;
        },
        stop: () => elsewhere.stop(),
    };
}
