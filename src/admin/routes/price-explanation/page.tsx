import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Text } from "@medusajs/ui"
import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import { useSearchParams } from "react-router-dom"
import { ErrorText } from "../../components/error-text"
import { InputField } from "../../components/input-field"
import { ChooseContract } from "../../components/prices/choose-contract"
import { ChooseEntry } from "../../components/prices/choose-entry"
import { Explanation } from "../../components/prices/explanation"
import { Section } from "../../components/section"
import { decimalIn, isDecimal } from "../../lib/typed"
import type { PriceExplanation as Answer } from "../../lib/price-types"
import type { PriceQuestion } from "../../lib/price-question"
import { useAnswer } from "../../lib/use-answer"
import { useDelayed } from "../../lib/use-delayed"
import { useLocale } from "../../lib/use-locale"

/** What is chosen is kept in the address, so that it can be sent to a colleague and other screens can lead here. */
const PriceExplanation = () => {
  const { t } = useTranslation("kontor")
  const [chosen, choose] = useSearchParams()
  const of = (name: keyof PriceQuestion | "product") => chosen.get(name) ?? ""
  const set = useCallback(
    (changes: Partial<PriceQuestion & { product: string }>) =>
      choose((known) => new URLSearchParams({ ...Object.fromEntries(known), ...changes }), { replace: true }),
    [choose]
  )
  const quantity = of("quantity") || "1"
  // Who chooses anew looks among all products: a product of one variant would choose it again by itself.
  const setVariant = useCallback((variant: string) => set(variant === "" ? { variant, product: "" } : { variant }), [set])
  return (
    <div className="flex flex-col gap-3 xl:flex-row xl:items-start">
      <div className="xl:w-[380px] xl:shrink-0">
        <Section title={t("why.title")}>
          <div className="flex flex-col gap-y-4 px-6 py-4">
            <ChooseContract
              client={of("client")}
              contract={of("contract")}
              onClient={(client) => set({ client, contract: "" })}
              onContract={(contract) => set({ contract })}
            />
            <ChooseEntry product={of("product")} variant={of("variant")} onChange={setVariant} />
            <InputField
              id="quantity"
              label={t("why.quantity")}
              inputMode="decimal"
              value={chosen.get("quantity") ?? "1"}
              onChange={(quantity) => set({ quantity })}
            />
            <InputField
              id="day"
              label={t("why.day")}
              hint={t("why.dayHint")}
              type="date"
              value={of("day")}
              onChange={(day) => set({ day })}
            />
          </div>
        </Section>
      </div>
      <div className="flex min-w-0 flex-1 flex-col gap-y-3">
        {of("contract") && of("variant") && isDecimal(quantity, 12, 6) ? (
          <Result contract={of("contract")} variant={of("variant")} quantity={quantity} day={of("day")} />
        ) : (
          <Section title={t("why.result")}>
            <Text className="text-ui-fg-muted px-6 py-4">{t(isDecimal(quantity, 12, 6) ? "why.choose" : "why.notQuantity")}</Text>
          </Section>
        )}
      </div>
    </div>
  )
}

const Result = ({ contract, variant, quantity, day }: Omit<PriceQuestion, "client">) => {
  const asked = useDelayed(decimalIn(quantity) || "1")
  const on = useDelayed(day)
  const query = { contract_id: contract, variant_id: variant, quantity: asked, locale: useLocale(), ...(on ? { day: on } : {}) }
  const { data, error } = useAnswer<{ explanation: Answer }>("/admin/price-explanation", query, { keepPrevious: true })
  return (
    <>
      <ErrorText error={error} />
      {data && !error && <Explanation explanation={data.explanation} />}
    </>
  )
}

export const config = defineRouteConfig({ label: "why.title", translationNs: "kontor", nested: "/price-lists" })

export default PriceExplanation
