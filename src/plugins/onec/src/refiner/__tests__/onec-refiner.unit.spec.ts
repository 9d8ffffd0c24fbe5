import type { FormedCart } from "@kontor/framework"
import manifest from "../../plugin"
import { type PriceService, startPriceService } from "../../emulator/serve/price-service"
import { OnecRefiner } from "../onec-refiner"
import { resolveRefinerOptions } from "../options"

const CART: FormedCart = {
  cart_id: "cart_1",
  day: "2026-06-15",
  currency_code: "rub",
  includes_vat: true,
  legal_entity: { id: "lent_1", external_id: "e1", inn: "7707083893" },
  contract: { id: "ctr_1", external_id: "c1", number: "C-1" },
  lines: [
    { line_id: "l1", offer_external_id: "p1#r", article: "A-1", quantity: "5", unit_code: "796", amount: "100.00" },
    { line_id: "l2", offer_external_id: "p2", article: null, quantity: "1", unit_code: "796", amount: "0.01" },
  ],
}

const SECRET = "пароль:1"

describe("the refiner of 1C", () => {
  let service: PriceService

  beforeAll(async () => {
    service = await startPriceService({ port: 0, login: "Сайт", password: SECRET, answer: "right", delayMs: 500, now: () => "2026-06-15T12:00:00" })
  }) // prettier-ignore
  afterAll(() => service.close())

  const refiner = (change: object = {}) => {
    const options = resolveRefinerOptions({ url: service.url, source: "ut-main", login: "Сайт", password: SECRET, ...change })
    if (!options) {
      throw new Error("no options")
    }
    return new OnecRefiner({}, options)
  }
  const ask = (change: object = {}, signal = AbortSignal.timeout(2000)) => refiner(change).refine(CART, signal)
  const failure = (change: object = {}) => ask(change).catch((error: unknown) => error)

  it("sends the cart by the ids of 1C and takes its amounts, document and moment", async () => {
    service.setAnswer("right")
    expect(await ask()).toEqual({
      currency_code: "rub",
      document: "Расчёт цен по договору C-1",
      as_of: "2026-06-15T12:00:00",
      lines: [
        { line_id: "l1", amount: "97.000000" },
        { line_id: "l2", amount: "0.009700" },
      ],
    })
    expect(JSON.parse(service.served.at(-1)?.body ?? "")).toEqual({
      format: "kontor-cart",
      version: 1,
      cart_id: "cart_1",
      day: "2026-06-15",
      currency_code: "rub",
      includes_vat: true,
      legal_entity: { external_id: "e1", inn: "7707083893" },
      contract: { external_id: "c1", number: "C-1" },
      lines: CART.lines,
    })
  })

  it.each([
    ["error", "erp_unavailable", "1C answers 500"],
    ["redirect", "erp_refused", "1C answers 302: a redirect, which is not followed"],
    ["broken", "erp_answer_invalid", "1C's answer for cart cart_1 is not used: it is no JSON"],
  ] as const)("says what is wrong when the answer is: %s", async (kind, code, message) => {
    service.setAnswer(kind)
    expect(await failure()).toMatchObject({ code, message })
  })

  it("says that the password is wrong without naming it", async () => {
    service.setAnswer("right")
    const error = await failure({ password: "another-secret" })
    expect(error).toMatchObject({ code: "erp_refused", message: "1C answers 401: it does not know the user or the password" })
    expect(String(error)).not.toContain("another-secret")
  })

  it("cannot reach a port where nobody listens, and says so by the system's code", async () => {
    expect(await failure({ url: "http://127.0.0.1:9/prices" })).toMatchObject({ code: "erp_unavailable" })
  })

  it("reads no answer beyond its limit", async () => {
    service.setAnswer("right")
    const lines = Array.from({ length: 100 }, (_, n) =>
      CART.lines.map((line) => ({ ...line, line_id: `line_${n}_${line.line_id}` }))
    ).flat()
    const many = { ...CART, lines }
    const asked = refiner({ max_answer_bytes: 1024 }).refine(many, AbortSignal.timeout(2000))
    await expect(asked).rejects.toMatchObject({ code: "erp_answer_invalid", message: "1C answers with more than 1024 bytes" })
  })

  it("stops when the time is over", async () => {
    service.setAnswer("slow")
    await expect(ask({}, AbortSignal.timeout(50))).rejects.toMatchObject({ name: "TimeoutError" })
  })
})

describe("the options of live prices", () => {
  const given = { url: "https://1c.example/hs/kontor/prices", source: "ut-main", login: "site", password: "secret-1" }

  it("bring the refiner where there is an address, and nothing otherwise", () => {
    expect(manifest({ refine: given }).providers?.contractPricing).toMatchObject([{ id: "onec", options: { source: "ut-main" } }])
    expect(manifest({ refine: { url: undefined } }).providers).toEqual({ erp: [expect.objectContaining({ id: "onec" })] })
    expect(manifest({}).providers?.contractPricing).toBeUndefined()
  })

  it.each([
    ["url", "ftp://1c.example"],
    ["url", "https://site:secret-1@1c.example"],
    ["source", ""],
    ["max_answer_bytes", 1023],
    ["pasword", "x"],
  ])("are refused with a sentence that says which is wrong and holds no secret: %s", (name, value) => {
    const wrong = () => manifest({ refine: { ...given, [name]: value } })
    expect(wrong).toThrow(new RegExp(`Options of the plugin "onec" are wrong.*refine.*${name}`))
    expect(wrong).not.toThrow(/secret-1/)
  })
})
