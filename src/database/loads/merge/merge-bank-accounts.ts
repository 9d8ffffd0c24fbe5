import { count, run, type LoadContext } from "../load-context"

const FACTS = ["bank_name", "correspondent_account", "is_default", "source"]

/**
 * Bank accounts of the entities whose list the package carries. The list is whole: an account of the ERP that is not in it is gone, one
 * that was made here stays and becomes the ERP's as soon as it is named.
 */
export async function mergeBankAccounts(load: LoadContext): Promise<void> {
  await run(load, WANTED_ACCOUNTS)
  const deleted = await run(load, DELETE_ACCOUNTS)
  const updated = await run(load, UPDATE_ACCOUNTS, { asOf: load.asOf })
  const created = await run(load, INSERT_ACCOUNTS, { asOf: load.asOf })
  const { rows } = await run<{ received: string }>(load, `select count(*) as received from load_wanted_account`)
  const received = Number(rows[0]?.received ?? 0)
  if (received + deleted.rowCount > 0) {
    count(load, "bank_accounts", { received, created: created.rowCount, updated: updated.rowCount, deleted: deleted.rowCount })
  }
}

/** Two accounts with one number in one bank are one; the first word counts. */
const WANTED_ACCOUNTS = `
  create temporary table load_wanted_account on commit drop as
  select distinct on (l.id, a.bic, a.account) l.id as legal_entity_id, a.bic, a.account, a.bank_name, a.correspondent_account, 'erp' as source,
    l.seq, listed.place,
    row_number() over (partition by l.id order by coalesce(a.is_default, false) desc, listed.place) = 1 as is_default
  from load_legal_entity l
  cross join lateral jsonb_array_elements(l.record -> 'bank_accounts') with ordinality as listed (document, place)
  cross join lateral jsonb_to_record(listed.document) as a (bic text, account text, bank_name text, correspondent_account text, is_default boolean)
  where not l.is_deleted and jsonb_typeof(l.record -> 'bank_accounts') = 'array'
  order by l.id, a.bic, a.account, listed.place`

const DELETE_ACCOUNTS = `
  delete from bank_account t using load_legal_entity l
  where t.legal_entity_id = l.id and t.source = 'erp' and not l.is_deleted and jsonb_typeof(l.record -> 'bank_accounts') = 'array'
    and not exists (select from load_wanted_account w where w.legal_entity_id = t.legal_entity_id and w.bic = t.bic and w.account = t.account)`

const UPDATE_ACCOUNTS = `
  update bank_account t set ${FACTS.map((column) => `${column} = w.${column}`).join(", ")}, as_of = :asOf, updated_at = now()
  from load_wanted_account w
  where t.legal_entity_id = w.legal_entity_id and t.bic = w.bic and t.account = w.account and t.deleted_at is null
    and (${FACTS.map((column) => `t.${column}`).join(", ")}) is distinct from (${FACTS.map((column) => `w.${column}`).join(", ")})`

const INSERT_ACCOUNTS = `
  insert into bank_account (id, legal_entity_id, bic, account, ${FACTS.join(", ")}, as_of)
  select kontor_id('bacc', :moment), w.legal_entity_id, w.bic, w.account, ${FACTS.map((column) => `w.${column}`).join(", ")}, :asOf
  from load_wanted_account w
  where not exists (select from bank_account t
    where t.legal_entity_id = w.legal_entity_id and t.bic = w.bic and t.account = w.account and t.deleted_at is null)
  order by w.seq, w.place`
