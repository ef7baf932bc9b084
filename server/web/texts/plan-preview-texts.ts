// Texts of the page that shows what a plan will send, before it does.

import type { LocalizedText } from '../../core/text/localized.ts';
import type { ControlState } from '../../../benchmarks/index.ts';
import type { Texts } from './text-table.ts';

export const PLAN_PREVIEW_TEXTS = {
  title: { en: 'What will be sent', ja: '送る内容の確認' },
  lead: {
    en: 'Nothing has been sent yet. This is the most that the test will do.',
    ja: 'まだ何も送信していません。この試験で行う最大の内容は次のとおりです。',
  },
  back: { en: 'Benchmark', ja: '負荷試験' },
  target: { en: 'Server', ja: '対象' },
  option: { en: 'Counts as evidence for', ja: '結果を反映する選択肢' },
  company: { en: 'Stands for the peak of', ja: '再現する組織のピーク' },
  control: { en: 'Control of the server', ja: '管理権限' },
  controlMore: { en: 'Details', ja: '詳細' },
  amountHeading: { en: 'How much, at most', ja: '最大の送信量' },
  amount: { en: 'Amount', ja: '項目' },
  planned: { en: 'This test', ja: 'この試験' },
  ceiling: { en: 'Ceiling', ja: '上限' },
  rate: { en: 'Messages per second', ja: '流量（通/秒）' },
  connections: { en: 'Connections at once', ja: '同時接続数' },
  messages: { en: 'Messages', ja: '通数' },
  duration: { en: 'Duration', ja: '時間' },
  bytes: { en: 'Data', ja: 'データ量' },
  runs: { en: 'Runs, one after the other', ja: '試験回数（順に実行）' },
  openEnded: { en: 'as much as the server takes', ja: 'サーバーが受け入れるだけ' },
  untilDone: { en: 'until all are sent', ja: '送り終えるまで' },
  searchNote: {
    en: 'A search makes many trials. The figures are those of its heaviest single trial; it takes up to 60 of them.',
    ja: '探索では試行を繰り返します（最大60回）。表の数値は、最も重い1回の試行のものです。',
  },
  mailHeading: { en: 'What the mail looks like', ja: 'メールの内容' },
  envelope: { en: 'Envelope of the first message', ja: '最初のメールのエンベロープ' },
  sizes: { en: 'Size: mean, largest', ja: 'サイズ（平均・最大）' },
  headers: { en: 'Header of the first message', ja: '最初のメールのヘッダー' },
  noMail: {
    en: 'This test opens connections only; no mail is sent.',
    ja: 'この試験では接続だけを開き、メールは送りません。',
  },
  criteriaHeading: { en: 'Passes when', ja: '合格条件' },
  planJson: { en: 'The plan as JSON', ja: '計画（JSON）' },
  start: { en: 'Start', ja: '試験を始める' },
  change: { en: 'Change the plan', ja: '計画を変更する' },
  queueNote: {
    en: 'Another test is going on on this server; yours will wait its turn.',
    ja: 'このサーバーでは別の試験を実行中です。開始すると順番待ちになります。',
  },
  seconds: { en: 's', ja: '秒' },
} as const satisfies Texts;

export const CONTROL_TEXTS: Readonly<Record<ControlState['kind'], LocalizedText>> = {
  thisMachine: { en: 'This machine: allowed', ja: 'このコンピューター：実行できます' },
  proven: { en: 'Proved: allowed', ja: '確認済み：実行できます' },
  notProven: { en: 'Not proved yet', ja: '未確認' },
  refused: { en: 'Refused', ja: '実行できません' },
};
