import { decideOrderStage, type OrderProgress } from "../decide-order-stage"

const erp = (change: Partial<NonNullable<OrderProgress["erp"]>> = {}): OrderProgress["erp"] => ({
  status: "К отгрузке",
  is_cancelled: false,
  paid_on: null,
  shipped_on: null,
  ...change,
})

describe("decideOrderStage", () => {
  it.each([
    ["waits while nobody has fetched it", { outbox_state: "pending", erp: null }, "waiting_for_erp"],
    ["waits while the ERP has not committed it", { outbox_state: "sent", erp: null }, "waiting_for_erp"],
    ["waits after a failed attempt", { outbox_state: "failed", erp: null }, "waiting_for_erp"],
    ["is accepted when the ERP has committed it", { outbox_state: "confirmed", erp: null }, "accepted"],
    ["is accepted when the ERP reports a state before the commit is known", { outbox_state: "sent", erp: erp() }, "accepted"],
    ["is paid", { outbox_state: "confirmed", erp: erp({ paid_on: "2026-01-31" }) }, "paid"],
    ["is shipped, paid or not", { outbox_state: "confirmed", erp: erp({ shipped_on: "2026-02-01" }) }, "shipped"],
    [
      "is cancelled whatever else is known",
      { outbox_state: "confirmed", erp: erp({ is_cancelled: true, paid_on: "2026-01-31" }) },
      "cancelled",
    ],
  ] satisfies [string, OrderProgress, string][])("%s", (_title, progress, stage) => {
    expect(decideOrderStage(progress)).toBe(stage)
  })
})
