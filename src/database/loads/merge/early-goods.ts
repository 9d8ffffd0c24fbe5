import type { ErpRecord } from "@kontor/framework"
import { lockCategoryTree } from "../../groups/lock-category-tree"
import { count, run, type LoadContext } from "../load-context"
import { planForChange } from "../plan-for-change"
import { runAsScript } from "../script"
import type { EarlyMerge } from "../stage/stage-records"
import { settleStage } from "../stage/stage-tables"
import { areGoodsNew, mergeProducts, tellProperties } from "./merge-products"
import { placeNewProducts } from "./merge-placements"
import { mergeProperties } from "./merge-properties"
import { DUPLICATE_ARTICLES, mergeVariants } from "./merge-variants"

/** What a catalogue says before its products, and what is staged beside them. */
const KINDS: ReadonlySet<ErpRecord["kind"]> = new Set(["group", "property", "property_value", "price_type", "warehouse", "product"])

/** Fewer products are not worth the statements. */
const PRODUCTS_FROM = 1000

/**
 * Products that are new, and their plain items, merged while the rest of their package is read: PostgreSQL would have nothing to do meanwhile. What hangs on
 * them (images, units, catalogue entries, categories that are new) comes at the end, for all products at once. It is as if 1C had cut the package there, which it does wherever it
 * likes; only that all remains one transaction.
 *
 * Goods that are known already are left to the end, as are those of packages that tell more than products: what one gives up and another takes over must not
 * depend on where they stand.
 */
export class EarlyGoods implements EarlyMerge {
  readonly kinds = KINDS
  readonly from = PRODUCTS_FROM
  private isAny = false
  private hasUnknown = false

  constructor(private readonly load: LoadContext) {}

  async merge(filled: ReadonlySet<string>, products: number): Promise<boolean> {
    if (!(await areGoodsNew(this.load))) {
      return false
    }
    if (!this.isAny) {
      await this.begin(filled, products)
    }
    const results = await runAsScript(this.load, async (script) => {
      await settleStage(script, new Set(["stage_product"]))
      await mergeProducts(script, true)
      await mergeVariants(script, { hasOffers: false, areNew: true })
      await placeNewProducts(script)
      await script.trx.raw(SUMS)
      await script.trx.raw(this.isAny ? ADD_TO_EARLY : BECOME_EARLY)
      await script.trx.raw(CLEAR)
    })
    this.isAny = true
    this.note(results.flatMap(({ rows }) => rows).find((row) => "early_products" in row) ?? {})
    return true
  }

  /** Puts the early products to those that were merged last, for the merges that follow. True when some name properties that were never described. */
  async rejoin(): Promise<boolean> {
    if (!this.isAny) {
      return false
    }
    await run(this.load, REJOIN)
    await run(this.load, `analyze load_product (id, external_id, is_new)`)
    const { rows } = await run<{ found: boolean }>(this.load, DESCRIBED_BEHIND)
    return rows[0]?.found ? this.retell() : this.hasUnknown
  }

  private async retell(): Promise<boolean> {
    await run(this.load, `drop table load_product_metadata`)
    const hasUnknown = await tellProperties(this.load)
    await run(this.load, RETELL)
    return hasUnknown
  }

  /** What products are read by comes before the first of them. */
  private async begin(filled: ReadonlySet<string>, products: number): Promise<void> {
    await planForChange(this.load, products)
    if (filled.has("stage_group")) {
      await lockCategoryTree(this.load.trx)
    }
    if (filled.has("stage_property") || filled.has("stage_property_value")) {
      await mergeProperties(this.load)
    }
  }

  private note(sums: Record<string, unknown>): void {
    count(this.load, "products", { created: Number(sums.early_products) })
    count(this.load, "offers", { created: Number(sums.variants) })
    this.load.issueCount += Number(sums.duplicates)
    this.hasUnknown ||= sums.has_unknown === true
  }
}

const SUMS = `
  select (select count(*) from load_product) as early_products, (select count(*) from load_variant) as variants,
    (select count(*) from (${DUPLICATE_ARTICLES}) duplicate) as duplicates,
    exists (select from load_product_metadata where unknown_properties > 0) as has_unknown`

const BECOME_EARLY = `alter table load_product rename to early_product`
const ADD_TO_EARLY = `insert into early_product select * from load_product`
const CLEAR = `truncate stage_product; drop table if exists load_product; drop table load_product_metadata, load_desired, load_variant`

/** What the package says of a product once more, behind the early part, is its last word. */
const REJOIN = `
  insert into load_product
  select * from early_product early where not exists (select from load_product late where late.external_id = early.external_id)`

/** Whether properties were described behind products that name them: 1C describes them before. */
const DESCRIBED_BEHIND = `
  select exists (
    select from (select seq from stage_property union all select seq from stage_property_value) described
    where described.seq > (select min(seq) from early_product)
  ) as found`

const RETELL = `
  update product p set metadata = coalesce(p.metadata, '{}') || m.patch
  from load_product_metadata m join early_product early on early.id = m.id
  where p.id = m.id and p.metadata is distinct from coalesce(p.metadata, '{}') || m.patch`
