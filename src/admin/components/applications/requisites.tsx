import { useTranslation } from "react-i18next"
import { type ApplicationCard, REQUISITE_FIELDS } from "../../lib/application-types"
import { Field } from "../field"
import { NumberMark } from "../number-mark"
import { Rows } from "../rows"
import { Section } from "../section"

/** What the applicant says of the company, with a mark on each number that was checked; of a change what it changes. */
export const ApplicationRequisites = ({ application }: { application: ApplicationCard }) => {
  const { t } = useTranslation("kontor")
  const { changes, checks, requisites } = application
  const labelOf = (field: string) => t(`applications.fields.${field}`, field)
  const rows = changes.map(({ field, before, after }) => ({ id: field, cells: [labelOf(field), before, after] }))
  return (
    <>
      {application.kind === "requisites_change" && (
        <Section title={t("applications.changes")}>
          <Rows heads={["field", "before", "after"].map((name) => t(`audit.${name}`))} rows={rows} empty={t("applications.noChanges")} />
        </Section>
      )}
      <Section title={t("applications.requisites")}>
        {REQUISITE_FIELDS.map((field) => (
          <Field key={field} label={labelOf(field)}>
            <NumberMark value={requisites[field]} isRight={checks.find(({ code }) => code === field)?.ok} />
          </Field>
        ))}
        {requisites.bank_accounts.map((account) => (
          <Field key={account.account} label={t("clients.account")}>
            <NumberMark
              value={[account.account, account.bank_name, `${t("clients.bic")} ${account.bic}`].filter(Boolean).join(", ")}
              isRight={checks.find(({ code }) => code === "bank_accounts")?.ok}
            />
          </Field>
        ))}
      </Section>
    </>
  )
}
