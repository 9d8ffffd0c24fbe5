import type { ErpRecord } from "@kontor/framework"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { loadRecords } from "../../helpers/load-records"

jest.setTimeout(180_000)

const records: ErpRecord[] = [
  { kind: "package", content: "catalog", is_full: true, external_id: "c", formed_at: "2026-01-31T10:00:00", schema_version: "2.07" },
  { kind: "group", external_id: "g1", parent_external_id: null, name: "Инструмент", position: 0, is_deleted: false },
  { kind: "group", external_id: "g2", parent_external_id: "g1", name: "Дрели", position: 0, is_deleted: false },
  {
    kind: "product",
    external_id: "p1",
    name: "Дрель ударная",
    article: "DR-1",
    units: [{ code: "796", name: "шт", coefficient: "1" }],
    group_external_ids: ["g2"],
    requisites: { Кратность: "2" },
    vat_rate: "20",
    is_service: false,
    is_deleted: false,
  },
  { kind: "price_type", external_id: "t1", name: "Розничная", currency_code: "rub", includes_vat: true },
  { kind: "warehouse", external_id: "w1", name: "Москва", is_deleted: false },
  { kind: "offer", external_id: "p1", product_external_id: "p1", is_deleted: false },
  { kind: "price", offer_external_id: "p1", price_type_external_id: "t1", amount: "100.50", currency_code: "rub", coefficient: "1" },
  { kind: "stock", offer_external_id: "p1", warehouse_external_id: "w1", quantity: "5" },
]

medusaIntegrationTestRunner({
  testSuite: ({ getContainer }) => {
    it("loads a package and writes nothing the second time", async () => {
      const first = await loadRecords(getContainer(), records)
      process.stderr.write(JSON.stringify(first, null, 1))
      const second = await loadRecords(getContainer(), records)
      process.stderr.write(JSON.stringify(second, null, 1))
      expect(second.counts["products"]).toEqual({ received: 1, created: 0, updated: 0, deleted: 0, unchanged: 1 })
    })
  },
})
