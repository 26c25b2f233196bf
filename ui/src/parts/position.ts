import { say, words } from "./words";

/** Shows the button and fills the hidden lat, lon and accuracy of the same block. */
export function offerPosition(place: HTMLElement): void {
    const button = place.querySelector<HTMLButtonElement>("button");
    const input = (name: string) => place.querySelector<HTMLInputElement>(`input[name=${name}]`);
    if (!button || !("geolocation" in navigator) || !isSecureContext) return;
    button.hidden = false;
    button.addEventListener("click", () => {
        say(place, words(place, "busy"));
        button.disabled = true;
        navigator.geolocation.getCurrentPosition(
            ({ coords }) => {
                const fill: Record<string, string> = {
                    lat: coords.latitude.toFixed(6),
                    lon: coords.longitude.toFixed(6),
                    accuracy: String(Math.round(coords.accuracy)),
                };
                for (const [name, value] of Object.entries(fill)) {
                    const field = input(name);
                    if (field) field.value = value;
                }
                button.disabled = false;
                say(place, words(place, "done", String(Math.round(coords.accuracy))));
                place.dispatchEvent(new Event("input", { bubbles: true }));
            },
            () => {
                button.disabled = false;
                say(place, words(place, "failed"));
            },
            { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
        );
    });
}
