// What the report island promises, in a browser.   BUILD=build/dev node --test ui/islands_test.mjs
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSheet } from "./sheet.mjs";

let sheet;
before(async () => (sheet = await openSheet(process.env.BUILD ?? "build/dev")));
after(() => sheet.close());

async function open(options = {}) {
    const context = await sheet.browser.newContext(options);
    const page = await context.newPage();
    await page.goto(`${sheet.origin}/komponen.html`, { waitUntil: "networkidle" });
    return { context, page };
}

/** A JPEG of 3000 x 2000 noise with an Exif segment: rotated (6), and a maker's note that must survive. */
async function bigPhoto(page) {
    const base64 = await page.evaluate(async () => {
        const canvas = document.createElement("canvas");
        canvas.width = 3000;
        canvas.height = 2000;
        const context = canvas.getContext("2d");
        for (let i = 0; i < 20000; i++) {
            context.fillStyle = `hsl(${(i * 37) % 360} 60% ${(i * 7) % 100}%)`;
            context.fillRect((i * 53) % 3000, (i * 91) % 2000, 17, 13);
        }
        const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.98));
        let text = "";
        for (const byte of new Uint8Array(await blob.arrayBuffer())) text += String.fromCharCode(byte);
        return btoa(text);
    });
    const jpeg = Buffer.from(base64, "base64");
    const entry = (tag, type, count, value) => {
        const bytes = Buffer.alloc(12);
        bytes.writeUInt16BE(tag, 0);
        bytes.writeUInt16BE(type, 2);
        bytes.writeUInt32BE(count, 4);
        value.copy(bytes, 8);
        return bytes;
    };
    const tiff = Buffer.concat([
        Buffer.from("MM\0\x2a\0\0\0\x08", "latin1"),
        Buffer.from([0, 2]),
        entry(0x0112, 3, 1, Buffer.from([0, 6, 0, 0])),
        entry(0x010f, 2, 4, Buffer.from("abc\0")),
        Buffer.alloc(4),
    ]);
    const body = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]);
    const head = Buffer.from([0xff, 0xe1, 0, body.length + 2]);
    return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

test("a_big_photo_is_made_smaller_and_keeps_where_it_was_taken", async () => {
    const { context, page } = await open();
    const buffer = await bigPhoto(page);
    assert.ok(buffer.length > 700_000, String(buffer.length));
    await page.setInputFiles("#foto", { name: "jalan.png", mimeType: "image/jpeg", buffer });
    await page.getByText(/1 foto siap/).waitFor();
    const { size, head } = await page.evaluate(async () => {
        const [file] = document.querySelector("#foto").files;
        return { size: file.size, head: [...new Uint8Array(await file.slice(0, 200).arrayBuffer())] };
    });
    assert.ok(size < buffer.length);
    const bytes = Buffer.from(head);
    const exif = bytes.indexOf("Exif");
    assert.equal(exif, 6);
    assert.ok(bytes.includes("abc\0"), "the maker's note is kept");
    assert.equal(bytes[exif + 6 + 8 + 2 + 9], 1, "upright");
    const [width, height] = await page.evaluate(async () => {
        const bitmap = await createImageBitmap(document.querySelector("#foto").files[0]);
        return [bitmap.width, bitmap.height];
    });
    assert.deepEqual([width, height], [1365, 2048]);
    await context.close();
});

test("the_position_is_taken_only_when_asked", async () => {
    const { context, page } = await open({ permissions: ["geolocation"], geolocation: { latitude: -6.2297, longitude: 106.8467, accuracy: 12 } });
    assert.equal(await page.inputValue("input[name=lat]"), "");
    await page.getByRole("button", { name: "Pakai posisi saya" }).click();
    await page.getByText("ketelitian sekitar 12 meter").waitFor();
    assert.equal(await page.inputValue("input[name=lat]"), "-6.229700");
    assert.equal(await page.inputValue("input[name=lon]"), "106.846700");
    await context.close();
});

test("a_refused_position_says_what_to_do", async () => {
    const { context, page } = await open();
    await page.getByRole("button", { name: "Pakai posisi saya" }).click();
    await page.getByText("Tulis saja nama jalan").waitFor();
    await context.close();
});

test("what_was_written_comes_back", async () => {
    const { context, page } = await open();
    await page.fill("#isi-laporan", "Lubang besar di depan warung");
    await page.check("#identitas-2");
    await page.setInputFiles("#foto", { name: "a.jpg", mimeType: "image/jpeg", buffer: Buffer.from("kecil") });
    await page.waitForTimeout(700);
    await page.reload({ waitUntil: "networkidle" });
    await page.getByText("Isian Anda yang belum terkirim kami kembalikan").waitFor();
    assert.equal(await page.inputValue("#isi-laporan"), "Lubang besar di depan warung");
    assert.ok(await page.isChecked("#identitas-2"));
    assert.equal(await page.evaluate(() => document.querySelector("#foto").files[0].name), "a.jpg");
    await context.close();
});

test("a_report_is_sent_once", async () => {
    const { context, page } = await open();
    await page.fill("#isi-laporan", "Lubang");
    await page.fill("#tempat", "Tebet");
    sheet.posts.length = 0;
    await page.evaluate(() => {
        const button = document.querySelector("button[data-busy]");
        button.click();
        button.click();
    });
    await page.waitForTimeout(900);
    assert.equal(sheet.posts.length, 1);
    assert.equal(await page.textContent("button[data-busy]"), "Mengirim...");
    await context.close();
});

test("without_signal_nothing_is_lost", async () => {
    const { context, page } = await open();
    await page.fill("#isi-laporan", "Lubang di jalan besar");
    await page.fill("#tempat", "Tebet");
    await context.setOffline(true);
    await page.getByRole("button", { name: "Kirim laporan" }).click();
    await page.getByText("Tidak ada sinyal").waitFor();
    assert.equal(await page.inputValue("#isi-laporan"), "Lubang di jalan besar");
    await context.close();
});

test("without_javascript_the_form_is_whole", async () => {
    const { context, page } = await open({ javaScriptEnabled: false });
    assert.ok(await page.isVisible("#foto"));
    assert.ok(await page.isHidden("text=Pakai posisi saya"));
    assert.ok(await page.isVisible("text=Kirim laporan"));
    await context.close();
});
