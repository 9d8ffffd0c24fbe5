import { ExchangeFailure, failure } from "./failure"

/** What the reader or the exchange core holds against a package, in the words of 1C's administrator. */
const PACKAGE_TEXTS: Readonly<Record<string, string>> = {
  encoding_unknown: "Кодировка файла не поддерживается",
  encoding_invalid: "Содержимое файла не соответствует объявленной кодировке",
  format_unknown: "Файл не является ни XML, ни JSON",
  json_invalid: "Файл не является правильным JSON",
  root_unknown: "Корневой элемент файла не КоммерческаяИнформация",
  xml_empty: "Файл не содержит данных",
  xml_cut: "Файл передан не полностью",
  xml_malformed: "Файл не является правильным XML",
  xml_doctype: "Объявление DOCTYPE не допускается",
  xml_too_deep: "Слишком большая вложенность элементов",
  xml_too_many_attributes: "Слишком много атрибутов у одного элемента",
  xml_value_too_long: "Слишком длинное значение",
  xml_item_too_large: "Слишком большой элемент",
}

/** Their messages are those of the database or the system: they may quote statements and data, and belong in the exchange log alone. */
const INNER_TEXTS: Readonly<Record<string, string>> = {
  data_rejected: "Данные файла не приняты базой, подробности в журнале обмена",
  load_failed: "Файл не загружен, подробности в журнале обмена",
  file_missing: "Файл больше не хранится на сервере, передайте его снова",
}

/** The answer about a package that was read and refused. `detail` says where, in English; codes not listed here give it alone. */
export function packageFailure(code: string | null, detail: string | null): ExchangeFailure {
  if (code === null) {
    return failure("import_failed")
  }
  const text = PACKAGE_TEXTS[code]
  const message = INNER_TEXTS[code] ?? ([text, detail].filter(Boolean).join(": ") || failure("import_failed").message)
  return new ExchangeFailure(code, message)
}
