import type { ErpRecord } from "@kontor/framework"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { COUNT_NAMES } from "../../../src/database/loads/stage/stage-records"
import { loadRecords } from "../../helpers/load-records"
import { adjustment, contractPrice, priceList } from "../../helpers/price-records"

jest.setTimeout(240_000)

type Kind = keyof typeof COUNT_NAMES

const named = { external_id: "x", name: "Имя", is_deleted: false }
const everyone = { kind: "everyone", external_id: null } as const
const always = { starts_on: null, ends_on: null, document: null, is_deleted: false }

/** One record of each kind; what it refers to is unknown. */
const ALONE: { [K in Kind]: Extract<ErpRecord, { kind: K }> } = {
  group: { kind: "group", ...named, parent_external_id: null, position: 1 },
  property: { kind: "property", ...named, value_type: "text", is_for_offers: false },
  property_value: { kind: "property_value", external_id: "x", property_external_id: "p", value: "Красный" },
  product: { kind: "product", ...named, is_service: false, properties: [{ property_external_id: "p", value: "x" }] },
  offer: { kind: "offer", ...named, product_external_id: "y" },
  price_type: { kind: "price_type", external_id: "x", name: "Оптовая", currency_code: "rub", includes_vat: true },
  price_type_rule: { kind: "price_type_rule", external_id: "y", region: "Урал" },
  price_adjustment: adjustment("x"),
  currency_rate: { kind: "currency_rate", currency_code: "usd", in_currency: "rub", on_date: "2026-02-01", rate: "90", nominal: "1", is_deleted: false },
  price_threshold: { kind: "price_threshold", external_id: "x", scope: everyone, basis: "total", from_amount: "1000", currency_code: "rub", price_type_external_id: "y", ...always },
  order_rule: { kind: "order_rule", external_id: "x", scope: everyone, target: {}, unit_code: null, multiplicity: "2", minimum: null, maximum: null, document: null, is_deleted: false },
  visibility_rule: { kind: "visibility_rule", ...named, scope: everyone, target: { brand: "Bosch" }, effect: "hide" },
  exclusive_label: { kind: "exclusive_label", label: "sale", is_deleted: false },
  warehouse: { kind: "warehouse", ...named },
  supply: { kind: "supply", external_id: "x", number: "1", state: "planned", expected_on: "2026-03-01", are_lines_whole: true, is_deleted: false,
    lines: [{ offer_external_id: "y", quantity: "1", arrived: "0", coefficient: "1" }] },
  product_relations: { kind: "product_relations", product_external_id: "y", relation: "related", to_external_ids: ["z"], is_mutual: false },
  product_document: { kind: "product_document", external_id: "x", document_kind: "other", title: "Паспорт", file: "import_files/1.pdf", is_deleted: false },
  client_category: { kind: "client_category", ...named },
  holding: { kind: "holding", ...named },
  legal_entity: { kind: "legal_entity", ...named },
  supplier_entity: { kind: "supplier_entity", ...named },
  contract: { kind: "contract", external_id: "x", number: "1", legal_entity_external_id: "y", supplier_entity_external_id: "y", price_type_external_id: "y",
    currency_code: "rub", starts_on: null, ends_on: null, is_blocked: false, is_deleted: false },
  delivery_point: { kind: "delivery_point", ...named, legal_entity_external_id: "y", is_consignee: false },
  person: { kind: "person", ...named, email: "person@dealer.example" },
  order_state: { kind: "order_state", external_id: null, number: "K1", erp_number: null, erp_date: null, status: null, is_posted: null, is_cancelled: false,
    paid_on: null, shipped_on: null, total: null, currency_code: null, lines: [] },
  price: { kind: "price", offer_external_id: "y", price_type_external_id: "y", amount: "1", currency_code: null, coefficient: "1" },
  stock: { kind: "stock", offer_external_id: "y", warehouse_external_id: "y", quantity: "1" },
  contract_price_list: priceList("y", true),
  contract_price: contractPrice("y", "1"),
} // prettier-ignore

medusaIntegrationTestRunner({
  testSuite: ({ getContainer }) => {
    describe("a package of one record alone", () => {
      it.each(Object.values(ALONE).map((record) => [record.kind, record] as const))("is read to its end: %s", async (kind, record) => {
        const { counts } = await loadRecords(getContainer(), [record])
        expect(counts[COUNT_NAMES[kind]]).toMatchObject({ received: 1 })
      })

      it("is read to its end: a price from a quantity on, and stock as one sum", async () => {
        const { counts } = await loadRecords(getContainer(), [{ ...ALONE.price, from_quantity: "5" }])
        expect(counts["prices"]).toMatchObject({ received: 1 })
        const sum = await loadRecords(getContainer(), [{ ...ALONE.stock, warehouse_external_id: null }])
        expect(sum.counts["stock"]).toMatchObject({ received: 1 })
      })
    })
  },
})
