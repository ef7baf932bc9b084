// Candidates: the servers that an organisation considers. A password goes in and never comes out.

import type { Candidate, CandidateFields } from '../../../usecases/candidate-store.ts';
import { AUTH_MECHANISMS, TLS_MODES } from '../../../usecases/candidate-store.ts';
import { readCandidate, typedFromCandidate } from '../../view-models/candidate-form.ts';
import type { CandidateReading } from '../../view-models/candidate-form.ts';
import { PROBLEM_TITLES } from '../api-texts.ts';
import { found } from '../named.ts';
import { ApiProblem, component, json, listOf, objectOf } from '../operation.ts';
import type { ApiCall, JsonSchema, Operation } from '../operation.ts';

const OPTIONAL = ['tls', 'tlsVerify', 'providerId', 'notes', 'auth', 'password'];

/** All but name and endpoint may be left out; `password` is taken and never shown. */
const BODY: JsonSchema = objectOf(
  {
    name: { type: 'string', minLength: 1, maxLength: 80 },
    endpoint: {
      type: 'string',
      maxLength: 300,
      description: 'smtp://host:port, smtps:// or lmtp://, without user and password.',
    },
    tls: { enum: TLS_MODES },
    tlsVerify: { type: 'boolean' },
    providerId: { type: ['string', 'null'], description: 'The option of the catalogue that it is.' },
    notes: { type: 'string', maxLength: 2_000 },
    auth: {
      anyOf: [
        { type: 'null' },
        objectOf({ mechanism: { enum: AUTH_MECHANISMS }, user: { type: 'string', maxLength: 300 } }),
      ],
    },
    password: { type: 'string', maxLength: 500, description: 'Kept sealed; left out, the kept one stays.' },
  },
  OPTIONAL,
);

interface CandidateBody extends Partial<CandidateFields> {
  readonly name: string;
  readonly endpoint: string;
  readonly password?: string;
}

const CANDIDATE = component('Candidate');

const listCandidates: Operation = {
  id: 'listCandidates',
  method: 'get',
  path: '/candidates',
  tag: 'benchmarks',
  access: 'run.read',
  summary: { en: 'The candidates, without their passwords', ja: '候補サーバーの一覧（パスワードを除く）' },
  answered: {
    status: 200,
    meaning: { en: 'The candidates', ja: '候補サーバー' },
    content: objectOf({ candidates: listOf(CANDIDATE) }),
  },
  handle: async ({ deps }) => json({ candidates: await deps.candidates.list() }),
};

const getCandidate: Operation = {
  id: 'getCandidate',
  method: 'get',
  path: '/candidates/{candidateId}',
  tag: 'benchmarks',
  access: 'run.read',
  summary: { en: 'One candidate', ja: '一つの候補サーバー' },
  answered: { status: 200, meaning: { en: 'The candidate', ja: '候補サーバー' }, content: CANDIDATE },
  handle: async (call) => json(await candidateNamed(call)),
};

const getCandidateControl: Operation = {
  id: 'getCandidateControl',
  method: 'get',
  path: '/candidates/{candidateId}/control',
  tag: 'benchmarks',
  access: 'candidate.manage',
  summary: {
    en: 'Who controls the server, asked anew: reads its greeting once and sends no mail',
    ja: '管理権限の確認（サーバーの応答を一度読むだけで、メールは送りません）',
  },
  answered: {
    status: 200,
    meaning: { en: 'Whether it may be tested, and what is missing', ja: '試験の可否と、足りないもの' },
    content: component('CandidateControl'),
  },
  handle: async (call) => json(await call.deps.loadRunner.control((await candidateNamed(call)).endpoint)),
};

const createCandidate: Operation = {
  id: 'createCandidate',
  method: 'post',
  path: '/candidates',
  tag: 'benchmarks',
  access: ['candidate.manage', 'candidate.changed'],
  summary: { en: 'Add a server that you control', ja: '管理下のサーバーを候補に加える' },
  body: BODY,
  answered: { status: 201, meaning: { en: 'The candidate', ja: '候補サーバー' }, content: CANDIDATE },
  async handle(call) {
    const { fields, secret } = accepted(read(call, null));
    const candidate = await call.deps.candidates.create(fields, secret);
    return { kind: 'json', json: candidate, location: `/api/v1/candidates/${candidate.id}` };
  },
};

const changeCandidate: Operation = {
  id: 'changeCandidate',
  method: 'put',
  path: '/candidates/{candidateId}',
  tag: 'benchmarks',
  access: ['candidate.manage', 'candidate.changed'],
  summary: { en: 'Replace what is known about a candidate', ja: '候補サーバーの内容を置き換える' },
  body: BODY,
  answered: { status: 200, meaning: { en: 'The candidate', ja: '候補サーバー' }, content: CANDIDATE },
  async handle(call) {
    const candidate = await candidateNamed(call);
    const { fields, secret } = accepted(read(call, candidate));
    const changed = found(await call.deps.candidates.update(candidate.id, fields, secret));
    return json(changed);
  },
};

const deleteCandidate: Operation = {
  id: 'deleteCandidate',
  method: 'delete',
  path: '/candidates/{candidateId}',
  tag: 'benchmarks',
  access: ['candidate.manage', 'candidate.changed'],
  summary: {
    en: 'Delete a candidate with its password; its runs stay',
    ja: '候補サーバーをパスワードごと削除する（試験結果は残ります）',
  },
  answered: { status: 204, meaning: { en: 'Deleted', ja: '削除しました' }, content: 'none' },
  async handle(call) {
    const { id } = await candidateNamed(call);
    await call.deps.candidates.remove(id);
    return { kind: 'nothing' };
  },
};

export const CANDIDATE_OPERATIONS: readonly Operation[] = [
  listCandidates,
  createCandidate,
  getCandidate,
  getCandidateControl,
  changeCandidate,
  deleteCandidate,
];

async function candidateNamed({ deps, path }: ApiCall): Promise<Candidate> {
  return found(await deps.candidates.get(path['candidateId'] ?? ''));
}

// The same rules as the form on the page, so that both refuse the same things in the same words.
function read({ deps, body }: ApiCall, known: Candidate | null): CandidateReading {
  const { password = '', ...given } = body as CandidateBody;
  const fields: CandidateFields = {
    tls: 'none',
    tlsVerify: true,
    providerId: null,
    notes: '',
    auth: null,
    ...given,
  };
  const optionIds = deps.catalogue.providers.map(({ id }) => id);
  const typed = typedFromCandidate({ id: '', hasSecret: false, createdAt: '', updatedAt: '', ...fields });
  return readCandidate(typed, { optionIds, password, hasSecret: known?.hasSecret ?? false });
}

/** Names of the form's fields where the body calls them otherwise. */
const PLACES: Readonly<Record<string, string>> = {
  insecure: 'tlsVerify',
  option: 'providerId',
  mechanism: 'auth.mechanism',
  user: 'auth.user',
};

function accepted(reading: CandidateReading): Extract<CandidateReading, { readonly kind: 'candidate' }> {
  if (reading.kind === 'candidate') return reading;
  const problems = Object.entries(reading.problems).map(([field, message]) => ({
    path: PLACES[field] ?? field,
    message,
  }));
  throw new ApiProblem(422, 'invalid', PROBLEM_TITLES.invalid, problems);
}
