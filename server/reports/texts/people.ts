// Words of the part on the people whose weights count.

import type { GroupReport } from '../../core/scoring/recommendation.ts';
import type { LocalizedText } from '../../core/text/localized.ts';

export const PEOPLE_TEXTS = {
  heading: { en: 'The people behind the weights', ja: '重みを決めた人' },
  peopleCaption: { en: 'Who gave weights, how, and what follows', ja: '重みを決めた人・方法とその結果' },
  name: { en: 'Name', ja: '氏名' },
  method: { en: 'How', ja: '決め方' },
  winner: { en: 'First under these weights alone', ja: 'この人の重みだけでの1位' },
  same: { en: 'Same as here', ja: '本評価と一致' },
  decisive: { en: 'Without them, another option is first', ja: 'この人を除くと1位が替わる' },
  consensus: { en: 'Agreement', ja: '一致度' },
  weightsCaption: { en: 'The weights of each person (%)', ja: '各人の重み（%）' },
  mean: { en: 'Mean', ja: '平均' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export const PERSON_METHODS: Readonly<Record<GroupReport['people'][number]['method'], LocalizedText>> = {
  swing: { en: 'Swing', ja: 'スイング法' },
  'rank-order': { en: 'Ranking', ja: '順位づけ' },
  'rank-sum': { en: 'Ranking (rank sum)', ja: '順位づけ（順位和）' },
  ahp: { en: 'AHP', ja: '一対比較（AHP）' },
};

export function consensusTitle(percent: string): LocalizedText {
  return { en: `Agreement: ${percent}`, ja: `一致度：${percent}` };
}

export function decisiveText(names: readonly string[]): LocalizedText {
  const listed = names.join(', ');
  return names.length === 0
    ? {
        en: 'No single person decides the result: without any one of them the same option is first.',
        ja: '結果は1人の重みでは決まりません。誰を除いても1位は同じです。',
      }
    : {
        en: `The result depends on ${listed}: ${names.length === 1 ? 'without this person’s weights' : 'without the weights of any one of these people'} another option is first.`,
        ja: `結果は${names.join('、')}の重みに左右されます。${names.length === 1 ? 'この人' : 'いずれか1人'}を除くと1位が替わります。`,
      };
}
