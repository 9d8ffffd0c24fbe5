import { isActingLive } from "../acting-session"
import { isRefusedWhenActing } from "../refused-when-acting"

const at = (text: string) => new Date(`2026-03-10T${text}Z`)

describe("isActingLive", () => {
  it.each([
    ["a moment before it expires it counts", "11:59:59.999", null, true],
    ["at the moment it expires it does not", "12:00:00.000", null, false],
    ["after that it does not", "12:00:00.001", null, false],
    ["once ended it does not, though it has not expired", "11:00:00.000", "10:59:59.000", false],
  ])("%s", (_title, now, ended, expected) => {
    expect(isActingLive({ expires_at: at("12:00:00.000"), ended_at: ended === null ? null : at(ended) }, at(now))).toBe(expected)
  })
})

describe("isRefusedWhenActing", () => {
  it.each([
    ["POST", "/store/company/employees", true],
    ["POST", "/Store/Company/employees", true],
    ["DELETE", "/store/company/employees/empl_1", true],
    ["POST", "/store/customers/me", true],
    ["POST", "/store/customers/me/addresses", true],
    ["POST", "/store/consents", true],
    ["POST", "/store/catalog/variant_1/Reviews", true],
    ["POST", "/store/catalog/variant_1/reviews/", true],
    ["GET", "/store/catalog/variant_1/reviews", false],
    ["GET", "/store/company/employees", false],
    ["POST", "/store/company-orders/order_1", false],
    ["POST", "/store/carts", false],
    ["POST", "/store/me/contract", false],
    ["POST", "/store/me/sign-ins/acts_1/end", false],
  ])("%s %s: %s", (method, path, expected) => {
    expect(isRefusedWhenActing(method, path)).toBe(expected)
  })
})
