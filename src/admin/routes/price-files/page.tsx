import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, Input, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Choice } from "../../components/choice"
import { FormField } from "../../components/form-field"
import { InputField } from "../../components/input-field"
import { ALL_GOODS, ChooseFileSubject } from "../../components/prices/choose-file-subject"
import { ImportResult } from "../../components/prices/import-result"
import { Section } from "../../components/section"
import { decimalIn, isDecimal } from "../../lib/typed"
import { FILE_KINDS, type PriceImport } from "../../lib/price-types"
import { useChange } from "../../lib/use-change"
import { useLocale } from "../../lib/use-locale"

const MARK_PERCENT = "20"
const NONE = { id: "", isOfErp: false }

/** What is said of a kind beside its file. */
const HINTS: Partial<Record<PriceImport["kind"], string>> = {
  contract: "priceFiles.contractHint",
  stock: "priceFiles.stockHint",
  position: "priceFiles.positionHint",
}

/** Prices, stock and the order of goods out to a spreadsheet and back: what the file changes is shown before it is applied. */
const PriceFiles = () => {
  const { t } = useTranslation("kontor")
  const locale = useLocale()
  const [kind, setKind] = useState<PriceImport["kind"]>("price_type")
  const [subject, setSubject] = useState(NONE)
  const [tried, setTried] = useState<string | null>(null)
  const { id, isOfErp } = subject
  const choose = (next: PriceImport["kind"]) => {
    setTried(null)
    setKind(next)
    setSubject(next === "position" ? { id: ALL_GOODS, isOfErp: false } : NONE)
  }
  const hint = HINTS[kind]
  return (
    <div className="flex flex-col gap-y-3">
      <Section title={t("priceFiles.title")}>
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("priceFiles.hint")}
        </Text>
        <div className="grid gap-4 px-6 py-4 md:grid-cols-2">
          <div className="flex flex-col gap-y-4">
            <FormField id="kind" label={t("priceFiles.subject")}>
              <Choice
                id="kind"
                value={kind}
                values={FILE_KINDS}
                label={(value) => t(`priceFiles.kinds.${value}`)}
                onChange={(value) => choose(FILE_KINDS.find((each) => each === value) ?? "price_type")}
              />
            </FormField>
            <ChooseFileSubject
              key={kind}
              kind={kind}
              id={id}
              onChange={(next, ofErp) => {
                setTried(null)
                setSubject({ id: next, isOfErp: ofErp })
              }}
            />
            {id !== "" && (
              <Button size="small" variant="secondary" asChild>
                <a href={`/admin/price-files?${new URLSearchParams({ kind, id, locale }).toString()}`}>{t("priceFiles.download")}</a>
              </Button>
            )}
          </div>
          <div className="flex flex-col gap-y-4">
            {isOfErp && <Text size="small">{t(kind === "stock" ? "priceFiles.stockOwned" : "priceFiles.erpOwned")}</Text>}
            {hint && !isOfErp && (
              <Text size="small" className="text-ui-fg-subtle">
                {t(hint)}
              </Text>
            )}
            {id !== "" && !isOfErp && <Upload key={`${kind} ${id}`} query={{ kind, id }} onTried={setTried} />}
          </div>
        </div>
      </Section>
      {tried && <ImportResult key={tried} id={tried} />}
    </div>
  )
}

const Upload = ({ query, onTried }: { query: { kind: string; id: string }; onTried: (id: string) => void }) => {
  const { t } = useTranslation("kontor")
  const [file, setFile] = useState<File | null>(null)
  const [percent, setPercent] = useState(MARK_PERCENT)
  const change = useChange<{ price_import: PriceImport }>({ notice: null, onDone: ({ price_import }) => onTried(price_import.id) })
  const send = () => {
    const form = new FormData()
    form.append("file", file ?? "")
    change.mutate({ path: "/admin/price-imports", method: "POST", query: { ...query, mark_percent: decimalIn(percent) }, form })
  }
  return (
    <>
      <FormField id="file" label={t("priceFiles.file")}>
        <Input id="file" type="file" accept=".xlsx,.xls,.ods,.csv" onChange={(event) => setFile(event.target.files?.[0] ?? null)} />
      </FormField>
      <InputField id="percent" label={t("priceFiles.markPercent")} inputMode="decimal" value={percent} onChange={setPercent} />
      <div>
        <Button size="small" disabled={!file || !isDecimal(percent, 6, 2)} isLoading={change.isPending} onClick={send}>
          {t("priceFiles.try")}
        </Button>
      </div>
    </>
  )
}

export const config = defineRouteConfig({ label: "priceFiles.title", translationNs: "kontor", nested: "/price-lists" })

export default PriceFiles
