import { declarationOf, originOf } from "@kontor/framework"
import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { newestOrdersOfClients } from "../../database/queries/newest-orders-of-clients"
import { staffOfUser } from "../../database/queries/staff-of-user"
import { decideStaffAccess } from "../../modules/company/rules/staff-access"
import { guardClient, guardWholePerson, managerScopeOf } from "../manager-scope"
import { holdOrderEdits, markHandPrices, priceAfterEdit, priceBeforePreview } from "./hold-order-edits"
import { decideArea } from "./stock-areas"

type StaffRequest = Partial<Pick<AuthenticatedMedusaRequest, "auth_context">> & MedusaRequest

/**
 * Says who of the staff asks, from the database on every request, so that a changed role works at once. Medusa has authenticated the
 * request before; the few routes that it leaves open have nobody. A secret API key is made by an administrator and has his rights.
 */
async function resolveStaff(req: StaffRequest, _res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const { actor_id, actor_type } = req.auth_context ?? {}
  if (actor_id) {
    const isUser = actor_type === "user"
    const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const user = isUser ? await staffOfUser(db, { user_id: actor_id }) : null
    if (isUser && !user) {
      throw new MedusaError(MedusaError.Types.UNAUTHORIZED, "This user is gone. Sign in again.", "user_gone")
    }
    req.staff = { user_id: actor_id, ...decideStaffAccess(user?.role ?? "admin") }
    req.actor = {
      kind: isUser ? "user" : "system",
      id: actor_id,
      name: user?.name ?? null,
      acting_for_employee_id: null,
      ...originOf(req),
    }
  }
  next()
}

/** Keeps whoever does not administer to own routes made for him, and to the stock routes that `stock-areas.ts` opens to him. */
function holdToArea(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): void {
  const staff = req.staff
  if (!staff || staff.administers) {
    return next()
  }
  const { method } = req
  const path = `${req.baseUrl}${req.path}`.replace(/\/$/, "")
  const own = declarationOf(method, path)
  const fields = [req.query["fields"] ?? ""].flat().join(",")
  const isOpen = own
    ? own.staff === "everyone" || (own.staff === "leads" && staff.sees_all)
    : decideArea({ method, path, fields, user_id: staff.user_id }, staff) === "open"
  if (!isOpen) {
    throw new MedusaError(MedusaError.Types.FORBIDDEN, `${method} ${path} is not open to the role ${staff.role}.`, "role_insufficient")
  }
  next()
}

/** Leaves the clients' orders in the stock list. Runs after Medusa's own query validation. */
async function listOrdersOfClients(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const scope = managerScopeOf(req)
  if (!scope.sees_all) {
    const ids = await newestOrdersOfClients(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), scope)
    req.filterableFields = { $and: [{ ...req.filterableFields }, { id: { $in: ids } }] }
  }
  next()
}

/** A guard without methods covers whatever lies below its path, the routes of plugins too. */
export const adminMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin", middlewares: [resolveStaff, holdToArea] },
  { matcher: "/admin/applications/:id", middlewares: [guardClient("application")] },
  { matcher: "/admin/contracts/:id", middlewares: [guardClient("contract")] },
  { matcher: "/admin/employees/:id", middlewares: [guardClient("employee"), guardWholePerson] },
  { matcher: "/admin/holdings/:id", middlewares: [guardClient("holding")] },
  { matcher: "/admin/legal-entities/:id", middlewares: [guardClient("legal_entity")] },
  { matcher: "/admin/orders/:id", middlewares: [guardClient("order")] },
  { matcher: "/admin/order-edits/:id/items", methods: ["POST"], middlewares: [markHandPrices, priceAfterEdit] },
  { matcher: "/admin/order-edits/:id/items/item/:item_id", methods: ["POST"], middlewares: [priceAfterEdit] },
  { matcher: "/admin/order-edits/:id/items/:action_id", methods: ["POST", "DELETE"], middlewares: [priceAfterEdit] },
  { matcher: "/admin/order-edits/:id/confirm", methods: ["POST"], middlewares: [holdOrderEdits] },
  { matcher: "/admin/orders/:id/preview", methods: ["GET"], middlewares: [priceBeforePreview] },
  { matcher: "/admin/orders", methods: ["GET"], middlewares: [listOrdersOfClients] },
]
