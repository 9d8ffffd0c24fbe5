/** Whether a state of the ERP is one of those that are named: people write them, so neither case nor blanks around them count. */
export function isStateOf(named: readonly string[], status: string | null): boolean {
  const plain = (text: string) => text.trim().toLowerCase()
  return status !== null && named.some((state) => plain(state) === plain(status))
}
