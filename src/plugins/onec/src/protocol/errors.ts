/** The `code` of a system error such as "ENOSPC"; undefined when it has none. */
export function errorCode(error: unknown): string | undefined {
  return textOf(error, "code")
}

/** The `type` of a MedusaError. One that crossed the workflow engine keeps its type but not its class. */
export function errorType(error: unknown): string | undefined {
  return textOf(error, "type")
}

/** Something thrown, as an error that a logger can print. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(textOf(thrown, "message") ?? String(thrown))
}

function textOf(thrown: unknown, field: "code" | "type" | "message"): string | undefined {
  const value: unknown = typeof thrown === "object" && thrown !== null ? Reflect.get(thrown, field) : undefined
  return typeof value === "string" ? value : undefined
}
