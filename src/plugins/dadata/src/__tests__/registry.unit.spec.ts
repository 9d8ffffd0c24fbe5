import { resolveOptions } from "../options"
import { DadataRegistry } from "../registry"
import { type Reply, startFakeDadata } from "./fake-dadata"

const INN = "7707083893"

const address = {
  value: "г Москва, ул Вавилова, д 19",
  unrestricted_value: "117312, г Москва, ул Вавилова, д 19",
  data: {
    postal_code: "117312",
    region_with_type: "г Москва",
    city_with_type: "г Москва",
    fias_id: "93409d8c-d8d4-4491-838f-f9aa1678b5e6",
  },
}

const party = (data: object = {}) => ({
  value: "ПАО СБЕРБАНК",
  data: {
    inn: INN,
    kpp: "773601001",
    ogrn: "1027700132195",
    okpo: null,
    type: "LEGAL",
    branch_type: "MAIN",
    name: { short_with_opf: "ПАО СБЕРБАНК", full_with_opf: "ПУБЛИЧНОЕ АКЦИОНЕРНОЕ ОБЩЕСТВО СБЕРБАНК" },
    state: { status: "ACTIVE" },
    address,
    management: { name: "Греф Герман Оскарович" },
    ...data,
  },
})

const ok = (...suggestions: unknown[]): Reply => ({ status: 200, body: { suggestions } })

describe("the registry by DaData", () => {
  let fake: Awaited<ReturnType<typeof startFakeDadata>>

  async function registryOver(replies: Reply[], options = {}) {
    fake = await startFakeDadata(replies)
    const given = { token: "the-key", base_url: fake.base_url, retry_pause_ms: 1, timeout_ms: 30_000, ...options }
    return new DadataRegistry({}, resolveOptions(given))
  }

  afterEach(() => fake.close())

  it("finds a company with its requisites, before its branches", async () => {
    const registry = await registryOver([ok(party({ branch_type: "BRANCH", kpp: "540602001" }), party())])
    const answer = await registry.findByInn(INN)
    expect(answer).toMatchObject({ outcome: "found", entities: [{ kpp: "773601001" }, { kpp: "540602001" }] })
    expect(answer.outcome === "found" && answer.entities[0]).toEqual({
      kind: "company",
      inn: INN,
      kpp: "773601001",
      ogrn: "1027700132195",
      okpo: null,
      name: "ПАО СБЕРБАНК",
      official_name: "ПУБЛИЧНОЕ АКЦИОНЕРНОЕ ОБЩЕСТВО СБЕРБАНК",
      address: {
        text: "117312, г Москва, ул Вавилова, д 19",
        postal_code: "117312",
        region: "г Москва",
        city: "г Москва",
        fias_id: "93409d8c-d8d4-4491-838f-f9aa1678b5e6",
      },
      head: "Греф Герман Оскарович",
      state: "active",
    })
    expect(fake.asked).toEqual([{ path: "/findById/party", authorization: "Token the-key", body: { query: INN, count: 20 } }])
  })

  it("takes a sole trader, and a state it does not know, as they come", async () => {
    const registry = await registryOver([ok(party({ type: "INDIVIDUAL", kpp: null, state: { status: "NEW_ONE" }, address: null }))])
    expect(await registry.findByInn(INN)).toMatchObject({ entities: [{ kind: "sole_trader", kpp: null, state: "unknown", address: null }] })
  })

  it("asks once for what it was asked twice, also when there is no such company", async () => {
    const registry = await registryOver([ok()])
    expect(await registry.findByInn(INN)).toEqual({ outcome: "unknown" })
    expect(await registry.findByInn(INN)).toEqual({ outcome: "unknown" })
    expect(fake.asked).toHaveLength(1)
  })

  it("asks once for what many ask at the same moment", async () => {
    const registry = await registryOver([ok(party())])
    const answers = await Promise.all([1, 2, 3].map(() => registry.findByInn(INN)))
    expect(answers.map(({ outcome }) => outcome)).toEqual(["found", "found", "found"])
    expect(fake.asked).toHaveLength(1)
  })

  it("asks again for what was not answered", async () => {
    const registry = await registryOver([{ status: 503, body: {} }, ok(party())], { retries: 0 })
    await expect(registry.findByInn(INN)).rejects.toMatchObject({ code: "registry_unavailable" })
    expect(await registry.findByInn(INN)).toMatchObject({ outcome: "found" })
  })

  it("refuses at once when too many wait already", async () => {
    const registry = await registryOver(["hang"], { retries: 0, concurrency: 1, waiting: 1, timeout_ms: 50 })
    const messages = await Promise.all(["a", "b", "c"].map((text) => registry.suggestAddresses(text, 1).catch(String)))
    expect(messages).toEqual([
      "RegistryError: DaData does not answer: TimeoutError",
      "RegistryError: DaData does not answer: TimeoutError",
      "RegistryError: DaData is not asked: 1 requests wait already.",
    ])
  })

  it("lets another through while it pauses before a second try", async () => {
    const registry = await registryOver([{ status: 503, body: {} }, ok(address), ok(party())], { concurrency: 1, retry_pause_ms: 100 })
    const done: string[] = []
    await Promise.all([
      registry.findByInn(INN).then(() => done.push("party")),
      registry.suggestAddresses("москва", 1).then(() => done.push("address")),
    ])
    expect(done).toEqual(["address", "party"])
  })

  it("suggests addresses with their ФИАС codes, up to the limit", async () => {
    const registry = await registryOver([ok(address, address, address)])
    const found = await registry.suggestAddresses("  москва  вавилова ", 2)
    expect(found.map(({ fias_id }) => fias_id)).toEqual(Array(2).fill("93409d8c-d8d4-4491-838f-f9aa1678b5e6"))
    expect(fake.asked[0]).toMatchObject({ path: "/suggest/address", body: { query: "москва вавилова" } })
    expect(await registry.suggestAddresses(" ", 2)).toEqual([])
    expect(fake.asked).toHaveLength(1)
  })

  it("tries again after an overload, and gives up after the last attempt", async () => {
    const recovering = await registryOver([{ status: 503, body: {} }, { status: 429, body: {} }, ok(party())])
    expect(await recovering.findByInn(INN)).toMatchObject({ outcome: "found" })
    expect(fake.asked).toHaveLength(3)
    await fake.close()
    const lost = await registryOver([{ status: 503, body: {} }])
    await expect(lost.findByInn(INN)).rejects.toMatchObject({ code: "registry_unavailable", message: "DaData does not answer: status 503" })
    expect(fake.asked).toHaveLength(3)
  })

  it("does not wait for ever", async () => {
    const registry = await registryOver(["hang"], { retries: 0, timeout_ms: 50 })
    await expect(registry.findByInn(INN)).rejects.toMatchObject({
      code: "registry_unavailable",
      message: "DaData does not answer: TimeoutError",
    })
  })

  it.each([
    [401, "registry_refused"],
    [403, "registry_quota"],
    [400, "registry_refused"],
  ])("tells a refusal with status %i plainly, without a second try and without the key", async (status, code) => {
    const registry = await registryOver([{ status, body: { message: "the-key is wrong" } }])
    const error: unknown = await registry.findByInn(INN).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code })
    expect(String(error)).not.toContain("the-key")
    expect(fake.asked).toHaveLength(1)
  })

  it.each([
    ["no JSON", "<html>"],
    ["another shape", { suggestions: [{ value: 1 }] }],
    ["too much", { suggestions: ["x".repeat(1_000_001)] }],
  ])("refuses an answer that is %s", async (_what, body) => {
    const registry = await registryOver([{ status: 200, body }])
    await expect(registry.findByInn(INN)).rejects.toMatchObject({ code: "registry_answer_invalid" })
  })
})
