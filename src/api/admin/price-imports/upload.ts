import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import multer from "multer"

const BYTES_MAX = 20 * 1024 * 1024

const receive = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: BYTES_MAX, files: 1, fields: 1 },
  defParamCharset: "utf8",
}).single("file")

/** Reads the form field `file` into memory; a larger upload is refused while it still comes in. */
export function receivePriceFile(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  receive(req, res, (error: unknown) => {
    if (error instanceof multer.MulterError) {
      return next(
        error.code === "LIMIT_FILE_SIZE"
          ? refusal(`The file is larger than ${BYTES_MAX} bytes.`, "price_file_too_large")
          : refusal(`The upload is not one file in the multipart field \`file\` (${error.code}).`, "upload_invalid")
      )
    }
    return next(error)
  })
}

/** The uploaded file. Throws with code `price_file_missing` when the request carries none. */
export function uploadedPriceFile(req: MedusaRequest & { file?: { buffer: Buffer; originalname: string } }): {
  buffer: Buffer
  filename: string
} {
  if (!req.file) {
    throw refusal("Send the file of prices as the multipart field `file`.", "price_file_missing")
  }
  return { buffer: req.file.buffer, filename: req.file.originalname }
}

function refusal(message: string, code: string): MedusaError {
  return new MedusaError(MedusaError.Types.INVALID_DATA, message, code)
}
