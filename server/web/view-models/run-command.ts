// A plan as the command that does the same. What the options cannot say goes through the plan's file.

import type { JsonObject, StoredRun } from '../../usecases/stores.ts';

const BASE = 'npm run -s mailfit -- bench';

export function commandFor(run: Pick<StoredRun, 'plan' | 'kind' | 'candidateId' | 'id'>): string {
  const target = run.candidateId ?? String(run.plan['target']);
  const line = commandParts(run, target);
  return [BASE, ...line.map(quoted)].join(' ');
}

function commandParts(run: Pick<StoredRun, 'plan' | 'kind' | 'id'>, target: string): readonly string[] {
  const { plan } = run;
  if (run.kind === 'capacity') return ['capacity', '--target', target, ...searchOptions(plan)];
  const load = part(plan, 'load');
  if (run.kind === 'connections')
    return ['connections', '--target', target, ...holdOptions(load), ...seedOf(plan)];
  const options = load['model'] === 'closed' ? closedOptions(plan, load) : null;
  // A ramp or sessions that arrive by the clock have no options of their own.
  return options === null
    ? ['run', '--plan', `mailfit-plan-${run.id.slice(0, 8)}.json`, '--target', target]
    : ['run', '--target', target, ...options];
}

function closedOptions(plan: JsonObject, load: JsonObject): readonly string[] {
  return [
    ...option('--sessions', load['sessions']),
    ...option('--messages', load['messages']),
    ...option('--duration', load['durationSec']),
    ...sessionOptions(plan),
    ...mailOptions(plan),
    ...option('--warmup', plan['warmupSec']),
    ...option('--workers', plan['workers']),
    ...seedOf(plan),
    ...listOption('--threshold', plan['thresholds']),
    ...(plan['stopOnMiss'] === true ? ['--stop-on-miss'] : []),
  ];
}

function sessionOptions(plan: JsonObject): readonly string[] {
  const session = part(plan, 'session');
  return [
    ...option('--messages-per-connection', session['messagesPerConnection']),
    ...(session['pipelining'] === true ? ['--pipelining', 'on'] : []),
    ...(session['chunking'] === true ? ['--chunking', 'on'] : []),
  ];
}

function mailOptions(plan: JsonObject): readonly string[] {
  const mail = part(plan, 'mail');
  return [...option('--size', mail['size']), ...option('--recipients', mail['recipientsPerMessage'])];
}

function holdOptions(load: JsonObject): readonly string[] {
  return [
    ...option('--hold', load['connections']),
    ...option('--stage', load['stage']),
    ...option('--open-rate', load['openRatePerSec']),
    ...option('--hold-sec', load['holdSec']),
    ...option('--probe-rate', load['probeRatePerSec']),
  ];
}

function searchOptions(plan: JsonObject): readonly string[] {
  const objective = Array.isArray(plan['objective']) ? plan['objective'].join(',') : '';
  return [
    '--slo',
    objective,
    ...option('--start-rate', plan['startRatePerSec']),
    ...option('--max-rate', plan['maxRatePerSec']),
    ...option('--short-sec', plan['shortTrialSec']),
    ...option('--full-sec', plan['fullTrialSec']),
    ...option('--max-sessions', plan['maxSessions']),
    ...option('--size', part(plan, 'mail')['size']),
    ...seedOf(plan),
  ];
}

function seedOf(plan: JsonObject): readonly string[] {
  return option('--seed', plan['seed']);
}

function option(flag: string, value: unknown): readonly string[] {
  return typeof value === 'number' || typeof value === 'string' ? [flag, String(value)] : [];
}

function listOption(flag: string, values: unknown): readonly string[] {
  return Array.isArray(values) && values.length > 0 ? [flag, ...values.map(String)] : [];
}

function part(plan: JsonObject, name: string): JsonObject {
  const value = plan[name];
  return typeof value === 'object' && value !== null ? (value as JsonObject) : {};
}

/** For a shell, which would otherwise read `<` and `%` in its own way. */
function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
