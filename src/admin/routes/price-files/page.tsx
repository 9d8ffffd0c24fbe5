import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, Input, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Choice } from "../../components/choice"
import { FormField } from "../../components/form-field"
import { InputField } from "../../components/input-field"
import { ChooseContract } from "../../components/prices/choose-contract"
import { ImportResult } from "../../components/prices/import-result"
import { Section } from "../../components/section"
import { decimalIn, isDecimal } from "../../lib/typed"
import type { PriceImport, PriceTypeList } from "../../lib/price-types"
import { useAnswer } from "../../lib/use-answer"
import { useChange } from "../../lib/use-change"
import { useLocale } from "../../lib/use-locale"

const KINDS = ["price_type", "contract"] as const
const MARK_PERCENT = "20"

/** Prices out to a spreadsheet and back: what the file changes is shown before it is applied. */
const PriceFiles = () => {
  const { t } = useTranslation("kontor")
  const locale = useLocale()
  const [kind, setKind] = useState<string>("price_type")
  const [type, setType] = useState("")
  const [client, setClient] = useState("")
  const [contract, setContract] = useState("")
  const [tried, setTried] = useState<string | null>(null)
  const types = useAnswer<PriceTypeList>("/admin/price-types").data?.price_types ?? []
  const id = kind === "contract" ? contract : type
  const isOfErp = kind === "price_type" && types.some((each) => each.id === type && each.source === "erp")
  const nameOf = (typeId: string) => {
    const found = types.find((each) => each.id === typeId)
    return found ? `${found.name} · ${t(`factSource.${found.source}`)}` : typeId
  }
  const choose = (change: () => void) => {
    setTried(null)
    change()
  }
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
                values={KINDS}
                label={(value) => t(`priceFiles.kinds.${value}`)}
                onChange={(value) => choose(() => setKind(value))}
              />
            </FormField>
            {kind === "contract" ? (
              <ChooseContract
                client={client}
                contract={contract}
                onClient={(value) => choose(() => [setClient(value), setContract("")])}
                onContract={(value) => choose(() => setContract(value))}
              />
            ) : (
              <FormField id="type" label={t("priceFiles.priceType")}>
                <Choice
                  id="type"
                  value={type}
                  values={types.map((each) => each.id)}
                  label={nameOf}
                  onChange={(value) => choose(() => setType(value))}
                />
              </FormField>
            )}
            {id !== "" && (
              <Button size="small" variant="secondary" asChild>
                <a href={`/admin/price-files?${new URLSearchParams({ kind, id, locale }).toString()}`}>{t("priceFiles.download")}</a>
              </Button>
            )}
          </div>
          <div className="flex flex-col gap-y-4">
            {isOfErp && <Text size="small">{t("priceFiles.erpOwned")}</Text>}
            {kind === "contract" && (
              <Text size="small" className="text-ui-fg-subtle">
                {t("priceFiles.contractHint")}
              </Text>
            )}
            {id !== "" && !isOfErp && <Upload key={id} query={{ kind, id }} onTried={setTried} />}
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
