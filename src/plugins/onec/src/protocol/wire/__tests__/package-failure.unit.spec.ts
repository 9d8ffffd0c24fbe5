import { packageFailure } from "../package-failure"

describe("a package that was refused", () => {
  it.each([
    ["is named in Russian, with the place", "xml_cut", "line 7, column 1", "xml_cut", "Файл передан не полностью: line 7, column 1"],
    [
      "keeps statements of the database to the log",
      "data_rejected",
      "insert into product …",
      "data_rejected",
      "Данные файла не приняты базой, подробности в журнале обмена",
    ],
    [
      "names what commands refuse too",
      "file_too_large",
      "9 bytes, 8 allowed",
      "file_too_large",
      "Файл больше допустимого размера: 9 bytes, 8 allowed",
    ],
    ["gives the detail alone under a code of another adapter", "price_list_locked", "Locked.", "price_list_locked", "Locked."],
    ["says that it was not loaded when nobody knows why", null, null, "import_failed", "Файл не загружен"],
    ["says so too when a code has no detail", "strange", null, "strange", "Файл не загружен"],
  ])("%s", (_title, code, detail, expectedCode, message) => {
    expect(packageFailure(code, detail)).toMatchObject({ code: expectedCode, message, status: 200 })
  })
})
