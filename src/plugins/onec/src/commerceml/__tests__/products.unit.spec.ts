import { catalogOf, ofKind, packageOf, problemCodes, readPackage } from "./helpers/read-package"

async function readProduct(inner: string, attributes = "") {
  const records = await readPackage(catalogOf(`<Товар ${attributes}><Ид>P1</Ид><Наименование>Дрель</Наименование>${inner}</Товар>`))
  return { product: ofKind(records, "product")[0], problems: problemCodes(records) }
}

describe("a product of a catalogue", () => {
  it("carries all that the built-in exchange tells", async () => {
    const { product } = await readProduct(`<Штрихкод>4601234567890</Штрихкод><Артикул> ДР-1 </Артикул>
      <БазоваяЕдиница Код="796 " НаименованиеПолное="Штука" МеждународноеСокращение="PCE">
        <Пересчет><Единица>796</Единица><Коэффициент>1</Коэффициент></Пересчет>
        <Пересчет><Единица>778</Единица><Коэффициент>12</Коэффициент></Пересчет></БазоваяЕдиница>
      <Группы><Ид>G1</Ид><Ид>G2</Ид></Группы><Описание>Ударная &amp; тихая</Описание>
      <Картинка>import_files/b1/a.jpg</Картинка><Картинка>import_files/b1/b.jpg</Картинка><Картинка>import_files/b1/a.jpg</Картинка>
      <Изготовитель><Ид>M</Ид><Наименование>Завод</Наименование></Изготовитель><Страна>Россия</Страна>
      <ЗначенияСвойств><ЗначенияСвойства><Ид>PR1</Ид><Значение>1,4</Значение></ЗначенияСвойства>
        <ЗначенияСвойства><Ид>PR2</Ид><ИдЗначения>V1</ИдЗначения></ЗначенияСвойства>
        <ЗначенияСвойства><Ид>PR3</Ид><Значение/></ЗначенияСвойства></ЗначенияСвойств>
      <СтавкиНалогов><СтавкаНалога><Наименование>НДС</Наименование><Ставка>20</Ставка></СтавкаНалога></СтавкиНалогов>
      <ЗначенияРеквизитов><ЗначениеРеквизита><Наименование>ТипНоменклатуры</Наименование><Значение>Товар</Значение></ЗначениеРеквизита></ЗначенияРеквизитов>`)
    expect(product).toEqual({
      kind: "product",
      external_id: "P1",
      name: "Дрель",
      article: "ДР-1",
      barcode: "4601234567890",
      description: "Ударная & тихая",
      manufacturer: "Завод",
      country: "Россия",
      units: [
        { code: "796", name: "шт", coefficient: "1" },
        { code: "778", name: "упак", coefficient: "12" },
      ],
      group_external_ids: ["G1", "G2"],
      images: ["import_files/b1/a.jpg", "import_files/b1/b.jpg"],
      properties: [
        { property_external_id: "PR1", value: "1,4" },
        { property_external_id: "PR2", value: "V1" },
      ],
      vat_rate: "20",
      requisites: { ТипНоменклатуры: "Товар" },
      is_service: false,
      is_deleted: false,
    })
  })

  it("leaves out what the package does not mention and nulls what it empties", async () => {
    const { product } = await readProduct(`<Артикул/><Описание></Описание>`)
    expect(product).toEqual({
      kind: "product",
      external_id: "P1",
      name: "Дрель",
      article: null,
      description: null,
      is_service: false,
      is_deleted: false,
    })
  })

  it.each([
    ["the attribute of the built-in exchange", "", `Статус="Удален"`, true],
    ["the element of the extension", "<ПометкаУдаления>true</ПометкаУдаления>", "", true],
    ["a changed product", "<ПометкаУдаления>false</ПометкаУдаления>", `Статус="Изменен"`, false],
  ])("is deleted or not by %s", async (_, inner, attributes, expected) => {
    expect((await readProduct(inner, attributes)).product?.is_deleted).toBe(expected)
  })

  it("may be deleted without its name", async () => {
    const records = await readPackage(catalogOf(`<Товар Статус="Удален"><Ид>P1</Ид></Товар><Товар><Ид>P2</Ид></Товар>`))
    expect(ofKind(records, "product")).toMatchObject([{ external_id: "P1", name: "", is_deleted: true }])
    expect(problemCodes(records)).toEqual(["name_missing"])
  })

  it("is a service by its requisite", async () => {
    const requisite = `<ЗначенияРеквизитов><ЗначениеРеквизита><Наименование>ТипНоменклатуры</Наименование><Значение>Услуга</Значение></ЗначениеРеквизита></ЗначенияРеквизитов>`
    expect((await readProduct(requisite)).product?.is_service).toBe(true)
  })

  it("keeps every value of a repeated requisite and what other schemas say in elements", async () => {
    const row = (name: string, value: string) =>
      `<ЗначениеРеквизита><Наименование>${name}</Наименование><Значение>${value}</Значение></ЗначениеРеквизита>`
    const { product } = await readProduct(
      `<Код>00-7</Код><Вес>1.5</Вес><ЗначенияРеквизитов>${row("Файл", "a")}${row("Файл", "b")}${row("Вес", "2")}${row("__proto__", "x")}</ЗначенияРеквизитов>`
    )
    expect(Object.entries(product?.requisites ?? {})).toEqual([
      ["Файл", "a\nb"],
      ["Вес", "2"],
      ["__proto__", "x"],
      ["Код", "00-7"],
    ])
  })

  it("names its images by one path each, however they are written", async () => {
    const { product } = await readProduct(
      `<Картинка>import_files\\b1\\a.jpg</Картинка><Картинка/><Картинка>import_files/b1/a.jpg</Картинка><Картинка>./import_files/b1/b.jpg</Картинка>`
    )
    expect(product?.images).toEqual(["import_files/b1/a.jpg", "import_files/b1/b.jpg"])
  })

  it("is in the groups of all its lists", async () => {
    const { product } = await readProduct(`<Группы><Ид>G1</Ид></Группы><Группы><Ид>G2</Ид><Ид/></Группы>`)
    expect(product?.group_external_ids).toEqual(["G1", "G2"])
  })

  it.each([
    ["20%", "20"],
    ["Без НДС", null],
    ["Без налога", null],
  ])("has the VAT rate %s", async (rate, expected) => {
    const { product } = await readProduct(
      `<СтавкиНалогов><СтавкаНалога><Наименование>НДС</Наименование><Ставка>${rate}</Ставка></СтавкаНалога></СтавкиНалогов>`
    )
    expect(product?.vat_rate).toBe(expected)
  })

  it("stays without a rate when it is unreadable", async () => {
    const { product, problems } = await readProduct(
      `<СтавкиНалогов><СтавкаНалога><Наименование>НДС</Наименование><Ставка>много</Ставка></СтавкаНалога></СтавкиНалогов>`
    )
    expect(product).not.toHaveProperty("vat_rate")
    expect(problems).toEqual(["vat_rate_invalid"])
  })

  it.each([
    [
      "an attribute and a short name",
      `<БазоваяЕдиница Код="715" НаименованиеПолное="Пара (2 шт.)">пар</БазоваяЕдиница>`,
      { code: "715", name: "пар" },
    ],
    ["a short name alone", `<БазоваяЕдиница>шт</БазоваяЕдиница>`, { code: "796", name: "шт" }],
    ["a name that is not classified", `<БазоваяЕдиница>бухта</БазоваяЕдиница>`, { code: "бухта", name: "бухта" }],
    ["a code alone", `<БазоваяЕдиница>166</БазоваяЕдиница>`, { code: "166", name: "кг" }],
    ["an own code with a long name", `<БазоваяЕдиница Код="9001" НаименованиеПолное="Бухта"/>`, { code: "9001", name: "Бухта" }],
  ])("has its base unit by %s", async (_, inner, expected) => {
    expect((await readProduct(inner)).product?.units).toEqual([{ ...expected, coefficient: "1" }])
  })

  it("takes short names of units from the same package", async () => {
    const records = await readPackage(
      packageOf(`<Классификатор><ЕдиницыИзмерения><ЕдиницаИзмерения><Ид>2009</Ид><НаименованиеКраткое>бух</НаименованиеКраткое><Код>2009</Код></ЕдиницаИзмерения></ЕдиницыИзмерения></Классификатор>
        <Каталог><Товары><Товар><Ид>P1</Ид><Наименование>Кабель</Наименование><БазоваяЕдиница>2009</БазоваяЕдиница></Товар></Товары></Каталог>`)
    )
    expect(ofKind(records, "product")[0]?.units).toEqual([{ code: "2009", name: "бух", coefficient: "1" }])
  })

  it("has no name from text that follows its packings", async () => {
    const base = `<БазоваяЕдиница>пар<Пересчет><Единица>778</Единица><Коэффициент>10</Коэффициент></Пересчет>и прочее</БазоваяЕдиница>`
    expect((await readProduct(base)).product?.units).toEqual([
      { code: "715", name: "пар", coefficient: "1" },
      { code: "778", name: "упак", coefficient: "10" },
    ])
  })

  it("keeps a unit out when its coefficient cannot be read or contradicts one before", async () => {
    const { product, problems } =
      await readProduct(`<БазоваяЕдиница Код="796"><Пересчет><Единица>778</Единица><Коэффициент>дюжина</Коэффициент></Пересчет>
      <Пересчет><Единица>728</Единица><Коэффициент>0</Коэффициент></Пересчет></БазоваяЕдиница>
      <Единицы><Единица><Код>812</Код><НаименованиеКраткое>ящик</НаименованиеКраткое><Коэффициент>24</Коэффициент></Единица>
      <Единица><Код>812</Код><Коэффициент>48</Коэффициент></Единица></Единицы>`)
    expect(product?.units).toEqual([
      { code: "796", name: "шт", coefficient: "1" },
      { code: "812", name: "ящик", coefficient: "24" },
    ])
    expect(problems).toEqual(["unit_coefficient_invalid", "unit_coefficient_invalid", "unit_duplicate"])
  })

  describe("in the old schemas, repeated for each characteristic", () => {
    const row = (id: string, colour: string, attributes = "") =>
      `<Товар ${attributes}><Ид>${id}</Ид><Штрихкод>46${colour.length}</Штрихкод><Наименование>Стол</Наименование><ХарактеристикиТовара><ХарактеристикаТовара><Наименование>Цвет</Наименование><Значение>${colour}</Значение></ХарактеристикаТовара></ХарактеристикиТовара></Товар>`

    it("is told once, with an offer for each characteristic", async () => {
      const records = await readPackage(catalogOf(row("P1#C1", "Белый") + row("P1#C2", "Красный")))
      expect(ofKind(records, "product")).toEqual([
        { kind: "product", external_id: "P1", name: "Стол", is_service: false, is_deleted: false },
      ])
      expect(ofKind(records, "offer")).toMatchObject([
        { external_id: "P1#C1", product_external_id: "P1", barcode: "465", characteristics: [{ name: "Цвет", value: "Белый" }] },
        { external_id: "P1#C2", product_external_id: "P1", barcode: "467", characteristics: [{ name: "Цвет", value: "Красный" }] },
      ])
    })

    it("is not deleted with one of its characteristics", async () => {
      const records = await readPackage(catalogOf(row("P1#C1", "Белый", `Статус="Удален"`)))
      expect(ofKind(records, "product")).toEqual([])
      expect(ofKind(records, "offer")).toMatchObject([{ external_id: "P1#C1", is_deleted: true }])
    })
  })
})
