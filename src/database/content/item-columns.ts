/** The version of an item `i`, as text that says all of it. */
export const ITEM_VERSION = `to_char(i.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** Days of an item `i`, YYYY-MM-DD. */
export const ITEM_DAYS = `i.starts_on::text as starts_on, i.ends_on::text as ends_on`

/** In this order items are shown: by section and position, and where these are the same the newest first. */
export const ITEM_ORDER = `i.section nulls first, i.position, coalesce(i.starts_on, i.created_at::date) desc, i.created_at desc, i.id`

/**
 * SQL: the questions of a poll `i` as a JSON list, each with its options.
 *
 * @param question more of a question `q`, as pairs of JSON
 * @param option more of an option `o` of it
 */
export const questionsOf = ({ question = "", option = "" }: { question?: string; option?: string }): string => `
  coalesce((
    select jsonb_agg(jsonb_build_object('id', q.id, 'text', q.text ${question}, 'options', (
      select jsonb_agg(jsonb_build_object('id', o.id, 'text', o.text ${option}) order by o.position) from poll_option o where o.question_id = q.id
    )) order by q.position)
    from poll_question q where q.item_id = i.id
  ), '[]')`

/** SQL: how many voted for an option `o`. */
export const VOTES = `(select count(*)::int from poll_vote v where v.question_id = o.question_id and v.option_id = o.id)`

/** SQL: how many took part in a poll `i`: whoever votes answers every question. */
export const VOTERS = `(
  select count(*)::int from poll_vote v
  where v.question_id = (select q.id from poll_question q where q.item_id = i.id order by q.position limit 1))`
