// The tender rule of an evaluation: declared and taken back, and the prices that were bid under it.

import { Router } from 'express';
import type { Request } from 'express';
import { may } from '../../core/access/principal.ts';
import { knownBids } from '../../core/scoring/tender-declaration.ts';
import type { Evaluation } from '../../usecases/stores.ts';
import { declareTender, enterBids, withdrawTender } from '../../usecases/tenders.ts';
import type { TenderResult } from '../../usecases/tenders.ts';
import { textField } from '../form-fields.ts';
import { languageOf } from '../language.ts';
import type { SendPage } from '../page.ts';
import { RequestRefused } from '../request-refused.ts';
import { principalOf } from '../security/who.ts';
import { TENDER_RULE_PROBLEMS, TENDER_RULE_TEXTS } from '../texts/tender-rule-texts.ts';
import { knownName } from '../view-models/record.ts';
import {
  bidProblems,
  NO_FURTHER_BIDS,
  readBids,
  RULE_FIELDS,
  ruleProblems,
  statementOf,
} from '../view-models/tender-rule-form.ts';
import type { FieldProblems, TypedBids, TypedRule } from '../view-models/tender-rule-form.ts';
import { tenderRuleModel } from '../view-models/tender-rule.ts';
import type { TenderRuleData } from '../view-models/tender-rule.ts';
import type { WebDeps } from '../web-deps.ts';
import { evaluationAt } from './evaluations.ts';
import type { Exchange } from './exchange.ts';
import { signatureOf } from './versions.ts';

const FIELD_LENGTH_MAX = 60;

export function tenderRuleRoutes(deps: WebDeps, sendPage: SendPage): Router {
  const routes = Router();
  routes.get('/evaluations/:id/tender-rule', async (req, res) => {
    await show({ deps, sendPage, req, res }, await evaluationAt(deps, req.params.id), {});
  });
  routes.post('/evaluations/:id/tender-rule', async (req, res) => {
    await declare({ deps, sendPage, req, res }, await evaluationAt(deps, req.params.id));
  });
  routes.post('/evaluations/:id/tender-rule/withdraw', async (req, res) => {
    const evaluation = await evaluationAt(deps, req.params.id);
    const outcome = await withdrawTender(deps, evaluation);
    // Taken back twice is taken back.
    const isGone = outcome.kind === 'notFound';
    await answer({ deps, sendPage, req, res }, evaluation, isGone ? { kind: 'changed' } : outcome, {});
  });
  routes.post('/evaluations/:id/tender-rule/bids', async (req, res) => {
    await takeBids({ deps, sendPage, req, res }, await evaluationAt(deps, req.params.id));
  });
  return routes;
}

type Shown = Partial<Pick<TenderRuleData, 'typedRule' | 'typedBids' | 'problems' | 'trouble'>>;

async function declare(exchange: Exchange, evaluation: Evaluation): Promise<void> {
  const { deps, req } = exchange;
  const typedRule = Object.fromEntries(
    RULE_FIELDS.map((field) => [field, textField(req, field, FIELD_LENGTH_MAX)]),
  ) as TypedRule;
  const stored = await deps.tenders.get(evaluation.id);
  const optionIds = deps.catalogue.providers.map(({ id }) => id);
  const statement = {
    ...statementOf(typedRule),
    ...(stored === null ? {} : { bids: knownBids(stored.statement, optionIds) }),
  };
  const seen = Number(textField(req, 'revision', FIELD_LENGTH_MAX));
  const outcome = await declareTender(deps, evaluation, statement, seen);
  const problems = outcome.kind === 'refused' ? ruleProblems(outcome.problems) : {};
  await answer(exchange, evaluation, outcome, { typedRule, problems });
}

async function takeBids(exchange: Exchange, evaluation: Evaluation): Promise<void> {
  const { deps, req } = exchange;
  const typedBids = typedBidsIn(req, deps);
  const { bids, fields, problems } = readBids(typedBids);
  const isFrozen = (await deps.versions.state(evaluation.id)).kind === 'frozen';
  const signature = signatureOf(req);
  const unusable = { ...problems, ...(isFrozen ? unsigned(signature) : {}) };
  if (Object.keys(unusable).length > 0) {
    await answer(exchange, evaluation, { kind: 'refused', problems: [] }, { typedBids, problems: unusable });
    return;
  }
  const outcome = await enterBids(deps, evaluation, bids, signature);
  if (outcome.kind === 'notFound') throw new RequestRefused(404, 'notFound');
  const refused = outcome.kind === 'refused' ? bidProblems(outcome.problems, fields) : {};
  await answer(exchange, evaluation, outcome, { typedBids, problems: refused });
}

function unsigned(signature: ReturnType<typeof signatureOf>): FieldProblems {
  const missing = (['by', 'reason'] as const).filter((field) => signature[field] === '');
  return Object.fromEntries(missing.map((field) => [field, TENDER_RULE_PROBLEMS[field]]));
}

function typedBidsIn(req: Request, deps: WebDeps): TypedBids {
  const sent = Object.keys((req.body as Readonly<Record<string, unknown>> | undefined) ?? {});
  const known = deps.catalogue.providers
    .filter(({ id }) => sent.includes(`bid.${id}`))
    .map(({ id }) => [id, textField(req, `bid.${id}`, FIELD_LENGTH_MAX)]);
  return {
    known: Object.fromEntries(known),
    further: NO_FURTHER_BIDS.map((_, index) => ({
      option: textField(req, `option.${index}`, FIELD_LENGTH_MAX),
      price: textField(req, `price.${index}`, FIELD_LENGTH_MAX),
    })),
  };
}

async function answer(
  exchange: Exchange,
  evaluation: Evaluation,
  outcome: TenderResult,
  shown: Shown,
): Promise<void> {
  const { res } = exchange;
  if (outcome.kind === 'changed') {
    res.redirect(303, `/evaluations/${evaluation.id}/tender-rule`);
    return;
  }
  if (outcome.kind === 'frozen') throw new RequestRefused(409, 'frozen');
  const isConflict = outcome.kind === 'changedMeanwhile';
  res.status(isConflict ? 409 : 422);
  const trouble = isConflict ? TENDER_RULE_TEXTS.changedMeanwhile : null;
  await show(exchange, evaluation, { ...shown, trouble });
}

async function show(
  { deps, sendPage, req, res }: Exchange,
  evaluation: Evaluation,
  shown: Shown,
): Promise<void> {
  const [stored, state] = await Promise.all([
    deps.tenders.get(evaluation.id),
    deps.versions.state(evaluation.id),
  ]);
  const principal = principalOf(req);
  const { catalogue, cost } = deps;
  const data: TenderRuleData = {
    evaluation,
    stored,
    isFrozen: state.kind === 'frozen',
    mayEdit: may(principal, 'evaluation.edit', { evaluationId: evaluation.id }),
    catalogue,
    cost,
    problems: {},
    trouble: null,
    knownName: knownName(principal),
    signature: signatureOf(req),
    ...shown,
  };
  const model = tenderRuleModel(data, languageOf(req));
  await sendPage(req, res, { view: 'tender-rule', title: model.t.title, section: 'home', model });
}
