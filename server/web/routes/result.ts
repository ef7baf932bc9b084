// The result of an evaluation: the page, one option worked out, two compared, and what other weights would give.
// Nothing of it is stored: the same answers, catalogue and measurements give it again.

import { Router } from 'express';
import type { Request } from 'express';
import { permissionsOf } from '../../core/access/principal.ts';
import { REPORT_FORMATS } from '../../usecases/build-report.ts';
import { keptParts } from '../kept-parts.ts';
import { languageOf } from '../language.ts';
import type { SendPage } from '../page.ts';
import { RequestRefused } from '../request-refused.ts';
import { METHOD_PAGE_TEXTS } from '../texts/method-page-texts.ts';
import { COMPARE_TEXTS } from '../texts/result-option-texts.ts';
import { RESULT_TEXTS } from '../texts/result-texts.ts';
import { methodModel } from '../view-models/method.ts';
import { compareModel } from '../view-models/result-compare.ts';
import { resultOptionModel } from '../view-models/result-option.ts';
import { resultModel } from '../view-models/result.ts';
import { whatIfSureness } from '../view-models/what-if-model.ts';
import { asSwingWeights, parseWhatIf, whatIfQuery, whatIfWeights } from '../view-models/what-if.ts';
import { resultUnderWeights } from '../../usecases/evaluation-result.ts';
import { principalOf } from '../security/who.ts';
import type { WebDeps } from '../web-deps.ts';
import { resultAt } from './result-at.ts';
import { downloadReport } from './result-report.ts';

export function resultRoutes(deps: WebDeps, sendPage: SendPage): Router {
  const routes = Router();
  routes.get('/evaluations/:id/result', resultPage(deps, sendPage));
  routes.get('/evaluations/:id/result/:option', async (req, res) => {
    const { evaluation, recommendation } = await resultAt(deps, req.params.id);
    const { vocabulary } = deps.catalogue;
    const data = { recommendation, evaluation, vocabulary };
    const model = resultOptionModel(data, req.params.option, languageOf(req));
    if (model === null) throw new RequestRefused(404, 'notFound');
    await sendPage(req, res, { view: 'result-option', title: model.option.name, section: 'home', model });
  });
  routes.get('/evaluations/:id/compare', async (req, res) => {
    const { evaluation, recommendation } = await resultAt(deps, req.params.id);
    const asked = { a: req.query['a'], b: req.query['b'] };
    const model = compareModel({ recommendation, evaluation, asked }, languageOf(req));
    const title = COMPARE_TEXTS.title[languageOf(req)];
    await sendPage(req, res, { view: 'result-compare', title, section: 'home', model });
  });
  routes.get('/evaluations/:id/what-if', async (req, res) => {
    const { evaluation, recommendation, frozen } = await resultAt(deps, req.params.id);
    const weights = whatIfWeights(recommendation, parseWhatIf(req.query, recommendation));
    const trial =
      weights === null
        ? recommendation
        : await resultUnderWeights(deps, evaluation, frozen, asSwingWeights(weights));
    res.json(whatIfSureness(trial, languageOf(req)));
  });
  routes.get('/evaluations/:id/report', (req, res) => downloadReport(deps, req, res));
  routes.get('/method', async (req, res) => {
    const lang = languageOf(req);
    const model = methodModel(lang);
    await sendPage(req, res, {
      view: 'result-method',
      title: METHOD_PAGE_TEXTS.title[lang],
      section: 'guide',
      model,
    });
  });
  return routes;
}

function resultPage(deps: WebDeps, sendPage: SendPage) {
  const part = keptParts(deps.viewsDir);
  return async (req: Request<{ id: string }>, res: Parameters<SendPage>[1]): Promise<void> => {
    const precision = req.query['precision'] === 'thorough' ? 'thorough' : 'full';
    const { evaluation, recommendation, frozen } = await resultAt(deps, req.params.id, precision);
    const isFrozen = frozen !== null;
    const lang = languageOf(req);
    const whatIf = parseWhatIf(req.query, recommendation);
    const granted = permissionsOf(principalOf(req));
    const may = {
      export: granted.has('evaluation.export'),
      startRun: granted.has('run.start'),
      edit: granted.has('evaluation.edit'),
    };
    const keptPart = await part({
      source: recommendation,
      view: 'result/body',
      key: [evaluation.id, evaluation.title, whatIfQuery(whatIf), JSON.stringify([may, isFrozen])],
      lang,
      model: () =>
        resultModel(
          { recommendation, evaluation, reportFormats: REPORT_FORMATS, whatIf, may, isFrozen },
          lang,
        ),
    });
    const title = `${RESULT_TEXTS.title[lang]} – ${evaluation.title}`;
    const scripts = ['what-if.js', 'result-charts.js'];
    await sendPage(req, res, { view: 'result', title, section: 'home', scripts, model: {}, keptPart });
  };
}
