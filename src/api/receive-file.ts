import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import multer from "multer"

/** An uploaded file, whole in memory. */
export interface ReceivedFile {
  buffer: Buffer
  originalname: string
}

/**
 * For routes that take one file, in the multipart field `file`.
 *
 * @param what begins the codes of refusals: `order_file` makes `order_file_missing`
 */
export function fileReceiver({ what, max_bytes }: { what: string; max_bytes: number }) {
  const limits = { fileSize: max_bytes, files: 1, fields: 10 }
  const upload = multer({ storage: multer.memoryStorage(), limits, defParamCharset: "utf8" }).single("file")

  /** Middleware: reads the file; a larger one is refused while it still comes in. */
  function receive(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
    upload(req, res, (error: unknown) => {
      if (error instanceof multer.MulterError) {
        return next(
          error.code === "LIMIT_FILE_SIZE"
            ? refusal(`The file is larger than ${max_bytes} bytes`, `${what}_too_large`)
            : refusal(`The upload is not one file in the multipart field \`file\` (${error.code})`, "upload_invalid")
        )
      }
      return next(error)
    })
  }

  /** The file. Throws with code `…_missing` when the request carries none. */
  function received(req: MedusaRequest & { file?: ReceivedFile }): ReceivedFile {
    if (!req.file) {
      throw refusal("Send the file as the multipart field `file`", `${what}_missing`)
    }
    return req.file
  }

  return { receive, received }
}

function refusal(message: string, code: string): MedusaError {
  return new MedusaError(MedusaError.Types.INVALID_DATA, message, code)
}
