// Says every 20 seconds which case this page shows, while somebody can see the page, and shows who else looks.

const beat = 20_000;

async function say(place: HTMLElement): Promise<void> {
    const { presence, csrf } = place.dataset;
    if (!presence || document.visibilityState !== "visible") return;
    try {
        const answer = await fetch(presence, { method: "POST", headers: { "X-CSRF": csrf ?? "", "Content-Type": "application/x-www-form-urlencoded" } });
        if (!answer.ok) return;
        const html = await answer.text();
        if (place.isConnected && place.innerHTML !== html) place.innerHTML = html;
    } catch {
        // without a connection nobody is told; the next beat tries again
    }
}

/** Of the case that is shown now; call again when another one is shown. */
export function sayPresence(): void {
    document.querySelectorAll<HTMLElement>("[data-presence]").forEach((place) => void say(place));
}

export function keepPresence(): void {
    sayPresence();
    setInterval(sayPresence, beat);
    document.addEventListener("visibilitychange", sayPresence);
}
