import { Select, Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { ACTIONS, type RightsGrid as Grid, SCOPES, SECTIONS } from "../lib/rights-grid"

/** What a role allows: sections down, actions across, and how far in each cell. */
export const RightsGrid = ({ grid, onChange }: { grid: Grid; onChange: (grid: Grid) => void }) => {
  const { t } = useTranslation("kontor")
  return (
    <Table>
      <Table.Header>
        <Table.Row>
          <Table.HeaderCell>{t("rights.section")}</Table.HeaderCell>
          {ACTIONS.map((action) => (
            <Table.HeaderCell key={action}>{t(`rights.actions.${action}`)}</Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Header>
      <Table.Body>
        {SECTIONS.map((section) => (
          <Table.Row key={section}>
            <Table.Cell>{t(`rights.sections.${section}`)}</Table.Cell>
            {ACTIONS.map((action) => (
              <Table.Cell key={action} className="py-1">
                <Select
                  size="small"
                  value={grid[`${section}.${action}`] ?? "none"}
                  onValueChange={(scope) => onChange({ ...grid, [`${section}.${action}`]: scope })}
                >
                  <Select.Trigger aria-label={`${t(`rights.sections.${section}`)}: ${t(`rights.actions.${action}`)}`}>
                    <Select.Value />
                  </Select.Trigger>
                  <Select.Content>
                    {SCOPES.map((scope) => (
                      <Select.Item key={scope} value={scope}>
                        {t(`rights.scopes.${scope}`)}
                      </Select.Item>
                    ))}
                  </Select.Content>
                </Select>
              </Table.Cell>
            ))}
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  )
}
