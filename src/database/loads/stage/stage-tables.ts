import { run, type LoadContext } from "../load-context"

/** Kinds of things that come in small numbers next to prices and stock: staged as one JSON document each. */
export const DOCUMENT_KINDS = [
  "group",
  "property",
  "property_value",
  "product",
  "offer",
  "price_type",
  "price_type_rule",
  "price_adjustment",
  "currency_rate",
  "price_threshold",
  "order_rule",
  "visibility_rule",
  "exclusive_label",
  "warehouse",
  "supply",
  "product_relations",
  "product_document",
  "client_category",
  "holding",
  "legal_entity",
  "supplier_entity",
  "contract",
  "delivery_point",
  "person",
  "order_state",
] as const

export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/**
 * References are interned: a package repeats the id of an offer for every price in it, and integers make the stage of 700,000 prices a
 * fifth of the size. One external id may stand under several refs, since only neighbours are compared.
 */
const HOT_TABLES = {
  stage_offer_ref: "ref int, external_id text",
  /** One for each currency that prices of the type are told in. */
  stage_price_type_ref: "ref int, external_id text, currency_code text",
  stage_warehouse_ref: "ref int, external_id text",
  stage_price: "seq int, offer_ref int, type_ref int, amount numeric, coefficient numeric",
  /** Prices of a unit or from a quantity on: few, where there are any. */
  stage_price_tier: "seq int, offer_ref int, type_ref int, from_quantity numeric, amount numeric, coefficient numeric",
  stage_contract_ref: "ref int, external_id text",
  stage_contract_price_list: "seq int, contract_ref int, is_full boolean, currency_code text",
  stage_contract_price:
    "seq int, contract_ref int, offer_ref int, from_quantity numeric, starts_on date, ends_on date, amount numeric, coefficient numeric, document text, is_deleted boolean",
  stage_stock: "seq int, offer_ref int, warehouse_ref int, quantity numeric",
  stage_seen: "external_id text",
  stage_digest: "seq int, external_id text, product uuid, offer uuid, price uuid, stock uuid",
} as const

type HotTable = keyof typeof HOT_TABLES

export type StageTable = HotTable | `stage_${DocumentKind}`

/** Tables that one merge reads, filled or not. */
const READ_TOGETHER: readonly (readonly StageTable[])[] = [
  ["stage_product", "stage_offer", "stage_property", "stage_property_value", "stage_seen"],
  ["stage_price_type_ref", "stage_offer_ref", "stage_price", "stage_price_tier"],
  ["stage_warehouse_ref", "stage_offer_ref", "stage_stock"],
  ["stage_contract_ref", "stage_offer_ref", "stage_contract_price_list", "stage_contract_price"],
  ["stage_client_category", "stage_holding", "stage_supplier_entity", "stage_legal_entity", "stage_person"],
]

/** Tables that live as long as the transaction. To make and drop one takes one to two milliseconds, so that each is made when something has to be written to it. */
export class StageTables {
  private readonly made = new Set<StageTable>()

  constructor(private readonly load: LoadContext) {}

  /** Makes what every load reads. `load_touched` collects the variants whose catalogue rows must be computed anew, maybe twice; new ones in the order of the package. */
  async begin(): Promise<void> {
    await this.load.trx.raw(
      `create temporary table load_issue (position int generated always as identity, severity text, code text, message text, subject text) on commit drop;
       create temporary table load_touched (variant_id text, place int generated always as identity) on commit drop;`
    )
  }

  /** Makes the table, and those that are read with it, unless they are there. */
  async make(table: StageTable): Promise<void> {
    if (this.made.has(table)) {
      return
    }
    const wanted = new Set([table, ...READ_TOGETHER.filter((together) => together.includes(table)).flat()])
    const missing = [...wanted].filter((name) => !this.made.has(name))
    missing.forEach((name) => this.made.add(name))
    await this.load.trx.raw(
      missing.map((name) => `create temporary table ${name} (${COLUMNS[name] ?? DOCUMENT_COLUMNS}) on commit drop;`).join("\n")
    )
  }
}

/** Of hot tables; all others hold documents. */
const COLUMNS: Partial<Record<StageTable, string>> = HOT_TABLES
const DOCUMENT_COLUMNS = "seq int, external_id text, record jsonb"

/** Statistics for the planner, and one row a thing: when a package names it twice the last one counts. */
export async function settleStage(load: LoadContext, filled: ReadonlySet<string>): Promise<void> {
  for (const kind of DOCUMENT_KINDS.filter((kind) => filled.has(`stage_${kind}`))) {
    await run(
      load,
      `delete from stage_${kind} s using (select external_id, max(seq) as last from stage_${kind} group by external_id having count(*) > 1) repeated
       where s.external_id = repeated.external_id and s.seq < repeated.last`
    )
  }
  for (const table of filled) {
    const isDocument = DOCUMENT_KINDS.some((kind) => table === `stage_${kind}`)
    await run(load, `analyze ${table}${isDocument ? " (external_id)" : ""}`)
  }
}
