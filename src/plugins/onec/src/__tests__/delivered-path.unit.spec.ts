import { deliveredPath } from "../delivered-path"

describe("the path of a file of goods", () => {
  it.each([
    "import_files/b1/x.jpg",
    "import_files\\b1\\x.jpg",
    "./import_files/b1/x.jpg",
    "/import_files/b1/x.jpg",
    ".\\import_files\\b1\\x.jpg",
    "webdata/000000001/goods/1/import_files/b1/x.jpg",
  ])("is the same when it is written as %s", (written) => expect(deliveredPath(written)).toBe("import_files/b1/x.jpg"))

  it.each(["x.jpg", "document_files/c1.pdf", "my_import_files/x.jpg"])("stays as it is where it is %s", (written) =>
    expect(deliveredPath(written)).toBe(written)
  )
})
