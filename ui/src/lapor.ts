// The report form, improved: smaller photos, "Pakai posisi saya", a draft on the device, one submit. Without it the
// form works as it is. Words come from the page (data-...), so that they follow its language.
import { keepDraft } from "./parts/draft";
import { offerPosition } from "./parts/position";
import { shrinkPhotos } from "./parts/photos";
import { submitOnce } from "./parts/submit";

for (const control of document.querySelectorAll<HTMLInputElement>("input[type=file][data-shrink]")) shrinkPhotos(control);
for (const place of document.querySelectorAll<HTMLElement>("[data-locate]")) offerPosition(place);
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-draft]")) keepDraft(form);
for (const form of document.querySelectorAll<HTMLFormElement>("form[method=post]")) submitOnce(form);

// A page that came back with problems: begin where they are listed.
document.querySelector<HTMLElement>("[data-problems]")?.focus();

export {};
