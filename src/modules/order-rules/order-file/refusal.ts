import { MedusaError } from "@medusajs/framework/utils"

export type OrderFileRefusalCode =
  | "order_file_busy"
  | "order_file_columns_unknown"
  | "order_file_empty"
  | "order_file_encrypted"
  | "order_file_too_large"
  | "order_file_too_many_rows"
  | "order_file_too_slow"
  | "order_file_unreadable"

/** The whole file is refused. Its code is stable; `details` carries the figures of the message for a client's own wording. */
export class OrderFileRefusal extends MedusaError {
  readonly details: Record<string, unknown>

  constructor(code: OrderFileRefusalCode, message: string, details: Record<string, unknown> = {}) {
    super(MedusaError.Types.INVALID_DATA, message, code)
    this.details = details
  }
}

export function encryptedFile(): OrderFileRefusal {
  return new OrderFileRefusal("order_file_encrypted", "The file is protected by a password: save it without one")
}

export function unreadableFile(reason: string): OrderFileRefusal {
  return new OrderFileRefusal("order_file_unreadable", `The file cannot be read: ${reason}`)
}
