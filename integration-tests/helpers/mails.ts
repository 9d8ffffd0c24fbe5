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

/** Waits for a mail that comes after the answer; gives up after five seconds. */
export async function nextMailTo(directory: string, address: string, after = 0): Promise<string> {
  for (let tries = 0; tries < 50; tries++) {
    const mail = mailsTo(directory, address)[after]
    if (mail !== undefined) {
      return mail
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`No mail number ${after + 1} came to ${address}`)
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
