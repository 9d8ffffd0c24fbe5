export type EmulatorErrorCode =
  "network" | "timeout" | "http_status" | "reply_unreadable" | "server_failure" | "too_many_polls" | "order_refused" | "base_unreadable"

/** The exchange stopped as 1C would stop it: with a machine code and what the server said. */
export class EmulatorError extends Error {
  constructor(
    readonly code: EmulatorErrorCode,
    message: string
  ) {
    super(message)
    this.name = "EmulatorError"
  }
}
