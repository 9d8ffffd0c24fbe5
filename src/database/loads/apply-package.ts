import type { ErpRecord } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { lockCategoryTree } from "../groups/lock-category-tree"
import { lockGoodsOfRules } from "../pricing/lock-price-rules"
import { lockPromises } from "../promises/lock-promises"
import { lockReservations } from "../reservations/lock-reservations"
import { beginLoad, type LoadInput } from "./begin-load"
import { saveIssues } from "./issues"
import { packageFingerprint, recallPackage, rememberPackage, stageKnown } from "./known-package"
import { run, type LoadContext, type LoadCounts } from "./load-context"
import { bindAwaited } from "./merge/awaited-goods"
import { EarlyGoods } from "./merge/early-goods"
import { mergeContractPrices } from "./merge/merge-contract-prices"
import { mergeContracts } from "./merge/merge-contracts"
import { mergeCurrencyRates } from "./merge/merge-currency-rates"
import { mergeDeliveryPoints } from "./merge/merge-delivery-points"
import { mergeExclusiveLabels } from "./merge/merge-exclusive-labels"
import { mergeGroups } from "./merge/merge-groups"
import { mergeImages } from "./merge/merge-images"
import { mergeOrderStates } from "./merge/merge-order-states"
import { mergePartners } from "./merge/merge-partners"
import { mergePeople } from "./merge/merge-people"
import { mergePlacements } from "./merge/merge-placements"
import { mergePriceAdjustments } from "./merge/merge-price-adjustments"
import { mergeOrderRules } from "./merge/merge-order-rules"
import { mergePriceThresholds } from "./merge/merge-price-thresholds"
import { mergePriceTypeRules } from "./merge/merge-price-type-rules"
import { mergePriceTypes } from "./merge/merge-price-types"
import { mergePriceTiers, promotePlainPrices } from "./merge/merge-price-tiers"
import { mergePrices, resolvePriceTypes } from "./merge/merge-prices"
import { mergeProductDocuments } from "./merge/merge-product-documents"
import { mergeProductRelations } from "./merge/merge-product-relations"
import { areGoodsNew, mergeProducts, noteUnknownProperties } from "./merge/merge-products"
import { mergeProperties } from "./merge/merge-properties"
import { mergeStock } from "./merge/merge-stock"
import { mergeSupplies } from "./merge/merge-supplies"
import { mergeVisibilityRules } from "./merge/merge-visibility-rules"
import { mergeUnits } from "./merge/merge-units"
import { mergeVariants } from "./merge/merge-variants"
import { mergeWarehouses } from "./merge/merge-warehouses"
import { noteStockFreshness } from "./merge/note-stock-freshness"
import { mirrorRetailPrices } from "./merge/mirror-retail-prices"
import { parseFormedAt } from "./parse-formed-at"
import { planForChange } from "./plan-for-change"
import { recordSeen, recordSeenAgain } from "./record-seen"
import { refreshCatalogEntries } from "./refresh-catalog-entries"
import { forgetStaleDigests, saveDigests } from "./stage/digests"
import { stageRecords } from "./stage/stage-records"
import { settleStage, StageTables } from "./stage/stage-tables"

export interface PackageInput extends LoadInput {
  /** Digest of the file's bytes; null when the records come from no file. The same bytes are not read twice in vain. */
  sha256: string | null
  records: AsyncIterable<ErpRecord[]>
}

export interface PackageOutcome {
  counts: LoadCounts
  issue_count: number
  /** As the sender wrote it. */
  formed_at: string | null
}

/**
 * Reads a package to its end into stage tables and merges it into the database, in the order in which things refer to each other. All
 * happens in the caller's transaction: an error leaves nothing behind. A package that changes nothing writes no row.
 */
export async function applyPackage(trx: Knex.Transaction, input: PackageInput): Promise<PackageOutcome> {
  const load = await beginLoad(trx, input)
  const tables = new StageTables(load)
  await tables.begin()
  const hasHistory = await forgetStaleDigests(load)
  const fingerprint = input.sha256 && packageFingerprint(load, input.sha256)
  const known = fingerprint ? await recallPackage(load, fingerprint) : null
  const early = new EarlyGoods(load)
  const staged = await stageRecords(load, known ? inOneBatch(known.records) : input.records, { tables, isFirst: !hasHistory, early })
  const filled = new Set(staged.filled)
  if (known) {
    await stageKnown(load, tables, known)
    filled.add("stage_price_type_ref")
  }
  await settleStage(load, filled)
  if (filled.has("stage_price_tier")) {
    await promotePlainPrices(load)
    filled.add("stage_price")
  }
  await planForChange(load, staged.things)
  const formedAt = parseFormedAt(staged.formedAt, input.options.timeZone)
  load.asOf = formedAt ?? input.receivedAt

  const has = (...kinds: string[]) => kinds.some((kind) => filled.has(`stage_${kind}`))
  await lockWhatIsShared(load, has)
  const retailChanged = await mergeCatalogue(load, early, has)
  if (has("price_type_ref")) {
    await resolvePriceTypes(load, formedAt)
  }
  if (has("price")) {
    await mergePrices(load)
    await mergePriceTiers(load)
  }
  if (retailChanged || has("price")) {
    await mirrorRetailPrices(load, retailChanged ? "type_price" : "load_price_change")
  }
  await mergeStockOf(load, formedAt, has)
  await mergeAroundGoods(load, has)
  if (has("client_category", "holding", "supplier_entity", "legal_entity", "person")) {
    await mergePartners(load)
  }
  if (has("delivery_point")) {
    await mergeDeliveryPoints(load)
  }
  if (has("person", "legal_entity")) {
    await mergePeople(load)
  }
  if (has("contract")) {
    await mergeContracts(load)
  }
  await mergePriceRules(load, has)
  if (has("order_state")) {
    await mergeOrderStates(load)
  }
  if (has("digest")) {
    await saveDigests(load)
  }
  if (known) {
    await recordSeenAgain(load, input.runId, known.run_id)
  } else if (staged.hasCatalog && has("product", "seen")) {
    await recordSeen(load, input.runId, staged.isFull, has("product"))
  }
  if (fingerprint && !known && staged.memo.isKept && load.gaps.size === 0) {
    await rememberPackage(load, fingerprint, staged.memo, input.runId)
  }
  await saveIssues(load, input.runId)
  return { counts: load.counts, issue_count: load.issueCount, formed_at: staged.formedAt }
}

/** Stock, and how fresh that of each warehouse is, changed or not. */
async function mergeStockOf(load: LoadContext, formedAt: Date | null, has: (...kinds: string[]) => boolean): Promise<void> {
  if (has("stock")) {
    await mergeStock(load)
  }
  if (has("warehouse_ref")) {
    await noteStockFreshness(load, formedAt)
  }
}

/** Locks that others have before those on rows, and so does a load. */
async function lockWhatIsShared({ trx }: LoadContext, has: (...kinds: string[]) => boolean): Promise<void> {
  if (has("group")) {
    await lockCategoryTree(trx)
  }
  if (has("supply")) {
    await lockPromises(trx, "alone")
  }
  if (has("order_state", "supply")) {
    await lockReservations(trx, "shared")
  }
  if (has("price_adjustment", "exclusive_label", "visibility_rule")) {
    // They may aim at a trait that is new; taken before goods of this package share the lock.
    await lockGoodsOfRules(trx, "alone")
  }
}

/** What refers to goods and is none of them. */
async function mergeAroundGoods(load: LoadContext, has: (...kinds: string[]) => boolean): Promise<void> {
  if (has("supply")) {
    await mergeSupplies(load)
  }
  if (has("product_relations")) {
    await mergeProductRelations(load)
  }
  if (has("product_document")) {
    await mergeProductDocuments(load)
  }
}

/** What prices come to beside those of types, how much may be ordered, and who sees what. After contracts and goods, which it is about. */
async function mergePriceRules(load: LoadContext, has: (...kinds: string[]) => boolean): Promise<void> {
  if (has("price_type_rule")) {
    await mergePriceTypeRules(load)
  }
  if (has("contract_price_list", "contract_price")) {
    await mergeContractPrices(load)
  }
  if (has("price_adjustment")) {
    await mergePriceAdjustments(load)
  }
  if (has("exclusive_label")) {
    await mergeExclusiveLabels(load)
  }
  if (has("currency_rate")) {
    await mergeCurrencyRates(load)
  }
  if (has("price_threshold")) {
    await mergePriceThresholds(load)
  }
  if (has("order_rule")) {
    await mergeOrderRules(load)
  }
  if (has("visibility_rule")) {
    await mergeVisibilityRules(load)
  }
}

/** Everything up to the catalogue rows, whose keys prices and units need. True when another price type has become retail. */
async function mergeCatalogue(load: LoadContext, early: EarlyGoods, has: (...kinds: string[]) => boolean): Promise<boolean> {
  if (has("group")) {
    await mergeGroups(load)
  }
  if (has("property", "property_value")) {
    await mergeProperties(load)
  }
  const retailChanged = has("price_type") ? await mergePriceTypes(load) : false
  if (has("warehouse")) {
    await mergeWarehouses(load)
  }
  if (has("product", "offer")) {
    const hasOffers = has("offer")
    const areNew = !hasOffers && (await areGoodsNew(load))
    const hasUnknown = await mergeProducts(load, areNew)
    await mergeVariants(load, { hasOffers, areNew })
    if ((await early.rejoin()) || hasUnknown) {
      await noteUnknownProperties(load)
    }
    await mergePlacements(load)
    await mergeImages(load)
  }
  const { rows } = await run<{ touched: boolean }>(load, `select exists (select from load_touched) as touched`)
  if (rows[0]?.touched) {
    await run(load, `analyze load_touched`)
    await learnSizes(load, GROWN_BY_GOODS)
    await refreshCatalogEntries(load.trx, { tempTable: "load_touched", isInOrder: true })
    await learnSizes(load, GROWN_BY_REFRESH)
    await bindAwaited(load)
  }
  if (has("product", "offer")) {
    await mergeUnits(load)
  }
  return retailChanged
}

/**
 * After a first load the planner still believes these tables to be empty and would join them row by row. Only columns that joins read
 * are sampled: JSON is slow. Small changes, and tables of which it knows enough rows already, are left to autovacuum.
 */
async function learnSizes(load: LoadContext, grown: Record<string, string>): Promise<void> {
  const { rows } = await run<{ name: string }>(
    load,
    `select relname as name from pg_class
     where oid = any(:tables::text[]::regclass[]) and reltuples < ${KNOWN_ENOUGH} and (select count(*) from load_touched) >= ${STATISTICS_FROM}
     order by relname`,
    { tables: Object.keys(grown) }
  )
  for (const { name } of rows) {
    await run(load, `analyze ${name} (${grown[name] ?? "id"})`)
  }
}

/** Touched variants from which on a load is more than a change. */
const STATISTICS_FROM = 1000

/** Rows that the planner has to know of for its guesses to be of the right order. */
const KNOWN_ENOUGH = 10_000

/** Columns that joins read, by table. */
const GROWN_BY_GOODS: Record<string, string> = {
  erp_mapping: "kind, external_id, internal_id",
  product: "id, status, deleted_at",
  product_variant: "id, product_id, deleted_at",
  product_sales_channel: "product_id, sales_channel_id, deleted_at",
  product_category_product: "product_id, product_category_id",
  product_variant_inventory_item: "variant_id, deleted_at",
  product_variant_price_set: "variant_id, deleted_at",
}

const GROWN_BY_REFRESH: Record<string, string> = { catalog_entry: "key, variant_id, product_id, price_set_id" }

async function* inOneBatch(records: ErpRecord[]): AsyncGenerator<ErpRecord[]> {
  yield records
}
