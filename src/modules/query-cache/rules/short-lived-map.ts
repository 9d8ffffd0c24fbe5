/** Values that may be used for a while after they were put in. Never holds more than `capacity` of them: what does not fit is not kept. */
export class ShortLivedMap<Value> {
  readonly #lifetime_ms: number
  readonly #capacity: number
  readonly #entries = new Map<string, { value: Value; expires_at: number }>()

  constructor({ lifetime_ms, capacity }: { lifetime_ms: number; capacity: number }) {
    this.#lifetime_ms = lifetime_ms
    this.#capacity = capacity
  }

  /** `now` is milliseconds of any clock, the same one in all calls. */
  get(key: string, now: number): Value | null {
    const entry = this.#entries.get(key)
    return entry && now < entry.expires_at ? entry.value : null
  }

  set(key: string, value: Value, now: number): void {
    if (this.#entries.size >= this.#capacity) {
      this.#dropExpired(now)
    }
    if (this.#entries.size < this.#capacity || this.#entries.has(key)) {
      this.#entries.set(key, { value, expires_at: now + this.#lifetime_ms })
    }
  }

  delete(key: string): void {
    this.#entries.delete(key)
  }

  #dropExpired(now: number): void {
    for (const [key, { expires_at }] of this.#entries) {
      if (now >= expires_at) {
        this.#entries.delete(key)
      }
    }
  }
}
