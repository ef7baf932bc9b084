// What belongs to a run besides its latencies: arrival, encryption, the generator itself, and limits that were met.

import type { RunResult } from '../../benchmarks/index.ts';
import type { Lang } from '../core/text/localized.ts';
import { wrapped } from './table.ts';

type NoCeilingReason = NonNullable<RunResult['generator']['noCeilingReason']>;

interface FactWords {
  readonly ledger: (lost: number, duplicated: number, corrupted: number) => string;
  readonly late: (count: number, afterSec: number) => string;
  readonly delivery: (p50: string, p99: string, max: string) => string;
  readonly tls: (full: number, resumed: number, version: string) => string;
  readonly recipients: (accepted: number, refused: number) => string;
  readonly generator: (cpuUs: string, rssMiB: string) => string;
  readonly lateness: (loopP99: string, lagP99: string) => string;
  readonly ceiling: (perSec: string, percent: string) => string;
  readonly ceilingTooLow: (perSec: string) => string;
  readonly noCeiling: Readonly<Record<NoCeilingReason, string>>;
}

const WORDS: Readonly<Record<Lang, FactWords>> = {
  en: {
    ledger: (lost, duplicated, corrupted) =>
      `Arrival checked: ${lost} lost, ${duplicated} duplicated, ${corrupted} corrupted`,
    late: (count, afterSec) => `, ${count} later than ${afterSec} s`,
    delivery: (p50, p99, max) => `Delivery, after the acknowledgement: p50 ${p50}, p99 ${p99}, max ${max} ms`,
    tls: (full, resumed, version) => `TLS: ${full} full handshakes, ${resumed} resumed, ${version}`,
    recipients: (accepted, refused) => `Recipients: ${accepted} accepted, ${refused} refused`,
    generator: (cpuUs, rssMiB) => `Generator: ${cpuUs} µs CPU per message, ${rssMiB} MiB`,
    lateness: (loopP99, lagP99) => `late by p99 ${loopP99} ms in its event loop, ${lagP99} ms at starts`,
    ceiling: (perSec, percent) => `its ceiling here: ${perSec}/s (${percent}% of it used)`,
    ceilingTooLow: (perSec) =>
      `its ceiling here is above the ${perSec}/s measured before the run, which surpassed them`,
    noCeiling: {
      notAsked: 'its ceiling was not measured',
      sendsNoMail: 'without a ceiling, because the run sends no mail',
      notMeasurable: 'its ceiling cannot be measured for this way of sending',
    },
  },
  ja: {
    ledger: (lost, duplicated, corrupted) =>
      `到着の照合: 紛失${lost}通、重複${duplicated}通、破損${corrupted}通`,
    late: (count, afterSec) => `、${afterSec}秒を超える遅延${count}通`,
    delivery: (p50, p99, max) => `受理から到着まで: p50 ${p50}、p99 ${p99}、最大 ${max}ミリ秒`,
    tls: (full, resumed, version) =>
      `TLS: 新規ハンドシェイク${full}回、セッション再開${resumed}回、${version}`,
    recipients: (accepted, refused) => `宛先: 受理${accepted}件、拒否${refused}件`,
    generator: (cpuUs, rssMiB) => `負荷生成側: CPU ${cpuUs}マイクロ秒/通、メモリ ${rssMiB} MiB`,
    lateness: (loopP99, lagP99) => `遅れ p99: イベントループ ${loopP99}ミリ秒、送信開始 ${lagP99}ミリ秒`,
    ceiling: (perSec, percent) => `このマシンでの上限 ${perSec}通/秒（うち${percent}%を使用）`,
    ceilingTooLow: (perSec) =>
      `このマシンでの上限は、事前に測定した${perSec}通/秒より上です（今回の試験がこれを上回りました）`,
    noCeiling: {
      notAsked: '上限は未測定',
      sendsNoMail: 'メールを送らない試験のため上限なし',
      notMeasurable: 'この送信方法では上限を測定できません',
    },
  },
};

/** One each; only what the run has. */
export function factLines(result: RunResult, lang: Lang): string[] {
  const words = WORDS[lang];
  const facts = [
    ...recipientLines(result, words),
    ...tlsLines(result, words),
    ...ledgerLines(result, words),
    ...generatorLines(result, words),
  ];
  return [
    ...facts.map((fact) => wrapped(fact, '  ')),
    ...result.notices.map(({ text }) => noticeText(text[lang])),
  ];
}

/** What is to be known before the figures are read. */
export function noticeText(text: string): string {
  return wrapped(`! ${text}`, '  ');
}

function recipientLines({ recipients }: RunResult, words: FactWords): string[] {
  return recipients.refused === 0 ? [] : [words.recipients(recipients.accepted, recipients.refused)];
}

function tlsLines({ connections, server }: RunResult, words: FactWords): string[] {
  const { tlsFull, tlsResumed } = connections;
  if (tlsFull + tlsResumed === 0) return [];
  return [words.tls(tlsFull, tlsResumed, `${server.tls?.version ?? ''} ${server.tls?.cipher ?? ''}`.trim())];
}

function ledgerLines({ ledger }: RunResult, words: FactWords): string[] {
  if (!ledger.checked) return [];
  const { late = 0, lateAfterMs = 0, deliveryLatency } = ledger;
  const lateText = late === 0 ? '' : words.late(late, lateAfterMs / 1000);
  const found = words.ledger(ledger.lost, ledger.duplicated, ledger.corrupted) + lateText;
  if (deliveryLatency === undefined || deliveryLatency.count === 0) return [found];
  const { p50Us, p99Us, maxUs } = deliveryLatency;
  return [found, words.delivery(asMs(p50Us), asMs(p99Us), asMs(maxUs))];
}

function generatorLines({ generator, achievedRatePerSec }: RunResult, words: FactWords): string[] {
  const { cpuUsPerMessage, loopDelayMs, scheduleLagUs, peakRssBytes } = generator;
  const cpuUs = cpuUsPerMessage === null ? '-' : cpuUsPerMessage.toFixed(1);
  return [
    words.generator(cpuUs, (peakRssBytes / 2 ** 20).toFixed(0)),
    `  ${words.lateness(loopDelayMs.p99.toFixed(1), asMs(scheduleLagUs.p99Us))}`,
    `  ${ceilingWords(generator, achievedRatePerSec, words)}`,
  ];
}

function ceilingWords(
  { calibratedRatePerSec, noCeilingReason }: RunResult['generator'],
  achievedRatePerSec: number,
  words: FactWords,
): string {
  if (typeof calibratedRatePerSec !== 'number') return words.noCeiling[noCeilingReason ?? 'notAsked'];
  // No ceiling is surpassed: a second of measuring may meet cold code, a busy machine, or the limit of its own sink.
  if (achievedRatePerSec > calibratedRatePerSec) return words.ceilingTooLow(calibratedRatePerSec.toFixed(0));
  const percent = ((100 * achievedRatePerSec) / calibratedRatePerSec).toFixed(0);
  return words.ceiling(calibratedRatePerSec.toFixed(0), percent);
}

function asMs(us: number): string {
  return (us / 1000).toFixed(us < 10_000 ? 2 : 1);
}
