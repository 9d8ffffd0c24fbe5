import { withoutSecrets } from "../without-secrets"

describe("withoutSecrets", () => {
  it.each([
    "password",
    "new_password",
    "passwordHash",
    "token",
    "tokens",
    "accessToken",
    "SECRET",
    "secret_hash",
    "x-authorization",
    "cookie",
    "otp",
  ])("replaces what stands under %s", (key) => {
    expect(withoutSecrets({ [key]: "correct horse", name: "Anna" })).toEqual({ [key]: "[removed]", name: "Anna" })
  })

  it.each(["tokens_valid_from", "password_changed_at", "hashtag", "state", "cookies_until"])("keeps what stands under %s", (key) => {
    expect(withoutSecrets({ [key]: "2026-03-10" })).toEqual({ [key]: "2026-03-10" })
  })

  it("looks into lists and objects, whatever stands there", () => {
    const value = { people: [{ name: "Anna", login: { password: ["a"] } }], secret: { a: 1 }, at: new Date(0) }
    expect(withoutSecrets(value)).toEqual({
      people: [{ name: "Anna", login: { password: "[removed]" } }],
      secret: "[removed]",
      at: "1970-01-01T00:00:00.000Z",
    })
  })

  it("tells an absent secret from one that is there", () => {
    expect(withoutSecrets({ password: null })).toEqual({ password: null })
  })

  it("ends with a value that contains itself", () => {
    const value: Record<string, unknown> = {}
    value["self"] = value
    expect(JSON.stringify(withoutSecrets(value))).toContain("[too deep]")
  })
})
