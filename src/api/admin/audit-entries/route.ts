import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { listAuditEntries } from "../../../database/queries/list-audit-entries"
import { readCursor, writeCursor } from "../../../modules/audit/rules/cursor"
import { managerScopeOf, staffOf } from "../../manager-scope"
import { presentAuditEntries } from "./present-audit-entry"
import type { AdminListAuditEntries } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminListAuditEntries>, res: MedusaResponse): Promise<void> {
  const { limit, cursor, ...filter } = req.validatedQuery
  const after = cursor === undefined ? undefined : readCursor(cursor)
  if (after === null) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, "The cursor is not one of this list.", "cursor_invalid")
  }
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  // One more than asked tells whether there is a next page.
  const rows = await listAuditEntries(db, { filter: { ...filter, after }, scope: managerScopeOf(req), limit: limit + 1 })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  res.json({
    audit_entries: await presentAuditEntries(db, page, staffOf(req)),
    next_cursor: rows.length > limit && last ? writeCursor(last) : null,
  })
}
