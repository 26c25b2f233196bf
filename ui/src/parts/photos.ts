import { withExif } from "./exif";
import { say, size, words } from "./words";

const longestSide = 2048;
const smallEnough = 700_000;

/** A photo of at most 2048 pixels a side as JPEG; the file as it is when that is not possible or gains nothing. */
async function shrink(file: File): Promise<File> {
    if (!file.type.startsWith("image/") || file.size <= smallEnough || !("createImageBitmap" in window)) return file;
    try {
        const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
        const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
        const canvas = document.createElement("canvas");
        canvas.width = Math.round(bitmap.width * scale);
        canvas.height = Math.round(bitmap.height * scale);
        canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
        bitmap.close();
        const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", 0.85));
        if (!blob || blob.size >= file.size) return file;
        const name = file.name.replace(/\.[^.]*$/, "") + ".jpg";
        return new File([await withExif(file, blob)], name, { type: "image/jpeg", lastModified: file.lastModified });
    } catch {
        return file;
    }
}

/** Replaces what was chosen by smaller copies before they are sent; the form waits for that. */
export function shrinkPhotos(control: HTMLInputElement): void {
    let turn = 0;
    control.addEventListener("change", async () => {
        const chosen = [...(control.files ?? [])];
        const mine = ++turn;
        if (chosen.length === 0) return say(control, "");
        const most = Number(control.dataset["most"] ?? chosen.length);
        control.form?.setAttribute("data-working", "");
        say(control, words(control, "busy"));
        const photos: File[] = [];
        for (const file of chosen.slice(0, most)) photos.push(await shrink(file));
        if (mine !== turn) return;
        try {
            const files = new DataTransfer();
            for (const photo of photos) files.items.add(photo);
            control.files = files.files;
        } catch {
            // an old browser: the files go as they were chosen
        }
        control.form?.removeAttribute("data-working");
        const bytes = photos.reduce((sum, photo) => sum + photo.size, 0);
        const text = words(control, "done", `${photos.length}`).replace("{}", size(bytes));
        say(control, chosen.length > most ? `${text} ${words(control, "over", String(most))}` : text);
        control.dispatchEvent(new Event("input", { bubbles: true }));
        control.form?.dispatchEvent(new Event("ready"));
    });
}
