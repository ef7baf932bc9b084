// What the audit log's page shows, and its CSV.

import { AUDIT_ACTIONS } from '../../core/access/audit-chain.ts';
import type { AuditEntry, ChainVerdict } from '../../core/access/audit-chain.ts';
import type { Lang } from '../../core/text/localized.ts';
import { AUDIT_ACTION_TEXTS, AUDIT_TEXTS, CHAIN_FAULT_TEXTS } from '../texts/audit-texts.ts';
import { inLanguage } from '../texts/text-table.ts';
import type { InLanguage } from '../texts/text-table.ts';
import { formatMoment, formatNumber } from './format.ts';

/** The filter as it stands in the address. */
export interface TypedFilter {
  readonly action: string;
  readonly actor: string;
  readonly object: string;
  readonly from: string;
  readonly until: string;
}

export interface AuditData {
  readonly entries: readonly AuditEntry[];
  readonly typed: TypedFilter;
  readonly verdict: ChainVerdict | null;
  /** Whether there may be older entries. */
  readonly hasMore: boolean;
  readonly hasAccounts: boolean;
}

export function auditModel(data: AuditData, lang: Lang) {
  const t = inLanguage(AUDIT_TEXTS, lang);
  const { typed, entries } = data;
  const fields = Object.entries(typed).filter(([, value]) => value !== '');
  const queryWith = (extra: readonly [string, string][]): string =>
    new URLSearchParams([...fields, ...extra]).toString();
  const last = entries.at(-1);
  return {
    t,
    typed,
    hasAccounts: data.hasAccounts,
    verdict: data.verdict === null ? null : verdictModel(data.verdict, t, lang),
    actions: AUDIT_ACTIONS.map((action) => ({
      value: action,
      label: AUDIT_ACTION_TEXTS[action][lang],
      isChosen: action === typed.action,
    })),
    entries: entries.map((entry) => entryRow(entry, t, lang)),
    exportHref: `/admin/audit.csv?${queryWith([])}`,
    olderHref:
      data.hasMore && last !== undefined
        ? `/admin/audit?${queryWith([['before', String(last.number)]])}`
        : null,
  };
}

type AuditWords = InLanguage<typeof AUDIT_TEXTS>;

const ALARMING = new Set(['signin.failed', 'access.refused']);

function entryRow(entry: AuditEntry, t: AuditWords, lang: Lang) {
  return {
    number: entry.number,
    at: formatMoment(entry.at, lang),
    atIso: entry.at,
    who: actorName(entry, t),
    what: AUDIT_ACTION_TEXTS[entry.action][lang],
    isBad: ALARMING.has(entry.action),
    object: entry.object,
    detail: entry.detail,
    address: entry.address,
  };
}

function actorName({ actorId, actorLabel }: AuditEntry, t: AuditWords): string {
  if (actorLabel !== '') return actorLabel;
  if (actorId === 'localUser') return t.localUser;
  if (actorId === 'operator') return t.operator;
  return actorId.startsWith('share:') ? t.shareReader : t.anonymous;
}

function verdictModel(verdict: ChainVerdict, t: AuditWords, lang: Lang) {
  const colon = lang === 'ja' ? '：' : ': ';
  if (verdict.kind === 'whole') {
    const count = `${t.wholeEntries}${colon}${formatNumber(verdict.entries, lang)}`;
    return { isWhole: true, title: t.whole, lines: [count, t.wholeHead], headHash: verdict.headHash };
  }
  const fault = CHAIN_FAULT_TEXTS[verdict.fault][lang];
  const line = `${t.brokenAt} ${formatNumber(verdict.atNumber, lang)}${colon}${fault}`;
  return { isWhole: false, title: t.broken, lines: [line], headHash: null };
}

export const AUDIT_CSV_HEADER = 'number,at,actor_id,actor,action,object,address,detail,previous_hash,hash';

/** One line of RFC 4180, without its end. Texts that a spreadsheet would run as a formula are made harmless. */
export function auditCsvLine(entry: AuditEntry): string {
  const { number, at, actorId, actorLabel, action, object, address, detail } = entry;
  return [number, at, actorId, actorLabel, action, object, address, detail, entry.previousHash, entry.hash]
    .map((cell) => csvCell(String(cell)))
    .join(',');
}

function csvCell(text: string): string {
  const safe = text.replace(/(^|\n)(?=\s*[=+\-@＝＋－＠\t\r\0])/g, "$1'");
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
