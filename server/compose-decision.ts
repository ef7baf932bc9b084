// The decision side of the web application: full recommendations and previews on a thread each, so that who answers
// does not wait for who ranks.

import { createPreviewThread } from './adapters/preview-thread/preview-thread.ts';
import { createRecommendThread } from './adapters/recommend-thread/recommend-thread.ts';
import type { RecommendThread } from './adapters/recommend-thread/recommend-thread.ts';
import type { OpenStores } from './adapters/store-sql/open-stores.ts';
import { systemClock } from './adapters/system/system-clock.ts';
import type { DecisionBasis } from './usecases/recommend.ts';
import { createRecommendEvaluation } from './usecases/recommend-evaluation.ts';
import type { WebDeps } from './web/app.ts';

type DecisionParts = Pick<WebDeps, 'previews' | 'recommend'> &
  Pick<RecommendThread, 'compute'> & { close(): Promise<void> };

export function decisionParts(basis: DecisionBasis, stores: OpenStores): DecisionParts {
  const decisions = createRecommendThread(basis);
  const previews = createPreviewThread(basis, systemClock);
  return {
    previews,
    compute: (request) => decisions.compute(request),
    recommend: createRecommendEvaluation({
      compute: (request) => decisions.compute(request),
      basis,
      runs: stores.runs,
      clock: systemClock,
    }),
    async close() {
      await decisions.close();
      await previews.close();
    },
  };
}
