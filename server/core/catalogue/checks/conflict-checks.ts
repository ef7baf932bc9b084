// Facts of one option that cannot both be true. A row names two facts and the condition under which they contradict.

import type { LocalizedText } from '../../text/localized.ts';
import type { Finding } from '../problem.ts';
import type { ProviderProfile } from '../provider.ts';
import type { WrittenFact } from './claim-checks.ts';

interface Conflict {
  readonly fact: string;
  readonly other: string;
  readonly contradicts: (fact: WrittenFact, other: WrittenFact, profile: ProviderProfile) => boolean;
  readonly why: LocalizedText;
}

const includes = (fact: WrittenFact, member: string): boolean =>
  Array.isArray(fact.value) && fact.value.includes(member);
const exceeds = (fact: WrittenFact, other: WrittenFact): boolean =>
  typeof fact.value === 'number' && typeof other.value === 'number' && fact.value > other.value;

/** Windows of limits, the shortest first. */
const WINDOWS = ['second', 'minute', '10-minutes', 'hour', 'day', 'month'];
const lastsAsLong = ({ window: left = '' }: WrittenFact, { window: right = '' }: WrittenFact): boolean =>
  WINDOWS.indexOf(left) >= WINDOWS.indexOf(right);

const CONFLICTS: readonly Conflict[] = [
  {
    fact: 'attachmentMax',
    other: 'messageSizeMax',
    contradicts: (attachment, message) => exceeds(attachment, message),
    why: {
      en: 'an attachment cannot be larger than the whole message',
      ja: '添付ファイルがメール全体より大きくなることはありません',
    },
  },
  {
    fact: 'sendingRate',
    other: 'sendingLimit',
    contradicts: (rate, limit) => lastsAsLong(rate, limit),
    why: {
      en: 'the short-term limit counts over no shorter time',
      ja: '「短時間の上限」の期間のほうが短くありません',
    },
  },
  {
    fact: 'domainsMax',
    other: 'customDomain',
    contradicts: (domains, custom) =>
      custom.value === 'no' && typeof domains.value === 'number' && domains.value > 0,
    why: {
      en: 'own domains are counted but not offered',
      ja: '独自ドメインが使えないのに上限数があります',
    },
  },
  {
    fact: 'smtpConnectionsPerClient',
    other: 'smtpConnectionsMax',
    contradicts: (perClient, total) => exceeds(perClient, total),
    why: {
      en: 'one client cannot hold more connections than the server',
      ja: '1つの接続元がサーバー全体の上限を超えることはありません',
    },
  },
  {
    fact: 'oauthForClients',
    other: 'protocols',
    contradicts: (oauth, protocols) =>
      oauth.value === 'yes' &&
      protocols.state === 'known' &&
      !['IMAP', 'SUBMISSION', 'SMTP', 'POP3'].some((name) => includes(protocols, name)),
    why: {
      en: 'OAuth for mail programs needs IMAP, POP3 or SMTP',
      ja: 'メールソフトのOAuth認証にはIMAP・POP3・SMTPのいずれかが必要です',
    },
  },
  {
    fact: 'dataRegions',
    other: 'dataRegions',
    contradicts: (regions, _same, profile) =>
      profile.deployment === 'cloud' && includes(regions, 'own-premises'),
    why: {
      en: 'a cloud service does not keep data on own premises',
      ja: 'クラウドサービスのデータは自社設備には置かれません',
    },
  },
];

export function checkConflicts(profile: ProviderProfile): Finding[] {
  const facts: Readonly<Record<string, WrittenFact | undefined>> = profile.facts;
  return CONFLICTS.flatMap(({ fact, other, contradicts, why }): Finding[] => {
    const left = facts[fact];
    const right = facts[other];
    if (left?.state !== 'known' || right?.state !== 'known') return [];
    if (!contradicts(left, right, profile)) return [];
    return [
      {
        rule: 'conflicting-facts',
        path: ['facts', fact],
        at: 'key',
        details: { fact, other, why: why.en, whyJa: why.ja },
      },
    ];
  });
}
