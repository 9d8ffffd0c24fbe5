import { isDecodable } from "../malformed-paths"

describe("a path", () => {
  it.each([
    ["/store/carts/cart_1", true],
    ["/store/carts/%25", true],
    ["/store/carts/%D0%B0", true],
    ["/store/carts/cart_%", false],
    ["/store/carts/%zz", false],
    ["/store/carts/%D0", false],
    ["/store/catalog?q=100%", true],
  ])("%s is decodable: %p", (url, expected) => {
    expect(isDecodable(url)).toBe(expected)
  })
})
