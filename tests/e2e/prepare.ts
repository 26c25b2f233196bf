// Seeds once before the stories begin, so that none of them waits for it or does it again.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seededCopy } from "./world.ts";

const data = mkdtempSync(join(tmpdir(), "tanggap-prepare-"));
const started = Date.now();
const seeded = seededCopy("posko_dpu_dki", data);
rmSync(data, { recursive: true, force: true });
console.log(`seeded ${seeded.agency.name} with ${seeded.staff.length} people in ${Math.round((Date.now() - started) / 1000)} s`);
