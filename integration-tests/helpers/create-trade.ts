import type { EmployeeRole, ErpRecord } from "@kontor/framework"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createEmployee } from "./create-employee"
import { loadRecords, TEST_SOURCE } from "./load-records"
import { dealerSession } from "./dealer-session"

type SignIn = Parameters<typeof dealerSession>[0]

/** Base units in stock of every product, by warehouse. */
export const STOCK = { near: "60", far: "40" }

/** Article of the n-th product, from 1. */
export const articleOf = (n: number) => `ART-${String(n).padStart(6, "0")}`

/** The n-th product costs n roubles and 50 kopecks to the dealer, twice that in a shop. */
export const priceOf = (n: number) => `${n}.50`

const price = (n: number, type: string, amount: string): ErpRecord => ({
  kind: "price",
  offer_external_id: `p${n}`,
  price_type_external_id: type,
  amount,
  currency_code: "rub",
  coefficient: "1",
})

const stock = (n: number, warehouse: string, quantity: string): ErpRecord => ({
  kind: "stock",
  offer_external_id: `p${n}`,
  warehouse_external_id: warehouse,
  quantity,
})

/** The second product is sold by 6, the third also in packs of 12. */
function product(n: number): ErpRecord[] {
  const units = [{ code: "796", name: "шт", coefficient: "1" }, ...(n === 3 ? [{ code: "778", name: "упак", coefficient: "12" }] : [])]
  return [
    {
      kind: "product",
      external_id: `p${n}`,
      name: `Product ${n}`,
      article: articleOf(n),
      units,
      requisites: n === 2 ? { Кратность: "6" } : {},
      vat_rate: "20",
      is_service: false,
      is_deleted: false,
    },
    { kind: "offer", external_id: `p${n}`, product_external_id: `p${n}`, is_deleted: false },
  ]
}

/** Offers of the ERP without a change of anything else: new prices, new stock. */
export const change = { price, stock }

/** A supplier with products, two warehouses, a retail and a wholesale price type. */
export function supplierRecords(products: number): ErpRecord[] {
  const numbers = Array.from({ length: products }, (_, index) => index + 1)
  return [
    { kind: "package", content: "catalog", is_full: true, external_id: "c", formed_at: "2026-01-31T10:00:00", schema_version: "2.07" },
    { kind: "price_type", external_id: "retail", name: "Розничная", currency_code: "rub", includes_vat: true },
    { kind: "price_type", external_id: "wholesale", name: "Оптовая", currency_code: "rub", includes_vat: true },
    { kind: "warehouse", external_id: "near", name: "Near", is_deleted: false },
    { kind: "warehouse", external_id: "far", name: "Far", is_deleted: false },
    { kind: "supplier_entity", external_id: "s1", name: "Supplier", is_deleted: false },
    ...entity("1"),
    ...entity("2"),
    ...numbers.flatMap(product),
    ...numbers.flatMap((n) => [price(n, "wholesale", priceOf(n)), price(n, "retail", String(2 * n + 1))]),
    ...numbers.flatMap((n) => [stock(n, "near", STOCK.near), stock(n, "far", STOCK.far)]),
  ]
}

function entity(n: string): ErpRecord[] {
  return [
    { kind: "legal_entity", external_id: `e${n}`, name: `Dealer ${n}`, inn: `770000000${n}`, is_deleted: false },
    {
      kind: "contract",
      external_id: `c${n}`,
      number: `C-${n}`,
      legal_entity_external_id: `e${n}`,
      supplier_entity_external_id: "s1",
      price_type_external_id: "wholesale",
      currency_code: "rub",
      starts_on: null,
      ends_on: null,
      is_blocked: false,
      is_deleted: false,
    },
  ]
}

/** Our id of something that the test ERP sent. */
export async function internalId(container: MedusaContainer, kind: string, externalId: string): Promise<string> {
  const row: unknown = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)("erp_mapping")
    .where({ source: TEST_SOURCE, kind, external_id: externalId })
    .first("internal_id")
  if (typeof row !== "object" || row === null || !("internal_id" in row)) {
    throw new Error(`Nothing is known as ${kind} ${externalId}`)
  }
  return String(row.internal_id)
}

/** Loads the supplier and signs in a person of Dealer 1; `hire` signs in more people. */
export async function createTrade(container: MedusaContainer, api: SignIn, products = 5) {
  const { store } = await loadRecords(container, supplierRecords(products))
  const storefront = { headers: { "x-publishable-api-key": store.publishable_key } }
  const hire = async (dealer: "1" | "2", role: EmployeeRole = "privileged") =>
    dealerSession(
      api,
      storefront,
      await createEmployee(container, { legal_entity_id: await internalId(container, "legal_entity", `e${dealer}`), role })
    )
  return { store, storefront, hire, session: await hire("1") }
}
