// A GeoReport v2 server of ours, written from its specification, not verified against any server in use. XML only, as
// the specification demands. Key "K1", jurisdiction "contoh.go.id"; the service "jalan" gives numbers at once,
// "drainase" a token whose number is there at the second asking. GET /_made gives what was filed.
import { serve, type Ask, type Reply } from "./serve.ts";

type Made = { id: string; service: string; description: string; address: string; lat: string; token: string; asked: number };
const made: Made[] = [];

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const xml = (status: number, inside: string): Reply => ({
    status,
    body: `<?xml version="1.0" encoding="utf-8"?>\n${inside}\n`,
    headers: { "content-type": "text/xml; charset=utf-8" },
});
const error = (status: number, text: string): Reply =>
    xml(status, `<errors><error><code>${status}</code><description>${escaped(text)}</description></error></errors>`);

function file(ask: Ask): Reply {
    const form = new URLSearchParams(ask.body.toString("utf8"));
    const of = (name: string) => form.get(name) ?? ask.query.get(name) ?? "";
    if (of("api_key") !== "K1") return error(403, "api_key");
    if (of("jurisdiction_id") !== "contoh.go.id") return error(404, "jurisdiction_id");
    if (!["jalan", "drainase"].includes(of("service_code"))) return error(400, "service_code");
    if (!(of("lat") && of("long")) && !of("address_string")) return error(400, "no location");
    if (of("description").length > 4000) return error(400, "description");
    const id = `SDA-${1000 + made.length}`;
    const token = of("service_code") === "drainase" ? `t${made.length}&x` : "";
    made.push({ id, service: of("service_code"), description: of("description"), address: of("address_string"), lat: of("lat"), token, asked: 0 });
    const inside = token ? `<token>${escaped(token)}</token>` : `<service_request_id>${id}</service_request_id>`;
    return xml(201, `<service_requests><request>${inside}<service_notice>Terima kasih</service_notice><account_id/></request></service_requests>`);
}

function number(ask: Ask): Reply {
    const token = decodeURIComponent(/^\/tokens\/(.*)\.xml$/.exec(ask.path)?.[1] ?? "");
    const found = made.find((each) => each.token !== "" && each.token === token);
    if (!found) return error(404, "token");
    const id = ++found.asked > 1 ? `<service_request_id>${found.id}</service_request_id>` : "<service_request_id/>";
    return xml(200, `<service_requests><request>${id}<token>${escaped(token)}</token></request></service_requests>`);
}

serve(
    (ask) => {
        if (ask.path === "/_made") return { status: 200, body: made };
        if (ask.method === "POST" && ask.path === "/requests.xml") return file(ask);
        if (ask.method === "GET" && ask.path.startsWith("/tokens/")) return number(ask);
        return error(404, "resource");
    },
    { limited: () => error(429, "too many"), expired: () => error(403, "api_key") },
);
