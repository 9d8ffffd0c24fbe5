import { type LegalEntityRegistry, type RegistryAddress, type RegistryAnswer, RegistryError } from "@kontor/framework"
import type { ZodType } from "@medusajs/framework/zod"
import { AnswerCache } from "./client/answer-cache"
import { DadataClient } from "./client/dadata-client"
import { dadataAddresses, toAddress } from "./map/address"
import { dadataParties, toEntities } from "./map/party"
import type { DadataOptions } from "./options"

/** Entities of one ИНН that are asked for: the company and its branches. DaData gives no more than 300. */
const PARTIES_MAX = 20

/** DaData's own limit of suggestions in one answer. */
const ADDRESSES_MAX = 20

/** The registry behind DaData. Answers are kept for a while: who fills in a form asks for the same thing more than once. */
export class DadataRegistry implements LegalEntityRegistry {
  static readonly identifier = "dadata"
  private readonly client: DadataClient
  private readonly parties: AnswerCache<RegistryAnswer>
  private readonly addresses: AnswerCache<RegistryAddress[]>

  constructor(_cradle: Record<string, unknown>, options: DadataOptions) {
    const limits = { entries: options.cache_entries, ttl_ms: options.cache_ttl_minutes * 60_000 }
    this.client = new DadataClient(options)
    this.parties = new AnswerCache(limits)
    this.addresses = new AnswerCache(limits)
  }

  findByInn(inn: string): Promise<RegistryAnswer> {
    return this.parties.of(inn, () => this.askParties(inn))
  }

  async suggestAddresses(text: string, limit: number): Promise<RegistryAddress[]> {
    const query = text.trim().replace(/\s+/g, " ")
    if (query === "") {
      return []
    }
    const found = await this.addresses.of(query.toLowerCase(), () => this.askAddresses(query))
    return found.slice(0, limit)
  }

  private async askParties(inn: string): Promise<RegistryAnswer> {
    const entities = toEntities(parsed(dadataParties, await this.client.post("/findById/party", { query: inn, count: PARTIES_MAX })))
    return entities.length > 0 ? { outcome: "found", entities } : { outcome: "unknown" }
  }

  private async askAddresses(query: string): Promise<RegistryAddress[]> {
    return parsed(dadataAddresses, await this.client.post("/suggest/address", { query, count: ADDRESSES_MAX })).suggestions.map(toAddress)
  }
}

function parsed<Shape>(schema: ZodType<Shape>, answer: unknown): Shape {
  const result = schema.safeParse(answer)
  if (!result.success) {
    const [issue] = result.error.issues
    throw new RegistryError("registry_answer_invalid", `DaData's answer has another shape: ${issue?.path.join(".")}: ${issue?.message}.`)
  }
  return result.data
}
