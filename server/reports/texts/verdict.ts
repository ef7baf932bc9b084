// Words of the sections on the recommendation, the scores, the robustness and what would change the result.

import type { Strength } from '../../core/scoring/recommendation.ts';
import type { LocalizedText } from '../../core/text/localized.ts';

export const NOTHING_RECOMMENDED: LocalizedText = { en: 'No recommendation', ja: '推奨できる候補なし' };

/** The first place with how firmly it is held. */
export function verdictTitle(strength: Strength, first: string): LocalizedText {
  switch (strength) {
    case 'clear':
      return { en: `Clear recommendation: ${first}`, ja: `明確に推奨：${first}` };
    case 'close':
      return { en: `First by a narrow margin: ${first}`, ja: `僅差で1位：${first}` };
    case 'none':
      return { en: `No clear winner; in first place: ${first}`, ja: `明確な1位なし（暫定1位：${first}）` };
  }
}

export const VERDICT_TEXTS = {
  noneRecommended: {
    en: 'No option meets every must without a condition, so none is recommended.',
    ja: 'すべての必須条件を無条件に満たす候補がないため、推奨する候補はありません。',
  },
  proviso: { en: 'Before the contract is signed', ja: '契約前に確認すること' },
  overviewCaption: { en: 'The options in order', ja: '候補の順位' },
  deployment: { en: 'Deployment', ja: '形態' },
  range: { en: 'Possible range', ja: '取りうる範囲' },
  firstShare: { en: 'Ranks first in', ja: '1位になる割合' },
  orderNote: {
    en: 'Options that meet every must come first, whatever their score; those with something to confirm follow. “Ranks first in” is the share of trials with other weights and facts: eligible options are compared with each other, an option to be confirmed with all of them as if it were confirmed, so the shares need not add up to 100%.',
    ja: 'すべての必須条件を満たす候補を総合点にかかわらず先に、要確認の候補を後に並べています。「1位になる割合」は、重みと情報を変えた試行のうち1位になった比率です。適合の候補は適合どうしで、要確認の候補は確認が取れたものとして全候補と比べるため、合計は100%になりません。',
  },
  forAgainst: { en: 'For and against', ja: '長所と短所' },
  bestPoint: { en: 'For', ja: '長所' },
  weakestPoint: { en: 'Against', ja: '短所' },
  comparisons: { en: 'Why the first place is ahead', ja: '1位の候補が上回る理由' },
  notices: { en: 'To keep in mind', ja: '留意点' },
  noRanked: { en: 'No option is left to rank.', ja: '順位を付けられる候補がありません。' },
  scoresLead: {
    en: 'A score is the sum of weight times value over all criteria, on a scale of 100. A value says how far a fact meets the need; what goes beyond the need earns nothing. No score depends on which other options are in the list.',
    ja: '総合点は、各評価項目の「重み×充足度」の合計を100点満点で表したものです。充足度は必要な水準をどこまで満たすかを示し、必要量を超えた分は加点しません。ほかにどの候補があるかによって総合点が変わることはありません。',
  },
  contributionsTitle: { en: 'Where do the points come from?', ja: '総合点の内訳' },
  intervalsTitle: { en: 'How far can the scores move?', ja: '総合点の取りうる範囲' },
  scoresCaption: { en: 'Scores and their ranges', ja: '総合点と取りうる範囲' },
  low: { en: 'Lowest', ja: '最低' },
  high: { en: 'Highest', ja: '最高' },
  pointsCaption: { en: 'Points by criterion', ja: '評価項目別の得点' },
  maximum: { en: 'Out of', ja: '配点' },
  total: { en: 'Total', ja: '合計' },
  pointsAxis: { en: 'Points of 100', ja: '点（100点満点）' },
  robustnessLead: {
    en: 'Weights and uncertain facts were varied together, many times. A share says in how many of these trials an option took a place.',
    ja: '重みと不確かな情報を同時に変えて多数回の試行を行いました。割合は、その候補が各順位になった試行の比率です。',
  },
  noRobustness: {
    en: 'How the ranking holds under other weights was not computed for this evaluation; only the ranges in the section on scores are known.',
    ja: 'この評価では、重みを変えた場合の順位の安定性を計算していません。分かっているのは「総合点」の節に示した範囲だけです。',
  },
  rankSharesTitle: {
    en: 'Which place does each option take, and how often?',
    ja: '各候補がどの順位になるか',
  },
  rankSharesAxis: { en: 'Share of trials', ja: '試行に占める割合' },
  robustnessCaption: { en: 'Robustness', ja: '順位の安定性' },
  expectedRank: { en: 'Mean rank', ja: '平均順位' },
  p5: { en: 'Low score', ja: '総合点（低め）' },
  p50: { en: 'Median score', ja: '総合点（中央値）' },
  p95: { en: 'High score', ja: '総合点（高め）' },
  confidence: { en: 'Confidence', ja: '信頼度' },
  robustnessNote: {
    en: 'Mean rank: over all trials. Low and high score: 5% of the trials lie below the one and 5% above the other. Confidence: how often the option is first at the weights most typical of its first places, with facts still uncertain.',
    ja: '平均順位は全試行の平均です。総合点の「低め」を下回る試行と「高め」を上回る試行は、それぞれ5%です。信頼度は、その候補が1位になるときの平均的な重みのもとで、情報の不確かさを残したまま1位になる割合です。',
  },
  neverFirst: { en: 'never first', ja: '1位なし' },
  families: { en: 'Editions of one product taken together', ja: '同じ製品のエディションを合算した場合' },
  family: { en: 'Product', ja: '製品' },
  crossChecksCaption: { en: 'The same figures through other methods', ja: 'ほかの評価手法による検算' },
  methodName: { en: 'Method', ja: '手法' },
  winner: { en: 'First', ja: '1位' },
  agrees: { en: 'Same as here', ja: '本評価と一致' },
  yes: { en: 'yes', ja: 'はい' },
  no: { en: 'no', ja: 'いいえ' },
  necessarily: {
    en: 'Ahead whatever the weights and the open facts turn out to be',
    ja: '重みや未確認の情報がどうであっても順位が入れ替わらない組み合わせ',
  },
  changesLead: {
    en: 'The smallest changes that would put another option first.',
    ja: '1位が入れ替わる最小の変化を示します。',
  },
  noChanges: {
    en: 'What would change the result was not computed for this evaluation.',
    ja: 'この評価では、結果が変わる条件を計算していません。',
  },
  tornadoCaption: { en: 'One weight at a time', ja: '重みを一つずつ変えた場合' },
  weightNow: { en: 'Weight now', ja: '現在の重み' },
  flipsAt: { en: 'Result changes at', ja: '1位が替わる重み' },
  newWinner: { en: 'Then first', ja: '替わって1位' },
  noFlip: { en: 'no weight changes it', ja: 'どの重みでも変わらない' },
  sensitivityAxisX: { en: 'Weight of the criterion', ja: 'この評価項目の重み' },
  margins: { en: 'How far the first place can worsen and still be first', ja: '1位を保てる余裕' },
  weightChange: { en: 'The smallest change of several weights', ja: '複数の重みを変える場合の最小の変化' },
  counterfactualsCaption: { en: 'What each option would need', ja: '候補ごとに必要な変化' },
  change: { en: 'Change', ja: '変化' },
  relaxCaption: { en: 'Musts to relax', ja: '緩和の候補となる必須条件' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export function rankedCountText(ranked: number, excluded: number): LocalizedText {
  return {
    en: `${ranked} of ${ranked + excluded} options stayed in; ${excluded} failed a must.`,
    ja: `${ranked + excluded}件の候補のうち${ranked}件を評価し、${excluded}件は必須条件を満たさないため対象外としました。`,
  };
}

export function firstPlacesText(shown: number, of: number): LocalizedText {
  return {
    en: `The chart shows the first ${shown} of ${of} options; the table has them all.`,
    ja: `図には${of}件のうち上位${shown}件を示し、表に全件を示します。`,
  };
}

export function contributionsAlt(first: string, points: string): LocalizedText {
  return {
    en: `Stacked bars of points by group of criteria, one bar per option. Longest: ${first} with ${points} points.`,
    ja: `候補ごとの得点を評価分野別に積み上げた棒グラフ。最も高いのは${first}の${points}点。`,
  };
}

export function intervalsAlt(first: string, low: string, high: string): LocalizedText {
  return {
    en: `Range of the score of each option. ${first} lies between ${low} and ${high} points.`,
    ja: `候補ごとの総合点の範囲を示す図。${first}は${low}点から${high}点の間。`,
  };
}

export function rankSharesAlt(first: string, share: string): LocalizedText {
  return {
    en: `Share of trials in which each option takes each place. ${first} is first in ${share}.`,
    ja: `各候補が各順位になる割合の積み上げ棒グラフ。${first}が1位になるのは${share}。`,
  };
}

export function rankName(rank: number, andLower: boolean): LocalizedText {
  return {
    en: andLower ? `Rank ${rank} or lower` : `Rank ${rank}`,
    ja: andLower ? `${rank}位以下` : `${rank}位`,
  };
}

export function samplesText(samples: string, error: string): LocalizedText {
  return {
    en: `${samples} trials; a share is exact to within ${error} either way.`,
    ja: `試行回数は${samples}回、割合の誤差は±${error}以内です。`,
  };
}

export function necessarilyText(better: string, worse: string): LocalizedText {
  return { en: `${better} over ${worse}`, ja: `${better} ＞ ${worse}` };
}

export function sensitivityTitle(criterion: string): LocalizedText {
  return {
    en: `What if “${criterion}” weighed more or less?`,
    ja: `「${criterion}」の重みを変えるとどうなるか`,
  };
}

export function sensitivityAlt(criterion: string, flipsAt: string | null): LocalizedText {
  return flipsAt === null
    ? {
        en: `Scores of the leading options against the weight of “${criterion}”. The first place stays the same throughout.`,
        ja: `「${criterion}」の重みに対する上位候補の総合点。どの重みでも1位は変わらない。`,
      }
    : {
        en: `Scores of the leading options against the weight of “${criterion}”. The first place changes at ${flipsAt}.`,
        ja: `「${criterion}」の重みに対する上位候補の総合点。重みが${flipsAt}のところで1位が替わる。`,
      };
}

export function furtherFlips(count: number): LocalizedText {
  return {
    en: `The other ${count} criteria would need a larger change of weight.`,
    ja: `ほかの${count}項目で1位が替わるには、より大きな重みの変更が必要です。`,
  };
}
