// Every page in a state that shows something. Pages about people and sign-in need accounts and have a test of their own.

import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { freezeEvaluation } from '../../server/usecases/evaluation-versions.ts';
import { ROUTE_ACCESS } from '../../server/web/security/route-access.ts';
import { openBrowserless } from './visitor.ts';
import type { WebUnderTest } from './web.ts';

export type NamedPage = readonly [name: string, path: string];

/** Each in the state that has most to show. */
export const CATALOGUE_PAGES: readonly NamedPage[] = [
  ['options', '/options?deployment=cloud&protocol=IMAP&unknown=show'],
  [
    'options-compare',
    '/options/compare?ids=exchange-online,google-workspace,line-works,cybermail-sigma,stalwart',
  ],
  ['options-path', '/options/compare?ids=exchange-online,amazon-ses&only=differences'],
  ['options-coverage', '/options/coverage?group=security'],
  ['options-fact', '/options/facts/sendingLimit'],
  ['options-data', '/options/data'],
  ['option', '/options/amazon-workmail'],
  ['option-correction', '/options/stalwart/correction?fact=mfa&source=wrong'],
];

/** What answers with a file, with data for a script, or with a redirect. */
const NO_PAGES = new Set([
  '/options/data/:file',
  '/weights/:person/playback',
  '/evaluations/:id/what-if',
  '/evaluations/:id/report',
  '/evaluations/:id/exports/:job/status',
  '/evaluations/:id/exports/:job/file',
  '/evaluations/:id/answer-sheet',
  '/runs/:id/plan.json',
  '/runs/:id.json',
  '/runs/:id.csv',
  '/runs/:id.html',
  '/runs/:id.xml',
  '/runs/:id.prom',
  '/runs/:id/events',
]);
/** Pages that only exist with accounts, and a part that a script asks for. */
const ELSEWHERE =
  /^\/(?:sign-in|setup|invitations|password-resets|forgotten-password|shared|account|admin)\b|\/shares$|\/preview$/;

/** GET routes that answer with a page which none of the addresses leads to. */
export function routesWithoutPage(pages: readonly NamedPage[]): readonly string[] {
  const paths = pages.map(([, path]) => new URL(path, 'http://localhost').pathname);
  return Object.keys(ROUTE_ACCESS)
    .filter((route) => route.startsWith('GET '))
    .map((route) => route.slice('GET '.length))
    .filter((route) => !NO_PAGES.has(route) && !ELSEWHERE.test(route))
    .filter((route) => {
      const pattern = new RegExp(`^${route.replaceAll(/:\w+/g, '[^/]+')}$`);
      return !paths.some((path) => pattern.test(path));
    });
}

export async function everyPage(web: WebUnderTest): Promise<readonly NamedPage[]> {
  return [
    ['home', '/'],
    ...(await evaluationPages(web)),
    ...CATALOGUE_PAGES,
    ...(await benchmarkPages(web)),
    ['guide', '/guide'],
    ['method', '/method'],
    ['api', '/api'],
  ];
}

async function evaluationPages(web: WebUnderTest): Promise<readonly NamedPage[]> {
  const { id } = await web.deps.evaluations.create({
    title: '本社のメール / Head office',
    answers: { employees: 300, 'mail-volume': ['heavy'], 'data-location': ['japan'], budget: 1_500 },
  });
  const asked = await web.deps.opinions.invite(id, 'Sato');
  const person = asked.kind === 'invited' ? asked.opinion.id : '';
  const base = `/evaluations/${id}`;
  const signature = { by: '佐藤 / Sato', reason: '入札の公告前 / Before the call for tenders' };
  const kept = await freezeEvaluation(web.deps, id, signature);
  assert.equal(kept.kind, 'kept');
  await web.deps.versions.reopen(id, signature.by, signature.reason);
  return [
    ['overview', base],
    ['section', `${base}/questions/size`],
    ['quick', `${base}/questions/quick`],
    ['weights', `${base}/weights`],
    ['weights-person', `/weights/${person}?method=swing`],
    ['result', `${base}/result`],
    ['result-option', `${base}/result/exchange-online`],
    ['result-compare', `${base}/compare`],
    ['exports', `${base}/exports`],
    ['export', `${base}/exports/${await documentOf(web, base)}`],
    ['versions', `${base}/versions`],
    ['version-comparison', `${base}/versions/compare?from=1`],
    ['tender-rule', `${base}/tender-rule`],
    ['tender', `${base}/tender`],
  ];
}

/** Orders a document as the form does, and answers its id once it is ready. */
async function documentOf(web: WebUnderTest, base: string): Promise<string> {
  const visitor = openBrowserless(web.origin);
  await visitor.get(`${base}/exports`);
  const answer = await visitor.post(`${base}/exports`, { format: 'md', lang: 'ja', version: '' });
  const place = answer.headers.get('location') ?? '';
  for (let tries = 0; tries < 600; tries += 1) {
    const state = (await (await visitor.get(`${place}/status`)).json()) as { isOver: boolean };
    if (state.isOver) return place.split('/').at(-1) ?? '';
    await setTimeout(100);
  }
  throw new Error('The document never got ready');
}

async function benchmarkPages(web: WebUnderTest): Promise<readonly NamedPage[]> {
  const candidate = await web.deps.candidates.create(
    {
      name: '検証機 / Test host',
      endpoint: 'smtp://127.0.0.1:2525',
      tls: 'none',
      tlsVerify: true,
      providerId: 'stalwart',
      notes: '',
      auth: null,
    },
    { kind: 'keep' },
  );
  const groupId = 'side-by-side';
  const first = await shortRun(web, groupId);
  await shortRun(web, groupId);
  return [
    ['benchmark', '/benchmark'],
    ['benchmark-new', `/benchmark/new?candidate=${candidate.id}`],
    ['benchmark-preview', `/runs/${first}/again`],
    ['runs', '/runs'],
    ['run', `/runs/${first}`],
    ['comparisons', `/comparisons?run=${first}`],
    ['comparison', `/comparisons/${groupId}`],
    ['candidate-new', '/candidates/new'],
    ['candidate', `/candidates/${candidate.id}`],
    ['candidate-edit', `/candidates/${candidate.id}/edit`],
    ['candidate-control', `/candidates/${candidate.id}/control`],
  ];
}

async function shortRun(web: WebUnderTest, groupId: string): Promise<string> {
  const outcome = await web.deps.board.start({
    plan: { target: 'builtin', load: { model: 'closed', sessions: 4, durationSec: 2 } },
    providerId: null,
    groupId,
  });
  assert.ok('runId' in outcome);
  for await (const _event of web.deps.board.follow(outcome.runId, 0, new AbortController().signal)) continue;
  return outcome.runId;
}
