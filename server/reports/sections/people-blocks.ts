// The people behind the weights: how each gave them, what they alone would choose, how far they agree, who decides.

import type { GroupReport } from '../../core/scoring/recommendation.ts';
import { callout, cell, heading, numberColumn, paragraph, row, table, textColumn } from '../blocks.ts';
import type { Block, Table } from '../report.generated.ts';
import type { ReportContext } from '../report-context.ts';
import { FRAME_TEXTS } from '../texts/frame.ts';
import { consensusTitle, decisiveText, PEOPLE_TEXTS as T, PERSON_METHODS } from '../texts/people.ts';
import { VERDICT_TEXTS } from '../texts/verdict.ts';

const PEOPLE_PER_TABLE = 5;

/** Empty where nobody stated weights for others to see. */
export function peopleBlocks(context: ReportContext): Block[] {
  const { group } = context.recommendation;
  if (group === undefined || group.people.length === 0) return [];
  return [heading(context.say(T.heading)), ...agreement(group, context), peopleTable(group, context)].concat(
    weightTables(group, context),
  );
}

// One person alone agrees with nobody and decides everything.
function agreement(
  { people, consensus, consensusText, decisive }: GroupReport,
  context: ReportContext,
): Block[] {
  if (people.length < 2) return [];
  const { say, words } = context;
  return [
    callout(
      decisive.length === 0 ? 'strong' : 'careful',
      say(consensusTitle(words.percent(consensus))),
      say(consensusText),
    ),
    paragraph(say(decisiveText(decisive))),
  ];
}

function peopleTable({ people, decisive }: GroupReport, context: ReportContext): Table {
  const { say, optionName } = context;
  const first = context.ranked[0]?.id ?? null;
  const rows = people.map(({ name, method, winner }) =>
    row([
      name,
      say(PERSON_METHODS[method]),
      winner === null ? '–' : optionName(winner),
      say(winner === first ? VERDICT_TEXTS.yes : VERDICT_TEXTS.no),
      say(decisive.includes(name) ? VERDICT_TEXTS.yes : VERDICT_TEXTS.no),
    ]),
  );
  const columns = [
    textColumn(say(T.name), 0.8),
    textColumn(say(T.method), 0.8),
    textColumn(say(T.winner), 1.2),
    textColumn(say(T.same), 0.5),
    textColumn(say(T.decisive), 0.8),
  ];
  return table('people', say(T.peopleCaption), columns, rows);
}

function weightTables({ people }: GroupReport, context: ReportContext): Table[] {
  const parts = Math.ceil(people.length / PEOPLE_PER_TABLE);
  return Array.from({ length: parts }, (_, part) => {
    const shown = people.slice(part * PEOPLE_PER_TABLE, (part + 1) * PEOPLE_PER_TABLE);
    return weightTable(shown, context, { part: part + 1, of: parts });
  });
}

function weightTable(
  people: GroupReport['people'],
  { recommendation, say, words }: ReportContext,
  { part, of }: { readonly part: number; readonly of: number },
): Table {
  const weight = (share: number) => cell(words.percent(share, 1), 100 * share);
  const rows = recommendation.criteria.map((criterion) =>
    row([
      say(criterion.label),
      weight(criterion.weight),
      ...people.map(({ weights }) => weight(weights[criterion.id] ?? 0)),
    ]),
  );
  const columns = [
    textColumn(say(FRAME_TEXTS.criterion), 1.4),
    numberColumn(say(T.mean), 0.5),
    ...people.map(({ name }) => numberColumn(name, 0.6)),
  ];
  const caption = of === 1 ? say(T.weightsCaption) : `${say(T.weightsCaption)} (${part}/${of})`;
  return table(`people-weights-${part}`, caption, columns, rows);
}
