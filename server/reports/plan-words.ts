// The load of a plan in one line.

import type { LocalizedText } from '../core/text/localized.ts';

type Plan = Readonly<Record<string, unknown>>;

export function planText(plan: Plan): LocalizedText {
  const parts = [...loadParts(plan), ...mailParts(plan), ...sessionParts(plan)];
  return { en: parts.map(({ en }) => en).join(', '), ja: parts.map(({ ja }) => ja).join('・') };
}

function loadParts(plan: Plan): readonly LocalizedText[] {
  const load = part(plan, 'load');
  switch (load['model']) {
    case 'closed':
      return [sessions(load), amount(load)];
    case 'open':
    case 'partlyOpen':
      return openParts(load);
    case 'hold':
      return [
        {
          en: `hold ${count(load['connections'])} connections`,
          ja: `${count(load['connections'])}接続を保持`,
        },
        seconds(Number(load['holdSec'] ?? 5)),
      ];
    default:
      return searchParts(plan);
  }
}

function sessions(load: Plan): LocalizedText {
  const shown = count(load['sessions']);
  return { en: `${shown} sessions`, ja: `${shown}セッション` };
}

function amount(load: Plan): LocalizedText {
  if (typeof load['messages'] !== 'number') return seconds(Number(load['durationSec']));
  const shown = count(load['messages']);
  return { en: `${shown} messages`, ja: `${shown}通` };
}

function openParts(load: Plan): readonly LocalizedText[] {
  const stages = Array.isArray(load['stages']) ? (load['stages'] as readonly Plan[]) : [];
  const hold = stages.at(-1) ?? {};
  const rate = rounded(Number(hold['endRatePerSec'] ?? 0));
  const isPartlyOpen = load['model'] === 'partlyOpen';
  const parts: LocalizedText[] = [
    isPartlyOpen
      ? { en: `${rate} sessions/s`, ja: `毎秒${rate}セッション` }
      : { en: `${rate} messages/s`, ja: `毎秒${rate}通` },
    seconds(Number(hold['durationSec'] ?? 0)),
  ];
  if (stages.length > 1) {
    const rampSec = Number(stages[0]?.['durationSec'] ?? 0);
    parts.push({ en: `after a ramp of ${rampSec} s`, ja: `${rampSec}秒で加速` });
  }
  return parts;
}

function searchParts(plan: Plan): readonly LocalizedText[] {
  if (!Array.isArray(plan['objective'])) return [];
  const highest = count(plan['maxRatePerSec'] ?? 20_000);
  const objective = plan['objective'].join(', ');
  return [
    { en: `search up to ${highest}/s for ${objective}`, ja: `毎秒${highest}通まで探索（${objective}）` },
  ];
}

function mailParts(plan: Plan): readonly LocalizedText[] {
  const load = part(plan, 'load');
  if (load['model'] === 'hold' && Number(load['probeRatePerSec'] ?? 0) === 0) return [];
  const { size } = part(plan, 'mail');
  if (size === 'business') return [{ en: 'sizes of business mail', ja: '業務メールのサイズ' }];
  const shown = (typeof size === 'string' ? size : '1KiB').replaceAll(/(?<=\d)(?=[KM]iB)/g, '\u00A0');
  return [{ en: shown, ja: shown }];
}

function sessionParts(plan: Plan): readonly LocalizedText[] {
  const session = part(plan, 'session');
  const perConnection = session['messagesPerConnection'];
  const parts: LocalizedText[] = [];
  if (typeof perConnection === 'number') {
    parts.push({ en: `${perConnection} per connection`, ja: `1接続${perConnection}通` });
  }
  if (session['pipelining'] === true) parts.push({ en: 'pipelined', ja: 'パイプライン' });
  if (session['chunking'] === true) parts.push({ en: 'BDAT', ja: 'BDAT' });
  return parts;
}

function seconds(length: number): LocalizedText {
  return { en: `${rounded(length)} s`, ja: `${rounded(length)}秒間` };
}

function count(value: unknown): string {
  return Number(value).toLocaleString('en-GB');
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function part(plan: Plan, name: string): Plan {
  const value = plan[name];
  return typeof value === 'object' && value !== null ? (value as Plan) : {};
}
