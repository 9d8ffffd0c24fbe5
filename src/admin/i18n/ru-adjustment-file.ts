import type en from "./en-adjustment-file"

const adjustmentFile: typeof en = {
  open: "Excel",
  title: "Скидки и наценки в Excel",
  hint: "Скачайте правила, заведённые на портале, исправьте и загрузите: сначала показываются отличия, правила меняются только после применения. Строка без ID – новое правило. В ячейке «Артикулы списка» – по артикулу в строке, «*» оставляет список как есть.",
  differences: "Отличия",
  problems: {
    name_missing: "нет названия",
    kind_unreadable: "вид: процент, сумма или не продавать",
    value_unreadable: "размер – не число",
    quantity_unreadable: "количество – не число",
    currency_unreadable: "валюта – три буквы",
    day_unreadable: "дата не читается",
    stacking_unreadable: "«вместе с другими» – да или нет",
    scope_unreadable: "не понятно, для кого",
    category_unreadable: "категория задаётся её ID: одно название бывает у нескольких",
    properties_unreadable:
      'свойства – «Имя=Значение», по одному в строке; имя со знаком «=» пишется в кавычках, как и значение: "Имя"="Значение"',
    list_unreadable: "новому правилу нужны артикулы: «*» оставляет прежний список",
    too_many_conditions: "слишком много условий",
    duplicate: "повтор строки",
    erp_owned: "правило задано в 1С",
    adjustment_unknown: "правила с таким ID нет",
    articles_unknown: "артикулы не найдены",
  },
}

export default adjustmentFile
