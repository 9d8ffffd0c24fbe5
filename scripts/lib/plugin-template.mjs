/**
 * The files of a new plugin, by path. It keeps notes on orders: small enough to read in a minute, and every kind of thing that a plugin may bring is there once, so that the
 * reader changes or deletes instead of looking up.
 */
export function pluginFiles(name, now = new Date()) {
  const names = {
    // MikroORM remembers migrations of all modules in one table by their name alone: two of the same name, and the second never runs.
    migration: `Migration${now.toISOString().replace(/\D/g, "").slice(0, 17)}`,
    kebab: name,
    snake: name.replaceAll("-", "_"),
    camel: name.replace(/-(\w)/g, (_all, letter) => letter.toUpperCase()),
    pascal: `-${name}`.replace(/-(\w)/g, (_all, letter) => letter.toUpperCase()),
  }
  return {
    "package.json": packageJson(names),
    "README.md": readme(names),
    "src/plugin.ts": MANIFEST,
    [`src/modules/${names.kebab}/index.ts`]: moduleIndex(names),
    [`src/modules/${names.kebab}/service.ts`]: moduleService(names),
    [`src/modules/${names.kebab}/models/note.ts`]: model(names),
    [`src/modules/${names.kebab}/migrations/${names.migration}.ts`]: migration(names),
    "src/workflows/create-note.ts": workflow(names),
    "src/api/middlewares.ts": middlewares(names),
    [`src/api/admin/${names.kebab}/notes/validators.ts`]: VALIDATORS,
    [`src/api/admin/${names.kebab}/notes/route.ts`]: route(names),
    "src/subscribers/order-placed-note.ts": subscriber(names),
    "src/jobs/prune-notes.ts": job(names),
    "src/links/note-order.ts": link(names),
    "src/admin/i18n/index.ts": i18n(names),
    "src/admin/widgets/order-notes.tsx": widget(names),
  }
}

const packageJson = ({ kebab }) => `${JSON.stringify(
  {
    name: `@kontor/plugin-${kebab}`,
    version: "0.1.0",
    license: "MIT",
    files: [".medusa/server"],
    exports: {
      "./package.json": "./package.json",
      "./workflows": "./.medusa/server/src/workflows/index.js",
      "./.medusa/server/src/modules/*": "./.medusa/server/src/modules/*/index.js",
      "./modules/*": "./.medusa/server/src/modules/*/index.js",
      "./providers/*": "./.medusa/server/src/providers/*/index.js",
      "./*": "./.medusa/server/src/*.js",
      "./admin": {
        import: "./.medusa/server/src/admin/index.mjs",
        require: "./.medusa/server/src/admin/index.js",
        default: "./.medusa/server/src/admin/index.js",
      },
    },
    scripts: { prepack: "medusa plugin:build" },
    peerDependencies: { "@kontor/framework": "0.1.0", "@medusajs/framework": "2.21.2", "@medusajs/medusa": "2.21.2" },
    devDependencies: { "@medusajs/cli": "*", "@medusajs/framework": "*", "@medusajs/medusa": "*" },
  },
  null,
  2
)}
`

const readme = ({ kebab, camel }) => `# ${kebab}

Keeps notes on orders. Made by \`npm run new:plugin\`; change it into what you need.

| folder | what Medusa loads from it |
|---|---|
| \`src/modules\` | module \`${camel}\` with its table and migration |
| \`src/workflows\` | \`create-note\`, with compensation |
| \`src/api\` | \`GET\` and \`POST /admin/${kebab}/notes\`, declared once for validation and the API description |
| \`src/subscribers\` | a note when an order is placed |
| \`src/jobs\` | removes notes older than a year, once a night, under a lock |
| \`src/links\` | note ↔ order |
| \`src/admin\` | a widget on the order, in English and Russian |
| \`src/plugin.ts\` | providers for modules of the core, by module key |

It imports \`@kontor/framework\` and Medusa, nothing else of the project. \`npm pack\` inside this folder builds what can be published.
`

const MANIFEST = `import { definePlugin } from "@kontor/framework/plugins/manifest"

/** Providers for modules of the core, by module key; docs/extension-points.md lists the ports. */
export default definePlugin(() => ({ providers: {} }))
`

const moduleIndex = ({ camel, pascal }) => `import { Module } from "@medusajs/framework/utils"
import ${pascal}Service from "./service"

export const ${camel}Module = "${camel}"

export default Module(${camel}Module, { service: ${pascal}Service })
`

const moduleService = ({ pascal }) => `import { MedusaService } from "@medusajs/framework/utils"
import ${pascal}Note from "./models/note"

export default class ${pascal}Service extends MedusaService({ ${pascal}Note }) {}
`

const model = ({ snake, pascal }) => `import { model } from "@medusajs/framework/utils"

const ${pascal}Note = model.define("${snake}_note", {
  id: model.id({ prefix: "note" }).primaryKey(),
  text: model.text(),
})

export default ${pascal}Note
`

const migration = ({ snake, migration: className }) => `import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class ${className} extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      \`create table if not exists "${snake}_note" ("id" text not null, "text" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "${snake}_note_pkey" primary key ("id"))\`
    )
  }

  override async down(): Promise<void> {
    this.addSql(\`drop table if exists "${snake}_note"\`)
  }
}
`

const workflow = ({
  kebab,
  camel,
  pascal,
}) => `import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { ${camel}Module } from "../modules/${kebab}"
import type ${pascal}Service from "../modules/${kebab}/service"

export const createNoteWorkflowId = "${kebab}-create-note"

const createNoteStep = createStep(
  "${kebab}-create-note-step",
  async (input: { text: string }, { container }) => {
    const service = container.resolve<${pascal}Service>(${camel}Module)
    const note = await service.create${pascal}Notes(input)
    return new StepResponse(note, note.id)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve<${pascal}Service>(${camel}Module).delete${pascal}Notes(id)
    }
  }
)

export const createNoteWorkflow = createWorkflow(createNoteWorkflowId, (input: { text: string }) => new WorkflowResponse(createNoteStep(input)))
`

const middlewares = ({ kebab }) => `import { defineRoutes } from "@kontor/framework"
import { defineMiddlewares } from "@medusajs/framework/http"
import { CreateNote, ListNotes, Note, NoteList } from "./admin/${kebab}/notes/validators"

export default defineMiddlewares({
  routes: defineRoutes([
    { method: "GET", path: "/admin/${kebab}/notes", summary: "Notes, newest first", query: ListNotes, response: NoteList },
    { method: "POST", path: "/admin/${kebab}/notes", summary: "Write a note", body: CreateNote, response: Note },
  ]),
})
`

const VALIDATORS = `import { z } from "@medusajs/framework/zod"

export const ListNotes = z.object({ limit: z.coerce.number().int().min(1).max(100).default(50) }).strict()
export type ListNotes = z.infer<typeof ListNotes>

export const CreateNote = z.object({ text: z.string().trim().min(1).max(1000) }).strict()
export type CreateNote = z.infer<typeof CreateNote>

export const Note = z.object({ id: z.string(), text: z.string() })
export const NoteList = z.object({ notes: z.array(Note) })
`

const route = ({ kebab, camel, pascal }) => `import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ${camel}Module } from "../../../../modules/${kebab}"
import type ${pascal}Service from "../../../../modules/${kebab}/service"
import { createNoteWorkflow } from "../../../../workflows/create-note"
import type { CreateNote, ListNotes } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const { limit } = req.validatedQuery as ListNotes
  const notes = await req.scope.resolve<${pascal}Service>(${camel}Module).list${pascal}Notes({}, { take: limit, order: { created_at: "DESC" } })
  res.json({ notes })
}

export async function POST(req: AuthenticatedMedusaRequest<CreateNote>, res: MedusaResponse) {
  const { result } = await createNoteWorkflow(req.scope).run({ input: req.validatedBody })
  res.json(result)
}
`

const subscriber = () => `import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { createNoteWorkflow } from "../workflows/create-note"

export default async function noteOnOrder({ event: { data }, container }: SubscriberArgs<{ id: string }>) {
  await createNoteWorkflow(container).run({ input: { text: \`Order \${data.id} was placed\` } })
}

export const config: SubscriberConfig = { event: "order.placed" }
`

const job = ({ kebab, camel, pascal }) => `import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { ${camel}Module } from "../modules/${kebab}"
import type ${pascal}Service from "../modules/${kebab}/service"

const KEPT_DAYS = 365
const BATCH = 1000

/** Every instance fires the schedule; the lock lets one of them do the work. */
export default async function pruneNotes(container: MedusaContainer) {
  await container.resolve(Modules.LOCKING).execute(
    "${kebab}-prune-notes",
    async () => {
      const service = container.resolve<${pascal}Service>(${camel}Module)
      const before = new Date(Date.now() - KEPT_DAYS * 86_400_000)
      const old = await service.list${pascal}Notes({ created_at: { $lt: before } }, { take: BATCH, select: ["id"] })
      await service.delete${pascal}Notes(old.map((note) => note.id))
    },
    { timeout: 30 }
  )
}

export const config = { name: "${kebab}-prune-notes", schedule: "17 3 * * *" }
`

const link = ({ kebab, camel, pascal }) => `import { defineLink } from "@medusajs/framework/utils"
import OrderModule from "@medusajs/medusa/order"
import ${pascal}Module from "../modules/${kebab}"

export default defineLink(OrderModule.linkable.order, { linkable: ${pascal}Module.linkable.${camel}Note, isList: true })
`

const i18n = ({ camel }) => `export default {
  en: { ${camel}: { title: "Notes", empty: "No notes yet" } },
  ru: { ${camel}: { title: "Заметки", empty: "Заметок пока нет" } },
}
`

const widget = ({ kebab, camel }) => `import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { Container, Heading, Text } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"

const OrderNotes = () => {
  const { t } = useTranslation("${camel}")
  const [notes, setNotes] = useState<{ id: string; text: string }[]>([])
  useEffect(() => {
    void fetch("/admin/${kebab}/notes?limit=10", { credentials: "include" })
      .then((answer) => (answer.ok ? answer.json() : { notes: [] }))
      .then((body) => setNotes(body.notes))
  }, [])
  return (
    <Container className="px-6 py-4">
      <Heading level="h2">{t("title")}</Heading>
      {notes.length === 0 && <Text className="text-ui-fg-muted">{t("empty")}</Text>}
      {notes.map((note) => (
        <Text key={note.id}>{note.text}</Text>
      ))}
    </Container>
  )
}

export const config = defineWidgetConfig({ id: "${kebab}-order-notes", zone: "order.details.side.after" })

export default OrderNotes
`
