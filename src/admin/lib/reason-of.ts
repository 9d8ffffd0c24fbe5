import { Refused } from "./send"

/** As i18next has it. */
type Translate = (key: string, options?: Record<string, unknown>) => string

/** What a refusal is about, as the server's words name it: «DR-1». Empty where they name nothing. */
export function subjectIn(message: string): string {
  return /«([^»]+)»/.exec(message)?.[1] ?? ""
}

/** Fields that the server could not read: "Invalid request: slug: Invalid string; lines.0.quantity: …" */
export function fieldsIn(message: string): string {
  const faults = message.replace("Invalid request: ", "").split("; ")
  return [...new Set(faults.flatMap((fault) => /^([\w.]+): /.exec(fault)?.[1] ?? []))].join(", ")
}

/** By the status, what went wrong where the server gave no code that has a text. */
const BY_STATUS: Record<number, string> = {
  401: "signedOut",
  403: "notAllowed",
  404: "missing",
  409: "meanwhile",
  413: "tooLarge",
  429: "tooMany",
}

/**
 * Why something was not done, in the reader's language: by the code of the refusal, else by what its status means. The server's own words stand only
 * where neither says anything.
 */
export function reasonOf(t: Translate, error: Error): string {
  if (!(error instanceof Refused)) {
    // What fetch throws when there is nobody to answer.
    return error instanceof TypeError ? t("failed.network") : error.message
  }
  const { code, status, message } = error
  const byStatus = status >= 500 ? "server" : BY_STATUS[status]
  const known = code === null ? "" : t(`refused.${code}`, { defaultValue: "", what: subjectIn(message) })
  if (known) {
    return known
  }
  if (message.startsWith("Invalid request: ")) {
    return t("failed.invalid", { what: fieldsIn(message) })
  }
  return byStatus ? t(`failed.${byStatus}`) : message
}
