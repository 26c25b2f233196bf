// The frame of every fake network of ours: plain HTTP on the loopback, one JSON line with the port on stdout, and
// faults on order. POST /_fault {"mode", "on", "times"} holds for the next `times` requests whose path has `on` in it:
//   drop     takes the request in, then closes the connection without a word
//   broken   takes the request in, then answers 500
//   limited  takes nothing in and says that there were too many
//   expired  takes nothing in and says that the token has run out
//   away     takes nothing in and answers 503
//   slow     takes the request in and answers after 3 seconds
// GET /_asked gives the requests so far: [{"method","path","query","body"}], without those of this frame.
import http from "node:http";

export type Ask = { method: string; path: string; query: URLSearchParams; headers: http.IncomingHttpHeaders; body: Buffer };
export type Reply = { status: number; body?: unknown; headers?: Record<string, string> };
type Fault = { mode: string; on: string; times: number };

export const text = (value: unknown): string => (typeof value === "string" ? value : "");
export const json = (ask: Ask): any => {
    try {
        return JSON.parse(ask.body.toString("utf8"));
    } catch {
        return {};
    }
};

export function serve(answer: (ask: Ask) => Reply, refusals: { limited: () => Reply; expired: () => Reply }): void {
    let fault: Fault = { mode: "none", on: "", times: 0 };
    const asked: object[] = [];

    const send = (to: http.ServerResponse, reply: Reply) => {
        const isBytes = Buffer.isBuffer(reply.body) || typeof reply.body === "string";
        to.writeHead(reply.status, { "content-type": isBytes ? "application/octet-stream" : "application/json", ...reply.headers });
        to.end(reply.body === undefined ? "" : isBytes ? reply.body : JSON.stringify(reply.body));
    };
    const faultFor = (path: string): string => {
        if (fault.times <= 0 || !path.includes(fault.on)) return "none";
        fault.times--;
        return fault.mode;
    };
    const handle = async (ask: Ask, to: http.ServerResponse) => {
        if (ask.path === "/_fault") {
            fault = json(ask);
            return send(to, { status: 200, body: {} });
        }
        if (ask.path === "/_asked") return send(to, { status: 200, body: asked });
        asked.push({ method: ask.method, path: ask.path, query: ask.query.toString(), body: ask.body.toString("utf8") });
        const mode = faultFor(ask.path);
        if (mode === "limited") return send(to, refusals.limited());
        if (mode === "expired") return send(to, refusals.expired());
        if (mode === "away") return send(to, { status: 503 });
        const reply = answer(ask);
        if (mode === "drop") return to.destroy();
        if (mode === "broken") return send(to, { status: 500, body: {} });
        if (mode === "slow") await new Promise((done) => setTimeout(done, 3000));
        send(to, reply);
    };

    const server = http.createServer((request, to) => {
        const chunks: Buffer[] = [];
        request.on("data", (chunk: Buffer) => chunks.push(chunk));
        request.on("end", () => {
            const url = new URL(request.url ?? "/", "http://fake");
            const ask = { method: request.method ?? "GET", path: url.pathname, query: url.searchParams, headers: request.headers, body: Buffer.concat(chunks) };
            handle(ask, to).catch((error) => send(to, { status: 500, body: { fake: String(error) } }));
        });
    });
    server.listen(0, "127.0.0.1", () => console.log(JSON.stringify({ server: `http://127.0.0.1:${(server.address() as { port: number }).port}` })));
}
