import fc from "fast-check"
import { isValidAccount, isValidCorrespondentAccount } from "../bank-account"
import { isValidBic } from "../bic"
import { isValidKpp } from "../kpp"
import { isValidOgrn } from "../ogrn"
import { isValidOkpo } from "../okpo"
import { bankFaults, requisiteFaults } from "../requisite-faults"

/** Published requisites of a bank that everybody can look up. */
const BANK = { bic: "044525225", correspondent_account: "30101810400000000225" }
const OTHER_BANK = { bic: "044525974", account: "30232810100000000004", correspondent_account: "30101810145250000974" }

describe("isValidOgrn", () => {
  it.each([
    ["a company's number with a right control digit", "1027700132195", true],
    ["a sole trader's number with a right control digit", "304500116000157", true],
    ["a company's number with a wrong control digit", "1027700132196", false],
    ["a sole trader's number with a wrong control digit", "304500116000158", false],
    ["twelve digits", "102770013219", false],
    ["fourteen digits", "10277001321955", false],
    ["sixteen digits", "3045001160001571", false],
    ["a leading zero", "0027700132195", false],
    ["letters", "10277001З2195", false],
    ["nothing", "", false],
  ])("judges %s", (_title, ogrn, valid) => {
    expect(isValidOgrn(ogrn)).toBe(valid)
  })
})

describe("isValidKpp", () => {
  it.each([
    ["nine digits", "773601001", true],
    ["a leading zero", "027401001", true],
    ["Latin capitals in the reason", "7736AB001", true],
    ["small letters in the reason", "7736ab001", false],
    ["letters in the tax office", "A73601001", false],
    ["no tax office", "000001001", false],
    ["eight digits", "77360100", false],
    ["ten digits", "7736010011", false],
  ])("judges %s", (_title, kpp, valid) => {
    expect(isValidKpp(kpp)).toBe(valid)
  })
})

describe("isValidBic", () => {
  it.each([
    ["a bank", "044525225", true],
    ["an office of the treasury", "019205400", true],
    ["a number that begins with 05", "054525225", false],
    ["a number that does not begin with 0", "144525225", false],
    ["eight digits", "04452522", false],
    ["ten digits", "0445252255", false],
  ])("judges %s", (_title, bic, valid) => {
    expect(isValidBic(bic)).toBe(valid)
  })
})

describe("accounts", () => {
  it("accepts an account whose key fits its bank", () => {
    expect(isValidAccount(OTHER_BANK.account, OTHER_BANK.bic)).toBe(true)
  })

  it("refuses the same account in another bank, with a changed digit, or cut", () => {
    expect(isValidAccount(OTHER_BANK.account, BANK.bic)).toBe(false)
    expect(isValidAccount("30232810200000000004", OTHER_BANK.bic)).toBe(false)
    expect(isValidAccount("3023281010000000000", OTHER_BANK.bic)).toBe(false)
    expect(isValidAccount(OTHER_BANK.account, "144525974")).toBe(false)
  })

  it("judges an account in an office of the Bank of Russia as a correspondent account is judged", () => {
    const office = "044525000"
    const inOffice = Array.from({ length: 10 }, (_, key) => `40702810${key}00000000001`).filter((account) =>
      isValidAccount(account, office)
    )
    expect(inOffice).toHaveLength(1)
    expect(inOffice.filter((account) => isValidAccount(account, "044525225"))).toEqual([])
  })

  it("judges an account in the treasury by its form", () => {
    expect(isValidAccount("03224643920000001100", "019205400")).toBe(true)
    expect(isValidAccount("0322464392000000110", "019205400")).toBe(false)
  })

  it("accepts the correspondent accounts of banks and refuses any other key", () => {
    expect(isValidCorrespondentAccount(BANK.correspondent_account, BANK.bic)).toBe(true)
    expect(isValidCorrespondentAccount(OTHER_BANK.correspondent_account, OTHER_BANK.bic)).toBe(true)
    expect(isValidCorrespondentAccount("30101810500000000225", BANK.bic)).toBe(false)
    expect(isValidCorrespondentAccount("40101810400000000225", BANK.bic)).toBe(false)
  })

  it("notices any single wrong key", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{8}$/), fc.stringMatching(/^\d{11}$/), (head, tail) => {
        const valid = Array.from({ length: 10 }, (_, key) => `${head}${key}${tail}`).filter((account) => isValidAccount(account, BANK.bic))
        expect(valid).toHaveLength(1)
      })
    )
  })
})

describe("isValidOkpo", () => {
  it.each([
    ["a company's number", "00032537", true],
    ["a wrong control digit", "00032538", false],
    ["a number whose first remainder is ten", "00001074", true],
    ["a number whose second remainder is ten too", "00002810", true],
    ["a sole trader's number", "0138461236", true],
    ["nine digits", "000325377", false],
    ["seven digits", "0003253", false],
  ])("judges %s", (_title, okpo, valid) => {
    expect(isValidOkpo(okpo)).toBe(valid)
  })
})

describe("requisiteFaults", () => {
  it("finds nothing in right numbers, nor in those that are not given", () => {
    expect(requisiteFaults({ inn: "7707083893", kpp: "773601001", ogrn: "1027700132195", okpo: "00032537" })).toEqual([])
    expect(requisiteFaults({ inn: null, ogrn: "" })).toEqual([])
  })

  it("names each wrong number by its field", () => {
    const faults = requisiteFaults({ inn: "7707083894", kpp: "77", ogrn: "1", okpo: "2" })
    expect(faults.map(({ code }) => code)).toEqual(["inn_invalid", "kpp_invalid", "ogrn_invalid", "okpo_invalid"])
    expect(faults[0]).toEqual({ field: "inn", code: "inn_invalid", value: "7707083894" })
  })

  it("judges accounts only under a БИК that can be right", () => {
    expect(bankFaults(OTHER_BANK)).toEqual([])
    expect(bankFaults({ ...OTHER_BANK, bic: "1" }).map(({ code }) => code)).toEqual(["bic_invalid"])
    const faults = bankFaults({ ...OTHER_BANK, account: "1", correspondent_account: "2" })
    expect(faults.map(({ code }) => code)).toEqual(["account_invalid", "correspondent_account_invalid"])
  })
})
