import { Badge, StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { BankAccountRow, DeliveryPointRow } from "../lib/types"
import { NumberMark, unlessFaulty } from "./number-mark"
import { Rows } from "./rows"
import { Section } from "./section"

/** Accounts of a client, with marks on numbers that cannot be right. */
export const BankAccounts = ({ accounts }: { accounts: BankAccountRow[] }) => {
  const { t } = useTranslation("kontor")
  const rows = accounts.map((row) => ({
    id: row.id,
    cells: [
      <NumberMark key="account" value={row.account} isRight={unlessFaulty(row.faults, "account")} />,
      row.bank_name,
      <NumberMark key="bic" value={row.bic} isRight={unlessFaulty(row.faults, "bic")} />,
      <NumberMark key="correspondent" value={row.correspondent_account} isRight={unlessFaulty(row.faults, "correspondent_account")} />,
      row.is_default && (
        <Badge key="default" size="2xsmall">
          {t("clients.default")}
        </Badge>
      ),
    ],
  }))
  const heads = [...["account", "bank", "bic", "correspondentAccount"].map((name) => t(`clients.${name}`)), ""]
  return (
    <Section title={t("clients.bankAccounts")}>
      <Rows heads={heads} rows={rows} empty={t("clients.noBankAccounts")} />
    </Section>
  )
}

/** Where goods of a client go and who receives them. */
export const DeliveryPoints = ({ points }: { points: DeliveryPointRow[] }) => {
  const { t } = useTranslation("kontor")
  const rows = points.map((point) => ({
    id: point.id,
    cells: [
      point.name,
      t(`pointKind.${point.kind}`),
      point.address,
      [point.contact, point.phone].filter(Boolean).join(", "),
      t(`factSource.${point.source}`),
      <StatusBadge key="state" color={point.is_active ? "green" : "grey"}>
        {t(point.is_active ? "clients.inUse" : "clients.outOfUse")}
      </StatusBadge>,
    ],
  }))
  const heads = [
    t("entities.name"),
    t("clients.kind"),
    t("entities.address"),
    ...["contact", "source"].map((name) => t(`clients.${name}`)),
    t("entities.state"),
  ]
  return (
    <Section title={t("clients.deliveryPoints")}>
      <Rows heads={heads} rows={rows} empty={t("clients.noDeliveryPoints")} />
    </Section>
  )
}
