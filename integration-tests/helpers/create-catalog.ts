import type { ErpOffer, ErpPrice, ErpProduct, ErpRecord } from "@kontor/framework"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { loadRecords } from "./load-records"

/** One product of a fixture; `prices` are amounts by price type, `stock` quantities by warehouse (their external ids). */
export interface ProductFixture {
  id: string
  name: string
  article: string
  group?: string
  prices?: Record<string, string>
  stock?: Record<string, string>
  product?: Partial<ErpProduct>
  offers?: Partial<ErpOffer>[]
}

/** Moment that every fixture's prices are true at, as the ERP writes it (Moscow time). */
export const PRICES_AS_OF = "2026-01-31T10:00:00"

/** Two price types in roubles ("retail" and "dealer"), two warehouses, a tree of groups (tools → drills, other) and the given products. */
export function catalogRecords(products: ProductFixture[]): ErpRecord[] {
  return [
    { kind: "package", content: "catalog", is_full: false, external_id: "c", formed_at: PRICES_AS_OF, schema_version: null },
    ...GROUPS,
    { kind: "price_type", external_id: "retail", name: "Розничная", currency_code: "rub", includes_vat: true },
    { kind: "price_type", external_id: "dealer", name: "Дилерская", currency_code: "rub", includes_vat: true },
    { kind: "warehouse", external_id: "moscow", name: "Москва", is_deleted: false },
    { kind: "warehouse", external_id: "perm", name: "Пермь", is_deleted: false },
    ...products.flatMap(productRecords),
  ]
}

const GROUPS: ErpRecord[] = [
  { kind: "group", external_id: "tools", parent_external_id: null, name: "Инструмент", position: 0, is_deleted: false },
  { kind: "group", external_id: "drills", parent_external_id: "tools", name: "Дрели", position: 0, is_deleted: false },
  { kind: "group", external_id: "other", parent_external_id: null, name: "Прочее", position: 1, is_deleted: false },
]

function productRecords({ id, name, article, group, prices = {}, stock = {}, product, offers = [{}] }: ProductFixture): ErpRecord[] {
  const rows: ErpOffer[] = offers.map((offer) => ({ kind: "offer", external_id: id, product_external_id: id, is_deleted: false, ...offer }))
  return [
    {
      kind: "product",
      external_id: id,
      name,
      article,
      units: [{ code: "796", name: "шт", coefficient: "1" }],
      group_external_ids: [group ?? "other"],
      vat_rate: "20",
      is_service: false,
      is_deleted: false,
      ...product,
    },
    ...rows,
    ...rows.flatMap(({ external_id }) => [
      ...Object.entries(prices).map(([type, amount]): ErpPrice => ({
        kind: "price",
        offer_external_id: external_id,
        price_type_external_id: type,
        amount,
        currency_code: "rub",
        coefficient: "1",
      })),
      ...Object.entries(stock).map(([warehouse, quantity]): ErpRecord => ({
        kind: "stock",
        offer_external_id: external_id,
        warehouse_external_id: warehouse,
        quantity,
      })),
    ]),
  ]
}

/** Loads the products as the ERP would and tells Medusa's ids of what came, by "kind external_id". */
export async function createCatalog(container: MedusaContainer, products: ProductFixture[]) {
  const { store } = await loadRecords(container, catalogRecords(products))
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: { kind: string; external_id: string; internal_id: string }[] }>(`select kind, external_id, internal_id from erp_mapping`)
  const ids = new Map(rows.map(({ kind, external_id, internal_id }) => [`${kind} ${external_id}`, internal_id]))
  const idOf = (kind: "group" | "product" | "offer" | "price_type" | "warehouse", externalId: string): string => {
    const id = ids.get(`${kind} ${externalId}`)
    if (!id) {
      throw new Error(`The catalogue has no ${kind} "${externalId}"`)
    }
    return id
  }
  return { store, idOf }
}
