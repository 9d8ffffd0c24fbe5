import core from "../../src/admin/i18n"
import { fieldsIn, reasonOf, subjectIn } from "../../src/admin/lib/reason-of"
import { Refused } from "../../src/admin/lib/send"

/** As i18next reads the Russian texts. */
const t = (key: string, { defaultValue, ...facts }: Record<string, unknown> = {}): string => {
  const [section = "", name = ""] = key.split(".")
  const texts: Record<string, Record<string, string>> = { failed: core.ru.kontor.failed, refused: core.ru.kontor.refused }
  const text = texts[section]?.[name] ?? defaultValue
  return String(text).replace(/\{\{(\w+)\}\}/g, (_, fact: string) => String(facts[fact] ?? ""))
}

describe("why the server did not do something", () => {
  it.each([
    ["the thing that a refusal is about", new Refused("No product «DR-7» of line 3 is known.", "product_unknown", 400), "Товара DR-7 нет."],
    ["a refusal that names nothing", new Refused("Nothing is left.", "insufficient_stock", 400), "Столько нет на складе."],
    [
      "fields that could not be read",
      new Refused("Invalid request: slug: Invalid string: must match pattern /x/; lines.0.quantity: Required", null, 400),
      "Не принято. Проверьте, что введено: slug, lines.0.quantity.",
    ],
    ["what is gone", new Refused("Supply with id sply_1 was not found", null, 404), core.ru.kontor.failed.missing],
    ["a fault of the server", new Refused("An unknown error occurred.", "unknown_error", 500), core.ru.kontor.failed.server],
    ["a server that does not answer", new TypeError("Failed to fetch"), core.ru.kontor.failed.network],
  ])("tells %s in the reader's language", (_title, error, told) => {
    expect(reasonOf(t, error)).toBe(told)
  })

  it("tells in the server's words what nothing else says anything of", () => {
    expect(reasonOf(t, new Refused("The moon is full.", "moon_full", 400))).toBe("The moon is full.")
  })

  it("takes the first thing that is named, and no field twice", () => {
    expect(subjectIn("«A» is not «B»")).toBe("A")
    expect(subjectIn("nothing")).toBe("")
    expect(fieldsIn("Invalid request: body: Unrecognized key; body: Required")).toBe("body")
  })
})
