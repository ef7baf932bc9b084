// The catalogue as files to take away, and the page that describes them. Built once: the catalogue does not change
// while the program runs.

import type { Router } from 'express';
import catalogueSchema from '../../../providers/schema/catalogue.schema.json' with { type: 'json' };
import providerSchema from '../../../providers/schema/provider.schema.json' with { type: 'json' };
import { catalogueCsv, catalogueDocument, csvMetadata } from '../../core/catalogue/open-data.ts';
import { languageOf } from '../language.ts';
import type { SendPage } from '../page.ts';
import { RequestRefused } from '../request-refused.ts';
import { openDataModel } from '../view-models/open-data.ts';
import type { WebDeps } from '../web-deps.ts';

interface DataFile {
  readonly name: string;
  readonly contentType: string;
  readonly content: Buffer;
}

export function addOpenDataRoutes(routes: Router, deps: WebDeps, sendPage: SendPage): void {
  let files: readonly DataFile[] | null = null;
  const built = (): readonly DataFile[] => (files ??= dataFiles(deps));
  routes.get('/options/data', async (req, res) => {
    const today = deps.clock.now().toISOString().slice(0, 10);
    const shown = { catalogue: deps.catalogue, cost: deps.cost, ageing: deps.ageing, today };
    const downloads = built().map(({ name, content }) => ({ name, sizeBytes: content.length }));
    const model = openDataModel(shown, downloads, languageOf(req));
    await sendPage(req, res, { view: 'options-data', title: model.t.title, section: 'catalogue', model });
  });
  routes.get('/options/data/:file', (req, res) => {
    const file = built().find(({ name }) => name === req.params.file);
    if (file === undefined) throw new RequestRefused(404, 'notFound');
    res.set({
      'Content-Type': file.contentType,
      'Content-Disposition': `attachment; filename="${file.name}"`,
      Link: '<https://creativecommons.org/licenses/by/4.0/>; rel="license"',
    });
    res.send(file.content);
  });
}

function dataFiles({ catalogue }: WebDeps): readonly DataFile[] {
  const json = (name: string, document: object, contentType = 'application/json'): DataFile => ({
    name,
    contentType,
    content: Buffer.from(`${JSON.stringify(document, null, 1)}\n`),
  });
  return [
    json('mailfit-catalogue.json', catalogueDocument(catalogue)),
    {
      name: 'mailfit-catalogue.csv',
      contentType: 'text/csv; charset=utf-8; header=present',
      // Spreadsheets read UTF-8 only with the mark in front.
      content: Buffer.from(`\uFEFF${catalogueCsv(catalogue)}`),
    },
    json('catalogue.schema.json', catalogueSchema, 'application/schema+json'),
    json('provider.schema.json', providerSchema, 'application/schema+json'),
    json('mailfit-catalogue.csv-metadata.json', csvMetadata(catalogue.hash), 'application/csvm+json'),
  ];
}
