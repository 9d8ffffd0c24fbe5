import { randomUUID } from "node:crypto"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import {
  claimImages,
  type ImageSource,
  keepThumbnails,
  type MadeThumbnail,
  productsOfImages,
  releaseImages,
} from "../../database/images/due-thumbnails"
import { productsOfUploads } from "../../database/images/uploaded-images"
import { hangImages } from "../../database/loads/hang-images"
import { refreshCatalogEntries } from "../../database/loads/refresh-catalog-entries"
import { removeNeedlessFiles } from "../files/remove-needless-files"
import { makeThumbnail, THUMBNAIL_TYPE } from "./make-thumbnail"

/** Images of one turn: their products are refreshed at once, and each refresh makes kept facets be counted anew. */
const IMAGES_MAX = 200
/** The next turn comes with the next minute. */
const TURN_MS = 40_000

/** Nothing is undone: a thumbnail is kept with its image or not at all, and can be made again. */
const makeThumbnailsStep = createStep("make-thumbnails", async (_: void, { container }) => {
  const deadline = Date.now() + TURN_MS
  const content = await makeThumbnailsOf(container, "content", deadline)
  const staff = await makeThumbnailsOf(container, "staff", deadline)
  return new StepResponse({ content, staff, erp: await makeThumbnailsOf(container, "erp", deadline) })
})

/** Makes thumbnails of images that have none: those of content, and those of products that the staff uploaded or the ERP sent. How many were made or found needless. */
export const makeThumbnailsWorkflow = createWorkflow("make-thumbnails", () => {
  return new WorkflowResponse(makeThumbnailsStep())
})

async function makeThumbnailsOf(container: MedusaContainer, source: ImageSource, deadline: number): Promise<number> {
  const db: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const claimed = await claimImages(db, { source, limit: IMAGES_MAX })
  const made: MadeThumbnail[] = []
  let place = 0
  for (; place < claimed.length && Date.now() < deadline; place++) {
    const thumbnail = await tryThumbnail(container, source, claimed[place] ?? "")
    made.push(...(thumbnail ? [thumbnail] : []))
  }
  if (place < claimed.length) {
    await releaseImages(db, { source, file_ids: claimed.slice(place) })
  }
  return made.length > 0 ? keepMade(container, source, made) : 0
}

/** Null where it could not be made: the image stands for itself, and is tried again later. */
async function tryThumbnail(container: MedusaContainer, source: ImageSource, file_id: string): Promise<MadeThumbnail | null> {
  const files = container.resolve(Modules.FILE)
  try {
    const content = await makeThumbnail(await files.getAsBuffer(file_id))
    if (content === null) {
      return { file_id, thumbnail: null }
    }
    const { id, url } = await files.createFiles({
      filename: `thumbnail-${randomUUID()}.${THUMBNAIL_TYPE.extension}`,
      mimeType: THUMBNAIL_TYPE.mime_type,
      content: content.toString("base64"),
      access: source === "content" ? "private" : "public",
    })
    return { file_id, thumbnail: { file_id: id, url } }
  } catch (error) {
    const [reason = ""] = (error instanceof Error ? error.message : String(error)).split("\n")
    container.resolve(ContainerRegistrationKeys.LOGGER).warn(`No thumbnail was made of file ${file_id}: ${reason}`)
    return null
  }
}

/** Keeps thumbnails, and shows those of products in the same transaction; whatever is not kept is removed again. */
async function keepMade(container: MedusaContainer, source: ImageSource, made: MadeThumbnail[]): Promise<number> {
  let kept: string[] = []
  try {
    kept = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).transaction(async (trx) => {
      const file_ids = await keepThumbnails(trx, { source, made })
      await showThumbnails(trx, source, file_ids)
      return file_ids
    })
  } finally {
    const lost = made.flatMap(({ file_id, thumbnail }) => (thumbnail && !kept.includes(file_id) ? [thumbnail.file_id] : []))
    await removeNeedlessFiles(container, lost)
  }
  return kept.length
}

/** A product of the ERP gets its thumbnail. What the staff chose stays as it is, and the catalogue shows the thumbnail in its place. */
async function showThumbnails(trx: Knex.Transaction, source: ImageSource, file_ids: string[]): Promise<void> {
  if (source === "content") {
    return
  }
  const productIds =
    source === "erp" ? await hangImages(trx, await productsOfImages(trx, file_ids)) : await productsOfUploads(trx, file_ids)
  if (productIds.length > 0) {
    await refreshCatalogEntries(trx, { productIds })
  }
}
