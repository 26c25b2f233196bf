// Takes the screenshots of docs/screenshots anew: TANGGAP=build/dev/tanggap node tests/e2e/screenshots.ts
import { browser, desktop, phone, World } from "./world.ts";

const world = await World.start();
const chromium = await browser();
const open = async (options: object, path: string, name: string, height: number) => {
    const context = await chromium.newContext({ ...options });
    const page = await context.newPage();
    await page.goto(world.url + path);
    await page.waitForTimeout(300);
    const width = page.viewportSize()!.width;
    await page.screenshot({ path: `docs/screenshots/${name}.png`, fullPage: true, clip: { x: 0, y: 0, width, height } });
    await context.close();
};
const done = (await world.api("GET", "/api/v1/cases?view=done&topic=jalan-berlubang", world.staff("coordinator").token)).json.cases;
const shown = done.find((c: any) => c.identity === "public")?.code;
await open({ ...desktop, deviceScaleFactor: 1 }, "/?keadaan=tuntas", "papan-1440", 1500);
await open({ ...phone, deviceScaleFactor: 2 }, "/lapor", "lapor-360", 1900);
await open({ ...phone, deviceScaleFactor: 2 }, `/laporan/${shown}`, "laporan-360", 2000);
await open({ ...desktop, colorScheme: "dark" }, `/laporan/${shown}`, "laporan-1440-gelap", 1300);
{
    const context = await chromium.newContext({ ...desktop });
    const page = await context.newPage();
    const person = world.staff("coordinator");
    await page.goto(`${world.url}/masuk`);
    await page.fill("input[name=login]", person.login);
    await page.fill("input[name=password]", person.password);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/meja/);
    await page.goto(`${world.url}/meja?pandangan=semua`);
    await page.getByText("Tersambung").waitFor();
    await page.waitForTimeout(1500);
    await page.keyboard.press("j");
    await page.waitForTimeout(800);
    await page.screenshot({ path: "docs/screenshots/meja-1440.png" });
    await page.goto(`${world.url}/meja/laporan/${shown}`);
    await page.waitForTimeout(500);
    await page.screenshot({ path: "docs/screenshots/meja-laporan-1440.png", fullPage: true, clip: { x: 0, y: 0, width: 1440, height: 1400 } });
    await context.close();
}
await open({ ...desktop }, "/transparansi", "transparansi-1440", 1500);
await chromium.close();
await world.stop();
