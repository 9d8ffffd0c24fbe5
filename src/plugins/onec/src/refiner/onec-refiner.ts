import { type FormedCart, type PriceRefiner, type RefinedCart, RefinerError } from "@kontor/framework"
import { readRefinedCart, writeCart } from "./cart-json"
import type { OnecRefinerOptions } from "./options"

/** Asks an HTTP service of 1C what a cart costs: one POST with Basic authorization. Redirects are not followed: they would carry the password along. */
export class OnecRefiner implements PriceRefiner {
  static readonly identifier = "onec"
  private readonly authorization: string

  constructor(
    _cradle: Record<string, unknown>,
    private readonly options: OnecRefinerOptions
  ) {
    this.authorization = `Basic ${Buffer.from(`${options.login}:${options.password}`, "utf8").toString("base64")}`
  }

  get source(): string {
    return this.options.source
  }

  async refine(cart: FormedCart, signal: AbortSignal): Promise<RefinedCart> {
    const answer = readRefinedCart(await this.post(writeCart(cart), signal), cart.cart_id)
    if ("fault" in answer) {
      throw new RefinerError("erp_answer_invalid", `1C's answer for cart ${cart.cart_id} is not used: ${answer.fault}`)
    }
    return answer
  }

  private async post(body: string, signal: AbortSignal): Promise<string> {
    try {
      const answer = await fetch(this.options.url, {
        method: "POST",
        headers: { "content-type": "application/json; charset=utf-8", accept: "application/json", authorization: this.authorization },
        body,
        redirect: "manual",
        signal,
      })
      if (answer.status !== 200) {
        await answer.body?.cancel()
        throw new RefinerError(
          answer.status >= 500 ? "erp_unavailable" : "erp_refused",
          `1C answers ${answer.status}${HINTS.get(answer.status) ?? ""}`
        )
      }
      return await this.readLimited(answer)
    } catch (error) {
      if (error instanceof RefinerError || signal.aborted) {
        throw error
      }
      throw new RefinerError("erp_unavailable", `1C cannot be reached: ${reasonOf(error)}`)
    }
  }

  private async readLimited(answer: Response): Promise<string> {
    const { max_answer_bytes } = this.options
    const chunks: Uint8Array[] = []
    let bytes = 0
    for await (const chunk of answer.body ?? []) {
      bytes += chunk.byteLength
      if (bytes > max_answer_bytes) {
        throw new RefinerError("erp_answer_invalid", `1C answers with more than ${max_answer_bytes} bytes`)
      }
      chunks.push(chunk)
    }
    return new TextDecoder("utf-8").decode(Buffer.concat(chunks))
  }
}

const HINTS = new Map([
  [301, ": a redirect, which is not followed"],
  [302, ": a redirect, which is not followed"],
  [307, ": a redirect, which is not followed"],
  [308, ": a redirect, which is not followed"],
  [401, ": it does not know the user or the password"],
  [404, ": there is no such HTTP service"],
])

/** The system's own code says most ("ECONNREFUSED"); the message of `fetch` says nothing. */
function reasonOf(error: unknown): string {
  const cause: unknown = error instanceof Error ? error.cause : null
  return typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : "no connection"
}
