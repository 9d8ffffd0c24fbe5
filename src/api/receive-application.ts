import { invalidRequest } from "@kontor/framework"
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { ZodType } from "@medusajs/framework/zod"
import multer from "multer"
import type { UploadedFile } from "../workflows/files/store-private-file"
import { holdsNul } from "./nul-characters"

const MEGABYTE = 1024 * 1024
const FILE_BYTES_MAX = 10 * MEGABYTE
const FILES_MAX = 10
/** Of all files together: they are held in memory until they are stored. */
const UPLOAD_BYTES_MAX = 40 * MEGABYTE
const FORM_BYTES_MAX = 64 * 1024

const receiver = (fieldSize: number) =>
  multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: FILE_BYTES_MAX, files: FILES_MAX, fields: 1, fieldSize, parts: FILES_MAX + 1 },
    defParamCharset: "utf8",
  }).array("files")

/** Content types that routes with {@link receiveForm} take. */
export const FORM_CONTENT_TYPES = ["multipart/form-data", "application/json"]

/**
 * Middleware: a form with files (multipart: the field `data` is JSON, `files` are the files) or without (a JSON body). The form lands in
 * `validatedBody`; {@link uploadsOf} gives the files. What is too large is refused while it still comes in.
 *
 * @param form_bytes_max of the field `data`
 */
export function receiveForm(schema: ZodType, { form_bytes_max = FORM_BYTES_MAX }: { form_bytes_max?: number } = {}) {
  const receive = receiver(form_bytes_max)
  return (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void => {
    if (!req.headers["content-type"]?.toLowerCase().startsWith("multipart/form-data")) {
      return next(problemOf(req, schema, req.body))
    }
    const bytes = Number(req.headers["content-length"] ?? NaN)
    if (!(bytes <= UPLOAD_BYTES_MAX)) {
      return next(refusal(`An upload tells its size and has at most ${UPLOAD_BYTES_MAX} bytes.`, "upload_too_large"))
    }
    receive(req, res, (error: unknown) => {
      next(error instanceof multer.MulterError ? uploadProblem(error) : (error ?? problemOfUpload(req, schema)))
    })
  }
}

/** The files of the form. */
export function uploadsOf(req: { files?: unknown }): UploadedFile[] {
  const files = Array.isArray(req.files) ? (req.files as { originalname: string; buffer: Buffer }[]) : []
  return files.map(({ originalname, buffer }) => ({ name: originalname, content: buffer }))
}

/** A form that came with files was not there yet when the rest of the request was searched for NUL. */
function problemOfUpload(req: MedusaRequest, schema: ZodType): MedusaError | undefined {
  const data = dataOf(req.body)
  return holdsNul(data) ? refusal("Invalid request: it holds a NUL character.", "nul_character") : problemOf(req, schema, data)
}

/** The JSON in the field `data`; undefined when it is none. */
function dataOf(body: unknown): unknown {
  const data: unknown = typeof body === "object" && body !== null && "data" in body ? body.data : undefined
  try {
    return typeof data === "string" ? JSON.parse(data) : undefined
  } catch {
    return undefined
  }
}

function problemOf(req: MedusaRequest, schema: ZodType, form: unknown): MedusaError | undefined {
  const result = schema.safeParse(form)
  if (!result.success) {
    return invalidRequest(result.error.issues, "form")
  }
  req.validatedBody = result.data
  return undefined
}

function uploadProblem({ code }: { code: string }): MedusaError {
  if (code === "LIMIT_FILE_SIZE") {
    return refusal(`A file has at most ${FILE_BYTES_MAX} bytes.`, "file_too_large")
  }
  if (code === "LIMIT_FILE_COUNT") {
    return refusal(`At most ${FILES_MAX} files are taken.`, "too_many_files")
  }
  return refusal(`The upload has a field \`data\` with JSON and files in \`files\` (${code}).`, "upload_invalid")
}

function refusal(message: string, code: string): MedusaError {
  return new MedusaError(MedusaError.Types.INVALID_DATA, message, code)
}
