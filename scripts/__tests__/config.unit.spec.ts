import type { ConfigModule } from "@medusajs/framework/types"

const given = process.env.KONTOR_URL

/** The configuration as a server started with this address reads it. */
function configFor(url: string | undefined): ConfigModule {
  if (url === undefined) {
    delete process.env.KONTOR_URL
  } else {
    process.env.KONTOR_URL = url
  }
  jest.resetModules()
  return jest.requireActual<ConfigModule>("../../medusa-config")
}

afterAll(() => {
  configFor(given)
})

describe("the cookie that the admin signs in with", () => {
  it.each([
    [undefined, false],
    ["http://192.168.1.5:9000", false],
    ["https://b2b.example", true],
  ])("under the address %p is for https alone: %p", (url, secure) => {
    expect(configFor(url).projectConfig.cookieOptions?.secure).toBe(secure)
  })
})
