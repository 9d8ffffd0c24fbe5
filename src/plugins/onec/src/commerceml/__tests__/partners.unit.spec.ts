import { ofKind, packageOf, problemCodes, readPackage } from "./helpers/read-package"

const partnersOf = (rows: string) => packageOf(`<Контрагенты СодержитТолькоИзменения="false">${rows}</Контрагенты>`)

describe("a contragents package", () => {
  it("gives a company with its numbers as text, leading zeros kept", async () => {
    const records = await readPackage(
      partnersOf(`<Контрагент><Ид>L1</Ид><НомерВерсии>AAA=</НомерВерсии><ПометкаУдаления>false</ПометкаУдаления><Наименование>Ромашка</Наименование>
        <ОфициальноеНаименование>ООО «Ромашка»</ОфициальноеНаименование><ИНН>0274062111</ИНН><КПП>077301001</КПП>
        <АдресРегистрации><Представление>Уфа, Ленина, 1</Представление></АдресРегистрации></Контрагент>`)
    )
    expect(records).toEqual([
      { kind: "package", content: "partners", is_full: true, external_id: null, formed_at: "2024-03-05T09:51:39", schema_version: "2.07" },
      {
        kind: "legal_entity",
        external_id: "L1",
        name: "Ромашка",
        official_name: "ООО «Ромашка»",
        inn: "0274062111",
        kpp: "077301001",
        address: "Уфа, Ленина, 1",
        is_deleted: false,
      },
    ])
  })

  it("gives a sole trader by his full name, empty numbers as none", async () => {
    const records = await readPackage(
      partnersOf(
        `<Контрагент><Ид>L2</Ид><Наименование>ИП Петров</Наименование><ПолноеНаименование>Петров Пётр</ПолноеНаименование><ИНН>027406211100</ИНН><КПП/></Контрагент>`
      )
    )
    expect(ofKind(records, "legal_entity")).toEqual([
      {
        kind: "legal_entity",
        external_id: "L2",
        name: "ИП Петров",
        official_name: "Петров Пётр",
        inn: "027406211100",
        kpp: null,
        is_deleted: false,
      },
    ])
  })

  it("marks deleted entities and skips nameless ones", async () => {
    const records = await readPackage(
      partnersOf(
        `<Контрагент><Ид>L3</Ид><ПометкаУдаления>true</ПометкаУдаления><Наименование>Старый</Наименование></Контрагент><Контрагент><Ид>L4</Ид></Контрагент>`
      )
    )
    expect(ofKind(records, "legal_entity")).toMatchObject([{ external_id: "L3", is_deleted: true }])
    expect(problemCodes(records)).toEqual(["name_missing"])
  })
})
