// Builds a small but complete recommendation, for tests of pages and reports. Points add up to scores here too.

import type {
  Contribution,
  EvidenceShown,
  FactShown,
  OptionResult,
  Recommendation,
} from '../../server/core/scoring/recommendation.ts';

export const EVIDENCE: EvidenceShown = {
  url: 'https://learn.microsoft.com/en-us/office365/servicedescriptions/exchange-online-service-description/exchange-online-limits',
  title: 'Exchange Online limits',
  class: 'official',
  checkedOn: '2026-11-02',
  ageDays: 21,
};

export function aFact(overrides: Partial<FactShown> = {}): FactShown {
  return {
    id: 'mailboxQuota',
    label: { en: 'Mailbox size per user', ja: '1人あたりのメールボックス容量' },
    state: 'known',
    value: 50,
    unit: 'GB',
    shown: { en: '50 GB', ja: '50 GB' },
    source: EVIDENCE.url,
    basis: 'declared',
    evidence: [EVIDENCE],
    note: null,
    ...overrides,
  };
}

export function anUnknownFact(overrides: Partial<FactShown> = {}): FactShown {
  return {
    id: 'acceptedThroughput',
    label: { en: 'Accepted messages per second', ja: '1秒あたりの受付通数' },
    state: 'unknown',
    unit: 'messages/s',
    shown: { en: 'unknown', ja: '未確認' },
    source: null,
    basis: 'none',
    evidence: [],
    note: null,
    ...overrides,
  };
}

export function aMeasuredFact(): FactShown {
  const declared = anUnknownFact();
  return {
    ...declared,
    state: 'known',
    value: 420,
    shown: { en: '420 messages/s', ja: '420 通/秒' },
    basis: 'measured',
    evidence: [
      {
        url: null,
        title: 'run-7f3a',
        class: 'measured',
        checkedOn: '2026-11-23',
        ageDays: 0,
        runId: 'run-7f3a',
        conditions: { en: '10 sessions, 8 KiB messages', ja: '10セッション、8 KiBのメール' },
      },
    ],
    declared,
  };
}

export function aContribution(overrides: Partial<Contribution> = {}): Contribution {
  const weight = overrides.weight ?? 0.6;
  const value = overrides.value ?? 1;
  return {
    criterion: 'mailboxSize',
    label: { en: 'Mailbox size', ja: 'メールボックス容量' },
    group: 'size',
    weight,
    value,
    valueRange: [value, value],
    points: weight * value,
    fact: aFact(),
    capped: true,
    remark: {
      en: 'You get 50 GB and need 6 GB; more than the need adds nothing.',
      ja: '必要な6 GBに対して50 GBあります。必要量を超えた分は点数になりません。',
    },
    ...overrides,
  };
}

function throughput(fact: FactShown, value: number, valueRange: readonly [number, number]): Contribution {
  return aContribution({
    criterion: 'throughput',
    label: { en: 'Messages per second', ja: '処理できる通数' },
    weight: 0.4,
    value,
    valueRange,
    points: 0.4 * value,
    fact,
    capped: false,
    remark: null,
  });
}

export function anOption(overrides: Partial<OptionResult> = {}): OptionResult {
  const contributions = overrides.contributions ?? [
    aContribution(),
    throughput(anUnknownFact(), 0.5, [0, 1]),
  ];
  const score = contributions.reduce((sum, term) => sum + term.points, 0);
  return {
    id: 'exchange-online',
    name: { en: 'Exchange Online (Plan 1)', ja: 'Exchange Online（プラン1）' },
    vendor: { en: 'Microsoft', ja: 'マイクロソフト' },
    family: 'exchange-online',
    deployment: 'cloud',
    kind: 'mailbox',
    plan: { en: 'Plan 1', ja: 'プラン1' },
    summary: { en: 'Hosted mailboxes from Microsoft.', ja: 'マイクロソフトのクラウドメールです。' },
    homepage: 'https://www.microsoft.com/microsoft-365/exchange/exchange-online',
    status: 'eligible',
    statusReason: {
      en: 'Meets every requirement you stated.',
      ja: '必須としたすべての条件を満たしています。',
    },
    rank: 1,
    score,
    scoreRange: [0.6, 1],
    firstRankShare: 0.62,
    rankShares: [0.62, 0.38],
    contributions,
    failed: [],
    cannotTell: [],
    toConfirm: [],
    questionsToVendor: [
      {
        criterion: 'throughput',
        factId: 'acceptedThroughput',
        question: {
          en: 'How many messages per second does the service accept from one organisation?',
          ja: '1組織から1秒あたり何通まで受け付けますか。',
        },
        changesWinnerProbability: 0.2,
        scoreSwing: [0.6, 1],
      },
    ],
    counterfactuals: [],
    ...overrides,
  };
}

export function anExcludedOption(): OptionResult {
  return anOption({
    id: 'fastmail',
    name: { en: 'Fastmail', ja: 'Fastmail' },
    vendor: { en: 'Fastmail', ja: 'Fastmail' },
    family: 'fastmail',
    status: 'excluded',
    statusReason: { en: 'Fails: data kept in Japan.', ja: '「国内でのデータ保管」を満たしません。' },
    rank: null,
    firstRankShare: 0,
    rankShares: [0, 0],
    failed: [
      {
        requirement: 'dataRegions',
        label: { en: 'Data kept in Japan', ja: '国内でのデータ保管' },
        required: 'JP',
        actual: 'US',
        requiredText: { en: 'Japan', ja: '日本' },
        actualText: { en: 'United States', ja: '米国' },
        source: 'https://www.fastmail.com/policies/privacy/',
        evidence: [
          { ...EVIDENCE, url: 'https://www.fastmail.com/policies/privacy/', title: 'Privacy policy' },
        ],
        from: ['data-location'],
      },
    ],
  });
}

export function aSecondOption(): OptionResult {
  return anOption({
    id: 'postfix-dovecot',
    name: { en: 'Postfix + Dovecot', ja: 'Postfix + Dovecot' },
    vendor: { en: 'Open source', ja: 'オープンソース' },
    family: 'postfix-dovecot',
    deployment: 'on-premise',
    kind: 'full-stack',
    plan: null,
    status: 'conditional',
    statusReason: { en: '1 requirement to confirm.', ja: '確認が必要な条件が1件あります。' },
    rank: 2,
    contributions: [
      aContribution({ value: 0.5, capped: false, remark: null }),
      throughput(aMeasuredFact(), 1, [1, 1]),
    ],
    scoreRange: [0.7, 0.7],
    firstRankShare: 0.38,
    rankShares: [0.38, 0.62],
    cannotTell: ['supportLanguages'],
    toConfirm: [
      {
        requirement: 'supportLanguages',
        label: { en: 'Support in Japanese', ja: '日本語でのサポート' },
        requiredText: { en: 'Japanese', ja: '日本語' },
        actualText: { en: 'unknown', ja: '未確認' },
        question: { en: 'Do you offer support in Japanese?', ja: '日本語でのサポートはありますか。' },
      },
    ],
  });
}

export function aRecommendation(overrides: Partial<Recommendation> = {}): Recommendation {
  return {
    schema: 'mailfit.recommendation/1',
    seed: 1,
    samples: 10_000,
    asOf: '2026-11-23',
    catalogueHash: 'c0ffee',
    answersHash: 'decade',
    sizing: { mailboxGiBPerUser: 5.325642664, smtpInPeakPerSec: 2.503030303, imapConcurrent: 810 },
    answers: [
      {
        question: 'employees',
        section: 'size',
        label: { en: 'How many people use mail?', ja: 'メールを使う人は何人ですか。' },
        answer: { en: '300 people', ja: '300人' },
        state: 'answered',
      },
    ],
    groups: [{ id: 'size', label: { en: 'Size', ja: '規模' }, weight: 1 }],
    criteria: [
      {
        id: 'mailboxSize',
        group: 'size',
        label: { en: 'Mailbox size', ja: 'メールボックス容量' },
        factId: 'mailboxQuota',
        unit: 'GB',
        weight: 0.6,
        worstAnchor: { en: '1 GB or less', ja: '1 GB以下' },
        bestAnchor: { en: '6 GB: all you need in five years', ja: '6 GB：5年後まで足りる容量' },
        formula: 'clip((x − 1) / (6 − 1))',
        source: 'docs/scoring.md',
        words: {
          value: {
            en: '(Mailbox size − 1 GB) ÷ (6 GB − 1 GB)',
            ja: '（メールボックス容量 − 1 GB）÷（6 GB − 1 GB）',
          },
          basis: { en: 'Need: docs/sizing.md', ja: '必要量：docs/sizing.md' },
        },
      },
      {
        id: 'throughput',
        group: 'size',
        label: { en: 'Messages per second', ja: '処理できる通数' },
        factId: 'acceptedThroughput',
        unit: 'messages/s',
        weight: 0.4,
        worstAnchor: { en: 'less than the average rate', ja: '平均的な通数に届かない' },
        bestAnchor: { en: '2.5 per second: the busiest minute', ja: '毎秒2.5通：最も混む1分間' },
        formula: 'clip((x − 0.3) / (2.5 − 0.3))',
        source: 'docs/scoring.md',
        words: {
          value: { en: '(Throughput − 0.3) ÷ (2.5 − 0.3)', ja: '（処理通数 − 0.3）÷（2.5 − 0.3）' },
          basis: { en: 'Need: docs/sizing.md', ja: '必要量：docs/sizing.md' },
        },
      },
    ],
    requirements: [
      {
        id: 'dataRegions',
        kind: 'gate',
        label: { en: 'Data kept in Japan', ja: '国内でのデータ保管' },
        factId: 'dataRegions',
        need: ['JP'],
        needText: { en: 'Japan', ja: '日本' },
        unit: null,
        from: ['data-location'],
        effect: { excludes: 1, excludesAlone: 1, cannotTell: 0, relaxations: [] },
      },
    ],
    recommended: 'exchange-online',
    proviso: null,
    strength: 'clear',
    strengthReason: {
      en: 'First in 62% of the sampled weightings.',
      ja: '重みを変えた試行の62%で1位でした。',
    },
    options: [anOption(), aSecondOption(), anExcludedOption()],
    notices: [],
    ...overrides,
  };
}
