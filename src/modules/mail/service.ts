import type { Logger, ProviderSendNotificationDTO, ProviderSendNotificationResultsDTO } from "@medusajs/framework/types"
import { AbstractNotificationProviderService, MedusaError } from "@medusajs/framework/utils"
import { createTransport, type Transporter } from "nodemailer"
import { writeToDirectory } from "./write-to-directory"

export interface MailOptions {
  /** `smtp://user:secret@host:port`; without it messages become files. */
  smtp_url?: string
  /** Sender, e.g. `Portal <portal@supplier.example>`. */
  from: string
  /** Where messages are put down as .eml while there is no SMTP server. */
  directory: string
}

/** A mail server that does not answer must not hold whoever waits for the sending. */
const TIMEOUTS_MS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

/** Sends what `workflows/mail` has written. It reads the content alone: what Medusa keeps of a message must hold no link and no token. */
export default class MailProviderService extends AbstractNotificationProviderService {
  static override identifier = "mail"

  private readonly transport: Transporter | null

  constructor(
    { logger }: { logger: Logger },
    private readonly options: MailOptions
  ) {
    super()
    this.transport = options.smtp_url ? createTransport({ url: options.smtp_url, ...TIMEOUTS_MS }) : null
    if (!this.transport) {
      logger.warn(`SMTP_URL is not set: mail is not sent, but put down in ${options.directory}`)
    }
  }

  override async send({ to, content }: ProviderSendNotificationDTO): Promise<ProviderSendNotificationResultsDTO> {
    if (!content?.subject || !content.text) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        "A mail needs a subject and a text: send it by sendMail",
        "mail_without_content"
      )
    }
    const message = { from: this.options.from, to, subject: content.subject, text: content.text, html: content.html }
    if (!this.transport) {
      return { id: await writeToDirectory(this.options.directory, message) }
    }
    const sent: unknown = await this.transport.sendMail(message)
    return { id: messageIdOf(sent) }
  }
}

function messageIdOf(sent: unknown): string | undefined {
  return typeof sent === "object" && sent !== null && "messageId" in sent ? String(sent.messageId) : undefined
}
