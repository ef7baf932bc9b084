// Texts of the benchmark overview and of the history of runs.

import type { Texts } from './text-table.ts';

export const BENCHMARK_TEXTS = {
  title: { en: 'Benchmark', ja: '負荷試験' },
  lead: {
    en: 'Put load on a mail server you control and see what it really takes. What you measure becomes evidence for its option.',
    ja: '自分で管理しているメールサーバーに負荷をかけ、実際にどこまで処理できるかを測ります。測定値は、その選択肢の根拠として順位に反映されます。',
  },
  plan: { en: 'Plan a test', ja: '試験を計画する' },
  tryBuiltin: { en: 'Try it on the built-in server', ja: '内蔵サーバーで試す' },
  activeHeading: { en: 'Now', ja: '実行中・順番待ち' },
  activeHint: {
    en: 'One test at a time per server; the others wait their turn.',
    ja: '1台のサーバーで同時に実行する試験は一つです。ほかの試験は順番を待ちます。',
  },
  position: { en: 'place in the queue:', ja: '順番：' },
  cancel: { en: 'Cancel', ja: '取り消す' },
  resume: { en: 'Put back into the queue', ja: '順番待ちに戻す' },
  parkedHint: {
    en: 'The server was restarted while this waited. It starts only when you say so.',
    ja: '順番待ちの間にサーバーが再起動されました。戻すまで開始しません。',
  },
  candidatesHeading: { en: 'Candidates', ja: '候補' },
  candidatesNone: {
    en: 'No candidates yet. Add the servers you want to compare.',
    ja: '候補はまだありません。比べたいサーバーを追加してください。',
  },
  addCandidate: { en: 'Add a candidate', ja: '候補を追加する' },
  lastRun: { en: 'Last test', ja: '直近の試験' },
  lastNone: { en: 'not tested yet', ja: '未試験' },
  test: { en: 'Test', ja: '試験する' },
  recentHeading: { en: 'Latest tests', ja: '最近の試験' },
  allRuns: { en: 'All tests', ja: 'すべての試験' },
} as const satisfies Texts;

export const RUN_LIST_TEXTS = {
  title: { en: 'History of tests', ja: '試験の履歴' },
  lead: {
    en: 'Every test with its server and outcome, latest first. Select two or more to compare them.',
    ja: 'これまでの試験を新しい順に表示します。2つ以上選ぶと比較できます。',
  },
  none: { en: 'No tests yet.', ja: '試験はまだありません。' },
  select: { en: 'Select', ja: '選択' },
  started: { en: 'Started', ja: '開始日時' },
  target: { en: 'Server', ja: '対象' },
  kind: { en: 'Kind', ja: '種類' },
  option: { en: 'Option', ja: '選択肢' },
  status: { en: 'State', ja: '状態' },
  rate: { en: 'Accepted/s', ja: '受理（通/秒）' },
  p99: { en: 'p99 of the final reply', ja: '最終応答のp99' },
  newRun: { en: 'Plan a test', ja: '試験を計画する' },
  compare: { en: 'Compare the selected', ja: '選んだ試験を比較する' },
  builtin: { en: 'Built-in server', ja: '内蔵サーバー' },
} as const satisfies Texts;
