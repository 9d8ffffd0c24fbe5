import { ErpPackageError } from "@kontor/framework"

/** Attempts at one file before an infrastructure error counts as final. */
export const ATTEMPTS_MAX = 5

export interface ClassifiedFailure {
  code: string
  message: string
  retry: boolean
}

/** SQLSTATE classes that the same data would bring about again: data exception, integrity violation, syntax or access rule. */
const FINAL_SQL_CLASSES = new Set(["22", "23", "42"])

/**
 * What a failed load means. A package that cannot be trusted stays refused; so does data that the database rejects and a file that is
 * gone. Whatever else goes wrong (a lost connection, a full disk, a deadlock) is tried again, up to {@link ATTEMPTS_MAX} times.
 */
export function classifyFailure(error: unknown, attempts: number): ClassifiedFailure {
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof ErpPackageError) {
    return { code: error.code, message, retry: false }
  }
  const code = errorCode(error)
  if (code === "ENOENT") {
    return { code: "file_missing", message: "The delivered file is no longer in the spool.", retry: false }
  }
  if (code && /^[0-9A-Z]{5}$/.test(code) && FINAL_SQL_CLASSES.has(code.slice(0, 2))) {
    return { code: "data_rejected", message, retry: false }
  }
  return { code: "load_failed", message, retry: attempts < ATTEMPTS_MAX }
}

function errorCode(error: unknown): string | undefined {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined
  return typeof code === "string" ? code : undefined
}
