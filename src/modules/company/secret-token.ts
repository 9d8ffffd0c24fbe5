import { createHash, randomBytes } from "node:crypto"

/** A new secret for a link and what the database keeps of it: 256 random bits need no slow hash. */
export function newSecretToken(): { token: string; token_hash: string } {
  const token = randomBytes(32).toString("base64url")
  return { token, token_hash: hashSecretToken(token) }
}

export function hashSecretToken(token: string): string {
  return createHash("sha256").update(token).digest("hex")
}
