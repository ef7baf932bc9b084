// The tender rule of an evaluation: read, declared, taken back, and the prices that are bid under it.

import type { Signature } from '../../../usecases/evaluation-versions.ts';
import type { Evaluation } from '../../../usecases/stores.ts';
import type { TenderStatement } from '../../../usecases/tender-store.ts';
import { declareTender, enterBids, withdrawTender } from '../../../usecases/tenders.ts';
import type { Bids, TenderResult } from '../../../usecases/tenders.ts';
import type { WebDeps } from '../../web-deps.ts';
import { PROBLEM_TITLES } from '../api-texts.ts';
import { found, notFound } from '../named.ts';
import { ApiProblem, component, json, objectOf } from '../operation.ts';
import type { ApiAnswer, ApiCall, Operation } from '../operation.ts';
import { SIGNATURE_FIELDS, signatureOf } from '../signature.ts';
import { evaluationNamed } from './evaluations.ts';

const DECLARED = {
  status: 200,
  meaning: { en: 'The rule as it is declared now', ja: '宣言されている方式' },
  content: component('DeclaredTender'),
} as const;

const getTender: Operation = {
  id: 'getTender',
  method: 'get',
  path: '/evaluations/{id}/tender',
  tag: 'evaluations',
  access: 'evaluation.read',
  summary: {
    en: 'The declared tender rule with the bids under it; 404 where none is declared',
    ja: '宣言した落札方式と入札額（宣言がなければ404）',
  },
  answered: DECLARED,
  handle: async ({ deps, path }) => declared(deps, await evaluationNamed(deps, path['id'])),
};

const putTender: Operation = {
  id: 'declareTender',
  method: 'put',
  path: '/evaluations/{id}/tender',
  tag: 'evaluations',
  access: ['evaluation.edit', 'evaluation.tender-declared'],
  summary: {
    en: 'Declare the tender rule, before offers are opened; what was declared before is replaced',
    ja: '落札方式を、開札の前に宣言する（それまでの宣言は置き換える）',
  },
  body: component('Tender'),
  answered: DECLARED,
  async handle({ deps, path, body }) {
    const evaluation = await evaluationNamed(deps, path['id']);
    const basedOn = (await deps.tenders.get(evaluation.id))?.revision ?? 0;
    refuseUnlessChanged(await declareTender(deps, evaluation, body as TenderStatement, basedOn));
    return declared(deps, evaluation);
  },
};

const deleteTender: Operation = {
  id: 'withdrawTender',
  method: 'delete',
  path: '/evaluations/{id}/tender',
  tag: 'evaluations',
  access: ['evaluation.edit', 'evaluation.tender-withdrawn'],
  summary: { en: 'Take the declared tender rule back', ja: '落札方式の宣言を取り消す' },
  answered: { status: 204, meaning: { en: 'Taken back', ja: '取り消しました' }, content: 'none' },
  async handle({ deps, path }) {
    const evaluation = await evaluationNamed(deps, path['id']);
    refuseUnlessChanged(await withdrawTender(deps, evaluation));
    return { kind: 'nothing' };
  },
};

const putBids: Operation = {
  id: 'enterBids',
  method: 'put',
  path: '/evaluations/{id}/tender/bids',
  tag: 'evaluations',
  access: ['evaluation.edit', 'evaluation.bids-entered'],
  summary: {
    en: 'Put the prices that were bid in place of those before; on a frozen evaluation they make the next version, for a stated reason',
    ja: '入札額を置き換える（確定済みの評価では、理由を記録して次の版になる）',
  },
  body: objectOf({ bids: component('Bids'), ...SIGNATURE_FIELDS }, Object.keys(SIGNATURE_FIELDS)),
  answered: DECLARED,
  async handle(call) {
    const { deps, path, body } = call;
    const evaluation = await evaluationNamed(deps, path['id']);
    const isFrozen = (await deps.versions.state(evaluation.id)).kind === 'frozen';
    const signature = isFrozen ? signatureWithReason(call) : { by: '', reason: '' };
    const { bids } = body as { readonly bids: Bids };
    refuseUnlessChanged(await enterBids(deps, evaluation, bids, signature));
    return declared(deps, evaluation);
  },
};

export const TENDER_OPERATIONS: readonly Operation[] = [getTender, putTender, deleteTender, putBids];

async function declared({ tenders }: WebDeps, { id }: Evaluation): Promise<ApiAnswer> {
  const { statement, revision, changedAt } = found(await tenders.get(id));
  return json({ tender: statement, revision, changedAt });
}

function signatureWithReason(call: ApiCall): Signature {
  const signature = signatureOf(call);
  if (signature.reason !== '') return signature;
  const message = { en: 'is missing.', ja: 'この項目が必要です。' };
  throw new ApiProblem(422, 'invalid', PROBLEM_TITLES.invalid, [{ path: 'reason', message }]);
}

function refuseUnlessChanged(outcome: TenderResult): void {
  switch (outcome.kind) {
    case 'changed':
      return;
    case 'refused':
      throw new ApiProblem(
        422,
        'invalid',
        PROBLEM_TITLES.invalid,
        outcome.problems.map(({ path, message }) => ({ path: path.replace(/^tender\./, ''), message })),
      );
    case 'notFound':
      throw notFound();
    case 'frozen':
      throw new ApiProblem(409, 'frozen', PROBLEM_TITLES.frozen);
    case 'changedMeanwhile':
      throw new ApiProblem(409, 'conflict', PROBLEM_TITLES.conflict);
  }
}
