// What the fake servers of the tests share: bodies in every form that clients send, answers that can be made
// to go wrong, and the port as the first line of the output. Ours; no vendor's code.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

export interface File {
    name: string;
    type: string;
    bytes: Buffer;
}

export interface Asked {
    method: string;
    path: string;
    query: URLSearchParams;
    headers: IncomingMessage["headers"];
    fields: Map<string, string[]>;
    files: Map<string, File>;
    body: Buffer;
}

/** What goes wrong with the next `times` answers whose path begins with `path`. */
export interface Fault {
    /** drop: done, but not answered; hang: never answered; slow: byte by byte; else a status: "429", "401", "502". */
    mode: string;
    path: string;
    times: number;
}

export interface Answer {
    status: number;
    body?: unknown;
    headers?: Record<string, string>;
    /** Bytes instead of JSON. */
    raw?: Buffer;
    /** Takes the response over: it stays open. */
    stream?: (out: ServerResponse) => void;
}

function add(fields: Map<string, string[]>, name: string, value: string) {
    const known = fields.get(name);
    if (known) known.push(value);
    else fields.set(name, [value]);
}

function fromJson(value: unknown, fields: Map<string, string[]>) {
    for (const [name, member] of Object.entries((value ?? {}) as Record<string, unknown>)) {
        if (Array.isArray(member) && member.every((each) => typeof each !== "object")) for (const each of member) add(fields, name, String(each));
        else if (typeof member === "object" && member !== null) add(fields, name, JSON.stringify(member));
        else if (member !== null && member !== undefined) add(fields, name, String(member));
    }
}

function fromMultipart(body: Buffer, boundary: string, asked: Asked) {
    const mark = Buffer.from("--" + boundary);
    let at = body.indexOf(mark);
    while (at >= 0) {
        const next = body.indexOf(mark, at + mark.length);
        if (next < 0) return;
        const part = body.subarray(at + mark.length + 2, next - 2);
        const end = part.indexOf("\r\n\r\n");
        const head = part.subarray(0, end).toString();
        const bytes = part.subarray(end + 4);
        const name = /name="([^"]*)"/.exec(head)?.[1] ?? "";
        const fileName = /filename="([^"]*)"/.exec(head)?.[1];
        const type = /content-type: *([^\r\n]+)/i.exec(head)?.[1] ?? "text/plain";
        if (fileName === undefined) add(asked.fields, name, bytes.toString());
        else asked.files.set(name, { name: fileName, type, bytes: Buffer.from(bytes) });
        at = next;
    }
}

async function read(message: IncomingMessage): Promise<Asked> {
    const url = new URL(message.url ?? "/", "http://fake");
    const pieces: Buffer[] = [];
    for await (const piece of message) pieces.push(piece as Buffer);
    const asked: Asked = {
        method: message.method ?? "GET",
        path: url.pathname.length > 1 ? url.pathname.replace(/\/$/, "") : url.pathname,
        query: url.searchParams,
        headers: message.headers,
        fields: new Map(),
        files: new Map(),
        body: Buffer.concat(pieces),
    };
    const type = message.headers["content-type"] ?? "";
    if (type.startsWith("application/json")) fromJson(JSON.parse(asked.body.toString() || "{}"), asked.fields);
    else if (type.startsWith("application/x-www-form-urlencoded"))
        for (const [name, value] of new URLSearchParams(asked.body.toString())) add(asked.fields, name, value);
    else if (type.startsWith("multipart/form-data")) fromMultipart(asked.body, /boundary="?([^";]+)/.exec(type)?.[1] ?? "", asked);
    return asked;
}

export class Faults {
    private list: Fault[] = [];
    add(fault: Fault) {
        this.list.push(fault);
    }
    take(path: string): string | undefined {
        const found = this.list.find((fault) => fault.times > 0 && path.startsWith(fault.path));
        if (found) found.times -= 1;
        return found?.mode;
    }
}

/** Serves on a free port of this machine. POST /_fake/fault {mode, path, times} makes answers go wrong. */
export function serve(handle: (asked: Asked) => Answer, refused: (status: number, path: string) => Answer) {
    const faults = new Faults();
    const server = createServer((message, out) => {
        read(message)
            .then((asked) => {
                if (asked.path === "/_fake/fault") {
                    const field = (name: string) => asked.fields.get(name)?.[0] ?? "";
                    faults.add({ mode: field("mode"), path: field("path"), times: Number(field("times") || "1") });
                    out.writeHead(204).end();
                    return;
                }
                const mode = asked.path.startsWith("/_fake/") ? undefined : faults.take(asked.path);
                if (mode === "hang") return;
                const answer = mode && /^\d+$/.test(mode) ? refused(Number(mode), asked.path) : handle(asked);
                if (mode === "drop") {
                    message.socket.destroy();
                    return;
                }
                send(out, answer, mode === "slow");
            })
            .catch((error: unknown) => {
                out.writeHead(400, { "content-type": "application/json" }).end(JSON.stringify({ error: String(error) }));
            });
    });
    server.listen(0, "127.0.0.1", () => {
        const address = server.address();
        console.log(typeof address === "object" && address ? address.port : "");
    });
    return server;
}

function send(out: ServerResponse, answer: Answer, isSlow: boolean) {
    if (answer.stream) {
        out.writeHead(answer.status, answer.headers);
        answer.stream(out);
        return;
    }
    const bytes = answer.raw ?? Buffer.from(answer.body === undefined ? "" : JSON.stringify(answer.body));
    out.writeHead(answer.status, { "content-type": "application/json; charset=utf-8", "content-length": String(bytes.length), ...answer.headers });
    if (!isSlow) {
        out.end(bytes);
        return;
    }
    let at = 0;
    const timer = setInterval(() => {
        if (at < bytes.length) out.write(bytes.subarray(at, ++at));
        else {
            clearInterval(timer);
            out.end();
        }
    }, 1);
    out.on("close", () => clearInterval(timer));
}
