import { count, run, type LoadContext } from "../load-context"
import { hangImages } from "../hang-images"

/** Remembers which image files the products of the package refer to, and hangs on them the files that have come already. */
export async function mergeImages(load: LoadContext): Promise<void> {
  await run(
    load,
    `create temporary table load_image on commit drop as
     select l.id as product_id, image.path, image.position::int as position
     from load_product l
     cross join lateral jsonb_array_elements_text(l.record -> 'images') with ordinality as image (path, position)`
  )
  await run(load, `create temporary table load_imaged (product_id text) on commit drop`)
  const removed = await run(
    load,
    `with gone as (
       delete from erp_product_image known using load_product l
       where l.record -> 'images' is not null and known.product_id = l.id
         and not exists (select from load_image i where i.product_id = known.product_id and i.position = known.position and i.path = known.path)
       returning known.product_id
     ) insert into load_imaged select product_id from gone`
  )
  const added = await run(
    load,
    `with fresh as (
       insert into erp_product_image (product_id, position, source, path)
       select i.product_id, i.position, :source, i.path from load_image i
       where not exists (select from erp_product_image known where known.product_id = i.product_id and known.position = i.position)
       returning product_id
     ) insert into load_imaged select product_id from fresh`
  )
  if (removed.rowCount + added.rowCount === 0) {
    return
  }
  const { rows } = await run<{ product_id: string }>(load, `select distinct product_id from load_imaged`)
  const hung = await hangImages(
    load.trx,
    rows.map((row) => row.product_id)
  )
  await run(
    load,
    `insert into load_touched (variant_id) select v.id from unnest(:products::text[]) as product (id) join product_variant v on v.product_id = product.id`,
    { products: hung }
  )
  count(load, "images", { received: added.rowCount, created: added.rowCount, deleted: removed.rowCount })
}
