// Inputs of reports: a full case with every optional part, a hostile one, and a wide one of any size.

import type {
  Contribution,
  OptionResult,
  Recommendation,
  VendorQuestion,
} from '../../server/core/scoring/recommendation.ts';
import type { BenchmarkRun, ReportInput } from '../../server/reports/report-input.ts';
import { aContribution, aFact, anOption, aRecommendation, EVIDENCE } from './recommendation.ts';
import { aGroup, aTender } from './tender-and-people.ts';

export function aRun(overrides: Partial<BenchmarkRun> = {}): BenchmarkRun {
  const phase = { count: 5000, p50Us: 310, p90Us: 640, p99Us: 1900, p999Us: 8200, maxUs: 12_400 };
  return {
    target: 'smtp://127.0.0.1:2525',
    startedAt: '2026-11-23T09:12:44.000Z',
    durationSec: 12,
    plan: { seed: 1 },
    requestedRatePerSec: 420,
    achievedRatePerSec: 418.7,
    messages: {
      offered: 5040,
      sent: 5024,
      accepted: 5001,
      rejected: 20,
      failed: 2,
      ambiguous: 1,
      dropped: 16,
    },
    connections: { opened: 10, refused: 1, peak: 10 },
    phases: {
      connect: { count: 10, p50Us: 90, p90Us: 140, p99Us: 180, p999Us: 180, maxUs: 182 },
      mail: phase,
      rcpt: phase,
      data: phase,
      finalDot: { count: 5001, p50Us: 2100, p90Us: 4300, p99Us: 18_000, p999Us: 71_000, maxUs: 120_000 },
    },
    transaction: {
      responseTime: { count: 5001, p50Us: 3900, p90Us: 7600, p99Us: 31_000, p999Us: 98_000, maxUs: 151_000 },
      serviceTime: { count: 5001, p50Us: 3100, p90Us: 6100, p99Us: 22_000, p999Us: 78_000, maxUs: 127_000 },
    },
    errors: [
      {
        phase: 'rcpt',
        replyCode: 450,
        enhancedCode: '4.7.1',
        class: 'throttle',
        count: 20,
        sample: '450 4.7.1 slow down',
      },
    ],
    ledger: { checked: true, lost: 0, duplicated: 0, corrupted: 0 },
    generator: { bound: false },
    server: { banner: '220 mx.example.test ESMTP Postfix', capabilities: ['PIPELINING', 'SIZE 10240000'] },
    verdict: 'valid',
    thresholds: [{ expression: 'p99FinalDotMs<=500', passed: true }],
    series: Array.from({ length: 12 }, (_, second) => ({
      atSec: second + 1,
      accepted: 400 + ((second * 37) % 41),
    })),
    ...overrides,
  };
}

export function aReportInput(overrides: Partial<ReportInput> = {}): ReportInput {
  return {
    recommendation: aRecommendation(),
    runs: [],
    lang: 'en',
    title: 'Mail for 300 people',
    ...overrides,
  };
}

const GROUPS = [
  { id: 'size', label: { en: 'Size', ja: '規模' } },
  { id: 'security', label: { en: 'Security', ja: 'セキュリティ' } },
  { id: 'support', label: { en: 'Support', ja: 'サポート' } },
  { id: 'flexibility', label: { en: 'Flexibility', ja: '柔軟性' } },
] as const;

/** Pseudo-random but fixed number of 0..1, so that wide cases look like real ones and never change. */
function scattered(a: number, b: number): number {
  const mixed = Math.sin(a * 127.1 + b * 311.7) * 43_758.5453;
  return mixed - Math.floor(mixed);
}

/** A case with every optional part filled, `optionCount` options and `criterionCount` criteria. */
export function aWideRecommendation(optionCount: number, criterionCount: number): Recommendation {
  const criteria = Array.from({ length: criterionCount }, (_, index) => wideCriterion(index, criterionCount));
  const scored = Array.from({ length: optionCount }, (_, index) => wideOption(index, criteria))
    .sort((a, b) => b.score - a.score)
    .map((option, index) => withPlace(option, index, optionCount));
  const excludedCount = Math.floor(optionCount / 5);
  const ranked = scored.slice(0, optionCount - excludedCount);
  const excluded = scored.slice(optionCount - excludedCount).map(asExcluded);
  const groups = GROUPS.map((group) => ({
    ...group,
    weight: criteria
      .filter((entry) => entry.group === group.id)
      .reduce((sum, entry) => sum + entry.weight, 0),
  }));
  const options = [...ranked, ...excluded];
  return {
    ...aRecommendation(),
    groups,
    criteria,
    options,
    recommended: options[0]?.id ?? null,
    ...analysis(options, criteria),
  };
}

function wideCriterion(index: number, count: number): Recommendation['criteria'][number] {
  const group = GROUPS[index % GROUPS.length] ?? GROUPS[0];
  return {
    id: `criterion${index}`,
    group: group.id,
    label: { en: `Criterion ${index + 1} on ${group.id}`, ja: `評価項目${index + 1}（${group.label.ja}）` },
    factId: `fact${index}`,
    unit: 'GB',
    weight: 1 / count,
    worstAnchor: { en: '1 GB or less', ja: '1 GB以下' },
    bestAnchor: { en: '6 GB: all you need in five years', ja: '6 GB：5年後まで足りる容量' },
    formula: 'clip((x − 1) / (6 − 1))',
    source: 'docs/scoring.md',
  };
}

function wideOption(index: number, criteria: Recommendation['criteria']): OptionResult {
  const contributions: Contribution[] = criteria.map((criterion, column) => {
    const value = 0.35 + 0.65 * scattered(index + 1, column + 1);
    return aContribution({
      criterion: criterion.id,
      group: criterion.group,
      label: criterion.label,
      weight: criterion.weight,
      value,
      points: criterion.weight * value,
      fact: aFact({
        id: criterion.factId,
        label: criterion.label,
        evidence: [{ ...EVIDENCE, url: `https://vendor${index}.example/specification/${column % 10}` }],
        source: `https://vendor${index}.example/specification/${column % 10}`,
      }),
      remark: null,
    });
  });
  return anOption({
    id: `option-${index}`,
    name: { en: `Mail product number ${index + 1}`, ja: `メール製品その${index + 1}` },
    family: `family-${index}`,
    deployment: index % 2 === 0 ? 'cloud' : 'on-premise',
    contributions,
    bestPoint: { en: 'Mailboxes are large enough for years.', ja: '数年先まで足りる容量があります。' },
    weakestPoint: { en: 'Support is in English only.', ja: 'サポートは英語だけです。' },
  });
}

function withPlace(option: OptionResult, index: number, optionCount: number): OptionResult {
  const firstRankShare = index === 0 ? 0.6 : 0.4 / (optionCount - 1);
  const rest = (1 - firstRankShare) / (optionCount - 1);
  return {
    ...option,
    rank: index + 1,
    firstRankShare,
    rankShares: [firstRankShare, ...Array.from({ length: optionCount - 1 }, () => rest)],
    scoreRange: [option.score - 0.06, Math.min(1, option.score + 0.05)],
    robustness: {
      scoreP5: option.score - 0.04,
      scoreP50: option.score,
      scoreP95: option.score + 0.03,
      scoreBounds: [option.score - 0.1, option.score + 0.1],
      expectedRank: index + 1.2,
      centralWeights: null,
      confidenceFactor: index === 0 ? 0.8 : null,
    },
    counterfactuals:
      index === 0
        ? []
        : [
            {
              kind: 'fact',
              change: 'criterion0',
              from: 10,
              to: 32,
              unit: 'GB',
              text: {
                en: 'First if mailboxes grew from 10 GB to 32 GB.',
                ja: 'メールボックスが10 GBから32 GBになれば1位になります。',
              },
            },
          ],
  };
}

function asExcluded(option: OptionResult): OptionResult {
  return {
    ...option,
    status: 'excluded',
    rank: null,
    firstRankShare: 0,
    rankShares: [],
    failed: [
      {
        requirement: 'dataRegions',
        label: { en: 'Data kept in Japan', ja: '国内でのデータ保管' },
        required: 'JP',
        actual: 'US',
        requiredText: { en: 'Japan', ja: '日本' },
        actualText: { en: 'United States', ja: '米国' },
        source: 'https://vendor.example/privacy',
        evidence: [EVIDENCE],
        from: ['data-location'],
      },
    ],
  };
}

function analysis(
  options: readonly OptionResult[],
  criteria: Recommendation['criteria'],
): Partial<Recommendation> {
  const [first, second] = options;
  const [criterion] = criteria;
  if (first === undefined || second === undefined || criterion === undefined) return {};
  const question: VendorQuestion & { readonly option: string } = {
    option: second.id,
    criterion: criterion.id,
    factId: criterion.factId,
    question: { en: 'How large is a mailbox?', ja: 'メールボックスの容量はいくつですか。' },
    changesWinnerProbability: 0.2,
    scoreSwing: [0.6, 0.8],
  };
  return {
    weights: {
      method: 'answers',
      methodText: {
        en: 'The weights follow the order in which the questionnaire was answered.',
        ja: '重みは質問への回答順に基づきます。',
      },
      criteria: criteria.map((entry) => ({
        criterion: entry.id,
        weight: entry.weight,
        range: [entry.weight / 2, entry.weight * 2],
      })),
      tradeOffs: [
        {
          en: '10 GB more per user counts as much as support at night.',
          ja: '1人あたり10 GBの増加は、夜間サポートと同じ価値とみなします。',
        },
      ],
    },
    robustness: {
      samples: 10_000,
      samplingError: 0.0098,
      pairwise: { options: [], beats: [] },
      necessarilyBetter: [[first.id, options.at(-1)?.id ?? second.id]],
      families: [{ family: 'family', members: [first.id, second.id], firstRankShare: 0.61 }],
    },
    sensitivity: {
      tornado: criteria.map((entry, index) => ({
        criterion: entry.id,
        label: entry.label,
        weight: entry.weight,
        flipsAt: index < 3 ? entry.weight + 0.1 * (index + 1) : null,
        newWinner: index < 3 ? second.id : null,
        distance: index < 3 ? 0.1 * (index + 1) : null,
      })),
      winnerMargins: [
        {
          criterion: criterion.id,
          label: criterion.label,
          from: 50,
          to: 5,
          unit: 'GB',
          text: { en: 'may fall from 50 GB to 5 GB.', ja: '50 GBから5 GBまで下がっても1位のままです。' },
        },
      ],
      smallestWeightChange: null,
      questionsToVendors: [question],
      requirementsToRelax: [],
    },
    crossChecks: {
      agreeing: 3,
      of: 4,
      checks: [
        {
          method: 'wpm',
          label: { en: 'Weighted product', ja: '加重積' },
          winner: first.id,
          sameWinner: true,
          scores: {},
          higherIsBetter: true,
        },
      ],
      text: {
        en: '3 of 4 methods put the same option first.',
        ja: '4手法のうち3手法で同じ候補が1位でした。',
      },
    },
    tender: aTender(options),
    group: aGroup({ options, criteria }),
    cost: {
      currency: 'JPY',
      horizonYears: 5,
      options: options.map((option, index) => ({
        option: option.id,
        score: option.score,
        totalCost:
          index % 7 === 6
            ? null
            : [
                4e6 * (1 + scattered(index, 3)),
                6e6 * (1 + scattered(index, 3)),
                9e6 * (1 + scattered(index, 3)),
              ],
        efficient: index === 0,
        costPerExtraPoint: index === 0 ? 125_000 : null,
      })),
    },
    explanation: {
      comparisons: [
        {
          winner: first.id,
          other: second.id,
          gap: first.score - second.score,
          terms: [],
          coveredShare: 0.84,
          text: {
            en: 'The first place is ahead by mailbox size and support.',
            ja: 'メールボックス容量とサポートの差で1位となりました。',
          },
        },
      ],
      verdict: {
        en: 'The first place holds under most weightings.',
        ja: '重みを変えても、ほとんどの場合で1位です。',
      },
    },
  };
}

/** Texts that would do harm if a format let them through. */
export const HOSTILE_TEXTS: readonly string[] = [
  `=cmd|'/c calc'!A1`,
  '+1+1',
  '-2+3',
  '@SUM(A1:A9)',
  '＝1+1',
  '\t=1+1',
  '\r=1+1',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'a | b\n| c | d |',
  '[click](javascript:alert(1))',
  '# heading `code` **bold**',
  '\u202egnp.exe\u202c',
  'مرحبا',
  '\u0000\u0007\u001b[31mred\u001b[0m',
  '\ud800',
  '#text("x") $x$ \\u{41} @label',
];

/** The small case with hostile text in every place that a probed server, a page title or a person fills. */
export function aHostileInput(text: string): ReportInput {
  const base = aRecommendation();
  const [first] = base.options;
  if (first === undefined) throw new Error('The builder has no option');
  return {
    recommendation: {
      ...base,
      answers: base.answers.map((entry) => ({ ...entry, answer: { en: text, ja: text } })),
      options: [{ ...first, name: { en: text, ja: text } }, ...base.options.slice(1)],
    },
    runs: [
      {
        id: text,
        optionId: null,
        result: aRun({
          target: text,
          server: { banner: text },
          errors: [{ phase: text, replyCode: 550, class: text, count: 1, sample: text }],
        }),
      },
    ],
    lang: 'ja',
    title: text,
  };
}
