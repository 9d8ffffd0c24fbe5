import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { type ApplicationCard, REQUISITE_FIELDS } from "../../lib/application-types"
import { Field } from "../field"
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
            <Checked value={requisites[field]} check={checks.find(({ code }) => code === field)} />
          </Field>
        ))}
        {requisites.bank_accounts.map((account) => (
          <Field key={account.account} label={t("clients.account")}>
            <Checked
              value={[account.account, account.bank_name, `${t("clients.bic")} ${account.bic}`].filter(Boolean).join(", ")}
              check={checks.find(({ code }) => code === "bank_accounts")}
            />
          </Field>
        ))}
      </Section>
    </>
  )
}

/** A value with the outcome of its check; a value that nothing checks has none. */
const Checked = ({ value, check }: { value: string | null; check: { ok: boolean } | undefined }) => {
  const { t } = useTranslation("kontor")
  if (!value) {
    return <>–</>
  }
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      {value}
      {check && (
        <StatusBadge color={check.ok ? "green" : "red"}>{t(check.ok ? "applications.checked" : "clients.cannotBeRight")}</StatusBadge>
      )}
    </span>
  )
}
