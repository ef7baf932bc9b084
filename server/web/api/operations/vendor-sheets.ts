// Sheets for vendors: handed out per option, taken back filled in, listed, taken out again.

import { LANGS } from '../../../core/text/localized.ts';
import type { Lang } from '../../../core/text/localized.ts';
import { answerSheetFile } from '../../../usecases/answer-sheet-file.ts';
import { takeVendorAnswers } from '../../../usecases/take-vendor-answers.ts';
import type { VendorSheet } from '../../../usecases/version-store.ts';
import { cleanText } from '../../form-fields.ts';
import { languageOf } from '../../language.ts';
import { answersCameIn } from '../../texts/record-texts.ts';
import { PROBLEM_TITLES } from '../api-texts.ts';
import { found, notFound } from '../named.ts';
import { ApiProblem, component, json, listOf, objectOf } from '../operation.ts';
import type { Operation } from '../operation.ts';
import { SIGNATURE_FIELDS, signatureOf } from '../signature.ts';
import { evaluationNamed } from './evaluations.ts';

const FILE_NAME_LENGTH_MAX = 200;
/** Below the limit of a body, with room for the other fields; a filled-in sheet has some 30 KB. */
const BASE64_LENGTH_MAX = 1_000_000;

const getAnswerSheet: Operation = {
  id: 'getAnswerSheet',
  method: 'get',
  path: '/evaluations/{id}/answer-sheets/{optionId}',
  tag: 'results',
  access: 'evaluation.export',
  summary: {
    en: 'The spreadsheet for the vendor of one option to fill in',
    ja: '候補の提供元に記入してもらう回答用紙（Excel）',
  },
  query: { lang: { enum: LANGS, default: 'ja' } },
  answered: { status: 200, meaning: { en: 'An .xlsx file', ja: '.xlsx ファイル' }, content: 'file' },
  async handle({ deps, path, query }) {
    const evaluation = await evaluationNamed(deps, path['id']);
    const asked = { optionId: path['optionId'] ?? '', lang: query['lang'] as Lang };
    return { kind: 'file', ...found(await answerSheetFile(deps, evaluation, asked)) };
  },
};

const listVendorAnswers: Operation = {
  id: 'listVendorAnswers',
  method: 'get',
  path: '/evaluations/{id}/vendor-answers',
  tag: 'results',
  access: 'evaluation.read',
  summary: {
    en: 'Sheets taken in, oldest first; a later one of the same option replaces what the earlier one said',
    ja: '取り込んだ回答用紙（古い順。同じ候補の新しい回答が優先）',
  },
  answered: {
    status: 200,
    meaning: { en: 'The sheets with the facts they declare', ja: '回答用紙と、申告された内容' },
    content: objectOf({ sheets: listOf(component('VendorSheet')) }),
  },
  async handle({ deps, path }) {
    const { id } = await evaluationNamed(deps, path['id']);
    return json({ sheets: (await deps.vendorAnswers.listFor(id)).map(shown) });
  },
};

const addVendorAnswers: Operation = {
  id: 'takeVendorAnswers',
  method: 'post',
  path: '/evaluations/{id}/vendor-answers',
  tag: 'results',
  access: ['evaluation.edit', 'evaluation.vendor-answers-taken'],
  summary: {
    en: 'Take in a filled-in sheet; one faulty cell, and nothing is changed',
    ja: '記入済みの回答用紙を取り込む（不備が一つでもあれば何も変更しない）',
  },
  body: objectOf(
    {
      fileName: { type: 'string', minLength: 1, maxLength: FILE_NAME_LENGTH_MAX },
      content: {
        type: 'string',
        contentEncoding: 'base64',
        pattern: '^[A-Za-z0-9+/]+={0,2}$',
        maxLength: BASE64_LENGTH_MAX,
        description: 'The .xlsx file in Base64.',
      },
      ...SIGNATURE_FIELDS,
    },
    ['by', 'reason'],
  ),
  answered: {
    status: 201,
    meaning: { en: 'The sheet as it counts now', ja: '取り込んだ回答用紙' },
    content: component('VendorSheet'),
  },
  async handle(call) {
    const { deps, req, path, body } = call;
    const evaluation = await evaluationNamed(deps, path['id']);
    const { fileName, content } = body as { readonly fileName: string; readonly content: string };
    const name = cleanText(fileName, FILE_NAME_LENGTH_MAX);
    const { by, reason } = signatureOf(call);
    const outcome = await takeVendorAnswers(
      deps,
      evaluation,
      { name, bytes: new Uint8Array(Buffer.from(content, 'base64')) },
      { by, reason: reason === '' ? answersCameIn(name)[languageOf(req)] : reason },
    );
    switch (outcome.kind) {
      case 'taken':
        return json(shown(found((await deps.vendorAnswers.listFor(evaluation.id)).at(-1))));
      case 'refused':
        throw new ApiProblem(422, 'invalid', PROBLEM_TITLES.invalid, outcome.problems);
      case 'notFound':
        throw notFound();
      case 'changedMeanwhile':
        throw new ApiProblem(409, 'conflict', PROBLEM_TITLES.conflict);
    }
  },
};

const removeVendorAnswers: Operation = {
  id: 'removeVendorAnswers',
  method: 'delete',
  path: '/evaluations/{id}/vendor-answers/{sheetId}',
  tag: 'results',
  access: ['evaluation.edit', 'evaluation.vendor-answers-removed'],
  summary: {
    en: 'Take a sheet out of an open evaluation; versions made with it keep it',
    ja: '取り込んだ回答用紙を取り消す（確定済みの版には残る）',
  },
  answered: { status: 204, meaning: { en: 'Taken out', ja: '取り消しました' }, content: 'none' },
  async handle({ deps, path }) {
    const outcome = await deps.vendorAnswers.remove(path['id'] ?? '', path['sheetId'] ?? '');
    if (outcome === 'notFound') throw notFound();
    if (outcome === 'frozen') throw new ApiProblem(409, 'frozen', PROBLEM_TITLES.frozen);
    return { kind: 'nothing' };
  },
};

export const VENDOR_SHEET_OPERATIONS: readonly Operation[] = [
  getAnswerSheet,
  listVendorAnswers,
  addVendorAnswers,
  removeVendorAnswers,
];

function shown({ id, answers, fileName, fileHash, takenAt, takenBy }: VendorSheet) {
  return { id, ...answers, fileName, fileHash, takenAt, takenBy };
}
