// Looks at every part of the room html: takes pictures at 360 and 1440 px in light and dark, and checks that nothing is
// wider than 320 px, that no policy is broken and that axe finds nothing.   npm run look -- build/dev
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { openSheet } from "./sheet.mjs";

const { browser, close, out, origin } = await openSheet(process.argv[2] ?? "build/dev");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const wrong = [];

for (const name of ["komponen", "galat"])
    for (const colorScheme of ["light", "dark"])
        for (const width of [320, 360, 1440]) {
            const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
            const page = await context.newPage();
            const at = `${name} ${width} ${colorScheme}`;
            page.on("console", (message) => message.type() === "error" && !/favicon/.test(message.text()) && wrong.push(`${at}: ${message.text()}`));
            page.on("pageerror", (error) => wrong.push(`${at}: ${error}`));
            await page.goto(`${origin}/${name}.html`, { waitUntil: "networkidle" });
            const scroll = await page.evaluate(() => document.documentElement.scrollWidth);
            if (scroll > width) wrong.push(`${at}: ${scroll} px wide`);
            if (width !== 320) await page.screenshot({ path: join(out, `${name}-${width}-${colorScheme}.png`), fullPage: true });
            await page.evaluate(axe);
            const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
            for (const violation of violations) wrong.push(`${at}: ${violation.id}: ${violation.nodes.map((node) => node.target).join(", ")}`);
            await context.close();
        }

await close();
for (const line of wrong) console.error(line);
console.log(`${wrong.length} things wrong; pictures in ${out}`);
process.exit(wrong.length > 0 ? 1 : 0);
