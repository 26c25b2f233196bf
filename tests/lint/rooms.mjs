// Checks that the code keeps to the house: rooms use only rooms below, suffix layers only what they may,
// no clock or I/O where rules live, no file past 400 lines. Prints what is wrong, one line each.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

// From the top down. A room may include rooms that stand on a later line; rooms on one line never use each other.
const levels = [
    ["app"],
    ["intake", "desk", "field", "transparency", "administration", "channels/activitypub", "channels/bluesky", "channels/mail", "channels/mastodon", "channels/meta", "channels/rss", "channels/simulated", "channels/sp4n_lapor", "channels/telegram", "channels/x", "channels/youtube"],
    ["publishing", "referral"],
    ["outgoing"],
    ["learning"],
    ["cases"],
    ["proof"],
    ["network"],
    ["items"],
    ["triage"],
    ["deadlines"],
    ["places"],
    ["people"],
    ["staff"],
    ["agency"],
    ["events"],
    ["http"],
    ["html"],
    ["net"],
    ["jobs"],
    ["media"],
    ["db"],
    ["base"],
];
const platform = new Set(["http", "html", "net", "jobs", "media", "db", "base"]);
const level = new Map(levels.flatMap((rooms, i) => rooms.map((room) => [room, i])));

// What a file of each layer may include: layers of its own room, layers of rooms below, platform rooms.
const layers = {
    plain: { own: ["plain", "words"], below: ["plain"], platform: ["base", "media", "net"] },
    words: { own: ["plain"], below: ["plain"], platform: ["base"] },
    store: { own: ["plain", "store"], below: ["plain"], platform: ["base", "db"] },
    actions: { own: ["plain", "store", "actions"], below: ["plain", "actions"], platform: ["base", "db", "jobs", "media"] },
    pages: { own: ["plain", "words", "pages"], below: ["plain", "words", "pages"], platform: ["base", "html"] },
    routes: { own: ["plain", "words", "actions", "pages", "routes"], below: ["plain", "words", "actions", "pages", "routes"], platform: ["base", "db", "http", "html", "media"] },
    jobs: { own: ["plain", "actions", "jobs"], below: ["plain", "actions"], platform: ["base", "db", "jobs"] },
};

const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { encoding: "utf8" })
    .split("\n")
    .filter((f) => f !== "");
const wrong = [];

// channels/ has a room for each network.
const roomOf = (path) => (path[0] === "channels" ? path.slice(0, 2).join("/") : path[0]);
const layerOf = (path) => /_(words|store|actions|pages|routes|jobs)(_test)?\.(h|cpp)$/.exec(path)?.[1] ?? "plain";

for (const file of files.filter((f) => /^src\/.*\.(h|cpp)$/.test(f))) {
    let text;
    try {
        text = readFileSync(file, "utf8");
    } catch {
        continue; // deleted, not yet committed
    }
    const lines = text.split("\n");
    if (lines.length > 401) wrong.push(`${file}: ${lines.length} lines; split it by behaviour at 400`);
    const room = roomOf(file.split("/").slice(1));
    const isTest = file.endsWith("_test.cpp");
    if (room === "main.cpp") continue;
    if (!level.has(room)) {
        wrong.push(`${file}: the room ${room} is not in the list of tests/lint/rooms.mjs`);
        continue;
    }
    if (file.endsWith(".h") && !lines[0].startsWith("//")) wrong.push(`${file}: a header opens with what it is for`);
    if (file.endsWith(".h") && !text.includes("#pragma once")) wrong.push(`${file}: #pragma once is missing`);
    const layer = layerOf(file);
    lines.forEach((line, i) => {
        const at = `${file}:${i + 1}`;
        if (/\b(TODO|FIXME|XXX)\b/.test(line)) wrong.push(`${at}: finish it or leave it out`);
        if (/(system_clock|steady_clock)::now/.test(line) && !platform.has(room) && !isTest)
            wrong.push(`${at}: time comes in as base::Now`);
        const include = /^#include ["<]([^">]+)[">]/.exec(line)?.[1];
        if (!include) return;
        if (/^boost\/(asio|beast)/.test(include) && !["http", "jobs"].includes(room)) wrong.push(`${at}: Asio only in http/ and jobs/`);
        if (room === "base" && /^(fstream|filesystem|iostream|thread|sys\/|unistd)/.test(include)) wrong.push(`${at}: base/ has no I/O`);
        if (/^soci\//.test(include) && room !== "db") wrong.push(`${at}: SOCI only in db/`);
        const target = roomOf(include.split("/"));
        if (!level.has(target) || !line.includes('"')) return;
        if (target !== room && level.get(target) <= level.get(room)) {
            wrong.push(`${at}: ${room} may not use ${target}: only rooms below it`);
            return;
        }
        // The feed of events is machinery with a thread of its own, as jobs/ is; its files are no layers.
        if (platform.has(room) || room === "app" || room === "events" || isTest) return;
        const may = layers[layer];
        if (platform.has(target)) {
            if (!may.platform.includes(target)) wrong.push(`${at}: a file of layer "${layer}" may not include ${target}/`);
        } else {
            const allowed = target === room ? may.own : may.below;
            const wanted = layerOf(include);
            // Appending an event is part of every unit of work.
            const event = target === "events" && layer === "actions";
            if (!allowed.includes(wanted) && !event)
                wrong.push(`${at}: a file of layer "${layer}" may not include "${include}" (layer "${wanted}")`);
        }
    });
}

// Words that would tie the project to one machine.
for (const file of files.filter((f) => /\.(h|cpp|ts|mjs|md|cmake|txt|json|toml|sh)$|^bin\//.test(f) && f !== "package-lock.json")) {
    let text;
    try {
        text = readFileSync(file, "utf8");
    } catch {
        continue;
    }
    text.split("\n").forEach((line, i) => {
        if (/(^|[\s"'(=])\/(home|root|work)\/\w/.test(line)) wrong.push(`${file}:${i + 1}: an absolute path`);
    });
}

for (const line of wrong) console.log(line);
if (wrong.length > 0) {
    console.error(`lint: ${wrong.length} things to mend`);
    process.exit(1);
}
console.log(`lint: ${files.length} files keep to the house`);
