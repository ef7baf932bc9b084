// The catalogue and the questionnaire, to read.

import { catalogueDocument } from '../../../core/catalogue/open-data.ts';
import { summariseCatalogue } from '../../../core/catalogue/summary.ts';
import { found } from '../named.ts';
import { component, json, listOf, objectOf } from '../operation.ts';
import type { Operation } from '../operation.ts';

const DAY_LENGTH = 10;

const listOptions: Operation = {
  id: 'listOptions',
  method: 'get',
  path: '/options',
  tag: 'catalogue',
  access: 'catalogue.read',
  summary: {
    en: 'The options of the catalogue, with how much is known about each',
    ja: 'カタログの製品一覧と、それぞれ判明している事実の数',
  },
  query: { deployment: { enum: ['cloud', 'on-premise'] } },
  answered: {
    status: 200,
    meaning: { en: 'The options', ja: '製品の一覧' },
    content: objectOf({
      schema: { const: 'mailfit.catalogue-list/1' },
      hash: { type: 'string' },
      options: listOf(component('OptionSummary')),
    }),
  },
  handle({ deps, query }) {
    const summary = summariseCatalogue(deps.catalogue, deps.clock.now().toISOString().slice(0, DAY_LENGTH));
    const { deployment } = query;
    const options = summary.options.filter(
      (option) => deployment === undefined || option.deployment === deployment,
    );
    return Promise.resolve(json({ ...summary, options }));
  },
};

const getOption: Operation = {
  id: 'getOption',
  method: 'get',
  path: '/options/{id}',
  tag: 'catalogue',
  access: 'catalogue.read',
  summary: {
    en: 'One option with every fact, its source and its date',
    ja: '一製品のすべての事実と、出典および確認日',
  },
  answered: { status: 200, meaning: { en: 'The profile', ja: '製品の情報' }, content: component('Option') },
  handle({ deps, path }) {
    const option = found(catalogueDocument(deps.catalogue).options.find(({ id }) => id === path['id']));
    return Promise.resolve(json(option));
  },
};

const getCatalogue: Operation = {
  id: 'getCatalogue',
  method: 'get',
  path: '/catalogue',
  tag: 'catalogue',
  access: 'catalogue.read',
  summary: {
    en: 'The whole catalogue as open data, with its licence',
    ja: 'カタログ全体（オープンデータ、ライセンス付き）',
  },
  answered: {
    status: 200,
    meaning: { en: 'mailfit.catalogue/1', ja: 'mailfit.catalogue/1' },
    content: objectOf({
      schema: { const: 'mailfit.catalogue/1' },
      licence: { type: 'string' },
      catalogueHash: { type: 'string' },
      facts: { type: 'object' },
      options: listOf(component('Option')),
    }),
  },
  handle: ({ deps }) => Promise.resolve(json(catalogueDocument(deps.catalogue))),
};

const getQuestionnaire: Operation = {
  id: 'getQuestionnaire',
  method: 'get',
  path: '/questionnaire',
  tag: 'catalogue',
  access: 'catalogue.read',
  summary: { en: 'Sections and questions, in both languages', ja: '質問票（章と質問、両言語）' },
  answered: {
    status: 200,
    meaning: { en: 'The questionnaire', ja: '質問票' },
    content: component('Questionnaire'),
  },
  handle: ({ deps }) => Promise.resolve(json(deps.questionnaire)),
};

export const CATALOGUE_OPERATIONS: readonly Operation[] = [
  listOptions,
  getOption,
  getCatalogue,
  getQuestionnaire,
];
