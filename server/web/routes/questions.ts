// The questionnaire: a section as a page, saved as a whole by its form or answer by answer by the page's script.

import { Router } from 'express';
import type { Request, Response } from 'express';
import type { Question } from '../../data/schema/questions.generated.ts';
import type { LocalizedText } from '../../core/text/localized.ts';
import type { Evaluation, SaveOutcome, StoredAnswer, StoredAnswers } from '../../usecases/stores.ts';
import { unnamedStarter } from '../view-models/weights-group.ts';
import { may } from '../../core/access/principal.ts';
import { principalOf } from '../security/who.ts';
import { textField, textFields } from '../form-fields.ts';
import { languageOf } from '../language.ts';
import type { SendPage } from '../page.ts';
import { RequestRefused } from '../request-refused.ts';
import { readAnswer } from '../view-models/answer-form.ts';
import type { TypedAnswer } from '../view-models/answer-form.ts';
import { previewModel } from '../view-models/preview.ts';
import {
  progressOf,
  questionsOf,
  QUICK_SECTION,
  sectionModel,
  UNTOUCHED,
} from '../view-models/questionnaire.ts';
import type { SectionState } from '../view-models/questionnaire.ts';
import { QUESTIONNAIRE_TEXTS } from '../texts/questionnaire-texts.ts';
import { inLanguage } from '../texts/text-table.ts';
import { REFUSAL_TEXTS } from '../texts/shell-texts.ts';
import type { WebDeps } from '../web-deps.ts';
import { evaluationAt, originOf } from './evaluations.ts';

const SCRIPTS = ['save-queue.js', 'one-question.js', 'questionnaire.js'];

export function questionRoutes(deps: WebDeps, sendPage: SendPage): Router {
  const routes = Router();
  routes.get('/evaluations/:id/questions/:section', async (req, res) => {
    const evaluation = await evaluationAt(deps, req.params.id);
    // Whoever may only read finds the answers on one page, and no form that would be refused.
    if (!may(principalOf(req), 'evaluation.edit', { evaluationId: evaluation.id })) {
      res.redirect(303, `/evaluations/${evaluation.id}`);
      return;
    }
    await showSection({ deps, sendPage, req, res }, evaluation, req.params.section);
  });
  routes.post('/evaluations/:id/questions/:section', async (req, res) => {
    const evaluation = await evaluationAt(deps, req.params.id);
    await saveSection({ deps, sendPage, req, res }, evaluation, req.params.section);
  });
  routes.post('/evaluations/:id/answers', async (req, res) => {
    await saveOne(deps, req, res, req.params.id);
  });
  routes.get('/evaluations/:id/preview', async (req, res) => {
    const evaluation = await evaluationAt(deps, req.params.id);
    const preview = await deps.previews.answers(evaluation.answers);
    const { questionnaire } = deps;
    const t = inLanguage(QUESTIONNAIRE_TEXTS, languageOf(req));
    const model = { t, preview: previewModel({ questionnaire, evaluation, preview }, languageOf(req)) };
    await sendPage(req, res, { view: 'preview', title: '', model });
  });
  return routes;
}

interface Exchange {
  readonly deps: WebDeps;
  readonly sendPage: SendPage;
  readonly req: Request;
  readonly res: Response;
}

async function showSection(
  { deps, sendPage, req, res }: Exchange,
  evaluation: Evaluation,
  sectionId: string,
  state: SectionState = UNTOUCHED,
): Promise<void> {
  const { questionnaire } = deps;
  if (questionsOf(questionnaire, sectionId).length === 0) throw new RequestRefused(404, 'notFound');
  const preview = await deps.previews.answers(evaluation.answers);
  const model = sectionModel(
    { questionnaire, evaluation, sectionId, state, preview, origin: originOf(req) },
    languageOf(req),
  );
  const title = model.title;
  await sendPage(req, res, { view: 'section', title, section: 'home', scripts: SCRIPTS, model });
}

async function saveSection(exchange: Exchange, evaluation: Evaluation, sectionId: string): Promise<void> {
  const { deps, req, res } = exchange;
  const questions = questionsOf(deps.questionnaire, sectionId);
  const form = readForm(req, questions, evaluation.answers);
  const outcome = await deps.evaluations.saveAnswers(evaluation.id, form.answers, basedOnVersion(req));
  if (outcome.kind === 'notFound') throw new RequestRefused(404, 'notFound');
  if (outcome.kind === 'frozen') throw new RequestRefused(409, 'frozen');
  const conflicts = outcome.kind === 'conflict' ? outcome.questionIds : [];
  if (conflicts.length === 0 && Object.keys(form.problems).length === 0) {
    res.redirect(303, await nextHref(deps, evaluation.id, sectionId));
    return;
  }
  res.status(conflicts.length > 0 ? 409 : 422);
  const typed = conflicts.length > 0 ? form.typed : wrongOnly(form.typed, form.problems);
  await showSection(exchange, outcome.evaluation, sectionId, { typed, problems: form.problems, conflicts });
}

// The page's script sends one of a number and its "I don't know", so nothing needs to be read before the save.
async function saveOne(deps: WebDeps, req: Request, res: Response, evaluationId: string): Promise<void> {
  const questions = deps.questionnaire.questions.filter(({ id }) => id === textField(req, 'question'));
  if (questions.length === 0) throw new RequestRefused(400, 'badRequest');
  const form = readForm(req, questions, {});
  const [problem] = Object.values(form.problems);
  if (problem !== undefined) {
    res.json({ kind: 'wrong', problem: problem[languageOf(req)] });
    return;
  }
  const outcome: SaveOutcome = await deps.evaluations.saveAnswers(evaluationId, form.answers);
  if (outcome.kind === 'frozen') {
    res.json({ kind: 'wrong', problem: REFUSAL_TEXTS.frozen.advice[languageOf(req)] });
    return;
  }
  if (outcome.kind !== 'saved') throw new RequestRefused(404, 'notFound');
  const shown = { sectionId: null, lang: languageOf(req) };
  res.json({
    kind: 'saved',
    version: outcome.evaluation.version,
    progress: progressOf(deps.questionnaire, outcome.evaluation, shown).map(
      ({ id, short, progress, isDone }) => ({ id, short, progress, isDone }),
    ),
  });
}

interface ReadForm {
  readonly answers: Record<string, StoredAnswer>;
  readonly typed: Record<string, TypedAnswer>;
  readonly problems: Record<string, LocalizedText>;
}

function readForm(req: Request, questions: readonly Question[], saved: StoredAnswers): ReadForm {
  const form: ReadForm = { answers: {}, typed: {}, problems: {} };
  for (const question of questions) {
    const typed = {
      values: textFields(req, `a.${question.id}`),
      isUnknownTicked: textField(req, `u.${question.id}`) !== '',
    };
    const reading = readAnswer(question, typed, saved[question.id]);
    form.typed[question.id] = typed;
    if (reading.kind === 'answer') form.answers[question.id] = reading.value;
    else form.problems[question.id] = reading.problem;
  }
  return form;
}

function wrongOnly(
  typed: Readonly<Record<string, TypedAnswer>>,
  problems: Readonly<Record<string, LocalizedText>>,
): Record<string, TypedAnswer> {
  return Object.fromEntries(Object.entries(typed).filter(([id]) => Object.hasOwn(problems, id)));
}

function basedOnVersion(req: Request): number | undefined {
  const version = Number(textField(req, 'version'));
  return Number.isInteger(version) && version > 0 ? version : undefined;
}

async function nextHref(deps: WebDeps, evaluationId: string, sectionId: string): Promise<string> {
  const { sections } = deps.questionnaire;
  const next = sections[sections.findIndex((section) => section.id === sectionId) + 1];
  if (sectionId !== QUICK_SECTION && next !== undefined) {
    return `/evaluations/${evaluationId}/questions/${next.id}`;
  }
  // Whoever chose to give weights is led there before the result.
  const opinions = await deps.opinions.listFor(evaluationId);
  const own = unnamedStarter(opinions);
  if (own !== null) return `/weights/${own.id}?e=${evaluationId}`;
  const isWaiting = opinions.some(({ givenAt }) => givenAt === null);
  return `/evaluations/${evaluationId}/${isWaiting ? 'weights' : 'result'}`;
}
