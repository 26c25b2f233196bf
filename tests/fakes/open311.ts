// A GeoReport v2 server of ours, written from its specification, not verified against any server in use. Two endpoints:
// "/" speaks XML alone, as many do, "/json" JSON alone. Key "K1", jurisdiction "contoh.go.id"; the service "jalan" gives
// numbers at once, "drainase" a token whose number is there at the second asking. GET /_made gives what was filed, POST
// /_status {"id", "status", "notes"} changes a request (without an id: all that come).
import { json as body, serve, text, type Ask, type Reply } from "./serve.ts";

type Made = { id: string; service: string; description: string; address: string; lat: string; token: string; asked: number; status: string; notes: string };
const made: Made[] = [];
const usual = { status: "open", notes: "" };
const changed = "2026-11-23T03:00:00+07:00";

const escaped = (value: string) => value.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
type Members = Record<string, string>;
const xml = (status: number, root: string, each: string, lists: Members[]): Reply => ({
    status,
    body: `<?xml version="1.0" encoding="utf-8"?>\n<${root}>${lists
        .map((members) => `<${each}>${Object.entries(members).map(([name, value]) => (value === "" ? `<${name}/>` : `<${name}>${escaped(value)}</${name}>`)).join("")}</${each}>`)
        .join("")}</${root}>\n`,
    headers: { "content-type": "text/xml; charset=utf-8" },
});
const json = (status: number, lists: Members[]): Reply => ({ status, body: JSON.stringify(lists), headers: { "content-type": "application/json; charset=utf-8" } });

/// One endpoint, in its format.
function answer(ask: Ask, path: string, format: "xml" | "json"): Reply {
    const of = (root: string, each: string, status: number, lists: Members[]) => (format === "xml" ? xml(status, root, each, lists) : json(status, lists));
    const error = (status: number, description: string) => of("errors", "error", status, [{ code: String(status), description }]);
    const requests = (status: number, lists: Members[]) => of("service_requests", "request", status, lists);
    const end = `.${format}`;
    if (!path.endsWith(end)) return { status: 404, body: "Not Found", headers: { "content-type": "text/plain" } };
    const resource = path.slice(0, -end.length);
    if (resource === "/discovery" && format === "json")
        return { status: 200, body: JSON.stringify({ changeset: changed, endpoints: [{ specification: "http://wiki.open311.org/GeoReport_v2", url: "/json", formats: ["application/json"] }] }), headers: { "content-type": "application/json" } };
    if (resource === "/services") return of("services", "service", 200, ["jalan", "drainase"].map((service_code) => ({ service_code, service_name: service_code, metadata: "false", type: "realtime" })));
    if (ask.method === "POST" && resource === "/requests") {
        const form = new URLSearchParams(ask.body.toString("utf8"));
        const given = (name: string) => form.get(name) ?? ask.query.get(name) ?? "";
        if (given("api_key") !== "K1") return error(403, "api_key");
        if (given("jurisdiction_id") !== "contoh.go.id") return error(404, "jurisdiction_id");
        if (!["jalan", "drainase"].includes(given("service_code"))) return error(400, "service_code");
        if (!(given("lat") && given("long")) && !given("address_string")) return error(400, "no location");
        if (given("description").length > 4000) return error(400, "description");
        const id = `SDA-${1000 + made.length}`;
        const token = given("service_code") === "drainase" ? `t${made.length}&x` : "";
        made.push({ id, service: given("service_code"), description: given("description"), address: given("address_string"), lat: given("lat"), token, asked: 0, ...usual });
        const service_notice = "Terima kasih";
        return requests(201, [token ? { token, service_notice, account_id: "" } : { service_request_id: id, service_notice, account_id: "" }]);
    }
    if (ask.query.get("jurisdiction_id") !== "contoh.go.id") return error(404, "jurisdiction_id");
    if (ask.method === "GET" && resource.startsWith("/tokens/")) {
        const token = decodeURIComponent(resource.slice("/tokens/".length));
        const found = made.find((each) => each.token !== "" && each.token === token);
        if (!found) return error(404, "token");
        return requests(200, [{ service_request_id: ++found.asked > 1 ? found.id : "", token }]);
    }
    if (ask.method === "GET" && resource.startsWith("/requests/")) {
        const found = made.find((each) => each.id === decodeURIComponent(resource.slice("/requests/".length)));
        if (!found) return error(404, "service_request_id");
        return requests(200, [{ service_request_id: found.id, status: found.status, status_notes: found.notes, service_code: found.service, updated_datetime: changed }]);
    }
    return error(404, "resource");
}

serve(
    (ask) => {
        if (ask.path === "/_made") return { status: 200, body: made };
        if (ask.path === "/_status") {
            const { id, status, notes } = body(ask);
            Object.assign(made.find((each) => each.id === id) ?? usual, { status: text(status), notes: text(notes) });
            return { status: 200, body: {} };
        }
        return ask.path.startsWith("/json/") ? answer(ask, ask.path.slice("/json".length), "json") : answer(ask, ask.path, "xml");
    },
    { limited: () => xml(429, "errors", "error", [{ code: "429", description: "too many" }]), expired: () => xml(403, "errors", "error", [{ code: "403", description: "api_key" }]) },
);
