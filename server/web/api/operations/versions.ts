// Frozen versions of an evaluation: kept before offers are opened, read, compared, computed again.

import {
  compareStates,
  freezeEvaluation,
  historyOf,
  readVersion,
  recomputeVersion,
} from '../../../usecases/evaluation-versions.ts';
import type { FrozenVersion } from '../../../usecases/evaluation-versions.ts';
import { PROBLEM_TITLES } from '../api-texts.ts';
import { found, notFound } from '../named.ts';
import { ApiProblem, component, json, listOf, objectOf } from '../operation.ts';
import type { ApiCall, Operation } from '../operation.ts';
import { SIGNATURE_FIELDS, signatureOf } from '../signature.ts';
import { evaluationNamed } from './evaluations.ts';

const SIGNATURE = objectOf(SIGNATURE_FIELDS, ['by']);

const listVersions: Operation = {
  id: 'listVersions',
  method: 'get',
  path: '/evaluations/{id}/versions',
  tag: 'results',
  access: 'evaluation.read',
  summary: {
    en: 'Whether the evaluation is frozen, and every version with who, when and why',
    ja: '確定の状態と、各版の日時・担当者・理由',
  },
  answered: {
    status: 200,
    meaning: { en: 'State and versions, oldest first', ja: '状態と版の一覧（古い順）' },
    content: objectOf({ state: { type: 'object' }, versions: listOf(component('Version')) }),
  },
  async handle({ deps, path }) {
    const { id } = await evaluationNamed(deps, path['id']);
    return json(await historyOf(deps, id));
  },
};

const freeze: Operation = {
  id: 'freezeEvaluation',
  method: 'post',
  path: '/evaluations/{id}/versions',
  tag: 'results',
  access: ['evaluation.freeze', 'evaluation.frozen'],
  summary: { en: 'Freeze the evaluation as it stands', ja: '現在の内容で評価を確定する' },
  body: SIGNATURE,
  answered: { status: 201, meaning: { en: 'The version', ja: '作成した版' }, content: component('Version') },
  async handle(call) {
    const { id } = await evaluationNamed(call.deps, call.path['id']);
    const outcome = await freezeEvaluation(call.deps, id, signatureOf(call));
    switch (outcome.kind) {
      case 'kept':
        return json(outcome.version);
      case 'notFound':
        throw notFound();
      case 'changedMeanwhile':
        throw new ApiProblem(409, 'conflict', PROBLEM_TITLES.conflict);
      case 'alreadyFrozen':
        throw new ApiProblem(409, 'frozen', PROBLEM_TITLES.frozen);
    }
  },
};

const reopen: Operation = {
  id: 'reopenEvaluation',
  method: 'post',
  path: '/evaluations/{id}/reopen',
  tag: 'results',
  access: ['evaluation.freeze', 'evaluation.reopened'],
  summary: {
    en: 'Open a frozen evaluation for changes, for a stated reason',
    ja: '確定した評価を、理由を記録して再開する',
  },
  body: SIGNATURE,
  answered: { status: 204, meaning: { en: 'Open again', ja: '再開しました' }, content: 'none' },
  async handle(call) {
    const { id } = await evaluationNamed(call.deps, call.path['id']);
    const { by, reason } = signatureOf(call);
    if (await call.deps.versions.reopen(id, by, reason)) return { kind: 'nothing' };
    throw new ApiProblem(409, 'notFrozen', PROBLEM_TITLES.notFrozen);
  },
};

const getVersion: Operation = {
  id: 'getVersion',
  method: 'get',
  path: '/evaluations/{id}/versions/{number}',
  tag: 'results',
  access: 'evaluation.read',
  summary: { en: 'A version with its inputs and its recommendation', ja: '一つの版の入力と推奨結果' },
  answered: {
    status: 200,
    meaning: { en: 'The version', ja: '版' },
    content: objectOf({
      version: component('Version'),
      inputs: { type: 'object' },
      recommendation: component('Recommendation'),
    }),
  },
  async handle(call) {
    const { record, inputs, recommendation } = await versionNamed(call, call.path['number']);
    return json({ version: record, inputs, recommendation });
  },
};

const checkVersion: Operation = {
  id: 'recomputeVersion',
  method: 'post',
  path: '/evaluations/{id}/versions/{number}/recompute',
  tag: 'results',
  access: 'evaluation.read',
  summary: {
    en: 'Compute a version again from what was kept with it, and say whether it comes out the same',
    ja: '保存した資料から版を再計算し、同じ結果になるか確かめる',
  },
  answered: {
    status: 200,
    meaning: { en: 'Whether every byte is the same', ja: '全バイトが一致するか' },
    content: objectOf({ isSame: { type: 'boolean' }, frozenWith: { type: 'string' } }),
  },
  handle: async (call) =>
    json(await recomputeVersion(call.deps, await versionNamed(call, call.path['number']))),
};

const compare: Operation = {
  id: 'compareVersions',
  method: 'get',
  path: '/evaluations/{id}/versions/{number}/changes',
  tag: 'results',
  access: 'evaluation.read',
  summary: {
    en: 'What changed from this version to another one, or to the latest state',
    ja: 'この版から別の版、または最新の状態までに変わった点',
  },
  query: { to: { type: 'integer', minimum: 1 } },
  answered: { status: 200, meaning: { en: 'The differences', ja: '変更点' }, content: { type: 'object' } },
  async handle(call) {
    const evaluation = await evaluationNamed(call.deps, call.path['id']);
    const { record } = await versionNamed(call, call.path['number']);
    const to = call.query['to'];
    if (typeof to === 'number') await versionNamed(call, String(to));
    return json(
      await compareStates(call.deps, evaluation, {
        from: record.number,
        to: typeof to === 'number' ? to : null,
      }),
    );
  },
};

export const VERSION_OPERATIONS: readonly Operation[] = [
  listVersions,
  freeze,
  reopen,
  getVersion,
  checkVersion,
  compare,
];

async function versionNamed({ deps, path }: ApiCall, number: string | undefined): Promise<FrozenVersion> {
  return found(await readVersion(deps, path['id'] ?? '', Number(number)));
}
