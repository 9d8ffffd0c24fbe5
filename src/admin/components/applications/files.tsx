import { useTranslation } from "react-i18next"
import type { ApplicationFileRow } from "../../lib/application-types"
import { formatBytes } from "../../lib/format"
import { Rows } from "../rows"
import { Section } from "../section"

/** What the applicant has attached; a click downloads it, since the browser must not show what a stranger has sent. */
export const ApplicationFiles = ({ applicationId, files }: { applicationId: string; files: ApplicationFileRow[] }) => {
  const { t, i18n } = useTranslation("kontor")
  const rows = files.map(({ id, name, bytes }) => ({
    id,
    cells: [
      <a key="name" className="text-ui-fg-interactive break-all" href={`/admin/applications/${applicationId}/files/${id}`} download={name}>
        {name}
      </a>,
      formatBytes(bytes, i18n.language),
    ],
  }))
  return (
    <Section title={t("applications.files")}>
      <Rows heads={[t("entities.name"), t("applications.size")]} rows={rows} empty={t("applications.noFiles")} />
    </Section>
  )
}
