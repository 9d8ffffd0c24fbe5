import { callerAddress } from "../caller-address"

const request = (forwarded?: string | string[]) => ({ headers: { "x-forwarded-for": forwarded }, socket: { remoteAddress: "192.0.2.1" } })

describe("callerAddress", () => {
  const { KONTOR_TRUSTED_PROXIES: kept } = process.env

  afterAll(() => {
    process.env.KONTOR_TRUSTED_PROXIES = kept
  })

  it.each([
    ["believes nobody while no proxy is named", "", "198.51.100.7", "192.0.2.1"],
    ["believes nobody for a setting that is no number", "yes", "198.51.100.7", "192.0.2.1"],
    ["takes the word of one proxy, not what the caller wrote before it", "1", "10.0.0.1, 198.51.100.7", "198.51.100.7"],
    ["goes back as many entries as there are proxies", "2", "10.0.0.1, 198.51.100.7, 203.0.113.5", "198.51.100.7"],
    ["takes the first entry where there are fewer", "3", "198.51.100.7", "198.51.100.7"],
    ["takes the connection where a proxy says nothing", "1", undefined, "192.0.2.1"],
    ["joins repeated headers", "1", ["10.0.0.1", "198.51.100.7"], "198.51.100.7"],
  ])("%s", (_, proxies, forwarded, expected) => {
    process.env.KONTOR_TRUSTED_PROXIES = proxies
    expect(callerAddress(request(forwarded))).toBe(expected)
  })
})
