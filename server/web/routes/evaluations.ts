// An evaluation: started, reviewed, renamed, copied. Its questions have their own routes.

import { Router } from 'express';
import type { Request } from 'express';
import type { Evaluation } from '../../usecases/stores.ts';
import { textField } from '../form-fields.ts';
import { languageOf } from '../language.ts';
import type { SendPage } from '../page.ts';
import { RequestRefused } from '../request-refused.ts';
import { FIRST_PERSON } from '../texts/weights-texts.ts';
import { copyTitle, evaluationTitle } from '../texts/questionnaire-texts.ts';
import { formatDay } from '../view-models/format.ts';
import { overviewModel, QUICK_SECTION } from '../view-models/questionnaire.ts';
import type { WebDeps } from '../web-deps.ts';

const TITLE_LENGTH_MAX = 120;
const EXPERT_MODE = 'expert';

export function evaluationRoutes(deps: WebDeps, sendPage: SendPage): Router {
  const routes = Router();
  routes.post('/evaluations', async (req, res) => {
    const today = deps.clock.now().toISOString().slice(0, 10);
    const day = { en: formatDay(today, 'en'), ja: formatDay(today, 'ja') };
    const { id } = await deps.evaluations.create({ title: evaluationTitle(day)[languageOf(req)] });
    const mode = textField(req, 'mode');
    // Whoever wants to give weights is asked for them after the last question.
    if (mode === EXPERT_MODE) await deps.opinions.invite(id, FIRST_PERSON[languageOf(req)]);
    const first = mode === QUICK_SECTION ? QUICK_SECTION : deps.questionnaire.sections[0]?.id;
    res.redirect(303, `/evaluations/${id}/questions/${first ?? QUICK_SECTION}`);
  });
  routes.get('/evaluations/:id', async (req, res) => {
    const evaluation = await evaluationAt(deps, req.params.id);
    const { questionnaire } = deps;
    const model = overviewModel({ questionnaire, evaluation, origin: originOf(req) }, languageOf(req));
    await sendPage(req, res, { view: 'overview', title: evaluation.title, section: 'home', model });
  });
  routes.post('/evaluations/:id/name', async (req, res) => {
    const title = textField(req, 'title', TITLE_LENGTH_MAX);
    if (title !== '' && !(await deps.evaluations.rename(req.params.id, title))) {
      throw new RequestRefused(404, 'notFound');
    }
    res.redirect(303, `/evaluations/${req.params.id}`);
  });
  routes.post('/evaluations/:id/copy', async (req, res) => {
    const { title } = await evaluationAt(deps, req.params.id);
    const name = copyTitle(title)[languageOf(req)].slice(0, TITLE_LENGTH_MAX);
    const copy = await deps.evaluations.copy(req.params.id, name);
    if (copy === null) throw new RequestRefused(404, 'notFound');
    res.redirect(303, `/evaluations/${copy.id}`);
  });
  routes.post('/evaluations/:id/delete', async (req, res) => {
    const outcome = await deps.evaluations.remove(req.params.id);
    if (outcome === 'frozen') throw new RequestRefused(409, 'frozen');
    if (outcome === 'notFound') throw new RequestRefused(404, 'notFound');
    res.redirect(303, '/');
  });
  return routes;
}

/** The evaluation with this id; an id nobody was given ends as "not found". */
export async function evaluationAt(deps: Pick<WebDeps, 'evaluations'>, id: string): Promise<Evaluation> {
  const evaluation = await deps.evaluations.get(id);
  if (evaluation === null) throw new RequestRefused(404, 'notFound');
  return evaluation;
}

export function originOf(req: Request): string {
  return `${req.protocol}://${req.headers.host ?? 'localhost'}`;
}
