// Names of the cost lines as people read them.

import type { LocalizedText } from '../text/localized.ts';

export const COST_LABELS = {
  subscription: { en: 'Subscription', ja: '利用料' },
  setup: { en: 'Set-up fee', ja: '初期費用' },
  hardware: { en: 'Servers and disks', ja: 'サーバー・ディスク' },
  hwMaintenance: { en: 'Hardware maintenance', ja: 'ハードウェア保守' },
  licence: { en: 'Licences bought', ja: 'ライセンス購入' },
  licenceRental: { en: 'Licences paid yearly', ja: 'ライセンス年額' },
  softwareAssurance: { en: 'Software assurance', ja: 'ソフトウェアアシュアランス' },
  support: { en: 'Vendor support', ja: '提供元のサポート' },
  power: { en: 'Power', ja: '電力' },
  backup: { en: 'Backup', ja: 'バックアップ' },
  filtering: { en: 'Separate spam and virus filter', ja: '別途の迷惑メール・ウイルス対策' },
  migration: { en: 'Migration', ja: '移行' },
  staff: { en: 'Staff', ja: '運用要員' },
  addons: { en: 'Add-ons', ja: '追加オプション' },
} satisfies Record<string, LocalizedText>;
