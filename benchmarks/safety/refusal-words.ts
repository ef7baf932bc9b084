// Why a load is refused, in both languages: one sentence per reason, so that no refusal is ever half translated.

export interface RefusalText {
  readonly en: string;
  readonly ja: string;
}

export const REFUSAL_WORDS = {
  noTarget: (url: string) => ({
    en: `"${url}" is no target; write smtp://host:port, smtps://host:port or lmtp://host:port`,
    ja: `「${url}」は対象として使えません。smtp://ホスト:ポート、smtps://ホスト:ポート、lmtp://ホスト:ポート の形で指定してください`,
  }),
  noAddress: (host: string) => ({
    en: `${host} has no address`,
    ja: `${host} のIPアドレスが見つかりません`,
  }),
  unreadableAddress: () => ({
    en: 'the address cannot be read',
    ja: 'アドレスを読み取れません',
  }),
  publicProvider: (host: string, provider: string) => ({
    en: `${host} belongs to a public mail provider (${provider})`,
    ja: `${host} は公開のメールサービス（${provider}）のサーバーです`,
  }),
  publicGreeting: (provider: string) => ({
    en: `the server calls itself ${provider}, a public mail provider`,
    ja: `サーバーが公開のメールサービス（${provider}）を名乗りました`,
  }),
  shortToken: (cidr: string) => ({
    en: `the proof token of ${cidr} has fewer than 16 characters`,
    ja: `${cidr} の確認用トークンが16文字未満です`,
  }),
  notAllowed: () => ({
    en: 'the address is neither loopback nor in a network that the operator allowed',
    ja: 'このコンピューター自身でも、管理者が許可したネットワークでもないアドレスです',
  }),
  noProof: () => ({
    en: 'the server does not show the proof token, neither in DNS nor in its banner or EHLO reply',
    ja: 'DNSにも、サーバーの最初の応答やEHLOの応答にも、確認用トークンが見つかりません',
  }),
  mailDomain: (domain: string) => ({
    en: `mail to or from ${domain} is not allowed: use example.com, *.test, *.invalid, or a domain that the operator listed`,
    ja: `${domain} は宛先・差出人に使えません。example.com、*.test、*.invalid、または管理者が許可したドメインを使ってください`,
  }),
  overCeiling: (what: CeilingName, wanted: number, ceiling: number) => ({
    en: `${wanted} ${CEILING_WORDS[what].en} exceed the ceiling of ${ceiling}`,
    ja: `${CEILING_WORDS[what].ja} ${wanted} は上限の ${ceiling} を超えています`,
  }),
} satisfies Record<string, (...details: never[]) => RefusalText>;

const CEILING_WORDS = {
  rate: { en: 'messages per second', ja: '毎秒の通数' },
  connections: { en: 'connections', ja: '接続数' },
  messages: { en: 'messages', ja: '通数' },
  duration: { en: 'seconds', ja: '秒数' },
} as const;

export type CeilingName = keyof typeof CEILING_WORDS;

/** The sentence behind a host and one of its addresses. */
export function atAddress(host: string, address: string, text: RefusalText): RefusalText {
  return { en: `${host} (${address}): ${text.en}`, ja: `${host}（${address}）：${text.ja}` };
}
