import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs"
import { createServer, type AddressInfo, type Server } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import MailProviderService from "../service"
import { MAIL_TEMPLATES } from "../templates"
import { MAIL_LOCALES, type MailMessage } from "../types"
import { writeMail } from "../write-mail"

const silent = { warn: jest.fn() } as never
const content = { subject: "Привет", text: "Здравствуйте", html: "<p>Здравствуйте</p>" }
const mail = { to: "ivan@dealer.test", channel: "email", template: "invitation", content }

/** A mail server that takes everything and keeps it. */
function fakeSmtp(): Promise<{ server: Server; url: string; received: () => string }> {
  let received = ""
  const server = createServer((socket) => {
    let inData = false
    socket.write("220 fake\r\n")
    socket.on("data", (chunk) => {
      const text = chunk.toString()
      received += text
      if (inData) {
        inData = !received.endsWith("\r\n.\r\n")
        return inData || socket.write("250 taken\r\n")
      }
      inData = /^DATA/i.test(text)
      return socket.write(inData ? "354 go on\r\n" : /^QUIT/i.test(text) ? "221 bye\r\n" : "250 fine\r\n")
    })
  })
  return new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () => {
      resolve({ server, url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, received: () => received })
    })
  )
}

describe("the mail provider", () => {
  let directory: string

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "kontor-mail-"))
  })

  afterEach(() => rmSync(directory, { recursive: true }))

  it("puts a message down as a file of the server's own when there is no SMTP server", async () => {
    const provider = new MailProviderService({ logger: silent }, { from: "Portal <portal@supplier.test>", directory })
    const { id } = await provider.send(mail)
    const [name = ""] = readdirSync(directory)
    expect(id).toBe(name)
    const eml = readFileSync(join(directory, name), "utf8")
    expect(eml).toContain("To: ivan@dealer.test")
    expect(eml).toContain(Buffer.from("Здравствуйте").toString("base64"))
    expect(statSync(join(directory, name)).mode & 0o077).toBe(0)
  })

  it("hands the message to the SMTP server when there is one", async () => {
    const { server, url, received } = await fakeSmtp()
    const provider = new MailProviderService({ logger: silent }, { from: "portal@supplier.test", directory, smtp_url: url })
    await provider.send(mail)
    server.close()
    expect(received()).toContain("RCPT TO:<ivan@dealer.test>")
    expect(received()).toContain("From: portal@supplier.test")
    expect(readdirSync(directory)).toEqual([])
  })

  it("fails when the server does not answer, and refuses a message without content", async () => {
    const provider = new MailProviderService({ logger: silent }, { from: "a@b.test", directory, smtp_url: "smtp://127.0.0.1:1" })
    await expect(provider.send(mail)).rejects.toMatchObject({ code: "ESOCKET" })
    await expect(provider.send({ ...mail, content: null })).rejects.toMatchObject({ code: "mail_without_content" })
  })
})

describe("the templates", () => {
  const messages: MailMessage[] = [
    {
      to: "a@b.test",
      template: "invitation",
      data: { name: "Иван", inviter: "Анна", legal_entity: "Ромашка", url: "https://portal.test/#token=t", valid_hours: 72 },
    },
    { to: "a@b.test", template: "password_reset", data: { name: "Иван", url: "https://portal.test/#token=t", valid_hours: 2 } },
    {
      to: "a@b.test",
      template: "contract_ending",
      data: { name: "Иван", contract: "Д-7", legal_entity: "Ромашка", ends_on: "2026-12-31", days_left: 14 },
    },
    {
      to: "a@b.test",
      template: "promise_changed",
      data: {
        ...{ name: "Иван", number: "K00000001", legal_entity: "Ромашка", line_count: 3 },
        lines: [
          {
            ...{ article: "A-1", title: "Rose", in_stock: "2", is_worse: true },
            before: [{ expected_on: "2026-12-01", quantity: "5" }],
            after: [{ expected_on: null, quantity: "3" }],
          },
          {
            article: null,
            title: "Tulip",
            in_stock: "0",
            is_worse: true,
            before: [{ expected_on: "2026-12-01", quantity: "5" }],
            after: [],
          },
        ],
      },
    },
    ...(["ending", "expired", "released"] as const).map((kind) => ({
      to: "a@b.test",
      template: "reservation_told" as const,
      data: {
        ...{ name: "Иван", number: "K00000001", legal_entity: "Ромашка", kind },
        ...{ until: kind === "ending" ? "2026-12-03 13:00" : null, may_renew: kind === "expired" },
      },
    })),
    {
      to: "a@b.test",
      template: "application_applicant",
      data: {
        step: "more_requested",
        number: "A000001",
        name: "Иван",
        company: "Ромашка",
        message: "?",
        answer: { url: "https://p.test/#token=t", valid_hours: 336 },
      },
    },
    {
      to: "a@b.test",
      template: "application_applicant",
      data: { step: "submitted", number: "A000001", name: null, company: null, message: null, answer: null },
    },
    {
      to: "a@b.test",
      template: "goods_notice",
      data: {
        ...{ name: "Иван", legal_entity: "Ромашка", contract: "Д-7", currency_code: "RUB", more: 2, url: "https://p.test/notices" },
        goods: [
          { kind: "back_in_stock", article: null, title: "Дрель", price: "90.00", price_at: "100.00" },
          { kind: "price_drop", article: "KL-1", title: "Ключ", price: "9.00", price_at: "10.00" },
        ],
      },
    },
    {
      to: "a@b.test",
      template: "application_staff",
      data: {
        ...{ step: "submitted", number: "A000001", name: "Анна", company: "Ромашка", inn: "7707083893", applicant: "Иван" },
        ...{ message: null, url: "https://p.test/app" },
      },
    },
    {
      to: "a@b.test",
      template: "content_request_staff",
      data: { name: "Анна", company: "Ромашка", employee: "Иван", text: "Фото", url: "https://p.test/app" },
    },
    { to: "a@b.test", template: "content_request_dealer", data: { name: "Иван", state: "declined", text: "Фото", answer: null } },
    { to: "a@b.test", template: "review_decided", data: { name: "Иван", product: "Дрель", state: "published", reason: null } },
    { to: "a@b.test", template: "review_decided", data: { name: "Иван", product: "Дрель", state: "declined", reason: "Не о товаре" } },
  ]

  it("exist for every kind of message in every language, with nothing left blank", () => {
    expect(new Set(messages.map(({ template }) => template))).toEqual(new Set(Object.keys(MAIL_TEMPLATES)))
    for (const message of messages) {
      for (const locale of MAIL_LOCALES) {
        const { subject, text } = writeMail({ ...message, locale })
        expect(`${subject}${text}`).not.toMatch(/undefined|null|NaN/)
        expect(/[а-я]/i.test(subject.replace(/Ромашка|Д-7/g, ""))).toBe(locale === "ru")
      }
    }
  })

  it("speak Russian unless told otherwise and write days as their readers do", () => {
    expect(messages.map((message) => writeMail(message).subject)).toEqual([
      "Доступ к порталу: Ромашка",
      "Новый пароль для портала",
      "Договор Д-7 заканчивается 31.12.2026",
      "Заказ K00000001: изменились сроки поставки",
      "Заказ K00000001: срок резерва истекает",
      "Заказ K00000001: срок резерва истёк",
      "Заказ K00000001: резерв снят",
      "Заявка A000001: нужны сведения",
      "Заявка A000001: получена",
      "Новости о товарах, которые вы ждёте",
      "Заявка A000001 (Ромашка): новая заявка",
      "Запрос материалов: Ромашка",
      "Ваш запрос материалов отклонён",
      "Ваш отзыв опубликован",
      "Ваш отзыв отклонён",
    ])
  })
})
