import { createHash, randomBytes } from "node:crypto"

/** A cookie value: 256 random bits in hex. */
export function generateToken(): string {
  return randomBytes(32).toString("hex")
}

/** What the database keeps of it. A random value of this length needs neither salt nor a slow hash. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex")
}
