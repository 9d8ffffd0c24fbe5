import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { LabelColour, LabelRule } from "../../modules/catalog/rules/label-rule"

/** A label as it is shown, and by which rule goods bear it. */
export interface LabelFacts {
  name_ru: string
  name_en: string
  colour: LabelColour
  position: number
  /** Null = it is given by hand alone. */
  rule: LabelRule | null
}

export interface Label extends LabelFacts {
  id: string
  /** The word that filters, rules of prices and rules of visibility know it by; the value of the tag that gives it by hand. */
  code: string
  /** Entries of the catalogue that bear it. */
  entry_count: number
  /** Of these, those that do by its rule. */
  by_rule_count: number
}

/** How a product has a label: by hand, all or some of its variants by rule. */
export interface LabelOfProduct extends Label {
  is_by_hand: boolean
  is_by_rule: boolean
}

const LABEL_PROPERTY = `(select key from catalog_property where id = 'label')`

const COLUMNS = `
  l.id, l.code, l.name_ru, l.name_en, l.colour, l.position, l.rule,
  coalesce((
    select count(*)::int from catalog_value v join catalog_facts f on f.value_keys @> array[v.key]
    where v.property_key = ${LABEL_PROPERTY} and v.value = l.code
  ), 0) as entry_count,
  (select count(*)::int from label_entry x where x.label_key = l.key) as by_rule_count`

const BY_POSITION = `order by l.position, l.code`

/** All labels; an installation has some tens at most. */
export async function listLabels(db: Knex): Promise<Label[]> {
  const { rows } = await db.raw<{ rows: Label[] }>(`select ${COLUMNS} from label l ${BY_POSITION}`)
  return rows
}

/** One label; null when there is none. */
export async function labelListing(db: Knex, { id }: { id: string }): Promise<Label | null> {
  const { rows } = await db.raw<{ rows: Label[] }>(`select ${COLUMNS} from label l where l.id = :id`, { id })
  return rows[0] ?? null
}

const OF_PRODUCT = `
  select ${COLUMNS},
    exists (
      select from product_tags link join product_tag tag on tag.id = link.product_tag_id and tag.deleted_at is null
      where link.product_id = :product_id and tag.value = l.code
    ) as is_by_hand,
    exists (
      select from label_entry x join catalog_entry e on e.key = x.entry_key where x.label_key = l.key and e.product_id = :product_id
    ) as is_by_rule
  from label l ${BY_POSITION}`

/** All labels, and whether a product bears them. */
export async function labelsOfProduct(db: Knex, { product_id }: { product_id: string }): Promise<LabelOfProduct[]> {
  const { rows } = await db.raw<{ rows: LabelOfProduct[] }>(OF_PRODUCT, { product_id })
  return rows
}
