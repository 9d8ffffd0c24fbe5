import { layOutMail } from "../lay-out-mail"

describe("layOutMail", () => {
  it("says the same in text and HTML, and escapes what people wrote", () => {
    const mail = layOutMail({
      subject: "Access:\r\nBcc: everybody@x.test",
      paragraphs: ['Hello <b>"Ivan" & sons</b>'],
      button: { label: "Open", url: "https://portal.test/#token=a&b" },
      closing: "Once only",
    })
    expect(mail.subject).toBe("Access: Bcc: everybody@x.test")
    expect(mail.text).toBe('Hello <b>"Ivan" & sons</b>\n\nOpen: https://portal.test/#token=a&b\n\nOnce only\n')
    expect(mail.html).toContain("<p>Hello &lt;b&gt;&quot;Ivan&quot; &amp; sons&lt;/b&gt;</p>")
    expect(mail.html).toContain('href="https://portal.test/#token=a&amp;b"')
  })

  it("leaves out the button and the closing when there are none", () => {
    const mail = layOutMail({ subject: "s", paragraphs: ["One", "Two"] })
    expect(mail.text).toBe("One\n\nTwo\n")
    expect(mail.html).not.toContain("<a ")
  })
})
