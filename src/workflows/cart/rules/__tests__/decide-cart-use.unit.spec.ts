import type { OrderTerms } from "../../../../database/ordering/terms-of-contract"
import { decideCartUse } from "../decide-cart-use"

const cart = { id: "cart_1", currency_code: "rub" }
const terms = (change: Partial<OrderTerms> = {}): OrderTerms => ({
  id: "ctr_1",
  number: "C-1",
  state: "active",
  starts_on: null,
  ends_on: null,
  entity: { id: "lent_1", name: "Dealer", state: "active" },
  supplier_entity_id: "sent_1",
  currency_code: "rub",
  price_type_id: null,
  price_type_key: null,
  includes_vat: true,
  warehouse_ids: [],
  prices_as_of: null,
  retail_as_of: null,
  assortment: null,
  ...change,
})
const codes = (contract: OrderTerms | null, visible: string[] | null) =>
  decideCartUse(cart, contract, "2026-01-31", visible).map(({ code }) => code)

describe("decideCartUse", () => {
  it.each([
    ["has nothing against a usable contract of one's own", terms(), ["lent_1"], []],
    ["does not ask whose it is when no employee does", terms(), null, []],
    ["needs a contract", null, ["lent_1"], ["no_usable_contract"]],
    ["refuses the day after the last one", terms({ ends_on: "2026-01-30" }), ["lent_1"], ["contract_expired"]],
    ["takes the last day", terms({ ends_on: "2026-01-31" }), ["lent_1"], []],
    ["refuses a contract of somebody else", terms(), ["lent_2"], ["contract_out_of_scope"]],
    ["refuses another currency", terms({ currency_code: "eur" }), ["lent_1"], ["currency_mismatch"]],
    [
      "reports all reasons",
      terms({ state: "blocked", currency_code: "eur" }),
      [],
      ["contract_blocked", "contract_out_of_scope", "currency_mismatch"],
    ],
  ])("%s", (_title, contract, visible, expected) => {
    expect(codes(contract, visible)).toEqual(expected)
  })
})
