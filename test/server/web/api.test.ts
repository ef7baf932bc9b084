import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import express from 'express';
import { startSink } from '../../../benchmarks/index.ts';
import { apiErrors, apiRoutes } from '../../../server/web/api/api-router.ts';
import { OPERATIONS } from '../../../server/web/api/operations/index.ts';
import { json, objectOf } from '../../../server/web/api/operation.ts';
import type { Operation } from '../../../server/web/api/operation.ts';
import { logRequests } from '../../../server/web/request-log.ts';
import { exampleAnswers } from '../../builders/recommend-input.ts';
import { startWebWithAccounts } from '../../builders/accounts.ts';
import { startWeb } from '../../builders/web.ts';
import type { WebUnderTest } from '../../builders/web.ts';
import { openApi } from '../../builders/api-client.ts';
import type { ApiClient } from '../../builders/api-client.ts';

let web: WebUnderTest;
let api: ApiClient;
before(async () => {
  web = await startWeb();
  api = openApi(web.origin);
});
after(() => web.close());

const answers = { employees: 300, 'data-location': ['japan'] };

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1 in both languages and names every operation', async () => {
    for (const lang of ['en', 'ja']) {
      const { body } = await api.get(`/openapi.json?lang=${lang}`);
      const validator = new Validator();
      const outcome = await validator.validate(structuredClone(body));

      assert.deepEqual(outcome.errors ?? [], []);
      assert.equal(validator.version, '3.1');
      const ids = Object.values(body.paths as Record<string, Record<string, { operationId: string }>>)
        .flatMap((path) => Object.values(path))
        .map(({ operationId }) => operationId);
      assert.deepEqual(ids.sort(), OPERATIONS.map(({ id }) => id).sort());
    }
  });

  it('refers only to schemas that it holds', async () => {
    const { body } = await api.get('/openapi.json');

    const references = JSON.stringify(body).matchAll(/"\$ref":"#\/components\/schemas\/([^/"]+)/g);
    const known = Object.keys(body.components.schemas as object);
    for (const [, name] of references) assert.ok(known.includes(String(name)), name);
  });
});

describe('an evaluation over the API', () => {
  it('is made, answered, ranked, reported, copied and deleted', async () => {
    const made = await api.post('/evaluations', { title: '本社', answers });
    assert.equal(made.status, 201);
    assert.equal(made.headers.get('location'), `/api/v1/evaluations/${made.body.id}`);
    const path = `/evaluations/${made.body.id}`;

    const saved = await api.patch(`${path}/answers`, { answers: { budget: 1_500 }, basedOnVersion: 1 });
    assert.deepEqual(saved.body.answers, { ...answers, budget: 1_500 });
    const ranked = await api.get(`${path}/recommendation?precision=preview`);
    assert.equal(ranked.body.schema, 'mailfit.recommendation/1');
    assert.equal(
      ranked.body.answers.find(({ question }: { question: string }) => question === 'budget').state,
      'answered',
    );
    const report = await api.raw('GET', `${path}/report?format=csv&lang=ja`);
    assert.match(
      report.headers.get('content-disposition') ?? '',
      /attachment; filename=mailfit-report-.*-ja\.csv/,
    );
    const copy = await api.post(`${path}/copy`, { title: '支社' });
    assert.deepEqual(copy.body.answers, saved.body.answers);
    assert.equal((await api.delete(path)).status, 204);

    assert.equal((await api.get(path)).status, 404);
    const { body: list } = await api.get('/evaluations');
    assert.deepEqual(
      list.evaluations.map(({ id }: { id: string }) => id),
      [copy.body.id],
    );
  });

  it('says which answers somebody else changed meanwhile, and saves nothing', async () => {
    const { body: made } = await api.post('/evaluations', { title: 'x', answers });
    await api.patch(`/evaluations/${made.id}/answers`, { answers: { employees: 400 } });

    const late = await api.patch(`/evaluations/${made.id}/answers`, {
      answers: { employees: 500 },
      basedOnVersion: 1,
    });

    assert.equal(late.status, 409);
    assert.deepEqual(
      late.body.problems.map(({ path }: { path: string }) => path),
      ['answers.employees'],
    );
    assert.equal((await api.get(`/evaluations/${made.id}`)).body.answers.employees, 400);
  });

  it('takes the weights of each person, and counts them once everybody has given theirs', async () => {
    const { body: made } = await api.post('/evaluations', { title: 'x', answers });
    const people = `/evaluations/${made.id}/people`;
    const { body: aiko } = await api.post(people, { name: '愛子' });
    const { body: ben } = await api.post(people, { name: 'Ben' });
    assert.equal((await api.post(people, { name: 'Ben' })).status, 409);

    const weights = { method: 'rank-order', order: [['mfa'], ['mailboxSize']] };
    await api.put(`${people}/${aiko.id}/weights`, weights);
    const waiting = await api.get(`/evaluations/${made.id}/recommendation?precision=preview`);
    await api.put(`${people}/${ben.id}/weights`, { ...weights, order: [['mailboxSize'], ['mfa']] });
    const decided = await api.get(`/evaluations/${made.id}/recommendation?precision=preview`);

    assert.equal(waiting.body.group, undefined);
    assert.equal(decided.body.group.people.length, 2);
    assert.deepEqual((await api.get(people)).body.people, [
      { id: aiko.id, name: '愛子', hasGiven: true },
      { id: ben.id, name: 'Ben', hasGiven: true },
    ]);
  });
});

describe('calculations over the API', () => {
  it('rank answers that are not stored like stored ones', async () => {
    const { body: made } = await api.post('/evaluations', { title: 'x', answers });

    const { body: stored } = await api.get(`/evaluations/${made.id}/recommendation?precision=preview`);
    const { body: unstored } = await api.post('/recommendations', { answers, precision: 'preview' });

    assert.deepEqual(unstored, stored);
  });

  it('give full recommendations that keep to their schema, for every sample of the documentation', async () => {
    for (const name of ['office-20', 'manufacturer-300', 'enterprise-5000', 'university']) {
      const reply = await api.post('/recommendations', { answers: exampleAnswers(name) });

      assert.equal(reply.status, 200, `${name}: ${JSON.stringify(reply.body).slice(0, 300)}`);
    }
  });

  it('size, cost and weigh a matrix as the command line does', async () => {
    const size = await api.post('/sizing', { users: 300 });
    const mcda = await api.post('/mcda/roc', { params: { n: 3 } });
    const wrong = await api.post('/mcda/roc', { params: {} });

    assert.equal(size.body.schema, 'mailfit.size/1');
    assert.deepEqual(mcda.body.publishedRounded, [0.61, 0.28, 0.11]);
    assert.equal(wrong.status, 422);
    assert.equal(wrong.body.problems[0].path, 'params.n');
    assert.equal((await api.post('/mcda/no-such', {})).status, 404);
  });
});

describe('a load test over the API', () => {
  it('is previewed, started, watched to its end, read in every format and compared', async () => {
    const plan = { target: 'builtin', load: { model: 'closed', sessions: 2, messages: 200 } };
    const preview = await api.post('/plans/preview', { plan });
    assert.equal(preview.status, 200);

    const started = await api.post('/runs', { plan });
    assert.equal(started.status, 202);
    const events = await (await api.raw('GET', `/runs/${started.body.id}/events`)).text();
    assert.match(events, /event: end/);
    const { body: run } = await api.get(`/runs/${started.body.id}`);
    assert.equal(run.status, 'finished');
    assert.equal(run.result.messages.accepted, 200);
    for (const format of ['json', 'csv', 'html', 'junit', 'prometheus']) {
      assert.equal((await api.raw('GET', `/runs/${run.id}/result?format=${format}`)).status, 200, format);
    }
    const compared = await api.post('/comparisons', { first: [run.id], second: [run.id] });
    assert.equal(compared.body.figures[0].difference, 'tooFewRuns');
  });

  it('goes to a candidate, whose password is taken and never shown', async () => {
    const sink = await startSink({});
    const endpoint = `smtp://127.0.0.1:${sink.port}`;
    const wrong = await api.post('/candidates', { name: 'x', endpoint: 'mail.example', auth: null });
    const auth = { mechanism: 'PLAIN', user: 'load@example.test' };
    const password = 'himitsu-no-kotoba';

    const { body: candidate } = await api.post('/candidates', { name: '候補A', endpoint, auth, password });
    const renamed = await api.put(`/candidates/${candidate.id}`, { name: '候補B', endpoint, auth });
    const { body: open } = await api.put(`/candidates/${candidate.id}`, { name: '候補B', endpoint });
    const plan = { load: { model: 'closed', sessions: 1, messages: 5 } };
    const { body: run } = await api.post('/runs', { plan, candidateId: candidate.id });
    await (await api.raw('GET', `/runs/${run.id}/events`)).text();
    const { body: list } = await api.get(`/runs?candidateId=${candidate.id}`);
    const deleted = await api.delete(`/candidates/${candidate.id}`);
    await sink.close();

    assert.deepEqual([wrong.status, wrong.body.problems[0].path], [422, 'endpoint']);
    assert.deepEqual([candidate.hasSecret, renamed.body.hasSecret, open.hasSecret], [true, true, false]);
    assert.equal(JSON.stringify([candidate, renamed.body, run]).includes(password), false);
    assert.deepEqual(
      list.runs.map(({ status }: { status: string }) => status),
      ['finished'],
    );
    assert.equal(deleted.status, 204);
  });

  it('stops within a second', async () => {
    const plan = { target: 'builtin', load: { model: 'closed', sessions: 1, durationSec: 60 } };
    const { body: run } = await api.post('/runs', { plan });

    const stopped = await api.post(`/runs/${run.id}/stop`, undefined);

    assert.equal(stopped.body.result.verdict, 'aborted');
  });

  it('is refused for a target that nobody has allowed, with the reason', async () => {
    const plan = { target: 'smtp://192.0.2.1:25', load: { model: 'closed', sessions: 1, messages: 1 } };

    const refused = await api.post('/runs', { plan });

    assert.equal(refused.status, 403);
    assert.equal(refused.body.code, 'refusedForSafety');
    assert.equal(refused.body.problems[0].path, 'plan.target');
  });
});

describe('a request that cannot be used', () => {
  it('is answered in the reader’s language with every place that is wrong', async () => {
    const answer = await api.post(
      '/evaluations',
      { titel: 'x', answers: { employees: [1] } },
      { lang: 'ja' },
    );

    assert.equal(answer.status, 400);
    assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/);
    assert.deepEqual(answer.body.problems.map(({ path }: { path: string }) => path).sort(), [
      'answers.employees',
      'titel',
      'title',
    ]);
    assert.match(answer.body.title, /受け付けられません/);
  });

  it('names an answer that the questionnaire does not take', async () => {
    const answer = await api.post('/evaluations', { title: 'x', answers: { employees: 'many' } });

    assert.equal(answer.status, 422);
    assert.equal(answer.body.problems[0].path, 'answers.employees');
  });

  it('is refused when its body is broken, too large or no JSON', async () => {
    const send = (body: string, type: string) =>
      api.raw('POST', '/evaluations', body, { 'content-type': type });

    assert.equal((await send('{', 'application/json')).status, 400);
    assert.equal((await send('a=b', 'application/x-www-form-urlencoded')).status, 415);
    assert.equal((await send('a', 'text/plain')).status, 415);
    assert.equal((await send(JSON.stringify('x'.repeat(2_000_000)), 'application/json')).status, 413);
  });

  it('is refused when another site’s page sends it, also without a body', async () => {
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://elsewhere.example' }]) {
      const answer = await api.raw('POST', '/runs/any/stop', undefined, headers);

      assert.equal(answer.status, 403, JSON.stringify(headers));
    }
  });

  it('gets a problem, not a page, where there is nothing', async () => {
    const answer = await api.get('/no-such-thing');

    assert.equal(answer.status, 404);
    assert.equal(answer.body.code, 'notFound');
  });

  it('is refused without a token where people sign in', async () => {
    const guarded = await startWebWithAccounts();
    const outside = openApi(guarded.origin);

    const answers = await Promise.all(['/evaluations', '/runs', '/options'].map((path) => outside.get(path)));
    const document = await outside.get('/openapi.json');
    await guarded.close();

    for (const { status, body } of answers) assert.deepEqual([status, body.code], [401, 'signInNeeded']);
    assert.equal(document.status, 200);
  });
});

describe('an answer that breaks its own schema', () => {
  it('is withheld and logged with the number that the reader gets', async () => {
    const logged: unknown[] = [];
    const logger = { ...web.deps.logger, error: (fields: unknown) => logged.push(fields) };
    const broken: Operation = {
      ...(OPERATIONS.find(({ id }) => id === 'getQuestionnaire') as Operation),
      answered: {
        status: 200,
        meaning: { en: '', ja: '' },
        content: objectOf({ count: { type: 'integer' } }),
      },
      handle: () => Promise.resolve(json({ count: 'secret' })),
    };
    const deps = { ...web.deps, logger };
    const server = express()
      .use(
        logRequests({ ids: deps.ids, logger, isQuiet: true, trustsProxy: false, onDone: () => {} }),
        apiRoutes(deps, [broken]),
        apiErrors(deps),
      )
      .listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };

    const answer = await fetch(`http://127.0.0.1:${port}/questionnaire`);
    const text = await answer.text();
    server.close();

    assert.equal(answer.status, 500);
    assert.doesNotMatch(text, /secret/);
    const { requestId } = JSON.parse(text) as { requestId: string };
    assert.match(requestId, /\S/);
    assert.equal((logged[0] as { requestId: string }).requestId, requestId);
  });
});
