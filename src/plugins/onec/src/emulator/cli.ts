import { parseArgs } from "node:util"
import type { ClientKind, Connection } from "./client/connection"
import { EmulatorError } from "./client/error"
import type { ProgressEvent } from "./client/send"
import * as run from "./run"
import { type AnswerKind, ANSWERS } from "./serve/answers"
import { startPriceService } from "./serve/price-service"
import type { Encoding } from "./write/packet"
import { writeToDirectory } from "./write/to-directory"

const USAGE = `1C emulator: plays 1C:Enterprise over HTTP.

emulator <command> --url http://localhost:9000/exchange/1c --login LOGIN --password PASSWORD [flags]

Commands
  full       catalogue, offers, prices, stock and partners       changes    what round --n changed
  prices     prices of everything                                stock      stock of everything
  partners   clients, contracts, people, delivery points         clients    fetch the site's clients and delivery points and confirm
  orders     fetch the site's orders and confirm them            states     move open orders on by --steps and tell the site
  all-day    --rounds rounds of changes, clients, orders, states
  contract-terms   prices of contracts, discounts and markups    supplies   what is on its way, as it stands in round --n
  cards      related goods, analogues, accessories, certificates and instructions with their files
  serve      answer live what a cart costs, until it is stopped: --answer, --delay, --port, --login, --password
  write      only write the files of "full" into --out

Flags
  --client a|b|b3       built-in exchange (default), older or newer 1C-Bitrix extension
  --products N  --price-types N  --entities N  --warehouses N  --seed N  --as-of YYYY-MM-DDThh:mm:ss
  --pack-prices N       every N-th product that comes in packs has a price of its own for a pack
  --labelled N          every N-th product bears a label (property «Метка»)
  --features N          properties beyond those of the kinds of goods      --supplies N   what is on its way at once
  --holding N  --people N   entities of one large holding, people of each entity
  --portion N           products in one file (default ${run.DEFAULT_PORTION})
  --encoding utf-8|windows-1251
  --n K  --change-share 0…1  --rounds N  --pause SECONDS  --steps N
  --deactivate          client B: switch off what a full export did not name
  --retry N             send a failed session again up to N times
  --base FILE           where received orders are kept, clients beside them (default ${run.DEFAULT_BASE_PATH})
  --answer ${ANSWERS.join("|")}
  --delay SECONDS  --port N   of serve (default 10 s, port 9090)
  --out DIR  --json     one line of JSON with the figures at the end`

const OPTIONS = {
  url: { type: "string" },
  login: { type: "string" },
  password: { type: "string" },
  client: { type: "string", default: "a" },
  products: { type: "string" },
  "price-types": { type: "string" },
  "pack-prices": { type: "string" },
  labelled: { type: "string" },
  features: { type: "string" },
  supplies: { type: "string" },
  entities: { type: "string" },
  holding: { type: "string" },
  people: { type: "string" },
  warehouses: { type: "string" },
  seed: { type: "string" },
  "as-of": { type: "string" },
  portion: { type: "string" },
  encoding: { type: "string", default: "utf-8" },
  n: { type: "string" },
  "change-share": { type: "string" },
  rounds: { type: "string", default: "3" },
  pause: { type: "string", default: "0" },
  steps: { type: "string", default: "1" },
  deactivate: { type: "boolean", default: false },
  retry: { type: "string", default: "0" },
  base: { type: "string" },
  answer: { type: "string", default: "right" },
  delay: { type: "string", default: "10" },
  port: { type: "string", default: "9090" },
  out: { type: "string" },
  json: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const

type Flags = ReturnType<typeof readFlags>["values"]

/** A mistake on the command line: told in one sentence, without a stack. */
class UsageError extends Error {}

function readFlags(argv: string[]) {
  return parseArgs({ args: argv, options: OPTIONS, allowPositionals: true })
}

function numberOf(flag: string, text: string): number {
  const value = Number(text)
  if (text.trim() === "" || !Number.isFinite(value) || value < 0) {
    throw new UsageError(`--${flag} is "${text}", a number is needed`)
  }
  return value
}

function oneOf<T extends string>(flag: string, text: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === text)
  if (found === undefined) {
    throw new UsageError(`--${flag} is "${text}", one of ${allowed.join(", ")} is needed`)
  }
  return found
}

/** As 1C writes it. */
const momentNow = (): string => run.wallClock().toISOString().slice(0, 19)

/** What a person calls a field of the config, where the flag has another name. */
const FLAG_NAMES: Record<string, string> = {
  priceTypes: "price-types",
  packPrices: "pack-prices",
  bigHolding: "holding",
  peoplePerEntity: "people",
  round: "n",
  changeShare: "change-share",
}

/** Flags that were not given stay out, so that the defaults hold. */
function configOf(flags: Flags): run.EmulatorConfig {
  const numbers = {
    products: flags.products,
    priceTypes: flags["price-types"],
    packPrices: flags["pack-prices"],
    labelled: flags.labelled,
    features: flags.features,
    supplies: flags.supplies,
    entities: flags.entities,
    bigHolding: flags.holding,
    peoplePerEntity: flags.people,
    warehouses: flags.warehouses,
    seed: flags.seed,
    portion: flags.portion,
    round: flags.n,
    changeShare: flags["change-share"],
  }
  const given = Object.entries(numbers).flatMap(([key, text]) =>
    text === undefined ? [] : [[key, numberOf(FLAG_NAMES[key] ?? key, text)] as const]
  )
  return {
    ...Object.fromEntries(given),
    asOf: flags["as-of"] ?? momentNow(),
    encoding: oneOf<Encoding>("encoding", flags.encoding, ["utf-8", "windows-1251"]),
    deactivate: flags.deactivate,
    ...(flags.base === undefined ? {} : { basePath: flags.base }),
  }
}

function connectionOf(flags: Flags): Connection {
  const { url, login, password } = flags
  if (url === undefined || login === undefined || password === undefined) {
    throw new UsageError("--url, --login and --password are needed")
  }
  return { url, login, password, client: clientOf(flags), retries: numberOf("retry", flags.retry) }
}

function clientOf(flags: Flags): ClientKind {
  return oneOf("client", flags.client, ["a", "b", "b3"])
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}

/** "35000 products, 854411 prices": only what there was. */
function rowsText(rows: Record<string, number>): string {
  const words = ["products", "offers", "prices", "stocks", "partners", "documents"].flatMap((key) =>
    rows[key] ? [`${rows[key]} ${key}`] : []
  )
  return words.length === 0 ? "nothing" : words.join(", ")
}

export function progressLine(event: ProgressEvent): string {
  switch (event.kind) {
    case "note":
      return event.message
    case "retry":
      return `${event.filename}: failed, sent again (${event.attempt}): ${event.message}`
    case "file": {
      const seconds = event.sendSeconds + event.importSeconds
      const speed = event.rows.products > 0 ? `, ${Math.round(event.rows.products / seconds)} products/s` : ""
      const times = `sent in ${event.sendSeconds.toFixed(1)} s, imported in ${event.importSeconds.toFixed(1)} s`
      return `[${event.position}/${event.of}] ${event.filename}: ${rowsText({ ...event.rows })}, ${megabytes(event.bytes)}, ${times}${speed}`
    }
  }
}

/** Answers until the process is told to stop. */
async function serve(flags: Flags, say: (line: string) => void): Promise<object> {
  const { login, password } = flags
  if (login === undefined || password === undefined) {
    throw new UsageError("--login and --password are needed")
  }
  const answer = oneOf<AnswerKind>("answer", flags.answer, ANSWERS)
  const [port, delayMs] = [numberOf("port", flags.port), numberOf("delay", flags.delay) * 1000]
  const service = await startPriceService({ port, login, password, answer, delayMs, now: momentNow })
  say(`prices of carts at ${service.url}, answers: ${answer}; PUT /answer with another word changes that`)
  await new Promise((resolve) => process.once("SIGINT", resolve).once("SIGTERM", resolve))
  await service.close()
  return { served: service.served.length }
}

async function execute(command: string | undefined, flags: Flags, say: (line: string) => void): Promise<object> {
  const config = configOf(flags)
  const onProgress = (event: ProgressEvent): void => say(progressLine(event))
  switch (command) {
    case "full":
      return run.runFull(config, connectionOf(flags), onProgress)
    case "changes":
      return run.runChanges(config, connectionOf(flags), onProgress)
    case "prices":
    case "stock":
      return run.runAspect(config, connectionOf(flags), command, onProgress)
    case "contract-terms":
      return run.sendContractTerms(config, connectionOf(flags), onProgress)
    case "cards":
      return run.sendCards(config, connectionOf(flags), onProgress)
    case "supplies":
      return run.sendSupplies(config, connectionOf(flags), onProgress)
    case "partners":
      return run.sendPartners(config, connectionOf(flags), onProgress)
    case "clients": {
      const result = await run.fetchPartners(config, connectionOf(flags))
      say(
        `clients: ${result.legal_entities}, delivery points: ${result.delivery_points}, of them new ${result.new}; "partners" gives them back`
      )
      return result
    }
    case "orders": {
      const result = await run.fetchOrders(config, connectionOf(flags))
      say(`orders: ${result.orders}, of them new ${result.new}, known ${result.same}, changed ${result.updated}; ${result.lines} lines`)
      return result
    }
    case "states":
      return run.sendStates(config, connectionOf(flags), onProgress, numberOf("steps", flags.steps))
    case "all-day": {
      const day = { rounds: Math.min(1_000, numberOf("rounds", flags.rounds)), pauseMs: numberOf("pause", flags.pause) * 1_000 }
      return run.runAllDay(config, connectionOf(flags), day, onProgress)
    }
    case "serve":
      return serve(flags, say)
    case "write": {
      if (flags.out === undefined) {
        throw new UsageError("--out is needed")
      }
      const packets = [...run.catalogPackets(config, clientOf(flags)), ...run.partnerPackets(config, clientOf(flags))]
      return writeToDirectory(packets, flags.out)
    }
    default:
      throw new UsageError(command === undefined ? "a command is needed" : `"${command}" is no command`)
  }
}

/** Node's own complaint about an unknown or incomplete flag. */
function isFlagError(error: unknown): error is { message: string } {
  return typeof error === "object" && error !== null && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")
}

/** What to tell a person; null for a defect, whose stack is needed. */
function messageForUser(error: unknown): string | null {
  if (error instanceof EmulatorError) {
    return `${error.code}: ${error.message}`
  }
  const isMistake = error instanceof UsageError || error instanceof RangeError || isFlagError(error)
  return isMistake ? `${error.message}. See --help.` : null
}

/**
 * Runs one command line and gives the exit code: 0 done, 1 the exchange failed, 2 a mistake on the command line.
 * `say` gets the lines for a person, `print` the JSON.
 */
export async function main(
  argv: string[],
  say: (line: string) => void = console.error,
  print: (line: string) => void = console.log
): Promise<number> {
  try {
    const { values, positionals } = readFlags(argv)
    if (values.help || positionals[0] === "help") {
      print(USAGE)
      return 0
    }
    const startedAt = performance.now()
    const result = await execute(positionals[0], values, say)
    say(`done in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
    if (values.json) {
      print(JSON.stringify(result))
    }
    return 0
  } catch (error) {
    const message = messageForUser(error)
    if (message === null) {
      throw error
    }
    say(message)
    return error instanceof EmulatorError ? 1 : 2
  }
}

if (require.main === module) {
  void main(process.argv.slice(2)).then((code) => {
    process.exitCode = code
  })
}
