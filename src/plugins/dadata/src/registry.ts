import { type LegalEntityRegistry, type RegistryAddress, type RegistryAnswer, RegistryError } from "@kontor/framework"
import type { ZodType } from "@medusajs/framework/zod"
import { AnswerCache } from "./client/answer-cache"
import { DadataClient } from "./client/dadata-client"
import { dadataAddresses, toAddress } from "./map/address"
import { dadataParties, toEntities } from "./map/party"
import { type DadataOptions, resolveOptions } from "./options"

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

  constructor(_cradle: Record<string, unknown>, options: Partial<DadataOptions> | undefined) {
    const resolved = resolveOptions(options)
    const limits = { entries: resolved.cache_entries, ttl_ms: resolved.cache_ttl_minutes * 60_000 }
    this.client = new DadataClient(resolved)
    this.parties = new AnswerCache(limits)
    this.addresses = new AnswerCache(limits)
  }

  async findByInn(inn: string): Promise<RegistryAnswer> {
    const known = this.parties.get(inn)
    if (known) {
      return known
    }
    const entities = toEntities(parsed(dadataParties, await this.client.post("/findById/party", { query: inn, count: PARTIES_MAX })))
    const answer: RegistryAnswer = entities.length > 0 ? { outcome: "found", entities } : { outcome: "unknown" }
    this.parties.set(inn, answer)
    return answer
  }

  async suggestAddresses(text: string, limit: number): Promise<RegistryAddress[]> {
    const query = text.trim().replace(/\s+/g, " ")
    if (query === "") {
      return []
    }
    const key = query.toLowerCase()
    const known = this.addresses.get(key)
    const found = known ?? (await this.askAddresses(query))
    this.addresses.set(key, found)
    return found.slice(0, limit)
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
