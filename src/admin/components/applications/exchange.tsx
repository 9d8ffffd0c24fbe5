import { useTranslation } from "react-i18next"
import type { ApplicationErp } from "../../lib/application-types"
import { formatDateTime } from "../../lib/format"
import { Field } from "../field"
import { StateBadge } from "../state-badge"

/** How far 1C has got with an accepted application. */
export const ApplicationExchange = ({ erp }: { erp: ApplicationErp }) => {
  const { t, i18n } = useTranslation("kontor")
  const time = (value: string | null) => value && formatDateTime(value, i18n.language)
  return (
    <>
      <Field label={t("applications.exchange")}>
        <StateBadge state={erp.state} />
      </Field>
      <Field label={t("applications.sentAt")}>{time(erp.sent_at)}</Field>
      <Field label={t("applications.confirmedAt")}>{time(erp.confirmed_at)}</Field>
      {erp.last_error && <Field label={t("exchange.error")}>{erp.last_error}</Field>}
    </>
  )
}
