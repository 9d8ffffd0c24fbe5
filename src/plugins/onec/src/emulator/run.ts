import type { ClientKind, Connection } from "./client/connection"
import { OrderBase } from "./client/base"
import { NOTHING_TAKEN, PartnerBase, type TakenPartners, type TakeResult } from "./client/partner-base"
import { fetchPartnersInto } from "./client/partners"
import { type FetchResult, fetchOrdersInto, sendStatesFrom } from "./client/sale"
import { addTally, emptyTotals, type OnProgress, sendPackets, type SendTotals } from "./client/send"
import type { SupplierConfig } from "./generate/config"
import { Supplier } from "./generate/supplier"
import type { Supply } from "./generate/supplies"
import { aspectPacketsA, catalogPacketsA } from "./write/client-a"
import { aspectPacketsB, catalogPacketsB } from "./write/client-b"
import type { Encoding, PackageOptions, Packet } from "./write/packet"
import { cardsPacket } from "./write/cards"
import { contractTermsPacket } from "./write/contract-terms"
import { suppliesPacket } from "./write/supplies"
import { contragentsPacket, partnersJsonPacket } from "./write/partners"

/** The supplier to play and how to send it. Everything has a default. */
export interface EmulatorConfig extends Partial<SupplierConfig> {
  /** Products in one file; 1C's own default is 5,000. */
  portion?: number
  encoding?: Encoding
  /** Client B: ask the site to switch off what a full export did not name. */
  deactivate?: boolean
  /** File in which the emulator keeps the orders that it has received; clients are in a file beside it. */
  basePath?: string
  /** Clock of 1C, for orders and their states. */
  now?: Date
}

export const DEFAULT_PORTION = 5_000
export const DEFAULT_BASE_PATH = ".data/emulator/base.json"

/** Figures of one command. */
export interface RunSummary extends SendTotals {
  command: string
  client: ClientKind
  seconds: number
}

const MOSCOW_OFFSET_MS = 3 * 60 * 60 * 1000
const silent: OnProgress = () => undefined

function packageOptions(config: EmulatorConfig, onlyChanged: boolean): PackageOptions {
  const portion = config.portion ?? DEFAULT_PORTION
  if (!Number.isInteger(portion) || portion < 1) {
    throw new RangeError(`portion is ${portion}, a whole number from 1 is needed`)
  }
  return { supplier: new Supplier(config), encoding: config.encoding ?? "utf-8", onlyChanged, portion }
}

/** Goods, offers, prices and stock: everything, or what the config's round changed. */
export function catalogPackets(config: EmulatorConfig, client: ClientKind, onlyChanged = false): Packet[] {
  const options = packageOptions(config, onlyChanged)
  return client === "a" ? catalogPacketsA(options) : catalogPacketsB(options, client)
}

/** Prices alone or stock alone, of all products. */
export function aspectPackets(config: EmulatorConfig, client: ClientKind, aspect: "prices" | "stock"): Packet[] {
  const options = packageOptions(config, false)
  return client === "a" ? aspectPacketsA(options, aspect) : aspectPacketsB(options, client, aspect === "stock" ? "rests" : aspect)
}

/** Client A carries partners as JSON only; client B sends its contragents before. */
export function partnerPackets(config: EmulatorConfig, client: ClientKind, taken: TakenPartners = NOTHING_TAKEN): Packet[] {
  const { supplier, encoding } = packageOptions(config, false)
  const json = partnersJsonPacket(supplier, taken)
  return client === "a" ? [json] : [contragentsPacket(supplier, client, encoding, taken), json]
}

/** The clients that came from the site lie beside the orders: "base.json" → "base-partners.json". */
function openPartnerBase(config: EmulatorConfig): Promise<PartnerBase> {
  return PartnerBase.open((config.basePath ?? DEFAULT_BASE_PATH).replace(/(\.json)?$/, "-partners.json"))
}

async function timed(command: string, client: ClientKind, work: () => Promise<SendTotals>): Promise<RunSummary> {
  const startedAt = performance.now()
  const totals = await work()
  return { command, client, ...totals, seconds: (performance.now() - startedAt) / 1000 }
}

async function sendCatalog(
  config: EmulatorConfig,
  connection: Connection,
  onlyChanged: boolean,
  onProgress: OnProgress
): Promise<SendTotals> {
  const isB = connection.client !== "a"
  const ending = { deactivate: isB && !onlyChanged && (config.deactivate ?? false), complete: isB }
  return sendPackets(connection, catalogPackets(config, connection.client, onlyChanged), onProgress, ending)
}

/** Sends everything: goods, offers, prices, stock and then partners, whose contracts name the price types. */
export async function runFull(config: EmulatorConfig, connection: Connection, onProgress: OnProgress = silent): Promise<RunSummary> {
  return timed("full", connection.client, async () => {
    const totals = await sendCatalog(config, connection, false, onProgress)
    const { taken } = await openPartnerBase(config)
    const partners = await sendPackets(connection, partnerPackets(config, connection.client, taken), onProgress)
    return addTotals(totals, partners)
  })
}

/** Sends the catalogue alone, without partners. */
export async function runCatalog(config: EmulatorConfig, connection: Connection, onProgress: OnProgress = silent): Promise<RunSummary> {
  return timed("catalog", connection.client, () => sendCatalog(config, connection, false, onProgress))
}

/** Sends what the round `config.round` (1 when none is named) changed. */
export async function runChanges(config: EmulatorConfig, connection: Connection, onProgress: OnProgress = silent): Promise<RunSummary> {
  const round = { ...config, round: config.round ?? 1 }
  return timed("changes", connection.client, () => sendCatalog(round, connection, true, onProgress))
}

/** Sends prices alone or stock alone. */
export async function runAspect(
  config: EmulatorConfig,
  connection: Connection,
  aspect: "prices" | "stock",
  onProgress: OnProgress = silent
): Promise<RunSummary> {
  const ending = { deactivate: false, complete: connection.client !== "a" }
  return timed(aspect, connection.client, () =>
    sendPackets(connection, aspectPackets(config, connection.client, aspect), onProgress, ending)
  )
}

/** Sends holdings, legal entities and contracts, and back what came from the site. */
export async function sendPartners(config: EmulatorConfig, connection: Connection, onProgress: OnProgress = silent): Promise<RunSummary> {
  const { taken } = await openPartnerBase(config)
  return timed("partners", connection.client, () => sendPackets(connection, partnerPackets(config, connection.client, taken), onProgress))
}

/** Fetches clients and delivery points that wait on the site into 1C's base and confirms them; {@link sendPartners} gives them back. */
export async function fetchPartners(config: EmulatorConfig, connection: Connection): Promise<TakeResult> {
  return fetchPartnersInto(await openPartnerBase(config), new Supplier(config), connection)
}

/** Sends prices of contracts and adjustments. */
export async function sendContractTerms(
  config: EmulatorConfig,
  connection: Connection,
  onProgress: OnProgress = silent
): Promise<RunSummary> {
  const packets = [contractTermsPacket(packageOptions(config, false).supplier)]
  return timed("contract-terms", connection.client, () => sendPackets(connection, packets, onProgress))
}

/** Sends what is on its way: as it stands in the config's round, or the supplies that are given. */
export async function sendSupplies(
  config: EmulatorConfig,
  connection: Connection,
  onProgress: OnProgress = silent,
  told?: readonly Supply[]
): Promise<RunSummary> {
  const packets = [suppliesPacket(packageOptions(config, false).supplier, told)]
  return timed("supplies", connection.client, () => sendPackets(connection, packets, onProgress))
}

/** Sends which products belong to which, and their documents with the files. */
export async function sendCards(config: EmulatorConfig, connection: Connection, onProgress: OnProgress = silent): Promise<RunSummary> {
  const packets = [cardsPacket(packageOptions(config, false).supplier)]
  return timed("cards", connection.client, () => sendPackets(connection, packets, onProgress))
}

/** 1C writes the clock on its wall and no zone. The emulated 1C stands in Moscow, as the exchange assumes, wherever this machine may be. */
export function wallClock(): Date {
  return new Date(Date.now() + MOSCOW_OFFSET_MS)
}

/** Fetches the site's orders into 1C's base and confirms them. */
export async function fetchOrders(config: EmulatorConfig, connection: Connection): Promise<FetchResult> {
  const base = await OrderBase.open(config.basePath ?? DEFAULT_BASE_PATH)
  return fetchOrdersInto(base, new Supplier(config), connection, config.now ?? wallClock())
}

/** Moves every open order `steps` states on and tells the site; 0 repeats the present states. */
export async function sendStates(
  config: EmulatorConfig,
  connection: Connection,
  onProgress: OnProgress = silent,
  steps = 1
): Promise<RunSummary> {
  const base = await OrderBase.open(config.basePath ?? DEFAULT_BASE_PATH)
  return timed("states", connection.client, () => sendStatesFrom(base, connection, { steps, now: config.now ?? wallClock() }, onProgress))
}

export interface DayOptions {
  /** How many rounds of changes. */
  rounds: number
  pauseMs: number
}

/** A day of exchange: in each round what has changed and what is on its way, then new clients there and back, then the orders and their states. */
export async function runAllDay(
  config: EmulatorConfig,
  connection: Connection,
  day: DayOptions,
  onProgress: OnProgress = silent
): Promise<RunSummary> {
  const firstRound = config.round ?? 1
  return timed("all-day", connection.client, async () => {
    const totals = emptyTotals()
    for (let round = firstRound; round < firstRound + day.rounds; round++) {
      onProgress({ kind: "note", message: `round ${round}` })
      addTotals(totals, await sendCatalog({ ...config, round }, connection, true, onProgress))
      addTotals(totals, await sendSupplies({ ...config, round }, connection, onProgress))
      const clients = await fetchPartners(config, connection)
      if (clients.legal_entities + clients.delivery_points > 0) {
        onProgress({ kind: "note", message: `clients: ${clients.legal_entities}, delivery points: ${clients.delivery_points}` })
        addTotals(totals, await sendPartners(config, connection, onProgress))
      }
      const fetched = await fetchOrders(config, connection)
      onProgress({ kind: "note", message: `orders: ${fetched.orders}, of them new ${fetched.new}` })
      addTotals(totals, await sendStates(config, connection, onProgress))
      await new Promise((resolve) => setTimeout(resolve, day.pauseMs))
    }
    return totals
  })
}

function addTotals(into: SendTotals, more: SendTotals): SendTotals {
  addTally(into, more)
  for (const key of ["sessions", "bytes", "polls", "retries"] as const) {
    into[key] += more[key]
  }
  return into
}
