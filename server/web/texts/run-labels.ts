// Names of the states, verdicts, phases and kinds of error of a run. Words follow docs/glossary.md.

import type { CapacityResult } from '../../../benchmarks/index.ts';
import type { LocalizedText } from '../../core/text/localized.ts';
import type { RunKind, RunStatus } from '../../usecases/stores.ts';

export const RUN_STATUS_TEXTS: Readonly<Record<RunStatus, LocalizedText>> = {
  queued: { en: 'Waiting', ja: '順番待ち' },
  parked: { en: 'Parked', ja: '保留中' },
  cancelled: { en: 'Cancelled', ja: '取り消し' },
  running: { en: 'Running', ja: '実行中' },
  finished: { en: 'Finished', ja: '終了' },
  refused: { en: 'Refused', ja: '実行せず' },
  failed: { en: 'Failed', ja: '失敗' },
  interrupted: { en: 'Cut off', ja: '中断' },
};

export const RUN_KIND_TEXTS: Readonly<Record<RunKind, LocalizedText>> = {
  run: { en: 'Load', ja: '負荷' },
  connections: { en: 'Connections', ja: '接続保持' },
  capacity: { en: 'Capacity search', ja: '最大流量の探索' },
};

export const VERDICT_TEXTS: Readonly<
  Record<string, { readonly title: LocalizedText; readonly text: LocalizedText }>
> = {
  valid: {
    title: { en: 'Valid', ja: '有効' },
    text: {
      en: 'The figures describe the target.',
      ja: '測定値は対象サーバーの性能を表しています。',
    },
  },
  generatorBound: {
    title: { en: 'Generator-bound', ja: '試験機側が限界' },
    text: {
      en: 'The load generator was the limit. The target may well do more; do not read a capacity off these figures.',
      ja: '限界に達したのは負荷をかける側です。対象サーバーの能力はこれより高い可能性があり、この値を能力の上限とみなすことはできません。',
    },
  },
  policyBound: {
    title: { en: 'Policy-bound', ja: 'ポリシーによる制限' },
    text: {
      en: 'A configured limit of the target was met, not its capacity.',
      ja: '対象サーバーに設定された制限に当たりました。能力の限界ではありません。',
    },
  },
  aborted: {
    title: { en: 'Stopped', ja: '途中で停止' },
    text: {
      en: 'The run ended early; the figures cover the time until then.',
      ja: '途中で終了したため、それまでの測定値です。',
    },
  },
};

export const CAPACITY_VERDICT_TEXTS: Readonly<
  Record<CapacityResult['verdict'], { readonly title: LocalizedText; readonly text: LocalizedText }>
> = {
  found: {
    title: { en: 'Found', ja: '判明' },
    text: {
      en: 'The highest sustainable rate lies between these bounds.',
      ja: '維持できる最大の流量は、この下限と上限の間にあります。',
    },
  },
  ceilingReached: {
    title: { en: 'Held to the end', ja: '上限まで維持' },
    text: {
      en: 'The criteria held up to the highest rate that was tried. The server may do more.',
      ja: '試した最大の流量まで条件を満たしました。サーバーの能力はこれより高い可能性があります。',
    },
  },
  nothingPassed: {
    title: { en: 'Never held', ja: '維持できず' },
    text: {
      en: 'The criteria did not hold at any rate that was tried.',
      ja: '試したどの流量でも条件を満たしませんでした。',
    },
  },
  policyBound: {
    title: { en: 'Policy-bound', ja: 'ポリシーによる制限' },
    text: {
      en: 'A configured limit of the server was met first. This is not its capacity.',
      ja: 'サーバーに設定された制限に先に当たりました。能力の限界ではありません。',
    },
  },
  generatorBound: {
    title: { en: 'Generator-bound', ja: '試験機側が限界' },
    text: {
      en: 'The load generator was the limit. The server may well do more.',
      ja: '限界に達したのは負荷をかける側です。サーバーの能力はこれより高い可能性があります。',
    },
  },
  aborted: {
    title: { en: 'Stopped', ja: '途中で停止' },
    text: {
      en: 'The search ended early; no capacity can be stated.',
      ja: '途中で終了したため、最大の流量は示せません。',
    },
  },
  trialsUsedUp: {
    title: { en: 'Not narrowed down', ja: '絞り込めず' },
    text: {
      en: 'The search ended before the bounds met.',
      ja: '下限と上限が近づく前に探索を終えました。',
    },
  },
};
