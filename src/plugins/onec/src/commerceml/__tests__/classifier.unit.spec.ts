import { classifierOf, ofKind, packageOf, problemCodes, readPackage } from "./helpers/read-package"

describe("a classifier", () => {
  it("announces itself before its records", async () => {
    const [first] = await readPackage(
      packageOf(
        `<Классификатор СодержитТолькоИзменения="false"><Ид>CLS</Ид><Группы><Группа><Ид>G</Ид><Наименование>Г</Наименование></Группа></Группы></Классификатор>`
      )
    )
    expect(first).toEqual({
      kind: "package",
      content: "classifier",
      is_full: true,
      external_id: "CLS",
      formed_at: "2024-03-05T09:51:39",
      schema_version: "2.07",
    })
  })

  it("is taken for changes when it does not say", async () => {
    const records = await readPackage(classifierOf(""))
    expect(ofKind(records, "package")).toMatchObject([{ content: "classifier", is_full: false }])
  })

  it("is read without the root around it", async () => {
    const records = await readPackage(
      `<Классификатор><Ид>CLS</Ид><Группы><Группа><Ид>G</Ид><Наименование>Г</Наименование></Группа></Группы></Классификатор>`
    )
    expect(records.map((record) => record.kind)).toEqual(["package", "group"])
    expect(records[0]).toMatchObject({ formed_at: null, schema_version: null, external_id: "CLS" })
  })

  it("gives groups parents first, each with its place among its siblings", async () => {
    const records = await readPackage(
      classifierOf(`<Группы>
        <Группа><Ид>A</Ид><Наименование>Инструмент</Наименование><Группы>
          <Группа><Ид>A1</Ид><Наименование>Дрели</Наименование></Группа>
          <Группа><Группы><Группа><Ид>A21</Ид><Наименование>Торцовые</Наименование></Группа></Группы><Ид>A2</Ид><Наименование>Пилы</Наименование></Группа>
        </Группы></Группа>
        <Группа><Ид>B</Ид><ПометкаУдаления>true</ПометкаУдаления><Наименование>Посуда</Наименование></Группа>
      </Группы>`)
    )
    const groups = ofKind(records, "group").map((group) => [group.external_id, group.parent_external_id, group.position, group.is_deleted])
    expect(groups).toEqual([
      ["A", null, 0, false],
      ["A1", "A", 0, false],
      ["A2", "A", 1, false],
      ["A21", "A2", 0, false],
      ["B", null, 1, true],
    ])
  })

  it("gives properties with their types and values", async () => {
    const records = await readPackage(
      classifierOf(`<Свойства>
        <Свойство><Ид>P1</Ид><Наименование>Вес</Наименование><ТипЗначений>Число</ТипЗначений></Свойство>
        <Свойство><Ид>P2</Ид><Наименование>Цвет</Наименование><ТипЗначений>Справочник</ТипЗначений><ДляПредложений>true</ДляПредложений>
          <ВариантыЗначений><Справочник><ИдЗначения>V1</ИдЗначения><Значение>Белый</Значение></Справочник></ВариантыЗначений></Свойство>
        <СвойствоНоменклатуры><Ид>P3</Ид><Наименование>Сорт</Наименование><ТипыЗначений><ТипЗначений><Тип>Справочник</Тип>
          <ВариантыЗначений><ВариантЗначения><Ид>V2</Ид><Значение>Первый</Значение></ВариантЗначения></ВариантыЗначений></ТипЗначений></ТипыЗначений></СвойствоНоменклатуры>
        <Свойство><Ид>P4</Ид><Наименование>Прочее</Наименование></Свойство>
      </Свойства>`)
    )
    expect(ofKind(records, "property").map((property) => [property.external_id, property.value_type, property.is_for_offers])).toEqual([
      ["P1", "number", false],
      ["P2", "reference", true],
      ["P3", "reference", false],
      ["P4", "text", false],
    ])
    expect(ofKind(records, "property_value").map((value) => [value.property_external_id, value.external_id, value.value])).toEqual([
      ["P2", "V1", "Белый"],
      ["P3", "V2", "Первый"],
    ])
  })

  it("gives properties of offers when the file is the one for them", async () => {
    const xml = classifierOf(`<Свойства><Свойство><Ид>P1</Ид><Наименование>Размер</Наименование></Свойство></Свойства>`)
    const records = await readPackage(xml, { filename: "propertiesOffers_1_1_7f1c.xml" })
    expect(ofKind(records, "property")).toMatchObject([{ is_for_offers: true }])
  })

  it("gives price types in ISO currencies, with VAT unless it says otherwise", async () => {
    const records = await readPackage(
      classifierOf(`<ТипыЦен>
        <ТипЦены><Ид>T1</Ид><Наименование>Розничная</Наименование><Валюта>руб.</Валюта><Налог><Наименование>НДС</Наименование><УчтеноВСумме>true</УчтеноВСумме></Налог></ТипЦены>
        <ТипЦены><Ид>T2</Ид><Наименование>Оптовая</Наименование><Валюта>грн</Валюта><Налог><Наименование>НДС</Наименование><УчтеноВСумме>false</УчтеноВСумме></Налог></ТипЦены>
        <ТипЦены><Ид>T3</Ид><Наименование>Закупочная</Наименование><Валюта>USD</Валюта></ТипЦены>
      </ТипыЦен>`)
    )
    expect(ofKind(records, "price_type").map((type) => [type.external_id, type.currency_code, type.includes_vat])).toEqual([
      ["T1", "rub", true],
      ["T2", "uah", false],
      ["T3", "usd", true],
    ])
  })

  it("keeps back price types in an unknown currency and those marked for deletion", async () => {
    const records = await readPackage(
      classifierOf(`<ТипыЦен>
        <ТипЦены><Ид>T1</Ид><Наименование>В попугаях</Наименование><Валюта>попугаи</Валюта></ТипЦены>
        <ТипЦены><Ид>T2</Ид><ПометкаУдаления>true</ПометкаУдаления><Наименование>Старая</Наименование><Валюта>руб</Валюта></ТипЦены>
      </ТипыЦен>`)
    )
    expect(ofKind(records, "price_type")).toEqual([])
    expect(problemCodes(records)).toEqual(["currency_unknown", "price_type_deleted"])
  })

  it("gives warehouses", async () => {
    const records = await readPackage(
      classifierOf(`<Склады><Склад><Ид>W1</Ид><Наименование>Главный</Наименование></Склад>
        <Склад><Ид>W2</Ид><ПометкаУдаления>true</ПометкаУдаления><Наименование>Старый</Наименование></Склад></Склады>`)
    )
    expect(ofKind(records, "warehouse")).toEqual([
      { kind: "warehouse", external_id: "W1", name: "Главный", is_deleted: false },
      { kind: "warehouse", external_id: "W2", name: "Старый", is_deleted: true },
    ])
  })

  it("skips a row without an id or a name and goes on", async () => {
    const records = await readPackage(
      classifierOf(`<Группы><Группа><Ид/><Наименование>Без ид</Наименование></Группа><Группа><Ид>G2</Ид></Группа>
        <Группа><Ид>${"x".repeat(121)}</Ид><Наименование>Длинный</Наименование></Группа>
        <Группа><Ид>G4</Ид><Наименование>${"Ж".repeat(501)}</Наименование></Группа>
        <Группа><Ид>${"y".repeat(120)}</Ид><Наименование>${"Ж".repeat(500)}</Наименование></Группа></Группы>`)
    )
    expect(problemCodes(records)).toEqual(["external_id_missing", "name_missing", "external_id_too_long", "name_too_long"])
    expect(ofKind(records, "group").map((group) => group.external_id)).toEqual(["y".repeat(120)])
  })
})
