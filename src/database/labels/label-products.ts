import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { refreshCatalogEntries } from "../loads/refresh-catalog-entries"
import { entriesOfList, type ListedArticles } from "../pricing/entries-of-list"
import { lockGoodsOfRules } from "../pricing/lock-price-rules"

/** Goods that are given a label by hand, or that lose it. */
export interface LabelledGoods {
  product_ids: string[]
  /** Articles or SKUs; the products that they belong to are meant. */
  articles: string[]
}

/** What was done; products that already were as they should be are not named. */
export interface LabelledProducts {
  code: string
  product_ids: string[]
  articles: ListedArticles
}

const CODE = `select code from label where id = :id for update`

const TAG = `insert into product_tag (id, value) select :id, :code where not exists (select from product_tag where value = :code and deleted_at is null)`

const PRODUCTS = `
  select p.id from product p
  where p.deleted_at is null and (p.id = any (cast(:product_ids as text[])) or p.id in (select product_id from catalog_entry where key = any (cast(:keys as int[]))))
  order by p.id`

const OF_TAG = `(select id from product_tag where value = :code and deleted_at is null)`

const GIVE = `
  insert into product_tags (product_id, product_tag_id)
  select id, ${OF_TAG} from unnest(cast(:product_ids as text[])) as id on conflict do nothing returning product_id`

const TAKE = `
  delete from product_tags where product_tag_id = ${OF_TAG} and product_id = any (cast(:product_ids as text[])) returning product_id`

/**
 * Gives goods a label by hand, or takes it from them, in the caller's transaction: a tag of the product, as Medusa's own screens write it. What a
 * rule says of them stays.
 *
 * @throws MedusaError NOT_FOUND for no label; INVALID_DATA `label_goods_unknown` where none of the goods is known
 */
export async function labelProducts(
  trx: Knex.Transaction,
  { id, goods, bears }: { id: string; goods: LabelledGoods; bears: boolean }
): Promise<LabelledProducts> {
  await lockGoodsOfRules(trx, "shared")
  const label = (await trx.raw<{ rows: { code: string }[] }>(CODE, { id })).rows[0]
  if (!label) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Label with id: ${id} was not found`)
  }
  const { list, articles } =
    goods.articles.length > 0
      ? await entriesOfList(trx, goods.articles, "label_goods_unknown")
      : { list: [], articles: { found: 0, unknown: [], ambiguous: [] } }
  const keys = `{${list.join(",")}}`
  const named = await trx.raw<{ rows: { id: string }[] }>(PRODUCTS, { product_ids: goods.product_ids, keys })
  if (named.rows.length === 0) {
    const message = `None of ${goods.product_ids.length} products is known`
    throw new MedusaError(MedusaError.Types.INVALID_DATA, message, "label_goods_unknown")
  }
  const { code } = label
  const product_ids = named.rows.map((row) => row.id)
  if (bears) {
    await trx.raw(TAG, { id: generateEntityId(undefined, "ptag"), code })
  }
  const changed = await trx.raw<{ rows: { product_id: string }[] }>(bears ? GIVE : TAKE, { code, product_ids })
  const changedIds = changed.rows.map(({ product_id }) => product_id)
  if (changedIds.length > 0) {
    await refreshCatalogEntries(trx, { productIds: changedIds })
  }
  return { code, product_ids: changedIds, articles }
}
