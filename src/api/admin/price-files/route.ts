import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { MIME_TYPES } from "../../../modules/document/rules/mime-types"
import { writePriceFile } from "../../../workflows/pricing/files/write-price-file"
import { requireSubject } from "../../../workflows/pricing/require-subject"
import { localeOf } from "../../locale-of"
import { sendFile } from "../../send-file"
import type { AdminPriceFileQuery } from "../price-imports/validators"

/** What no file system takes in the name of a file becomes a dash: a number of a contract has a slash. */
const fileWord = (name: string) => name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, "-").slice(0, 100)

const NAMES = { price_type: "prices", contract: "prices", stock: "stock", position: "order" }

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminPriceFileQuery>, res: MedusaResponse): Promise<void> {
  const { kind, id } = req.validatedQuery
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { source, name } = await requireSubject(db, { kind, id }, { forChange: false })
  const content = await writePriceFile(db, { kind, id }, { locale: localeOf(req), withUnfilled: source === "portal" })
  sendFile(res, {
    name: `${[NAMES[kind], ...(kind === "position" ? [] : [fileWord(name)])].join("-")}.xlsx`,
    mime_type: MIME_TYPES.xlsx,
    content,
  })
}
