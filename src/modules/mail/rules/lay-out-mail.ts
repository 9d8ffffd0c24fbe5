/** What a mail says, in plain words. */
interface Words {
  subject: string
  paragraphs: string[]
  button?: { label: string; url: string }
  closing?: string
}

/** A mail ready to be sent: the same words twice. */
export interface MailContent {
  subject: string
  text: string
  html: string
}

/** Puts the words into a plain text and into HTML. Names and titles come from people, so every word is escaped, and the subject is one line. */
export function layOutMail({ subject, paragraphs, button, closing }: Words): MailContent {
  const lines = [...paragraphs, ...(button ? [`${button.label}: ${button.url}`] : []), ...(closing ? [closing] : [])]
  const blocks = [
    ...paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`),
    ...(button ? [`<p><a href="${escapeHtml(button.url)}" style="${BUTTON}">${escapeHtml(button.label)}</a></p>`] : []),
    ...(closing ? [`<p style="color:#666;font-size:13px">${escapeHtml(closing)}</p>`] : []),
  ]
  return {
    subject: subject.replace(/\s+/g, " ").trim(),
    text: `${lines.join("\n\n")}\n`,
    html: `<!doctype html><html><body style="${BODY}">${blocks.join("")}</body></html>`,
  }
}

const BODY = "font-family:Arial,sans-serif;font-size:15px;line-height:1.5;color:#111;max-width:560px;margin:24px auto"
const BUTTON = "display:inline-block;padding:10px 18px;background:#111;color:#fff;border-radius:6px;text-decoration:none"

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}
