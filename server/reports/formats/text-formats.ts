// Every format that is made of text alone. A new one is one file and one line here.

import { csvFormat } from './csv.ts';
import type { TextFormat } from './format.ts';
import { htmlFormat } from './html.ts';
import { jsonFormat } from './json.ts';
import { markdownFormat } from './markdown.ts';

export const TEXT_FORMATS: readonly TextFormat[] = [htmlFormat, csvFormat, markdownFormat, jsonFormat];
