import { applicationFaults, requisiteChecks, wantedChanges, wholeRequisites } from "../application-requisites"

const inn = "7707083893"
const bank = { bic: "044525225", account: "40702810938000000001", bank_name: null, correspondent_account: null, is_default: true }
const standing = {
  ...{ name: "Firm", official_name: null, inn, kpp: "770701001", ogrn: null, okpo: null },
  ...{ address: "Moscow", actual_address: null, postal_address: null, phone: "1", email: null },
}

describe("requisites of an application", () => {
  it("are faulty in numbers alone that were given", () => {
    expect(applicationFaults({ name: "Firm", inn })).toEqual([])
    expect(applicationFaults({ name: "Firm", inn: "7707083894", kpp: null }).map(({ code }) => code)).toEqual(["inn_invalid"])
    expect(applicationFaults({ name: "Firm", inn, bank_accounts: [{ ...bank, bic: "044525" }] }).map(({ code }) => code)).toEqual([
      "bic_invalid",
    ])
  })

  it("name each account once and one of them as the default", () => {
    const other = { ...bank, account: "40702810738000000777", is_default: false }
    const codesOf = (bank_accounts: (typeof bank)[]) => applicationFaults({ name: "Firm", inn, bank_accounts }).map(({ code }) => code)
    expect(codesOf([bank, other])).toEqual([])
    expect(codesOf([other, { ...bank, is_default: false }])).toEqual([])
    expect(codesOf([bank, other, { ...bank, is_default: false }])).toEqual(["bank_account_repeated"])
    expect(codesOf([bank, { ...other, is_default: true }])).toEqual(["bank_account_second_default"])
  })

  it("are checked number by number", () => {
    expect(
      requisiteChecks({ name: "Firm", inn: "7707083894", kpp: "770701001", ogrn: null, bank_accounts: [{ ...bank, bic: "1" }] })
    ).toEqual([
      { code: "inn", ok: false },
      { code: "kpp", ok: true },
      { code: "bank_accounts", ok: false },
    ])
  })

  it("of a change stand beside what stays", () => {
    const whole = wholeRequisites({ name: "Firm", inn, address: "Kazan", phone: null }, standing)
    expect(whole).toEqual({ ...standing, address: "Kazan", phone: null, bank_accounts: [] })
  })

  it("of a change tell what would be another", () => {
    expect(wantedChanges({ name: "Firm", inn, address: "Kazan", phone: null }, standing)).toEqual([
      { field: "address", before: "Moscow", after: "Kazan" },
      { field: "phone", before: "1", after: null },
    ])
    expect(wantedChanges({ name: "Other", inn }, null)).toEqual([])
  })
})
