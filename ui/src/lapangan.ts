// Tasks in the field, improved: photos get smaller before they are sent, each form is sent once, and the position
// orders the tasks. Without it the pages work as they are.
import { shrinkPhotos } from "./parts/photos";
import { submitOnce } from "./parts/submit";
import { say, words } from "./parts/words";

for (const control of document.querySelectorAll<HTMLInputElement>("input[type=file][data-shrink]")) shrinkPhotos(control);
for (const form of document.querySelectorAll<HTMLFormElement>("form[method=post]")) submitOnce(form);

/** "Terdekat": fills the position, cut to about ten metres, and asks for the list again. */
function orderByDistance(form: HTMLFormElement): void {
    if (!("geolocation" in navigator) || !isSecureContext) return;
    form.hidden = false;
    const button = form.querySelector<HTMLButtonElement>("button")!;
    form.addEventListener("submit", (event) => {
        event.preventDefault();
        button.disabled = true;
        say(button, words(form, "busy"));
        navigator.geolocation.getCurrentPosition(
            ({ coords }) => {
                for (const [name, value] of [["lat", coords.latitude], ["lon", coords.longitude]] as const)
                    form.querySelector<HTMLInputElement>(`input[name=${name}]`)!.value = value.toFixed(4);
                form.submit();
            },
            () => {
                button.disabled = false;
                say(button, words(form, "failed"));
            },
            { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
        );
    });
}
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-nearest]")) orderByDistance(form);

document.querySelector<HTMLElement>("[data-problems]")?.focus();

export {};
