import { attachmentKind } from "../attachment-kind"

it.each([
  ["an image of the built-in exchange", "import_files/b1/x.jpg", "image"],
  ["a PDF, wherever it lies", "import_files/b1/x.PDF", "document"],
  ["a scan among documents", "document_files/x.jpg", "document"],
  ["an image in a folder that only begins alike", "document_files_old/x.jpg", "image"],
])("%s", (_title, path, kind) => {
  expect(attachmentKind(path)).toBe(kind)
})
