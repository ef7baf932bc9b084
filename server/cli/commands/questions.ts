// `mailfit questions [--lang ja|en] [--json]`: the questionnaire as data, or to read.

import type { Question, Questionnaire } from '../../data/schema/questions.generated.ts';
import { inLang } from '../../core/text/localized.ts';
import type { Lang } from '../../core/text/localized.ts';
import { EXIT } from '../../errors.ts';
import type { RegisterCommand } from '../command.ts';
import { jsonText } from '../terminal.ts';

interface QuestionsOptions {
  readonly json?: boolean;
  readonly lang?: Lang;
}

export const registerQuestions: RegisterCommand = (program, run) => {
  program
    .command('questions')
    .description('the questionnaire; with --json as data')
    .option('--lang <ja|en>', 'one language only')
    .option('--json', 'one JSON document on standard output')
    .action((options: QuestionsOptions) =>
      run(async ({ app, terminal }) => {
        const { questionnaire } = app.referenceData();
        terminal.out(
          options.json === true
            ? jsonText(documentOf(questionnaire, options.lang))
            : readable(questionnaire, terminal.lang),
        );
        return EXIT.done;
      }, options.lang),
    );
};

/** With a language, every text is that language's string; without, every text holds both. */
function documentOf(questionnaire: Questionnaire, lang: Lang | undefined): unknown {
  const document = { schema: 'mailfit.questions/1', ...questionnaire };
  return lang === undefined ? document : inLang(document, lang);
}

function readable(questionnaire: Questionnaire, lang: Lang): string {
  return questionnaire.sections
    .map((section) => {
      const questions = questionnaire.questions.filter((question) => question.section === section.id);
      return [
        `## ${section.label[lang]}`,
        ...questions.map((question) => readableQuestion(question, lang)),
      ].join('\n\n');
    })
    .join('\n\n');
}

function readableQuestion(question: Question, lang: Lang): string {
  const options = (question.options ?? []).map((option) => `    ${option.id}: ${option.label[lang]}`);
  return [`${question.id}: ${question.text[lang]}`, ...options, `  (${question.why[lang]})`].join('\n');
}
