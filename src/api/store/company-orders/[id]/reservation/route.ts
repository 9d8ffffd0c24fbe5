import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { reservationOfOrder } from "../../../../../database/reservations/reservation-of-order"
import { changeReservationWorkflow } from "../../../../../workflows/supply/change-reservation"
import { orderInReach } from "../../../../order-in-reach"

export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { id: order_id } = await orderInReach(req, "edit")
  const deed = { kind: "hold", by: "dealer", partly: false } as const
  await changeReservationWorkflow(req.scope).run({ input: { order_id, deed, reason: null, actor: actorOf(req) } })
  res.json({ reservation: await reservationOfOrder(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), { order_id }) })
}
