type Kind = "legal_entity" | "delivery_point"

/** SQL: the row `t` was given to no other base than the one that loads. */
export const notGivenElsewhere = (kind: Kind) =>
  `not exists (select from erp_outbox x where x.kind = '${kind}' and x.subject_id = t.id and x.source <> :source and x.deleted_at is null)`

/**
 * SQL that settles the outbox rows of what the ERP has given back: `adoption` maps rows and is told to return `internal_id`. The ERP's word
 * is the last one from here on, so that nothing of them waits any more.
 */
export const adoptAndSettle = (kind: Kind, adoption: string) => `
  with adopted as (${adoption} returning internal_id)
  update erp_outbox x set state = 'confirmed', source = :source, confirmed_at = now(), updated_at = now()
  from adopted a
  where x.kind = '${kind}' and x.subject_id = a.internal_id and x.state <> 'confirmed' and x.deleted_at is null`
