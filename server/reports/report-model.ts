// The report before any format: sections in the fixed order, worded in one language, rounded once.
// Invariant: a section is never missing. Where its data is absent it says so in words.

import { cleanTexts } from './clean-text.ts';
import type { Block, Computation, Report } from './report.generated.ts';
import type { ReportContext } from './report-context.ts';
import { reportContext } from './report-context.ts';
import type { ReportInput } from './report-input.ts';
import { changesBlocks } from './sections/changes-section.ts';
import { costBlocks } from './sections/cost-section.ts';
import { factsBlocks } from './sections/facts-section.ts';
import { matrixBlocks } from './sections/matrix-section.ts';
import { measuredBlocks } from './sections/measured-section.ts';
import { methodBlocks, weightsBlocks } from './sections/method-sections.ts';
import { questionBlocks } from './sections/question-section.ts';
import { recommendationBlocks } from './sections/recommendation-section.ts';
import { robustnessBlocks } from './sections/robustness-section.ts';
import { scoresBlocks } from './sections/scores-section.ts';
import { versionsBlocks } from './sections/versions-section.ts';
import { vendorQuestionsBlocks } from './sections/vendor-questions-section.ts';
import { FRAME_TEXTS, SECTION_TITLES } from './texts/frame.ts';
import type { ReportSectionId } from './texts/frame.ts';

/** In the order in which a board, a losing vendor and an auditor read: question, answer, reasons, evidence, method. */
const SECTIONS: readonly (readonly [ReportSectionId, (context: ReportContext) => Block[]])[] = [
  ['question', questionBlocks],
  ['recommendation', recommendationBlocks],
  ['matrix', matrixBlocks],
  ['scores', scoresBlocks],
  ['robustness', robustnessBlocks],
  ['changes', changesBlocks],
  ['vendorQuestions', vendorQuestionsBlocks],
  ['cost', costBlocks],
  ['measured', measuredBlocks],
  ['facts', factsBlocks],
  ['weights', weightsBlocks],
  ['method', methodBlocks],
  ['versions', versionsBlocks],
];

/** Everything a format needs, and nothing that a format still has to decide. */
export function buildReportModel(input: ReportInput): Report {
  const context = reportContext(input);
  const { say } = context;
  return cleanTexts<Report>({
    schema: 'mailfit.report/1',
    lang: input.lang,
    title: say(FRAME_TEXTS.title),
    subtitle: input.title ?? '',
    preparedOn: input.recommendation.asOf,
    computation: computationOf(context),
    sections: SECTIONS.map(([id, build]) => ({ id, title: say(SECTION_TITLES[id]), blocks: build(context) })),
  });
}

function computationOf({ recommendation, say }: ReportContext): Computation {
  const { criteria, groups, options } = recommendation;
  const groupNames = new Map(groups.map((group) => [group.id, say(group.label)]));
  return {
    criteria: criteria.map((criterion) => ({
      id: criterion.id,
      label: say(criterion.label),
      group: groupNames.get(criterion.group) ?? criterion.group,
      weight: criterion.weight,
    })),
    options: options.map((option) => {
      const values = new Map(option.contributions.map((term) => [term.criterion, term.value]));
      return {
        id: option.id,
        label: say(option.name),
        status: option.status,
        score: option.contributions.length === 0 ? null : option.score,
        values: criteria.map((criterion) => values.get(criterion.id) ?? null),
      };
    }),
  };
}
