import { RecordSink } from "../record-sink"
import { RecordWalker } from "../record-walker"
import { XmlPump } from "../xml/xml-pump"
import { offersOf, packageOf, problemCodes, readPackage } from "./helpers/read-package"

const root = (inner: string) => `<КоммерческаяИнформация>${inner}</КоммерческаяИнформация>`

describe("a package that cannot be trusted", () => {
  it.each<[string, string | Buffer, string]>([
    ["no bytes", "", "xml_empty"],
    ["spaces only", " \n ", "xml_empty"],
    ["a declaration only", `<?xml version="1.0"?>`, "xml_cut"],
    ["an open root", `<КоммерческаяИнформация>`, "xml_cut"],
    ["an open item", `<КоммерческаяИнформация><Каталог><Товары><Товар><Ид>1</Ид>`, "xml_cut"],
    ["an open comment after the root", `${root("")}<!-- `, "xml_cut"],
    ["half a character after the root", Buffer.concat([Buffer.from(root("")), Buffer.of(0xd0)]), "xml_cut"],
    ["crossed elements", `<КоммерческаяИнформация><Каталог></КоммерческаяИнформация></Каталог>`, "xml_malformed"],
    ["an unescaped ampersand", root("<Каталог>A & B;</Каталог>"), "xml_malformed"],
    ["an undefined entity", root("<Каталог>&nbsp;</Каталог>"), "xml_malformed"],
    ["a control character", root("<Каталог>\u0001</Каталог>"), "xml_malformed"],
    ["text after the root", `${root("")}конец`, "xml_malformed"],
    ["two roots", root("") + root(""), "xml_malformed"],
    ["plain text", "type=catalog", "xml_malformed"],
    ["a page of HTML", "<html><body/></html>", "root_unknown"],
    ["a DOCTYPE", `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>${root("<Каталог>&b;</Каталог>")}`, "xml_doctype"],
    ["an unknown encoding", `<?xml version="1.0" encoding="koi8-r"?>${root("")}`, "encoding_unknown"],
    [
      "windows-1251 under the name of UTF-8",
      Buffer.from([...Buffer.from(`<?xml version="1.0" encoding="UTF-8"?><a>`), 0xca, 0xee]),
      "encoding_invalid",
    ],
    ["UTF-8 under the name of windows-1251", `<?xml version="1.0" encoding="windows-1251"?>${root("")}`, "encoding_invalid"],
    ["elements 201 deep", root(`${"<a>".repeat(200)}${"</a>".repeat(200)}`), "xml_too_deep"],
    [
      "an element with 101 attributes",
      root(`<a ${Array.from({ length: 101 }, (_, index) => `x${index}=""`).join(" ")}/>`),
      "xml_too_many_attributes",
    ],
    ["a value of more than a mebichar", root(`<Каталог>${"x".repeat(1024 * 1024 + 1)}</Каталог>`), "xml_value_too_long"],
    ["an attribute of more than a mebichar", root(`<a b="${"x".repeat(1024 * 1024 + 1)}"/>`), "xml_value_too_long"],
  ])("with %s is refused", async (_, content, code) => {
    await expect(readPackage(content)).rejects.toMatchObject({ name: "ErpPackageError", code })
  })

  it("with a comment that never ends is refused before it fills the memory", () => {
    const pump = new XmlPump({ open() {}, text() {}, close() {} })
    pump.feed("<a><!--")
    const megabyte = "x".repeat(1024 * 1024)
    const feedFor = (pieces: number) => Array.from({ length: pieces }, () => pump.feed(megabyte))
    expect(() => feedFor(9)).toThrow(expect.objectContaining({ code: "xml_value_too_long" }))
  })

  it("with an item that would fill the memory is refused", () => {
    const walker = new RecordWalker(new RecordSink(), "import0_1.xml")
    const path = ["КоммерческаяИнформация", "Каталог", "Товары", "Товар"]
    path.forEach((name) => walker.open(name, {}))
    const addElements = (count: number) => {
      for (let added = 0; added < count; added++) {
        walker.open("Картинка", {})
        walker.close()
      }
    }
    addElements(1024 * 1024)
    expect(() => addElements(1)).toThrow(expect.objectContaining({ code: "xml_item_too_large" }))
  })

  it("says where it is malformed", async () => {
    await expect(readPackage(`<КоммерческаяИнформация>\n  <Каталог>&</Каталог>`)).rejects.toThrow(/^line 2, column \d+: /)
  })
})

describe("a package at the limits", () => {
  it.each([
    ["elements 200 deep", root(`${"<a>".repeat(199)}${"</a>".repeat(199)}`)],
    ["an element with 100 attributes", root(`<a ${Array.from({ length: 100 }, (_, index) => `x${index}=""`).join(" ")}/>`)],
    ["a value of a mebichar", root(`<Каталог>${"x".repeat(1024 * 1024)}</Каталог>`)],
  ])("with %s is read", async (_, content) => {
    await expect(readPackage(content)).resolves.toBeInstanceOf(Array)
  })

  it("may have any namespace, or a prefix", async () => {
    const prefixed = `<v:КоммерческаяИнформация xmlns:v="urn:1C.ru:commerceml_3"><v:ПакетПредложений><v:Предложения><v:Предложение><v:Ид>P1</v:Ид><v:Количество>1</v:Количество></v:Предложение></v:Предложения></v:ПакетПредложений></v:КоммерческаяИнформация>`
    const bare = prefixed.replaceAll("v:", "").replace(/ xmlns.*?"urn:1C.ru:commerceml_3"/, "")
    const expected = await readPackage(bare)
    expect(expected).toMatchObject([{ kind: "package" }, { kind: "stock", offer_external_id: "P1" }])
    expect(await readPackage(prefixed)).toEqual(expected)
  })

  it("loses its NUL characters", async () => {
    expect(await readPackage(offersOf(`<Предложение><Ид>P\u00001</Ид><Количество>1</Количество></Предложение>`))).toMatchObject([
      { kind: "package" },
      { offer_external_id: "P1" },
    ])
  })

  it("reads CDATA as text", async () => {
    expect(await readPackage(offersOf(`<Предложение><Ид><![CDATA[P1]]></Ид><Количество>1</Количество></Предложение>`))).toMatchObject([
      { kind: "package" },
      { offer_external_id: "P1" },
    ])
  })

  it("reports once each part that is not read", async () => {
    expect(problemCodes(await readPackage(packageOf("<Новое/><Новое/><Иное><Новое/></Иное>")))).toEqual([
      "section_unsupported",
      "section_unsupported",
    ])
  })

  it("says nothing when it holds nothing", async () => expect(await readPackage(packageOf(""))).toEqual([]))
})
