import { ErpPackageError } from "@kontor/framework"
import { resolveErpOptions } from "../options"
import { ATTEMPTS_MAX, classifyFailure } from "../rules/classify-failure"
import { imageName, imageType } from "../rules/image-type"
import { kindOfFile } from "../rules/kind-of-file"

const withCode = (code: string) => Object.assign(new Error("reason"), { code })

describe("classifyFailure", () => {
  it.each([
    ["takes a package's own refusal as final", new ErpPackageError("xml_cut", "reason"), { code: "xml_cut", retry: false }],
    ["takes data that the database rejects as final", withCode("22P02"), { code: "data_rejected", retry: false }],
    ["takes a missing file as final", withCode("ENOENT"), { code: "file_missing", retry: false }],
    ["tries again after a lost connection", withCode("08006"), { code: "load_failed", retry: true }],
    ["tries again after a deadlock", withCode("40P01"), { code: "load_failed", retry: true }],
    ["tries again after a full disk", withCode("53100"), { code: "load_failed", retry: true }],
    ["tries again after what it does not know", "a thrown text", { code: "load_failed", retry: true }],
  ])("%s", (_, error, expected) => {
    expect(classifyFailure(error, 1)).toMatchObject(expected)
  })

  it("tries again until the last attempt and no further", () => {
    expect(classifyFailure(new Error("reason"), ATTEMPTS_MAX - 1).retry).toBe(true)
    expect(classifyFailure(new Error("reason"), ATTEMPTS_MAX).retry).toBe(false)
  })
})

describe("kindOfFile", () => {
  it.each([
    ["import0_1.xml", "import"],
    ["prices___1f2a.xml", "prices"],
    ["orders-1f2a_1.xml", "orders"],
    ["folder/Goods_1_2_aa.xml", "goods"],
    ["0123.xml", "file"],
  ])("of %s is %s", (filename, expected) => {
    expect(kindOfFile(filename)).toBe(expected)
  })
})

describe("imageType", () => {
  it.each([
    ["image/jpeg", Buffer.from("ffd8ffe000104a46", "hex")],
    ["image/png", Buffer.from("89504e470d0a1a0a00", "hex")],
    ["image/gif", Buffer.from("GIF89a..")],
    ["image/webp", Buffer.from("RIFF....WEBPVP8 ")],
    [null, Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>")],
    [null, Buffer.from("89504e47", "hex")],
    [null, Buffer.alloc(0)],
  ])("is %s by the first bytes", (expected, content) => {
    expect(imageType(content)).toBe(expected)
  })
})

describe("imageName", () => {
  it.each([
    ["import_files/b1/drill.jpeg", "image/jpeg", "drill.jpg"],
    ["import_files/b1/page.html", "image/gif", "page.gif"],
    ["drill", "image/webp", "drill.webp"],
  ])("of %s that is %s is %s: it ends in what browsers may take the content for", (path, mime, name) => {
    expect(imageName(path, mime)).toBe(name)
  })
})

describe("resolveErpOptions", () => {
  it("lays what is given over the defaults and lets undefined stand for not given", () => {
    expect(resolveErpOptions({ deactivationShare: 0.5, timeZone: undefined })).toMatchObject({
      deactivationShare: 0.5,
      timeZone: "Europe/Moscow",
    })
  })
})
