/**
 * SQL: keys of the rules of visibility that hold for a contract, in the order in which they are asked, as far as the first that is about
 * everything; null where none does. Takes the columns of a contract `c` and its legal entity `le`.
 *
 * The order is the precedence that the README of the module catalog tells: the nearer scope, the more specific target, the deeper category, and
 * of equals what hides. It is made anew at each request, so a rule that hides does so from its commit on, for all whom it reaches.
 */
export const VISIBILITY_PROFILE = `(
  select array_agg(asked.key order by asked.place) from (
    select ranked.key, ranked.place, min(ranked.place) filter (where ranked.target_kind = 'everything') over () as last
    from (
      select r.key, r.target_kind, row_number() over (order by scope.nearness, r.specificity, (
          select length(target.mpath) - length(replace(target.mpath, '.', ''))
          from catalog_category k join product_category target on target.id = k.category_id where k.key = r.category_key
        ) desc nulls last, r.shows, r.key) as place
      from (
        select 1, 'contract', c.id
        union all select 2, 'legal_entity', c.legal_entity_id
        union all select 3, 'holding', le.holding_id
        union all
        select 4, 'client_category', category.id from legal_entity_category member
        join client_category category on category.id = member.client_category_id and category.deleted_at is null
        where member.legal_entity_id = c.legal_entity_id and member.deleted_at is null
        union all select 5, 'everyone', ''
      ) as scope (nearness, kind, id)
      join visibility_rule r on r.scope_kind = scope.kind and r.scope_id = scope.id and r.deleted_at is null
    ) ranked
  ) asked
  where asked.place <= coalesce(asked.last, asked.place)
)`

/** SQL: the assortment of a profile, as `Assortment` of the framework; null where it is not made yet. */
export const assortmentOf = (profile: string) => `(
  select json_build_object('key', a.key, 'lists', case when a.lists_shown then 'shown' else 'hidden' end)
  from assortment a where a.profile = ${digestOf(profile)}
)`

/** SQL: a profile may be longer than an index takes. */
export const digestOf = (profile: string) => `md5(${profile}::text)::uuid`
