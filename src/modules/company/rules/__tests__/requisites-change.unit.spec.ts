import { decideRequisitesChange, isChangeMade, wishOf, withAccounts, type StandingEntity } from "../requisites-change"

const inn = "7707083893"
const account = { bic: "044525225", account: "40702810938000000001", bank_name: null, correspondent_account: null, is_default: true }
const entity: StandingEntity = {
  requisites: {
    ...{ name: "Firm", official_name: null, inn, kpp: "770701001", ogrn: null, okpo: null },
    ...{ address: "Moscow", actual_address: null, postal_address: null, phone: "1", email: null },
  },
  accounts: [account],
}
const other = { ...account, account: "40702810938000000002" }

describe("a change of requisites", () => {
  it("is what differs from what the entity has, with its name and its ИНН", () => {
    const form = { name: "Firm", inn, kpp: "770701001", address: "Kazan", phone: null, bank_accounts: [account, other] }
    expect(decideRequisitesChange(entity, form)).toEqual({
      kind: "change",
      wanted: { name: "Firm", inn, address: "Kazan", phone: null, bank_accounts: [other] },
    })
  })

  it("of the name alone is one", () => {
    expect(decideRequisitesChange(entity, { name: "Firm 2", inn })).toEqual({ kind: "change", wanted: { name: "Firm 2", inn } })
  })

  it.each([
    ["nothing_changed", { name: "Firm", inn, address: "Moscow", bank_accounts: [account] }],
    ["inn_changed", { name: "Firm", inn: "7728168971" }],
  ])("is refused with %s", (code, form) => {
    expect(decideRequisitesChange(entity, form)).toMatchObject({ kind: "refused", code })
  })

  it("gives an ИНН to an entity that has none", () => {
    const unknown = { ...entity, requisites: { ...entity.requisites, inn: null } }
    expect(decideRequisitesChange(unknown, { name: "Firm", inn })).toEqual({ kind: "change", wanted: { name: "Firm", inn } })
  })

  it("wishes what differed when somebody applied, so that a rename meanwhile is neither undone nor waited for", () => {
    const wish = wishOf({ name: "Firm", inn, address: "Kazan", phone: null, bank_accounts: [other] }, entity.requisites)
    expect(wish).toEqual({ address: "Kazan", phone: null, bank_accounts: [other] })
    const renamed = { requisites: { ...entity.requisites, name: "Firm 2", address: "Kazan", phone: null }, accounts: [other] }
    expect(isChangeMade(renamed, wish)).toBe(true)
    expect(wishOf({ name: "Firm 2", inn }, entity.requisites)).toEqual({ name: "Firm 2" })
    expect(wishOf({ name: "Firm", inn }, null)).toEqual({ name: "Firm", inn })
  })

  it("leaves one default among the accounts", () => {
    const defaults = (added: (typeof account)[]) => withAccounts([account], added).map(({ is_default }) => is_default)
    expect(defaults([other])).toEqual([false, true])
    expect(defaults([{ ...other, is_default: false }])).toEqual([true, false])
  })

  it("is made when every text and every account is there, and not before", () => {
    expect(isChangeMade(entity, { name: "Firm", inn, phone: "1", bank_accounts: [account] })).toBe(true)
    expect(isChangeMade(entity, { name: "Firm", inn, phone: null })).toBe(false)
    expect(isChangeMade(entity, { name: "Firm", inn, bank_accounts: [account, other] })).toBe(false)
  })
})
