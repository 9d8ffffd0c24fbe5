import { randomBytes, scrypt, timingSafeEqual } from "node:crypto"

/** 2^14: about 40 ms and 16 MB for one try, which is dear for a guesser and cheap for a sign-in that is then remembered. */
const COST = 16_384
const KEY_BYTES = 32
const SALT_BYTES = 16

/** Hashes a secret as `scrypt$cost$salt$key`, the last two in base64. The salt is new each time. */
export async function hashSecret(secret: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const key = await derive(secret, salt, COST)
  return ["scrypt", COST, salt.toString("base64"), key.toString("base64")].join("$")
}

/** Compares in constant time. A hash that cannot be read matches nothing. */
export async function matchesHash(secret: string, hash: string): Promise<boolean> {
  const [scheme, cost, salt, key] = hash.split("$")
  if (scheme !== "scrypt" || !cost || !salt || !key) {
    return false
  }
  const expected = Buffer.from(key, "base64")
  const actual = await derive(secret, Buffer.from(salt, "base64"), Number(cost))
  return actual.length === expected.length && timingSafeEqual(actual, expected)
}

/** A secret for a person to type into 1C: 24 characters with no look-alikes, about 120 bits. */
export function generateSecret(): string {
  const alphabet = "abcdefghijkmnpqrstuvwxyz23456789"
  return [...randomBytes(24)].map((byte) => alphabet[byte % alphabet.length]).join("")
}

function derive(secret: string, salt: Buffer, cost: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, KEY_BYTES, { N: cost, r: 8, p: 1 }, (error, key) => (error ? reject(error) : resolve(key)))
  })
}
