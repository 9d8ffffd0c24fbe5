import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import multer from "multer"
import { DEFAULT_ORDER_FILE_LIMITS } from "../../../modules/order-rules/order-file"

const { max_bytes } = DEFAULT_ORDER_FILE_LIMITS
const receive = multer({ storage: multer.memoryStorage(), limits: { fileSize: max_bytes, files: 1, fields: 10 } }).single("file")

/** The uploaded order form, whole in memory. */
export interface UploadedForm {
  buffer: Buffer
  originalname: string
}

/** Reads the form field `file`; a larger upload is refused while it still comes in. */
export function receiveOrderForm(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  receive(req, res, (error: unknown) => {
    if (error instanceof multer.MulterError) {
      return next(new MedusaError(MedusaError.Types.INVALID_DATA, uploadMessage(error.code), uploadCode(error.code)))
    }
    return next(error)
  })
}

/** The uploaded form. Throws with code `order_file_missing` when the request carries none. */
export function uploadedForm(req: MedusaRequest & { file?: UploadedForm }): UploadedForm {
  if (!req.file) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, "Send the order form as the multipart field `file`", "order_file_missing")
  }
  return req.file
}

function uploadCode(code: string): string {
  return code === "LIMIT_FILE_SIZE" ? "order_file_too_large" : "upload_invalid"
}

function uploadMessage(code: string): string {
  return code === "LIMIT_FILE_SIZE"
    ? `The file is larger than ${max_bytes} bytes`
    : `The upload is not one file in the multipart field \`file\` (${code})`
}
