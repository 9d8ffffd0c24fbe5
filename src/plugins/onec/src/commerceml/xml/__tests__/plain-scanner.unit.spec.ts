import fc from "fast-check"
import { SaxesParser } from "saxes"
import { PlainScanner } from "../plain-scanner"
import { XmlPump } from "../xml-pump"

type Events = string[]

/** Writes down what it is told; text around the root is layout, of which nobody need be told. */
function listener(events: Events) {
  let depth = 0
  return {
    open: (name: string, attributes: Readonly<Record<string, string>>) => {
      depth += 1
      events.push(`<${name} ${JSON.stringify({ ...attributes })}`)
    },
    text: (text: string) => {
      if (depth > 0) {
        events.push(text)
      }
    },
    close: () => {
      depth -= 1
      events.push("/")
    },
  }
}

interface Outcome {
  events: Events
  fault: string | null
}

function read(pieces: string[]): Outcome {
  const events: Events = []
  const pump = new XmlPump(listener(events))
  try {
    pieces.forEach((piece) => pump.feed(piece))
    pump.end()
    return { events, fault: null }
  } catch (error) {
    return { events, fault: (error as Error).message }
  }
}

/** The same by saxes alone. */
function readBySaxes(text: string): Outcome {
  const events: Events = []
  const listen = listener(events)
  const parser = new SaxesParser()
  parser.on("opentag", (tag) => listen.open(tag.name.slice(tag.name.indexOf(":") + 1), tag.attributes))
  parser.on("closetag", () => listen.close())
  parser.on("text", listen.text)
  parser.on("cdata", listen.text)
  parser.on("doctype", () => parser.fail("a package must not have a DOCTYPE"))
  parser.on("error", (error) => {
    throw error
  })
  try {
    parser.write(text)
    parser.close()
    return { events, fault: null }
  } catch (error) {
    return { events, fault: (error as Error).message.replace(/^(\d+):(\d+): /, "line $1, column $2: ") }
  }
}

/** Where saxes tells of text around the root, and whether another fault comes before it, depends on how it is fed. */
function comparable(outcome: Outcome, other: Outcome): object {
  const isAroundRoot = [outcome, other].some(({ fault }) => fault?.includes("text data outside of root"))
  return { events: outcome.events, fault: isAroundRoot ? outcome.fault !== null : outcome.fault }
}

function pieces(text: string, size: number): string[] {
  return Array.from({ length: Math.ceil(text.length / size) }, (_, index) => text.slice(index * size, (index + 1) * size))
}

const PARTS = [
  ...["<Товар>", "</Товар>", "<Ид>", "</Ид>", "<a/>", "<v:Ид>", "</v:Ид>", "</ Ид>", "</Ид >", "<Ид >", "<1>", "<а́>", "<", ">", "/>"],
  ...[
    `<Склад ИдСклада="W1" Количество="5"/>`,
    `<a b="&quot;1&#x9;"/>`,
    `<a b='1'>`,
    `<a b="1" b="2">`,
    `<a b="1"c="2">`,
    `<a b="x\ty">`,
    `<a b=">">`,
  ],
  ...[
    "текст",
    " ",
    "\n",
    "\r\n",
    "\r",
    "😀",
    "\u0001",
    "\ufffe",
    "é",
    "&amp;",
    "&nbsp;",
    "&#1;",
    "&#x41;",
    "&#X41;",
    "&#55296;",
    "&",
    "&amp",
    "]]>",
    "]]",
    "]",
  ],
  ...["<![CDATA[ & < ]]>", "<!-- нет -->", "<!-- -- -->", "<?pi да?>", "<!DOCTYPE a>", "<?xml version='1.0'?>"],
]
const DECLARATIONS = [
  "",
  "\ufeff",
  `<?xml version="1.0"?>`,
  `<?xml version="1.0" encoding="UTF-8"?>\r\n`,
  `<?xml version="1.0" encoding="8"?>`,
  `<?xml version="1.1"?>`,
  `<?xml version="1.0" a="1"?>`,
]

const documents = fc
  .tuple(fc.constantFrom(...DECLARATIONS), fc.array(fc.constantFrom(...PARTS), { maxLength: 14 }), fc.boolean())
  .map(([declaration, parts, isWrapped]) => declaration + (isWrapped ? `<Корень>${parts.join("")}</Корень>` : parts.join("")))

describe("the scanner of plain documents", () => {
  it("tells of the same elements and faults as saxes does, wherever a document is cut into pieces", () => {
    fc.assert(
      fc.property(documents, fc.integer({ min: 1, max: 40 }), (text, size) => {
        fc.pre(text.trim() !== "")
        const [outcome, bySaxes] = [read(pieces(text, size)), readBySaxes(text)]
        expect(comparable(outcome, bySaxes)).toEqual(comparable(bySaxes, outcome))
      }),
      { numRuns: 3000 }
    )
  })

  it("reads what 1C writes to its end itself", () => {
    const scanner = new PlainScanner(listener([]))
    const text = `<?xml version="1.0" encoding="UTF-8"?>\r\n<К xmlns="urn:1C.ru:commerceml_2" ВерсияСхемы="2.07"><Ид>1&#xD;&quot;</Ид>\r\n<Цена/>😀</К>\r\n`
    expect(pieces(text, 7).every((piece) => scanner.feed(piece))).toBe(true)
    expect(scanner.isWhole).toBe(true)
  })
})
