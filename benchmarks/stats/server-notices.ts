// Limits of the server that the run met on the way. A limit is named, because its figure is not a capacity.

import type { ErrorRow } from './error-table.ts';
import type { LatencyHistogram } from './latency-histogram.ts';

export interface Notice {
  readonly id: string;
  readonly text: { readonly en: string; readonly ja: string };
}

interface NoticeRule {
  readonly id: string;
  readonly text: Notice['text'];
  /** The figure found is the server's policy, not its capacity. */
  readonly bindsCapacity: boolean;
  matches(row: ErrorRow): boolean;
}

const CONNECTION_LIMIT =
  /too many (?:concurrent |simultaneous )?(?:smtp )?connections|connection limit|too many sessions/i;
const RATE_LIMIT = /\brate|throttl|too (?:many|much) (?:mail|messages|recipients)|slow down|too fast/i;
const MESSAGES_PER_CONNECTION =
  /too many transactions|messages? (?:limit )?(?:in|per|on|over|for) (?:this |the |a |one )?(?:smtp )?(?:session|connection)/i;

const RULES: readonly NoticeRule[] = [
  {
    id: 'connectionLimit',
    text: {
      en: 'The server limits the connections of one client, at once or per minute. Raise that limit for the test address, or read the figures as its limit, not its capacity.',
      ja: 'サーバーが1クライアントの接続を、同時の数か一定時間の数で制限しています。試験元のアドレスに対する上限を上げるか、この数値を性能ではなく設定上の上限として読んでください。',
    },
    bindsCapacity: true,
    matches: (row) => row.replyCode === 421 && CONNECTION_LIMIT.test(row.sample),
  },
  {
    id: 'messagesPerConnection',
    text: {
      en: 'The server ends a session after a number of messages, and the next one is refused. Reconnect before that, with a smaller number of messages per connection.',
      ja: 'サーバーは1接続で受け付ける通数を制限し、超えた分を拒否しています。1接続当たりの通数を減らし、上限の手前で接続し直してください。',
    },
    bindsCapacity: true,
    matches: limitsMessagesPerConnection,
  },
  {
    id: 'greylisting',
    text: {
      en: 'The server greylists: it defers mail of unknown senders at first. Exempt the test address before measuring capacity.',
      ja: 'サーバーがグレイリスティングを行っています(初めての送信元をいったん保留します)。性能を測る前に、試験元のアドレスを対象外にしてください。',
    },
    bindsCapacity: true,
    matches: (row) => row.class === 'greylist',
  },
  {
    id: 'rateLimit',
    text: {
      en: 'The server limits the rate of this client. The figures show that limit, not the capacity.',
      ja: 'サーバーがこの送信元の流量を制限しています。数値は性能ではなく、その制限を表しています。',
    },
    bindsCapacity: true,
    matches: (row) =>
      row.class === 'throttle' &&
      !limitsMessagesPerConnection(row) &&
      (RATE_LIMIT.test(row.sample) || row.enhancedCode === '4.7.1'),
  },
];

function limitsMessagesPerConnection({ replyCode, sample }: ErrorRow): boolean {
  return replyCode !== null && replyCode >= 400 && replyCode < 500 && MESSAGES_PER_CONNECTION.test(sample);
}

const DELAYED_ACK: Notice = {
  id: 'delayedAck',
  text: {
    en: 'Many replies take about 40 ms longer than the others: the pattern of Nagle’s algorithm and delayed acknowledgements, usually because the server sends one reply in two small writes. It is no lack of computing power.',
    ja: '多くの応答に約40ミリ秒の遅れが加わっています。サーバーが1つの応答を小さく2回に分けて送るときに、Nagleアルゴリズムと遅延確認応答の組み合わせで起きる典型的な形で、処理能力の不足ではありません。',
  },
};

/** Linux delays an acknowledgement by 40 ms (TCP_DELACK_MIN); timers add a few. */
const DELAYED_ACK_US = { from: 37_000, to: 48_000 } as const;
const DELAYED_ACK_SHARE = 0.2;

/** One notice when one step of the conversation has a cluster of replies at the delay of an acknowledgement. */
export function findDelayedAck(phases: readonly LatencyHistogram[]): readonly Notice[] {
  const isStalled = phases.some((histogram) => {
    let clustered = 0;
    for (const { valueUs, count } of histogram.entries()) {
      if (valueUs >= DELAYED_ACK_US.from && valueUs <= DELAYED_ACK_US.to) clustered += count;
    }
    return histogram.count >= 20 && clustered >= DELAYED_ACK_SHARE * histogram.count;
  });
  return isStalled ? [DELAYED_ACK] : [];
}

const GENERATOR_DELAY: Notice = {
  id: 'generatorDelay',
  text: {
    en: 'The load generator itself came late for a good part of the longest latencies: other programs took its processor. Repeat the run on a quiet machine before reading p99.',
    ja: '遅い側の応答時間には、負荷を生成する側の遅れがかなり含まれています。ほかのプログラムがCPUを使っていました。p99を読む前に、静かなマシンで測り直してください。',
  },
};

const NOTABLE_DELAY_MS = 5;
const NOTABLE_SHARE = 0.25;

/** The generator's own lateness against the latency that it reports. */
export function findGeneratorDelay(loopDelayP99Ms: number, responseP99Us: number): readonly Notice[] {
  const isNotable =
    responseP99Us > 0 &&
    loopDelayP99Ms >= NOTABLE_DELAY_MS &&
    loopDelayP99Ms * 1000 >= NOTABLE_SHARE * responseP99Us;
  return isNotable ? [GENERATOR_DELAY] : [];
}

const GREET_PAUSE: Notice = {
  id: 'greetPause',
  text: {
    en: 'The server waits before its banner, as a test for senders that talk too early. New connections pay for it, reused ones do not.',
    ja: 'サーバーが最初の応答(バナー)を意図的に遅らせています。待たずに話し始める送信元を見分けるための待機で、接続のたびにかかりますが、接続を使い回せばかかりません。',
  },
};

const TARPIT: Notice = {
  id: 'tarpit',
  text: {
    en: 'The server answers errors about a second late (tarpit). Take the cause of the errors away before reading latencies.',
    ja: 'サーバーがエラー応答を1秒前後遅らせています(ターピット)。応答時間を評価する前に、エラーの原因を取り除いてください。',
  },
};

const GREET_PAUSE_US = 900_000;
const TARPIT_US = { from: 900_000, to: 1_500_000 } as const;
const TARPIT_SHARE_OF_ERRORS = 0.3;

/** A wait that was configured is always as long; one for want of processes grows with the load. */
const GREET_PAUSE_SPREAD = 1.5;

/** A banner that comes a second later than everything else, and always as late, is a policy. */
export function findGreetPause(banner: LatencyHistogram, mail: LatencyHistogram): readonly Notice[] {
  const earlyUs = banner.valueAtPercentile(10);
  const isSlow = banner.count > 0 && earlyUs >= GREET_PAUSE_US;
  const isSteady = banner.valueAtPercentile(90) <= GREET_PAUSE_SPREAD * earlyUs;
  return isSlow && isSteady && mail.valueAtPercentile(50) < GREET_PAUSE_US / 10 ? [GREET_PAUSE] : [];
}

/** Replies to RCPT that come a second late, about as many as there were refusals (Postfix: smtpd_error_sleep_time). */
export function findTarpit(rcpt: LatencyHistogram, refusedCount: number): readonly Notice[] {
  let late = 0;
  for (const { valueUs, count } of rcpt.entries()) {
    if (valueUs >= TARPIT_US.from && valueUs <= TARPIT_US.to) late += count;
  }
  return refusedCount >= 5 && late >= TARPIT_SHARE_OF_ERRORS * refusedCount ? [TARPIT] : [];
}

/** Policies that cost time instead of refusing: they bind a capacity only where its objective was missed. */
export const DELAYING_POLICIES: readonly string[] = [GREET_PAUSE.id, TARPIT.id];

export interface PolicyFindings {
  readonly notices: readonly Notice[];
  /** Why no capacity may be read from the run, or null. */
  readonly bindingReason: string | null;
}

/** A limit that touched less than this share of the outcomes is named but does not bind. */
const BINDING_SHARE = 0.001;

export function findPolicies(rows: readonly ErrorRow[], outcomeCount: number): PolicyFindings {
  const found = RULES.map((rule) => ({ rule, rows: rows.filter((row) => rule.matches(row)) })).filter(
    (entry) => entry.rows.length > 0,
  );
  const binding = found.find(({ rule, rows }) => {
    const count = rows.reduce((sum, row) => sum + row.count, 0);
    return rule.bindsCapacity && count > BINDING_SHARE * outcomeCount;
  });
  return {
    notices: found.map(({ rule }) => ({ id: rule.id, text: rule.text })),
    bindingReason: binding?.rule.id ?? null,
  };
}
