// The one place that runs templates. Includes name their file from the folder of views (`/partials/…`): then ejs finds
// it without asking the file system for every include of every response.

import { join } from 'node:path';
import ejs from 'ejs';

/** @param view file below the folder of views, without `.ejs` */
export function renderView(viewsDir: string, view: string, data: object): Promise<string> {
  return ejs.renderFile(
    join(viewsDir, `${view}.ejs`),
    { ...data },
    { cache: true, strict: true, localsName: 'page', root: viewsDir },
  );
}
