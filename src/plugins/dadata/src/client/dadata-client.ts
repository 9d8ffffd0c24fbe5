import { createGate, type Gate, RegistryError } from "@kontor/framework"
import { retryExecution } from "@medusajs/framework/utils"
import type { DadataOptions } from "../options"

/** More than any answer of DaData has; what is larger is not read. */
const ANSWER_MAX_BYTES = 1_000_000

/** One attempt failed in a way that may pass. */
class PassingFailure extends Error {}

/** Speaks to DaData's suggestion service: with a time limit, few requests at once, and a second try where one may help. */
export class DadataClient {
  private readonly gate: Gate

  constructor(private readonly options: DadataOptions) {
    this.gate = createGate({ running: options.concurrency, waiting: options.waiting })
  }

  /** The parsed body of the answer. Throws {@link RegistryError} with a sentence that holds no key. */
  async post(path: "/findById/party" | "/suggest/address", body: object): Promise<unknown> {
    const { retries, retry_pause_ms, waiting } = this.options
    const onFull = () => new RegistryError("registry_unavailable", `DaData is not asked: ${waiting} requests wait already.`)
    try {
      // A place at the gate is held for one attempt alone: pauses would keep others out while nothing is asked.
      return await retryExecution(() => this.gate.pass(() => this.attempt(path, body), onFull), {
        maxRetries: retries + 1,
        retryDelay: (failed) => retry_pause_ms * 2 ** (failed - 1),
        shouldRetry: (error) => error instanceof PassingFailure,
      })
    } catch (error) {
      if (error instanceof PassingFailure) {
        throw new RegistryError("registry_unavailable", `DaData does not answer: ${error.message}`)
      }
      throw error
    }
  }

  private async attempt(path: string, body: object): Promise<unknown> {
    const answer = await this.send(path, body)
    if (answer.status === 401 || answer.status === 403) {
      const what =
        answer.status === 401 ? "does not know the key (DADATA_TOKEN)" : "refuses: the key is not confirmed or its daily limit is used up"
      throw new RegistryError(answer.status === 401 ? "registry_refused" : "registry_quota", `DaData ${what}.`)
    }
    if (answer.status === 429 || answer.status >= 500) {
      throw new PassingFailure(`status ${answer.status}`)
    }
    if (answer.status !== 200) {
      throw new RegistryError("registry_refused", `DaData answers ${answer.status} to ${path}.`)
    }
    try {
      return JSON.parse(answer.text)
    } catch {
      throw new RegistryError("registry_answer_invalid", `DaData answers ${path} with something that is no JSON.`)
    }
  }

  private async send(path: string, body: object): Promise<{ status: number; text: string }> {
    try {
      const answer = await fetch(`${this.options.base_url}${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json", authorization: `Token ${this.options.token}` },
        body: JSON.stringify(body),
        redirect: "error",
        signal: AbortSignal.timeout(this.options.timeout_ms),
      })
      return { status: answer.status, text: await readLimited(answer) }
    } catch (error) {
      if (error instanceof RegistryError) {
        throw error
      }
      // A time limit throws what is no Error in every realm; its name says enough.
      throw new PassingFailure(typeof error === "object" && error !== null && "name" in error ? String(error.name) : "unknown fault")
    }
  }
}

async function readLimited(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of answer.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > ANSWER_MAX_BYTES) {
      throw new RegistryError("registry_answer_invalid", `DaData answers with more than ${ANSWER_MAX_BYTES} bytes.`)
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString("utf8")
}
