// A process that computes one recommendation and ends. The decision thread of the pages has the priority of the pages,
// and a thread cannot be given another; who orders a document waits behind whoever looks at a page.

import type { EvaluationInputs } from '../../usecases/evaluation-inputs.ts';
import { recommendRequestOf } from '../../usecases/evaluation-inputs.ts';
import { recommendFor } from '../../usecases/recommend.ts';
import type { DecisionBasis } from '../../usecases/recommend.ts';
import { answerOneJob } from './answer-one-job.ts';
import type { ComputingJob, DocumentReply } from './document-messages.ts';

answerOneJob(computed);

async function computed({ inputs, basis }: ComputingJob): Promise<DocumentReply> {
  const request = recommendRequestOf(JSON.parse(inputs) as EvaluationInputs);
  const outcome = recommendFor(JSON.parse(basis) as DecisionBasis, request);
  if (outcome.ok) return { kind: 'computed', recommendation: JSON.stringify(outcome.value) };
  return { kind: 'failed', reason: outcome.problems.map((problem) => problem.message.en).join('; ') };
}
