// Chance that can be repeated: everything random in a round comes from one number, told at its start.
export const seedNumber = Number(process.env.TANGGAP_SEED_NUMBER ?? Math.floor(Math.random() * 1e9));

/** mulberry32, one stream for each name, so that workers do not disturb one another's. */
export class Chance {
    private state: number;

    constructor(name: string) {
        let hash = 2166136261 ^ seedNumber;
        for (const char of name) hash = Math.imul(hash ^ char.charCodeAt(0), 16777619);
        this.state = hash >>> 0;
    }
    /** 0 <= x < 1 */
    next(): number {
        this.state = (this.state + 0x6d2b79f5) >>> 0;
        let t = this.state;
        t = Math.imul(t ^ (t >>> 15), t | 1);
        t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
        return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    }
    below(n: number): number {
        return Math.floor(this.next() * n);
    }
    between(low: number, high: number): number {
        return low + this.next() * (high - low);
    }
    of<T>(all: readonly T[]): T {
        return all[this.below(all.length)]!;
    }
    /** 22 characters, as a form's key. */
    key(): string {
        const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        // 16 bytes: the last symbol holds two bits only.
        return Array.from({ length: 21 }, () => letters[this.below(64)]).join("") + this.of(["A", "Q", "g", "w"]);
    }
}

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
