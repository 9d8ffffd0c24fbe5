/** The fields of a custom role that people see. */
export function presentRole<Rights>(role: { id: string; code: string; name: string; holding_id: string | null; rights: Rights }) {
  const { id, code, name, holding_id, rights } = role
  return { id, code, name, holding_id, rights }
}
