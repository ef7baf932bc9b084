// The weights of an evaluation as each person gives them, alone: who was asked, who has given theirs, and one's own.

import { parsePreferences } from '../../../core/scoring/preferences.ts';
import type { ElicitationMethod, Opinion } from '../../../usecases/opinions.ts';
import { cleanText } from '../../form-fields.ts';
import { PROBLEM_TITLES } from '../api-texts.ts';
import { found, notFound } from '../named.ts';
import { ApiProblem, json, listOf, objectOf } from '../operation.ts';
import type { ApiCall, JsonSchema, Operation } from '../operation.ts';
import { evaluationNamed } from './evaluations.ts';

const NAME_LENGTH_MAX = 60;

/** Whose turn it is and nothing of what anybody gave: that is shown only in the result. */
const PERSON: JsonSchema = objectOf({
  id: { type: 'string' },
  name: { type: 'string' },
  hasGiven: { type: 'boolean' },
});

const listPeople: Operation = {
  id: 'listPeople',
  method: 'get',
  path: '/evaluations/{id}/people',
  tag: 'evaluations',
  access: 'evaluation.edit',
  summary: {
    en: 'Who was asked for weights, and whether they have given theirs',
    ja: '重みづけを依頼した人と、回答の有無',
  },
  answered: {
    status: 200,
    meaning: { en: 'The people', ja: '回答者の一覧' },
    content: objectOf({ people: listOf(PERSON) }),
  },
  async handle({ deps, path }) {
    const { id } = await evaluationNamed(deps, path['id']);
    return json({ people: (await deps.opinions.listFor(id)).map(personOf) });
  },
};

const askPerson: Operation = {
  id: 'askPerson',
  method: 'post',
  path: '/evaluations/{id}/people',
  tag: 'evaluations',
  access: 'evaluation.edit',
  summary: { en: 'Ask one more person for weights', ja: '重みづけの回答者を追加する' },
  body: objectOf({ name: { type: 'string', minLength: 1, maxLength: NAME_LENGTH_MAX } }),
  answered: { status: 201, meaning: { en: 'The person', ja: '追加した回答者' }, content: PERSON },
  async handle({ deps, path, body }) {
    const name = cleanText((body as { name: string }).name, NAME_LENGTH_MAX);
    const outcome = await deps.opinions.invite(path['id'] ?? '', name);
    switch (outcome.kind) {
      case 'invited':
        return json(personOf(outcome.opinion));
      case 'notFound':
        throw notFound();
      case 'nameTaken':
      case 'full':
        throw new ApiProblem(409, outcome.kind, PROBLEM_TITLES[outcome.kind]);
    }
  },
};

const giveWeights: Operation = {
  id: 'giveWeights',
  method: 'put',
  path: '/evaluations/{id}/people/{personId}/weights',
  tag: 'evaluations',
  access: 'evaluation.edit',
  summary: {
    en: 'Give one person’s weights by ranking, swing, ranges or paired comparison, as in an answers file',
    ja: '一人の重みを、順位・スイング・範囲・一対比較のいずれかで登録する（回答ファイルと同じ書き方）',
  },
  body: {
    type: 'object',
    required: ['method'],
    properties: { method: { type: 'string' } },
    description: 'docs/scoring.md, “Weights”',
  },
  answered: { status: 200, meaning: { en: 'The person', ja: '回答者' }, content: PERSON },
  async handle(call) {
    const { deps, body } = call;
    const { id } = await personNamed(call);
    const preferences = parsePreferences(body, deps.model);
    if (!preferences.ok) {
      throw new ApiProblem(422, 'invalid', PROBLEM_TITLES.invalid, preferences.problems);
    }
    const { method, ...draft } = body as { readonly method: ElicitationMethod };
    await deps.opinions.saveDraft(id, method, draft);
    const given = found(await deps.opinions.setGiven(id, true));
    return json(personOf(given));
  },
};

const dropPerson: Operation = {
  id: 'dropPerson',
  method: 'delete',
  path: '/evaluations/{id}/people/{personId}',
  tag: 'evaluations',
  access: 'evaluation.edit',
  summary: { en: 'Ask this person no longer', ja: '回答者を外す' },
  answered: { status: 204, meaning: { en: 'Done', ja: '外しました' }, content: 'none' },
  async handle(call) {
    const { id } = await personNamed(call);
    await call.deps.opinions.remove(id);
    return { kind: 'nothing' };
  },
};

export const WEIGHT_OPERATIONS: readonly Operation[] = [listPeople, askPerson, giveWeights, dropPerson];

function personOf({ id, name, givenAt }: Opinion): object {
  return { id, name, hasGiven: givenAt !== null };
}

async function personNamed({ deps, path }: ApiCall): Promise<Opinion> {
  const opinion = await deps.opinions.get(path['personId'] ?? '');
  if (opinion === null || opinion.evaluationId !== path['id']) {
    throw notFound();
  }
  return opinion;
}
