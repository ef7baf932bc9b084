// The steps of a session and the kinds of error as a person reads them.

import type { Phase } from '../protocol/phases.ts';
import type { ErrorClass } from '../stats/error-class.ts';
import type { OutputLang } from './run-words.ts';

type Words = Readonly<Record<OutputLang, string>>;

export const PHASE_WORDS: Readonly<Record<Phase | 'idle', Words>> = {
  connect: { en: 'Connect', ja: '接続' },
  banner: { en: 'Greeting', ja: 'あいさつ' },
  ehlo: { en: 'EHLO', ja: 'EHLO' },
  starttls: { en: 'STARTTLS', ja: 'STARTTLS' },
  tls: { en: 'TLS handshake', ja: 'TLSの開始' },
  auth: { en: 'AUTH', ja: '認証' },
  mail: { en: 'MAIL FROM', ja: 'MAIL FROM' },
  rcpt: { en: 'RCPT TO', ja: 'RCPT TO' },
  data: { en: 'DATA', ja: 'DATA' },
  finalDot: { en: 'Content, until the final reply', ja: '本文～最終応答' },
  rset: { en: 'RSET', ja: 'RSET' },
  quit: { en: 'QUIT', ja: 'QUIT' },
  idle: { en: 'Between messages', ja: '送信の合間' },
};

const ERROR_CLASS_WORDS: Readonly<Record<ErrorClass, Words>> = {
  permanent: { en: 'Permanent refusal', ja: '恒久的な拒否' },
  transient: { en: 'Temporary refusal', ja: '一時的な拒否' },
  throttle: { en: 'Throttled', ja: '流量制限' },
  greylist: { en: 'Greylisted', ja: 'グレーリスト' },
  policy: { en: 'Policy', ja: 'ポリシー' },
  capacity: { en: 'Out of capacity', ja: '容量不足' },
  auth: { en: 'Sign-in', ja: '認証' },
  tls: { en: 'TLS', ja: 'TLS' },
  network: { en: 'Connection', ja: '接続' },
  timeout: { en: 'Timeout', ja: '時間切れ' },
  protocolViolation: { en: 'Protocol violated', ja: '手順違反' },
  generatorFault: { en: 'Fault of the generator', ja: '試験機側の問題' },
};

export function phaseWord(phase: string, lang: OutputLang): string {
  return wordIn(PHASE_WORDS, phase, lang);
}

export function errorClassWord(kind: string, lang: OutputLang): string {
  return wordIn(ERROR_CLASS_WORDS, kind, lang);
}

function wordIn(words: Readonly<Record<string, Words>>, name: string, lang: OutputLang): string {
  return words[name]?.[lang] ?? name;
}
