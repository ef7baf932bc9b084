// What went wrong with a message, by the class that the load harness puts it into.

import type { LocalizedText } from '../../core/text/localized.ts';

export const ERROR_CLASS_WORDS: Readonly<Record<string, LocalizedText>> = {
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
