import { ErpPackageError } from "@kontor/framework"
import type { ErpRecord } from "@kontor/framework"
import fc from "fast-check"
import { packageOf, readPackage } from "./helpers/read-package"

const PACKAGE = `${packageOf(`
  <Классификатор><Ид>CLS</Ид><Группы><Группа><Ид>G1</Ид><Наименование>Ёмкости &lt;1&gt;</Наименование></Группа></Группы></Классификатор>
  <Каталог СодержитТолькоИзменения="false"><Ид>CAT</Ид><Товары>
    <Товар Статус="Новый"><Ид>P1</Ид><Наименование><![CDATA[Бак & крышка]]></Наименование><Описание>Объём 10 л — «лучший»</Описание></Товар>
    <Товар><Ид>P2</Ид><Наименование/></Товар></Товары></Каталог>
  <ПакетПредложений><Ид>CAT#</Ид><Предложения><Предложение><Ид>P1</Ид>
    <Цены><Цена><ИдТипаЦены>T1</ИдТипаЦены><ЦенаЗаЕдиницу>1 234,5</ЦенаЗаЕдиницу><Валюта>руб</Валюта></Цена></Цены>
    <Склад ИдСклада="W1" КоличествоНаСкладе="5"/></Предложение></Предложения></ПакетПредложений>
  <Документ><Ид>1</Ид><Номер>42</Номер><Сумма>10</Сумма></Документ>`)}\n  \n`

const WINDOWS_1251 = new TextDecoder("windows-1251")
const BYTE_BY_CHARACTER = new Map(Array.from({ length: 256 }, (_, byte) => [WINDOWS_1251.decode(Uint8Array.of(byte)), byte]))

function toWindows1251(text: string): Buffer {
  return Buffer.from(Array.from(text, (character) => BYTE_BY_CHARACTER.get(character) ?? fail(`"${character}" is not in windows-1251`)))
}

function fail(message: string): never {
  throw new Error(message)
}

/** Hundreds of small files are read; a machine busy with other suites takes its time. */
jest.setTimeout(30_000)

describe("reading as a stream", () => {
  let whole: ErpRecord[]

  beforeAll(async () => {
    whole = await readPackage(PACKAGE)
    expect(whole.map((record) => record.kind)).toEqual([
      "package",
      "group",
      "package",
      "product",
      "problem",
      "package",
      "price",
      "stock",
      "package",
      "order_state",
    ])
  })

  it("gives the same records however the file falls into pieces", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 700 }), async (chunkBytes) =>
        expect(await readPackage(PACKAGE, { chunkBytes })).toEqual(whole)
      ),
      { numRuns: 60, examples: [[1], [2], [3]] }
    )
  })

  it("refuses a file cut at any byte, unless only the spaces after the root are lost", async () => {
    const bytes = Buffer.from(PACKAGE)
    const rootEnd = Buffer.from(PACKAGE.trimEnd()).length
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length }), fc.integer({ min: 1, max: 4000 }), async (cut, chunkBytes) => {
        const reading = readPackage(bytes.subarray(0, cut), { chunkBytes })
        if (cut >= rootEnd) {
          expect(await reading).toEqual(whole)
        } else {
          await expect(reading).rejects.toBeInstanceOf(ErpPackageError)
        }
      }),
      {
        numRuns: 150,
        examples: [
          [rootEnd, 128],
          [rootEnd - 1, 128],
          [bytes.length, 128],
          [0, 128],
          [1, 128],
        ],
      }
    )
  })

  it.each([
    ["windows-1251", toWindows1251(PACKAGE.replace("UTF-8", "windows-1251"))],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${PACKAGE}`)],
    ["UTF-8 with a mark and blank lines", Buffer.from(`\ufeff\r\n \r\n${PACKAGE}`)],
    ["UTF-16 little-endian", Buffer.from(`\ufeff${PACKAGE}`, "utf16le")],
    ["UTF-16 big-endian", Buffer.from(`\ufeff${PACKAGE}`, "utf16le").swap16()],
  ])("gives the same records from %s", async (_, bytes) => {
    expect(await readPackage(bytes)).toEqual(whole)
    expect(await readPackage(bytes, { chunkBytes: 7 })).toEqual(whole)
  })
})
