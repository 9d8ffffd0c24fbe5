let step = 0

/** A numbered heading of the story. */
export function heading(text) {
  step += 1
  process.stdout.write(`\n${step}. ${text}\n`)
}

export function line(text) {
  process.stdout.write(`   ${text}\n`)
}

/** A table with columns as wide as they need to be. */
export function table(head, rows) {
  const cells = [head, ...rows].map((row) => row.map(String))
  const widths = head.map((_name, column) => Math.max(...cells.map((row) => row[column].length)))
  for (const [index, row] of cells.entries()) {
    line(row.map((cell, column) => cell.padEnd(widths[column])).join("  "))
    if (index === 0) {
      line(widths.map((width) => "─".repeat(width)).join("  "))
    }
  }
}

/** An amount as a Russian reader writes it. */
export function rubles(amount) {
  return new Intl.NumberFormat("ru-RU", { style: "currency", currency: "RUB" }).format(Number(amount))
}
