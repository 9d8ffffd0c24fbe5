import { randomBytes, scrypt } from "node:crypto"

/** The cost that Medusa's password provider works with: scrypt, logN 15, r 8, p 1. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }

/** Takes the time that checking a password takes. */
export async function spendAsOnPassword(): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    scrypt(randomBytes(16), randomBytes(32), 64, COST, (error) => (error ? reject(error) : resolve()))
  })
}
