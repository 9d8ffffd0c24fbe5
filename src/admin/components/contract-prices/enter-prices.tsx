import { Badge, Button, Text, Textarea, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { PriceRowResults } from "../../lib/adjustment-types"
import { priceRowsIn, refusedLines } from "../../lib/price-rows"
import { useChange } from "../../lib/use-change"
import { useLook } from "../../lib/use-look"
import { FormField } from "../form-field"
import { WholeScreen } from "../whole-screen"
import { PriceResults } from "./results"

/** As many as the server takes at once. */
const ROWS_MAX = 5000

interface Props {
  /** Route of the contract's prices. */
  path: string
  currency: string
  /** What stands in the form at first. */
  first: string
  onClose: () => void
}

/**
 * Enters prices by rows. What they do is looked at first: without a check of just these rows there is nothing to save. Rows that are refused
 * stay in the form when the others are saved.
 */
export const EnterPrices = ({ path, currency, first, onClose }: Props) => {
  const { t } = useTranslation("kontor")
  const [text, setText] = useState(first)
  const prices = priceRowsIn(text)
  const canBeSent = prices.length > 0 && prices.length <= ROWS_MAX
  const { look, answer, isPending } = useLook<PriceRowResults>(
    canBeSent ? { path: `${path}/preview`, method: "POST", body: { prices } } : null
  )
  const finish = ({ results, counts }: PriceRowResults) => {
    if (counts.refused === 0) {
      toast.success(t("entities.saved"))
      onClose()
    } else {
      toast.warning(t("contractPrices.refusedLeft", { total: counts.refused }))
      setText(refusedLines(text, results))
    }
  }
  const save = useChange<PriceRowResults>({ notice: null, onDone: finish })
  const counted = answer ? Object.entries(answer.counts).filter(([, count]) => count > 0) : []
  const isUseful = answer !== null && answer.counts.created + answer.counts.updated > 0
  return (
    <WholeScreen
      title={t("contractPrices.addTitle")}
      hint={t("contractPrices.addHint")}
      buttons={
        <>
          <Button size="small" variant="secondary" disabled={!canBeSent || answer !== null} isLoading={isPending} onClick={look}>
            {t("contractPrices.look")}
          </Button>
          <Button
            size="small"
            disabled={!isUseful}
            isLoading={save.isPending}
            onClick={() => save.mutate({ path, method: "POST", body: { prices } })}
          >
            {t("save")}
          </Button>
        </>
      }
      onClose={onClose}
    >
      <FormField id="price-rows" label={t("contractPrices.rows")} hint={t("contractPrices.rowsHint", { total: prices.length })}>
        <Textarea id="price-rows" rows={8} value={text} onChange={(event) => setText(event.target.value)} />
      </FormField>
      {answer ? (
        <>
          <div className="flex flex-wrap gap-2">
            {counted.map(([outcome, count]) => (
              <Badge key={outcome} size="small" color={outcome === "refused" ? "red" : "grey"}>
                {`${t(`contractPrices.outcomes.${outcome}`)}: ${count}`}
              </Badge>
            ))}
          </div>
          <PriceResults results={answer.results} currency={currency} />
        </>
      ) : (
        <Text className="text-ui-fg-muted">{t("contractPrices.lookFirst")}</Text>
      )}
    </WholeScreen>
  )
}
