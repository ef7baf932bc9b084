// The words of a run's outputs. A word missing in one language does not compile.

import type { RunResult } from '../schema/run.generated.ts';

export type OutputLang = 'en' | 'ja';

export interface RunWords {
  readonly title: string;
  readonly target: string;
  readonly startedAt: string;
  readonly verdict: Readonly<Record<RunResult['verdict'], string>>;
  readonly counts: Readonly<Record<keyof RunResult['messages'], string>>;
  readonly acceptedPerSec: string;
  readonly responseTime: string;
  readonly responseTimeNote: string;
  readonly overTime: string;
  readonly acceptedEachSecond: string;
  readonly slowestOfHundred: string;
  readonly phases: string;
  readonly phase: string;
  readonly times: string;
  readonly errors: string;
  readonly noErrors: string;
  readonly errorColumns: readonly string[];
  readonly thresholds: string;
  readonly criteriaMissed: (missed: number, all: number) => string;
  readonly passed: string;
  readonly missed: string;
  readonly notMeasured: string;
  readonly arrivals: string;
  readonly arrivalsUnchecked: string;
  readonly ledger: Readonly<Record<'exactlyOnce' | 'lost' | 'duplicated' | 'corrupted' | 'late', string>>;
  readonly connections: Readonly<
    Record<'opened' | 'peak' | 'refused' | 'lost' | 'tlsFull' | 'tlsResumed', string>
  >;
  readonly holding: string;
  readonly hold: Readonly<
    Record<
      'requested' | 'admitted' | 'refused' | 'lost' | 'heldAtEnd' | 'firstRefusalAtHeld' | 'admissionP99',
      string
    >
  >;
  readonly transcript: string;
  readonly deliveryTime: string;
  readonly generator: string;
  readonly generatorRows: Readonly<
    Record<'cpuUsPerMessage' | 'scheduleLag' | 'loopDelay' | 'peakRss' | 'workers' | 'ceiling', string>
  >;
  readonly notices: string;
  readonly server: string;
  readonly capabilities: string;
  readonly replay: string;
  readonly replayNote: string;
}

const ENGLISH: RunWords = {
  title: 'Load run',
  target: 'Target',
  startedAt: 'Started',
  verdict: {
    valid: 'The measurement is valid.',
    generatorBound: 'Not a figure of the target: the load generator was the limit.',
    policyBound: 'Not a capacity: a configured limit of the target was met.',
    aborted: 'The run was stopped before its end.',
  },
  counts: {
    offered: 'offered',
    sent: 'sent',
    accepted: 'accepted',
    rejected: 'rejected',
    failed: 'failed',
    ambiguous: 'ambiguous',
    dropped: 'dropped',
  },
  acceptedPerSec: 'accepted per second',
  responseTime: 'Response time',
  responseTimeNote:
    'Share of the messages in per cent, by the time from the planned start to the answer after the final dot; waiting for a free session counts.',
  overTime: 'Second by second',
  acceptedEachSecond: 'accepted per second',
  slowestOfHundred: '99th percentile of the response time (ms)',
  phases: 'Phases of a session',
  phase: 'phase',
  times: 'times',
  errors: 'Errors',
  noErrors: 'None.',
  errorColumns: [
    'times',
    'phase',
    'reply',
    'class',
    'first seen (s)',
    'last seen (s)',
    'what the server said',
  ],
  thresholds: 'Pass criteria',
  criteriaMissed: (missed, all) => `${missed} of ${all} pass criteria missed.`,
  passed: 'met',
  missed: 'missed',
  notMeasured: 'not measured',
  arrivals: 'Arrival at the far end',
  arrivalsUnchecked: 'Nobody counted at the far end, so losses cannot be told.',
  ledger: {
    exactlyOnce: 'exactly once',
    lost: 'lost',
    duplicated: 'duplicated',
    corrupted: 'corrupted',
    late: 'late',
  },
  connections: {
    opened: 'connections opened',
    peak: 'at once',
    refused: 'refused',
    lost: 'lost',
    tlsFull: 'full TLS handshakes',
    tlsResumed: 'resumed',
  },
  holding: 'Connections held',
  hold: {
    requested: 'asked for',
    admitted: 'admitted',
    refused: 'refused',
    lost: 'lost',
    heldAtEnd: 'held at the end',
    firstRefusalAtHeld: 'first refusal when held',
    admissionP99: 'admission, 99th percentile (ms)',
  },
  transcript: 'What was said at the first of them',
  deliveryTime: 'Delivery, from the acknowledgement to the arrival (ms)',
  generator: 'The load generator itself',
  generatorRows: {
    cpuUsPerMessage: 'processor time per message (µs)',
    scheduleLag: 'late against the schedule, 99th percentile (ms)',
    loopDelay: 'event-loop delay, 99th percentile (ms)',
    peakRss: 'peak memory (MiB)',
    workers: 'threads',
    ceiling: 'its own ceiling here, against the null sink (messages/s)',
  },
  notices: 'To know when reading',
  server: 'Server',
  capabilities: 'Extensions announced',
  replay: 'To run it again',
  replayNote: 'This plan and seed give the same messages in the same order.',
};

const JAPANESE: RunWords = {
  title: '負荷試験の結果',
  target: '対象',
  startedAt: '開始',
  verdict: {
    valid: '測定は有効です。',
    generatorBound: '対象の性能値ではありません。負荷をかける側が限界でした。',
    policyBound: '性能の限界ではありません。対象に設定された制限に当たりました。',
    aborted: '終了前に中止されました。',
  },
  counts: {
    offered: '予定',
    sent: '送信',
    accepted: '受理',
    rejected: '拒否',
    failed: '失敗',
    ambiguous: '不確定',
    dropped: '開始できず',
  },
  acceptedPerSec: '1秒当たりの受理数',
  responseTime: '応答時間',
  responseTimeNote:
    '送信を予定した時刻から本文送信後の応答までの時間ごとに、メールの割合（%）を示します。空きセッションを待つ時間も含みます。',
  overTime: '1秒ごとの推移',
  acceptedEachSecond: '1秒当たりの受理数',
  slowestOfHundred: '応答時間の99パーセンタイル（ミリ秒）',
  phases: 'セッションの各段階',
  phase: '段階',
  times: '回数',
  errors: 'エラー',
  noErrors: 'ありません。',
  errorColumns: ['回数', '段階', '応答コード', '分類', '最初（秒）', '最後（秒）', 'サーバーの応答'],
  thresholds: '合格条件',
  criteriaMissed: (missed, all) => `合格条件${all}件のうち${missed}件が未達です。`,
  passed: '達成',
  missed: '未達',
  notMeasured: '測定なし',
  arrivals: '到着の照合',
  arrivalsUnchecked: '受信側で数えていないため、紛失の有無は分かりません。',
  ledger: {
    exactlyOnce: '過不足なく到着',
    lost: '紛失',
    duplicated: '重複',
    corrupted: '破損',
    late: '遅延',
  },
  connections: {
    opened: '接続数',
    peak: '同時接続の最大',
    refused: '拒否',
    lost: '切断',
    tlsFull: 'TLS新規ハンドシェイク',
    tlsResumed: 'TLSセッション再開',
  },
  holding: '接続の保持',
  hold: {
    requested: '要求',
    admitted: '受け入れ',
    refused: '拒否',
    lost: '切断',
    heldAtEnd: '終了時の保持数',
    firstRefusalAtHeld: '最初に拒否されたときの保持数',
    admissionP99: '受け入れ時間・99パーセンタイル（ミリ秒）',
  },
  transcript: '最初に起きたときのやり取り',
  deliveryTime: '配送時間・受理から到着まで（ミリ秒）',
  generator: '負荷をかけた側の状態',
  generatorRows: {
    cpuUsPerMessage: '1通当たりのCPU時間（マイクロ秒）',
    scheduleLag: '予定からの遅れ・99パーセンタイル（ミリ秒）',
    loopDelay: 'イベントループの遅延・99パーセンタイル（ミリ秒）',
    peakRss: '最大メモリ使用量（MiB）',
    workers: 'スレッド数',
    ceiling: 'このマシンでの上限・対ヌルシンク（通/秒）',
  },
  notices: '結果を読むときの注意',
  server: 'サーバー',
  capabilities: '通知された拡張機能',
  replay: '再実行するには',
  replayNote: 'この計画とシード値で、同じメールが同じ順序で送られます。',
};

export const RUN_WORDS: Readonly<Record<OutputLang, RunWords>> = { en: ENGLISH, ja: JAPANESE };
