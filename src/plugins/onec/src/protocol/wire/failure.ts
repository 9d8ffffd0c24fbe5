/** Texts that 1C shows to its administrator, by machine code: those of commands, and below `internal_error` those of packages. */
const TEXTS = {
  auth_required: "Укажите имя пользователя и пароль учётной записи обмена",
  auth_failed: "Неверное имя пользователя или пароль",
  too_many_attempts: "Слишком много неудачных попыток входа, повторите через минуту",
  session_unknown: "Сессия обмена не найдена или истекла, начните с mode=checkauth",
  session_busy: "В этой сессии уже передаётся файл, дождитесь окончания",
  unknown_type: "Неизвестный вид обмена (параметр type)",
  type_unsupported: "Этот вид обмена не поддерживается",
  unknown_mode: "Неизвестная команда обмена (параметр mode)",
  mode_unsupported: "Команда не поддерживается для этого вида обмена",
  method_not_allowed: "Файл передаётся методом POST",
  filename_missing: "Не указано имя файла (параметр filename)",
  filename_invalid: "Недопустимое имя файла",
  file_type_not_allowed: "Файлы этого типа не принимаются",
  file_not_found: "Файл не был передан в этой сессии",
  file_empty: "Передан пустой файл",
  file_too_large: "Файл больше допустимого размера",
  session_too_large: "Общий размер файлов сессии больше допустимого",
  too_many_files: "В сессии слишком много файлов",
  upload_interrupted: "Передача файла прервана, часть отброшена; передайте её снова",
  archive_broken: "Архив повреждён и не может быть распакован",
  archive_too_large: "Распакованный архив больше допустимого размера",
  archive_suspicious: "Степень сжатия архива недопустимо высока",
  archive_too_many_files: "В архиве слишком много файлов",
  archive_encrypted: "Архив защищён паролем",
  attachment_refused: "Изображение не принято",
  import_failed: "Файл не загружен",
  timestamp_missing: "Не указан момент начала выгрузки (параметр timestamp)",
  disk_full: "На сервере недостаточно места",
  internal_error: "Внутренняя ошибка сервера, подробности в его журнале",
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
  data_rejected: "Данные файла не приняты базой, подробности в журнале обмена",
  load_failed: "Файл не загружен, подробности в журнале обмена",
  file_missing: "Файл больше не хранится на сервере, передайте его снова",
} as const

export type FailureCode = keyof typeof TEXTS

/** A command that is answered with `failure`. The code is for machines, the text is for the administrator of 1C. */
export class ExchangeFailure extends Error {
  /** `code` is one of ours, or a code that the exchange core gave to a package. */
  constructor(
    readonly code: string,
    message: string,
    /** 1C reads the first line of a 200 only; 401 alone has a meaning of its own to it. */
    readonly status: 200 | 401 = 200
  ) {
    super(message)
    this.name = "ExchangeFailure"
  }
}

/** Whether there is a text for a code, which may come from the exchange core or another adapter. */
export function hasText(code: string): code is FailureCode {
  return Object.hasOwn(TEXTS, code)
}

/** The failure of a known code; `detail` names the thing it is about, with amount and unit. */
export function failure(code: FailureCode, detail?: string): ExchangeFailure {
  const unauthorised = code === "auth_required" || code === "auth_failed" || code === "too_many_attempts"
  return new ExchangeFailure(code, detail ? `${TEXTS[code]}: ${detail}` : TEXTS[code], unauthorised ? 401 : 200)
}
