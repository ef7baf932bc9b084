// What is wrong with an entry of the form that plans a test, and how to put it right.

import type { LocalizedText } from '../../core/text/localized.ts';
import type { Texts } from './text-table.ts';

export const PLAN_PROBLEM_TEXTS = {
  size: {
    en: 'Give a size such as 100KiB, a log-normal distribution such as lognormal:15KiB,400KiB, or a mix such as 80%:5KiB+20%:1MiB.',
    ja: '100KiB のようなサイズ、lognormal:15KiB,400KiB のような対数正規分布、80%:5KiB+20%:1MiB のような混合のいずれかで入力してください。',
  },
  evaluation: {
    en: 'Choose the evaluation whose peak the load should stand for.',
    ja: 'どの選定のピークを再現するかを選んでください。',
  },
  target: {
    en: 'Choose a candidate, or the built-in server.',
    ja: '候補か、内蔵サーバーを選んでください。',
  },
  other: {
    en: 'Choose a second server, different from the first.',
    ja: '1台目と異なるサーバーを選んでください。',
  },
  domain: {
    en: 'Give a domain such as example.com or mail.test.',
    ja: 'example.com や mail.test のようなドメインを入力してください。',
  },
  tlsStage: {
    en: 'This candidate is reached without encryption; choose an earlier step.',
    ja: 'この候補は暗号化なしで接続します。別の段階を選んでください。',
  },
  authStage: {
    en: 'This candidate has no sign-in; choose an earlier step, or add one to the candidate.',
    ja: 'この候補には認証情報がありません。別の段階を選ぶか、候補に認証情報を登録してください。',
  },
  objective: {
    en: 'Give at least one criterion that has to hold.',
    ja: '満たすべき条件を一つ以上入力してください。',
  },
  rates: {
    en: 'The highest rate must be above the first one.',
    ja: '最大流量は、最初の流量より大きくしてください。',
  },
} as const satisfies Texts;

export function numberBetween(min: number, max: number, isWhole: boolean): LocalizedText {
  const [low, high] = [min, max].map((value) => value.toLocaleString('en-GB'));
  return {
    en: `Enter a ${isWhole ? 'whole number' : 'number'} from ${low} to ${high}.`,
    ja: `${low}〜${high}の${isWhole ? '整数' : '数値'}を入力してください。`,
  };
}

export function notACriterion(expression: string): LocalizedText {
  return {
    en: `“${expression}” is not a criterion. Write for example p99FinalDotMs<=500, errors<=0.1% or acceptedPerSec>=100.`,
    ja: `「${expression}」は条件として読み取れません。p99FinalDotMs<=500、errors<=0.1%、acceptedPerSec>=100 のように入力してください。`,
  };
}
