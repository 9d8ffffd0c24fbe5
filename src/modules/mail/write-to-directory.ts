import { randomUUID } from "node:crypto"
import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { createTransport, type SendMailOptions } from "nodemailer"

/** Builds the message as it would go over the wire, and nothing more. */
const builder = createTransport({ streamTransport: true, buffer: true, newline: "windows" })

/** Puts a message down as .eml, readable by the server's user alone, since it may carry a link that signs in. Returns the file's name. */
export async function writeToDirectory(directory: string, message: SendMailOptions): Promise<string> {
  const built = await builder.sendMail({ ...message, textEncoding: "base64" })
  const name = `${new Date().toISOString().replace(/[:.]/g, "-")}-${randomUUID()}.eml`
  await mkdir(directory, { recursive: true, mode: 0o700 })
  await writeFile(join(directory, name), built.message, { mode: 0o600 })
  return name
}
