import { writeFileSync } from "node:fs"
import { cpus, totalmem } from "node:os"
import { join } from "node:path"
import { dataDir } from "./paths.mjs"
import { table } from "./tell.mjs"

/**
 * Prints the figures as a table, or as JSON alone, and keeps the JSON in the data folder.
 *
 * A measurement is `{ id, what, unit, kontor, base?, lines?, target?, details? }`: samples of Kontor and of what it is compared with (stock Medusa
 * unless `base` says otherwise); `lines` when both did a different number of lines and the ratio is that of one line; `target` with any of
 * `at_least`, `at_most` (of the median), `p95_at_most`, `ratio` (at least) and `growth_at_most` (times what stands beside).
 */
export function printReport({ options, load_average, measured, database }) {
  const report = {
    taken_at: new Date().toISOString(),
    machine: {
      cores: cpus().length,
      cpu: cpus()[0]?.model ?? null,
      memory_gb: Math.round(totalmem() / 1e9),
      node: process.version,
      load_average,
    },
    supplier: options.supplier,
    database,
    measurements: measured.map((measurement) => ({ ...measurement, ...judge(measurement) })),
  }
  writeFileSync(join(dataDir, "report.json"), `${JSON.stringify(report, null, 2)}\n`)
  if (options.json) {
    process.stdout.write(`${JSON.stringify(report)}\n`)
    return
  }
  const { machine } = report
  process.stdout.write(
    `\n${machine.cores} cores (${machine.cpu}), ${machine.memory_gb} GB, Node ${machine.node}, load ${load_average.toFixed(1)} at the start; ` +
      `${database.products} products, ${database.entries} entries, ${database.prices} prices, ${database.contracts} contracts, ${database.megabytes} MB\n\n`
  )
  table(["what", "n", "Kontor", "p95", "beside", "its median", "its p95", "ratio", "target", ""], report.measurements.map(row))
  for (const { kinds, stock_kinds } of report.measurements.flatMap(({ details }) => (details?.kinds ? [details] : []))) {
    process.stdout.write("\n")
    table(
      ["catalogue page", "n", "median ms", "p95 ms", "stock, median", "stock, p95"],
      Object.entries(kinds).map(([kind, of]) => [
        kind,
        ...[of.n, of.median, of.p95].map(number),
        ...(stock_kinds ? [stock_kinds[kind].median, stock_kinds[kind].p95].map(number) : ["", ""]),
      ])
    )
  }
}

/** How many times better than what stands beside it, and whether each target is met. */
function judge({ kontor, base, lines, target = {} }) {
  const per = lines ? lines.kontor / lines.base : 1
  const ratio = base ? { median: (base.median / kontor.median) * per, p95: (base.p95 / kontor.p95) * per } : null
  const checks = [
    [target.at_least, kontor.median, (value, limit) => value >= limit],
    [target.at_most, kontor.median, (value, limit) => value <= limit],
    [target.p95_at_most, kontor.p95, (value, limit) => value <= limit],
    [target.ratio, ratio?.median, (value, limit) => value >= limit],
    [target.growth_at_most, ratio && 1 / ratio.median, (value, limit) => value <= limit],
  ].filter(([limit]) => limit !== undefined)
  return { ratio, met: checks.length > 0 ? checks.every(([limit, value, holds]) => holds(value, limit)) : null }
}

function row({ what, unit, kontor, base, ratio, target, met }) {
  const value = (amount) => `${number(amount)} ${unit}`.trim()
  return [
    what,
    kontor.n,
    value(kontor.median),
    kontor.n > 1 && unit !== "1/s" ? value(kontor.p95) : "",
    base?.name ?? "",
    base ? value(base.median) : "",
    base && base.n > 1 ? value(base.p95) : "",
    ratio ? `${number(ratio.median)} ×` : "",
    target ? targetText(target, unit) : "",
    met === null ? "" : met ? "met" : "MISSED",
  ]
}

function targetText({ at_least, at_most, p95_at_most, ratio, growth_at_most }, unit) {
  const texts = [
    [at_least, `≥ ${at_least} ${unit}`],
    [at_most, `≤ ${at_most} ${unit}`],
    [p95_at_most, `p95 ≤ ${p95_at_most} ${unit}`],
    [ratio, `≥ ${ratio} ×`],
    [growth_at_most, `at most ${growth_at_most} times longer`],
  ]
  return texts
    .filter(([limit]) => limit !== undefined)
    .map((entry) => entry[1].trim())
    .join(", ")
}

/** Three digits that matter; whole numbers from a hundred on. */
function number(value) {
  return value >= 100 || Number.isInteger(value) ? String(Math.round(value)) : value.toPrecision(3)
}
