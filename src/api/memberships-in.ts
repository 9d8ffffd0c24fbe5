/** The entities of a request to change a person, as the workflow takes them; the first is the default unless another is named. */
export function membershipsIn(body: { legal_entity_ids?: string[] | undefined; default_legal_entity_id?: string | undefined }) {
  const { legal_entity_ids, default_legal_entity_id } = body
  if (!legal_entity_ids) {
    return {}
  }
  return { memberships: { entity_ids: legal_entity_ids, default_entity_id: default_legal_entity_id ?? legal_entity_ids[0] ?? "" } }
}
