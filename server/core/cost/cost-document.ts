// The answer of `mailfit cost`: both sides line by line, where they cross, and their present value.

import type { LocalizedText } from '../text/localized.ts';
import type { Outcome } from '../text/problem.ts';
import type { CostDocument } from './cost-document.generated.ts';
import { checkTcoInputs, tcoRange } from './tco-inputs.ts';
import type { Tco, TcoInputs } from './tco.ts';
import { tco } from './tco.ts';

/** @param raw parsed input file; any amount may be a number or { low, likely, high } */
export function costDocument(raw: unknown): Outcome<CostDocument> {
  const checked = checkTcoInputs(raw);
  if (!checked.ok) return checked;
  const inputs = checked.value.likely;
  const result = tco(inputs);
  return {
    ok: true,
    value: {
      schema: 'mailfit.cost/1',
      currency: inputs.currency,
      users: inputs.users,
      years: inputs.years,
      ...(result as unknown as Pick<CostDocument, 'cloud' | 'onprem'> & Omit<Tco, 'cloud' | 'onprem'>),
      range: tcoRange(checked.value),
      leftOut: [...checked.value.leftOut],
      warnings: costWarnings(inputs, result),
    },
  };
}

/** Below so few people a round-the-clock duty cannot be staffed. */
const FTE_FOR_ROUND_THE_CLOCK = 5;
const CLOSE_SHARE = 0.1;

function costWarnings(inputs: TcoInputs, result: Tco): LocalizedText[] {
  const dearer = Math.max(result.cloud.total, result.onprem.total);
  const isClose = Math.abs(result.cloud.total - result.onprem.total) < CLOSE_SHARE * dearer;
  return [
    ...(isClose ? [closeCall()] : []),
    ...(inputs.onprem.fte > 0 && inputs.onprem.fte < FTE_FOR_ROUND_THE_CLOCK
      ? [noRoundTheClock(inputs)]
      : []),
  ];
}

function closeCall(): LocalizedText {
  return {
    en: 'The two totals differ by less than 10%: the figures you are least sure of decide, staff first.',
    ja: '両者の差は10%未満です。不確かな項目、とくに運用要員の見積もりしだいで結果が入れ替わります。',
  };
}

function noRoundTheClock(inputs: TcoInputs): LocalizedText {
  return {
    en: `${inputs.onprem.fte} full-time staff cannot cover 24 hours a day; compare it with a cloud service's support hours.`,
    ja: `運用要員${inputs.onprem.fte}人では24時間対応はできません。クラウドサービスのサポート時間と条件をそろえて比べてください。`,
  };
}
