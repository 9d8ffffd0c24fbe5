import type { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import type { UploadedImage } from "../../database/images/uploaded-images"
import { isShownImage } from "../../modules/content/rules/shown-image"
import { forgetUploadWorkflow, noteUploadsWorkflow } from "../../workflows/images/note-uploads"
import { beforeAnswer } from "../before-answer"

/**
 * Medusa keeps the addresses of a product's images and not their ids in the File module, by which alone they can be read: the ids are noted when the
 * images are uploaded.
 */
function noteUploads(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  beforeAnswer(res, next, (body) => {
    const images = imagesIn(body, req.files)
    return images.length > 0 ? noteUploadsWorkflow(req.scope).run({ input: images }) : null
  })
  next()
}

function forgetUpload(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  beforeAnswer(res, next, () => forgetUploadWorkflow(req.scope).run({ input: { file_id: req.params["id"] ?? "" } }))
  next()
}

/** Files are answered in the order in which they came. */
function imagesIn(body: unknown, uploads: MedusaRequest["files"]): UploadedImage[] {
  const files: unknown = typeof body === "object" && body !== null ? Reflect.get(body, "files") : null
  if (!Array.isArray(files) || !Array.isArray(uploads)) {
    return []
  }
  return files.flatMap((file: unknown, place) => {
    const isStored = typeof file === "object" && file !== null && "id" in file && "url" in file
    return isStored && isShownImage(uploads[place]?.mimetype ?? "") ? [{ file_id: String(file.id), url: String(file.url) }] : []
  })
}

export const uploadMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/uploads", methods: ["POST"], middlewares: [noteUploads] },
  { matcher: "/admin/uploads/:id", methods: ["DELETE"], middlewares: [forgetUpload] },
]
