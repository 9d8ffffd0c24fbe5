import { mkdtempSync, readdirSync, readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** Puts the mails of a spec into a folder of its own. Call it before the server starts. */
export function keepMails(): string {
  const directory = mkdtempSync(join(tmpdir(), "kontor-mails-"))
  process.env.KONTOR_MAIL_DIR = directory
  return directory
}

/** Texts of the mails to an address so far, oldest first. */
export function mailsTo(directory: string, address: string): string[] {
  return readdirSync(directory)
    .sort()
    .map((name) => readFileSync(join(directory, name), "utf8"))
    .filter((eml) => eml.includes(`To: ${address}`))
    .map(plainText)
}

/**
 * Waits for a mail that says so: mails come after the answer, those of two events in either order. Gives up after fifteen seconds, which a
 * busy machine may need.
 */
export async function mailTo(directory: string, address: string, says: string): Promise<string> {
  const found = () => mailsTo(directory, address).find((mail) => mail.includes(says))
  return await until(found, () => `No mail to ${address} says «${says}»:\n${mailsTo(directory, address).join("\n---\n")}`)
}

/** Waits until so many mails have come to an address, and gives all that are there. */
export async function untilMailsTo(directory: string, address: string, count: number): Promise<string[]> {
  const enough = () => {
    const mails = mailsTo(directory, address)
    return mails.length >= count ? mails : undefined
  }
  return await until(enough, () => `${mailsTo(directory, address).length} of ${count} mails came to ${address}`)
}

/** The secret in the link of a mail. */
export function tokenIn(mail: string): string {
  const token = /#token=([\w-]+)/.exec(mail)?.[1]
  if (!token) {
    throw new Error(`The mail has no link:\n${mail}`)
  }
  return token
}

function plainText(eml: string): string {
  const body = /Content-Type: text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(eml)?.[1] ?? ""
  return Buffer.from(body.replace(/\s/g, ""), "base64").toString("utf8")
}

async function until<T>(look: () => T | undefined, complaint: () => string): Promise<T> {
  for (let tries = 0; tries < 150; tries++) {
    const found = look()
    if (found !== undefined) {
      return found
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(complaint())
}
