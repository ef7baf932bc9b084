// Addresses of the pages about one evaluation's result. `base` is where the evaluation itself lives.

export interface ResultLinks {
  readonly overview: string;
  readonly result: string;
  readonly compare: string;
  readonly whatIf: string;
  readonly method: string;
  readonly tenderRule: string;
  option(id: string): string;
  pair(a: string, b: string): string;
  question(section: string, question: string): string;
  report(format: string, lang: string): string;
}

export function resultLinks(evaluationId: string): ResultLinks {
  const base = `/evaluations/${evaluationId}`;
  return {
    overview: base,
    result: `${base}/result`,
    compare: `${base}/compare`,
    whatIf: `${base}/what-if`,
    method: '/method',
    tenderRule: `${base}/tender-rule`,
    option: (id) => `${base}/result/${encodeURIComponent(id)}`,
    pair: (a, b) => `${base}/compare?a=${encodeURIComponent(a)}&b=${encodeURIComponent(b)}`,
    question: (section, question) => `${base}/questions/${section}#${question}`,
    report: (format, lang) => `${base}/report?format=${format}&report=${lang}`,
  };
}
