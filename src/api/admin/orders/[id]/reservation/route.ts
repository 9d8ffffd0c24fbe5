import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { currencyOfOrder } from "../../../../../database/queries/currency-of-order"
import type { ReservationDeed } from "../../../../../database/reservations/change-by-hand"
import { reservationOfOrder, reservedLines } from "../../../../../database/reservations/reservation-of-order"
import { changeReservationWorkflow } from "../../../../../workflows/supply/change-reservation"
import type { AdminChangeOrderReservation, AdminOrderReservationResponse } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminOrderReservationResponse>): Promise<void> {
  await requireOrder(req)
  await tell(req, res)
}

export async function POST(
  req: AuthenticatedMedusaRequest<AdminChangeOrderReservation>,
  res: MedusaResponse<AdminOrderReservationResponse>
): Promise<void> {
  const order_id = await requireOrder(req)
  const { reason } = req.validatedBody
  await changeReservationWorkflow(req.scope).run({ input: { order_id, deed: deedOf(req.validatedBody), reason, actor: actorOf(req) } })
  await tell(req, res)
}

function deedOf({ action, until = null, partly = false }: AdminChangeOrderReservation): ReservationDeed {
  switch (action) {
    case "prolong":
      return { kind: "prolong", until }
    case "release":
      return { kind: "release" }
    case "hold":
      return { kind: "hold", by: "staff", partly }
  }
}

async function requireOrder(req: AuthenticatedMedusaRequest<unknown>): Promise<string> {
  const { id = "" } = req.params
  if ((await currencyOfOrder(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), id)) === null) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no order ${id}.`)
  }
  return id
}

async function tell(req: AuthenticatedMedusaRequest<unknown>, res: MedusaResponse<AdminOrderReservationResponse>): Promise<void> {
  const { id: order_id = "" } = req.params
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  res.json({ reservation: await reservationOfOrder(db, { order_id }), ...(await reservedLines(db, { order_id })) })
}
