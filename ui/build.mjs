// Builds ui/ into build/ui/: one style sheet, the islands, font and mark, each with a hash of its content in its name,
// and manifest.json, from which CMake embeds them. The same input gives the same bytes; what did not change is not
// written again.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const ui = dirname(fileURLToPath(import.meta.url));
const out = join(ui, "..", "build", "ui");
const types = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".webmanifest": "application/manifest+json",
    ".txt": "text/plain; charset=utf-8",
};
const targets = ["chrome87", "firefox86", "safari14.1"];
const manifest = [];
const kept = new Set(["manifest.json"]);

function writeIfChanged(file, bytes) {
    kept.add(file);
    const path = join(out, file);
    try {
        if (readFileSync(path).equals(bytes)) return;
    } catch {
        // not there yet
    }
    writeFileSync(path, bytes);
}

/** Gives the bytes their place and returns the path under which the server serves them. */
function publish(name, content) {
    const bytes = Buffer.from(content);
    const hash = createHash("sha256").update(bytes).digest("hex");
    const extension = extname(name);
    const file = `${name.slice(0, -extension.length)}-${hash.slice(0, 10)}${extension}`;
    writeIfChanged(file, bytes);
    let compressed = "";
    if (extension !== ".woff2") {
        const brotli = brotliCompressSync(bytes, {
            params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
        });
        if (brotli.length < bytes.length * 0.9) {
            compressed = `${file}.br`;
            writeIfChanged(compressed, brotli);
        }
    }
    manifest.push({ name, path: `/aset/${file}`, type: types[extension], hash, file, brotli: compressed });
    return `/aset/${file}`;
}

mkdirSync(out, { recursive: true });
const font = publish("plus-jakarta-sans.woff2", readFileSync(join(ui, "fonts", "plus-jakarta-sans.woff2")));
publish("lisensi-huruf.txt", readFileSync(join(ui, "fonts", "LICENSE.txt")));
const mark = publish("tanda.svg", readFileSync(join(ui, "mark.svg")));
publish(
    "tanggap.webmanifest",
    JSON.stringify({
        name: "Tanggap",
        short_name: "Tanggap",
        lang: "id",
        start_url: "/",
        scope: "/",
        display: "standalone",
        background_color: "#ffffff",
        theme_color: "#1b4b82",
        icons: [{ src: mark, sizes: "any", type: "image/svg+xml" }],
    }),
);

const style = await build({
    entryPoints: [join(ui, "tanggap.css")],
    bundle: true,
    minify: true,
    write: false,
    target: targets,
    logLevel: "warning",
    plugins: [
        {
            name: "font",
            setup: (b) => b.onResolve({ filter: /\.woff2$/ }, () => ({ path: font, external: true })),
        },
    ],
});
publish("tanggap.css", style.outputFiles[0].contents);

const islands = readdirSync(join(ui, "src")).filter((f) => /^[a-z]+\.ts$/.test(f)).sort();
for (const island of islands) {
    const script = await build({
        entryPoints: [join(ui, "src", island)],
        bundle: true,
        minify: true,
        write: false,
        format: "esm",
        target: targets,
        legalComments: "inline",
        logLevel: "warning",
    });
    publish(island.replace(/\.ts$/, ".js"), script.outputFiles[0].contents);
}

manifest.sort((a, b) => (a.name < b.name ? -1 : 1));
writeIfChanged("manifest.json", Buffer.from(JSON.stringify({ assets: manifest }, null, 1)));
for (const file of readdirSync(out)) if (!kept.has(file)) rmSync(join(out, file), { recursive: true });
