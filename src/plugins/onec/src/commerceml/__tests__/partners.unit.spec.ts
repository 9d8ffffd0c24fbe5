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

  it("gives addresses, contacts, accounts and the people who act for the entity", async () => {
    const records = await readPackage(
      partnersOf(`<Контрагент><Ид>L5</Ид><Наименование>Ромашка</Наименование><ИНН>0274062111</ИНН><КодПоОКПО>00032537</КодПоОКПО>
        <ЮридическийАдрес><Представление>Уфа, Ленина, 1</Представление></ЮридическийАдрес>
        <ФактическийАдрес><Представление>Уфа, Мира, 2</Представление></ФактическийАдрес>
        <Контакты><Контакт><Тип>Телефон рабочий</Тип><Значение>+7 347 200-00-00</Значение></Контакт>
          <Контакт><Тип>Почта</Тип><Значение>Info@Example.ru</Значение></Контакт></Контакты>
        <РасчетныеСчета><РасчетныйСчет><НомерСчета>40702810400000000001</НомерСчета>
          <Банк><Наименование>Банк</Наименование><БИК>044525225</БИК><СчетКорреспондентский>30101810400000000225</СчетКорреспондентский></Банк></РасчетныйСчет>
          <РасчетныйСчет><НомерСчета>1</НомерСчета></РасчетныйСчет></РасчетныеСчета>
        <Представители><Представитель><Контрагент><Наименование>Анна Петрова</Наименование>
          <Контакты><Контакт><Тип>Почта</Тип><Значение>anna@example.ru</Значение></Контакт></Контакты></Контрагент></Представитель>
          <Представитель><Контрагент><Наименование>Без почты</Наименование></Контрагент></Представитель></Представители></Контрагент>`)
    )
    expect(ofKind(records, "legal_entity")).toEqual([
      {
        kind: "legal_entity",
        external_id: "L5",
        name: "Ромашка",
        inn: "0274062111",
        okpo: "00032537",
        address: "Уфа, Ленина, 1",
        actual_address: "Уфа, Мира, 2",
        phone: "+7 347 200-00-00",
        email: "info@example.ru",
        bank_accounts: [
          {
            bic: "044525225",
            account: "40702810400000000001",
            bank_name: "Банк",
            correspondent_account: "30101810400000000225",
            is_default: false,
          },
        ],
        representatives: [{ name: "Анна Петрова", email: "anna@example.ru", phone: null }],
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
