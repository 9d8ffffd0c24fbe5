import { createHmac, randomBytes, timingSafeEqual } from "node:crypto"

const MAX_ENTRIES = 1_000

/**
 * Remembers for some minutes which secret a hash was found to match, so that Basic authorization on every request costs no scrypt.
 * Only a digest keyed with a random value of this process is kept. Since the key is the hash, a changed secret is forgotten at once.
 */
export class VerifiedSecrets {
  private readonly processKey = randomBytes(32)
  private readonly entries = new Map<string, { digest: Buffer; expires_at: number }>()

  constructor(private readonly ttl_ms = 5 * 60_000) {}

  has(hash: string, secret: string, now: number): boolean {
    const entry = this.entries.get(hash)
    return entry !== undefined && entry.expires_at > now && timingSafeEqual(entry.digest, this.digest(secret))
  }

  add(hash: string, secret: string, now: number): void {
    if (this.entries.size >= MAX_ENTRIES) {
      this.entries.clear()
    }
    this.entries.set(hash, { digest: this.digest(secret), expires_at: now + this.ttl_ms })
  }

  private digest(secret: string): Buffer {
    return createHmac("sha256", this.processKey).update(secret).digest()
  }
}
