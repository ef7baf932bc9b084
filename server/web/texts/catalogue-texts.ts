// Texts of the list of options: facets, order, what is left out, and the way into the other catalogue pages.

import type { FacetId, PriceBand } from '../../core/catalogue/option-facets.ts';
import type { LocalizedText } from '../../core/text/localized.ts';
import type { Sort } from '../view-models/option-query.ts';
import type { Texts } from './text-table.ts';

export const FACET_TEXTS: Readonly<Record<FacetId, LocalizedText>> = {
  deployment: { en: 'Where it runs', ja: '形態' },
  kind: { en: 'Kind', ja: '種類' },
  country: { en: 'Vendor’s country', ja: '提供元の国' },
  language: { en: 'Support language', ja: 'サポート言語' },
  protocol: { en: 'Protocols (all of)', ja: '対応プロトコル（すべて）' },
  certification: { en: 'Certifications (all of)', ja: '認証・認定（すべて）' },
  price: { en: 'Price', ja: '料金' },
};

export const PRICE_BAND_TEXTS: Readonly<Record<PriceBand, LocalizedText>> = {
  free: { en: 'No licence fee', ja: 'ライセンス料なし' },
  low: { en: 'Up to ¥500 per user and month', ja: '月額500円以下／ユーザー' },
  middle: { en: '¥500 to ¥1,500', ja: '月額500円超～1,500円／ユーザー' },
  high: { en: 'More than ¥1,500', ja: '月額1,500円超／ユーザー' },
  contract: { en: 'Per contract', ja: '契約ごとの月額' },
  licence: { en: 'Licence to buy', ja: 'ライセンス購入' },
};

export const SORT_TEXTS: Readonly<Record<Sort, LocalizedText>> = {
  name: { en: 'Name', ja: '名称順' },
  price: { en: 'Price, lowest first', ja: '料金の安い順' },
  facts: { en: 'Most facts first', ja: '判明している項目の多い順' },
};

export const INTERNATIONAL: LocalizedText = { en: 'International project', ja: '国際プロジェクト' };

export const LIST_TEXTS = {
  title: { en: 'Options', ja: '製品・サービス一覧' },
  lead: {
    en: 'Mail services and mail servers, described fact by fact. Every fact names its source and the day we read it.',
    ja: 'メールサービスとメールサーバー製品を、項目ごとに出典と確認日を付けて掲載しています。',
  },
  search: { en: 'Name or vendor', ja: '名称・提供元' },
  filters: { en: 'Narrow down', ja: '絞り込み条件' },
  sort: { en: 'Order', ja: '並び順' },
  apply: { en: 'Apply', ja: '絞り込む' },
  chosen: { en: 'Chosen', ja: '選択中の条件' },
  remove: { en: 'remove', ja: 'を外す' },
  reset: { en: 'Clear all', ja: 'すべて解除' },
  noneFound: {
    en: 'Nothing matches all of it. Remove a condition, or try a shorter name.',
    ja: 'すべての条件に合うものがありません。条件を減らすか、名称を短くしてください。',
  },
  priceHint: {
    en: 'Prices in other currencies are converted at the rates of the cost model, without tax.',
    ja: '外貨建ての料金は、費用計算と同じ換算レートで円（税抜）に直して判定します。',
  },
  undecidedShow: { en: 'List them too', ja: 'これらも表示する' },
  undecidedHide: { en: 'Leave them out', ja: 'これらを除く' },
  undecidedTag: { en: 'not known whether it matches', ja: '条件に合うか未確認' },
  compareHeading: { en: 'Compare', ja: '比較' },
  compareHint: { en: 'Tick two to five options.', ja: '2～5件にチェックを付けてください。' },
  compare: { en: 'Compare the ticked options', ja: '選んだ製品を比較する' },
  tick: { en: 'Compare', ja: '比較に追加' },
  price: { en: 'Price', ja: '料金' },
  priceUnknown: { en: 'No public price', ja: '公表価格なし' },
  factsKnown: { en: 'Facts known', ja: '判明している項目' },
  checked: { en: 'Last checked', ja: '最終確認日' },
  ends: { en: 'Support ends', ja: 'サポート終了' },
  ended: { en: 'Support ended', ja: 'サポート終了済み' },
  thin: { en: 'few facts', ja: '情報が少ない' },
  more: { en: 'More of the catalogue', ja: '関連ページ' },
  toCoverage: { en: 'What we know and what we do not', ja: '判明状況の一覧' },
  toData: { en: 'Open data: download everything', ja: 'オープンデータのダウンロード' },
  pages: { en: 'Pages', ja: 'ページ' },
  previous: { en: 'Previous', ja: '前へ' },
  next: { en: 'Next', ja: '次へ' },
} as const satisfies Texts;

export function countText(shown: number, all: number): LocalizedText {
  return shown === all
    ? { en: `${all} options`, ja: `全${all}件` }
    : { en: `${shown} of ${all} options match`, ja: `${all}件中${shown}件が条件に一致` };
}

export function undecidedText(count: number, isShown: boolean): LocalizedText {
  const [them, are] = count === 1 ? ['One more option does', 'is'] : [`${count} more options do`, 'are'];
  return isShown
    ? {
        en: `${them} not say whether the conditions hold and ${are} listed with a mark.`,
        ja: `条件に合うか確認できていない${count}件も、印を付けて表示しています。`,
      }
    : {
        en: `${them} not say whether the conditions hold. Unknown is not no.`,
        ja: `このほか${count}件は、条件に合うかどうか公開情報では確認できていません（不明は「なし」ではありません）。`,
      };
}

export function pageText(page: number, pages: number): LocalizedText {
  return { en: `Page ${page} of ${pages}`, ja: `${pages}ページ中${page}ページ目` };
}
