import { count, run, type LoadContext } from "../load-context"
import { mapDocuments, matchDocuments } from "./match-documents"
import { mergeBankAccounts } from "./merge-bank-accounts"
import { mergeEntityCategories } from "./merge-entity-categories"
import { mergeLegalEntities } from "./merge-legal-entities"
import { mergeManagers } from "./merge-managers"
import { said } from "./said"

/**
 * Client categories, holdings, the supplier's own entities and the legal entities that buy, with what hangs on them. `as_of` moves when
 * something else does.
 */
export async function mergePartners(load: LoadContext): Promise<void> {
  await mergePlain(load, { kind: "client_category", idPrefix: "ccat", figures: "client_categories", columns: ["name"], isOwned: true })
  await mergePlain(load, { kind: "holding", idPrefix: "hold", figures: "holdings", columns: ["name"] })
  await mergePlain(load, { kind: "supplier_entity", idPrefix: "sent", figures: "supplier_entities", columns: ["name", "inn", "kpp"] })
  await mergeLegalEntities(load)
  await mergeBankAccounts(load)
  await mergeEntityCategories(load)
  await mergeManagers(load)
}

interface PlainKind {
  kind: "client_category" | "holding" | "supplier_entity"
  idPrefix: string
  /** Name under which the run reports the kind. */
  figures: string
  columns: string[]
  /** True where rows are made here too, so that the table says whose a row is. */
  isOwned?: boolean
}

/** A kind whose columns are taken from the document as they are. What was not mentioned stays. */
async function mergePlain(load: LoadContext, { kind, idPrefix, figures, columns, isOwned = false }: PlainKind): Promise<void> {
  await matchDocuments(load, { kind, table: kind, idPrefix })
  const created = await run(
    load,
    `insert into ${kind} (id, ${columns.join(", ")}, as_of${isOwned ? ", source" : ""})
     select id, ${columns.map((column) => `record ->> '${column}'`).join(", ")}, :asOf${isOwned ? ", 'erp'" : ""}
     from load_${kind} where is_new order by seq`,
    { asOf: load.asOf }
  )
  const wanted = columns.map((column) => said(column))
  const updated = await run(
    load,
    `update ${kind} t set ${columns.map((column, index) => `${column} = ${wanted[index]}`).join(", ")}, as_of = :asOf, updated_at = now()
     from load_${kind} l
     where not l.is_new and not l.is_deleted and t.id = l.id
       and (${columns.map((column) => `t.${column}`).join(", ")}) is distinct from (${wanted.join(", ")})`,
    { asOf: load.asOf }
  )
  await mapDocuments(load, kind)
  count(load, figures, { created: created.rowCount, updated: updated.rowCount })
}
