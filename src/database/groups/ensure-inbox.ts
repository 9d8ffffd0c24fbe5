import { run, type LoadStatement } from "../loads/load-context"

/**
 * The category in which goods of groups without a place wait. It is made when the first group needs it; dealers see neither it nor what is
 * nowhere else.
 */
export async function ensureInbox(load: LoadStatement): Promise<string> {
  const standing = await run<{ id: string }>(load, STANDING)
  const id = standing.rows[0]?.id ?? (await run<{ id: string }>(load, MAKE)).rows[0]?.id ?? ""
  await run(load, MARK, { id })
  return id
}

const STANDING = `
  select c.id from catalog_category k join product_category c on c.id = k.category_id and c.deleted_at is null
  where k.is_inbox order by k.key limit 1`

/** Named as the screens of the staff who sort it are, most of them Russian; the name may be changed as that of any category. */
const MAKE = `
  insert into product_category (id, name, handle, mpath, is_active, is_internal, rank)
  select made.id, 'Неразобранное из 1С', 'inbox-' || lower(right(made.id, 8)), made.id, false, true, (select count(*) from product_category where parent_category_id is null and deleted_at is null)
  from (select kontor_id('pcat', :moment) as id) made
  returning id`

const MARK = `
  insert into catalog_category (category_id, is_inbox) values (:id, true)
  on conflict (category_id) do update set is_inbox = true where not catalog_category.is_inbox`
