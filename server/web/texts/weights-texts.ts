// Texts of the pages on which people give weights, each alone, and see what they mean together.

import type { LocalizedText } from '../../core/text/localized.ts';
import type { ElicitationMethod } from '../../usecases/opinions.ts';
import type { Texts } from './text-table.ts';

export const WEIGHTS_TEXTS = {
  title: { en: 'Weights', ja: '重みの決定' },
  lead: {
    en: 'Weights say how much each criterion counts. One person can give them, or several, each alone; then their mean counts.',
    ja: '重みは、どの評価項目をどれだけ重視するかを表します。1人で決めることも、複数人が別々に付けて平均することもできます。',
  },
  withoutPeople: {
    en: 'Nobody has been asked. The weights follow from the answers to “What matters most”.',
    ja: 'まだ誰にも依頼していません。現在は「重視すること」の回答から重みを決めています。',
  },
  peopleHeading: { en: 'Who gives weights', ja: '重みを付ける人' },
  given: { en: 'Given', ja: '提出済み' },
  waiting: { en: 'Not given yet', ja: '未提出' },
  remove: { en: 'Remove', ja: '外す' },
  sealed: {
    en: 'Weights are opened once everybody has given theirs, so that nobody is led by the others. Until then the answers decide. Remove a person who will not take part.',
    ja: '互いの影響を避けるため、全員が提出するまで重みは表示せず、結果にも使いません（それまでは質問への回答から決めます）。参加しない人は「外す」を押してください。',
  },
  inviteHeading: { en: 'Ask somebody', ja: '重みを付ける人を追加する' },
  inviteHint: {
    en: 'You get a link for this person. It leads to their own weights only. Once somebody is added, the weights are closed again until everybody has given theirs.',
    ja: 'その人だけの回答用リンクを発行します。追加すると、全員の提出がそろうまで重みは再び非公開になります。',
  },
  name: { en: 'Name', ja: '名前' },
  nameHint: { en: 'Shown in the result and in the report.', ja: '結果と報告書に表示されます。' },
  invite: { en: 'Get a link for this person', ja: 'リンクを発行する' },
  startOwn: { en: 'Give my own weights', ja: '自分で重みを付ける' },
  nameMissing: { en: 'Enter a name.', ja: '名前を入力してください。' },
  nameTaken: {
    en: 'Somebody of this name has been asked already. Add a department, for example.',
    ja: '同じ名前の人がすでにいます。部署名などを添えて区別してください。',
  },
  full: { en: 'No more than 50 people can give weights.', ja: '重みを付けられるのは50人までです。' },
  linkHeading: { en: 'Send this link', ja: 'このリンクを本人に送ってください' },
  linkHint: {
    en: 'It is shown only now. If it gets lost, remove the person and ask again.',
    ja: 'リンクが表示されるのはこの1回だけです。紛失した場合は、いったん外してから追加し直してください。',
  },
  ownPage: { en: 'Back to my weights', ja: '自分の重みのページへ' },
  back: { en: 'Back to the evaluation', ja: '評価に戻る' },
  toTenderRule: { en: 'Combine with price: tender rule', ja: '価格との総合：落札方式' },
  toResult: { en: 'See the result', ja: '結果を見る' },
  togetherHeading: { en: 'Together', ja: '全員の重みを合わせると' },
  winner: { en: 'First with these weights', ja: 'この重みで1位' },
  noWinner: { en: 'None', ja: '該当なし' },
  method: { en: 'Method', ja: '方法' },
  mean: { en: 'Mean of all', ja: '全員の平均' },
  consensus: { en: 'Agreement', ja: '一致度' },
  decisiveNone: {
    en: 'Without any one of them, the same option would be first.',
    ja: '誰か1人の重みを除いても、1位は変わりません。',
  },
  weightsTable: { en: 'Weights in percent', ja: '重みの一覧（%）' },
  criterion: { en: 'Criterion', ja: '評価項目' },
  tradeOffs: { en: 'What these weights say', ja: 'この重みが意味すること' },
  // One person
  personTitle: { en: 'Your weights', ja: 'あなたの重み' },
  personLead: {
    en: 'How much should each point count? Ten minutes. Keep the address of this page to go on later.',
    ja: '各項目をどれだけ重視するかをお答えください。所要時間は10分ほどです。このページのアドレスを控えておけば、続きから再開できます。',
  },
  privacy: {
    en: 'Nobody sees your weights before everybody has given theirs, and you do not see theirs.',
    ja: '全員が提出するまで、あなたの重みはほかの人に見えません。ほかの人の重みもここには表示されません。',
  },
  chooseMethod: { en: 'Method', ja: '答え方' },
  saveAndShow: { en: 'Save and show what it means', ja: '保存して意味を確かめる' },
  give: { en: 'These are my weights', ja: 'この重みで提出する' },
  giveHint: {
    en: 'You can still change them afterwards.',
    ja: '提出した後も変更できます。',
  },
  givenNotice: { en: 'Your weights have been given.', ja: '重みを提出しました。' },
  givenHint: {
    en: 'Changes on this page count at once. You may also take your weights back.',
    ja: 'このページでの変更はすぐに反映されます。提出を取り消すこともできます。',
  },
  takeBack: { en: 'Take them back', ja: '提出を取り消す' },
  playback: { en: 'What your answers mean', ja: '回答の意味' },
  playbackEmpty: {
    en: 'Here you see what your answers mean, as soon as there are some.',
    ja: '回答すると、その意味がここに表示されます。',
  },
  weightsSoFar: { en: 'Weights', ja: '重み' },
  tradeOffHint: {
    en: 'If a sentence feels wrong, change the points.',
    ja: '感覚に合わない文があれば、回答を調整してください。',
  },
  consistency: { en: 'Do the comparisons fit each other?', ja: '比較のつじつま' },
  repair: { en: 'Take this value', ja: 'この値にする' },
  moreCriteria: { en: 'Further criteria', ja: 'ほかの評価項目' },
  worst: { en: 'from', ja: '最低' },
  best: { en: 'to', ja: '最良' },
  // Swing
  swingIntro: {
    en: 'Imagine an option that is at the lower end everywhere. Which single improvement would you want first? It gets 100 points. Compare every other improvement with it: worth half as much is 50, nothing at all is 0 or empty.',
    ja: 'すべての項目が「最低」の候補を思い浮かべてください。1つだけ「最良」にできるなら、どれを選びますか。それを100点とします。ほかの項目は、その改善に比べてどれだけ価値があるかを点数にします。半分の価値なら50点、考慮しないなら0点か空欄です。',
  },
  points: { en: 'Points', ja: '点数' },
  spread: { en: 'Give or take', ja: '幅' },
  exactly: { en: 'exactly', ja: '幅なし' },
  // Ranking
  rankIntro: {
    en: 'Put the improvements into an order, the one you would want first on top. Equal ones may share a place. What you leave out does not count.',
    ja: '「最低」から「最良」への改善として、望む順に並べてください。甲乙つけがたいものは同順位にできます。順位を付けない項目は考慮しません。',
  },
  rank: { en: 'Place', ja: '順位' },
  notRanked: { en: 'does not count', ja: '考慮しない' },
  rankedHeading: { en: 'Your order', ja: 'あなたの順位' },
  unrankedHeading: { en: 'Not in your order', ja: '順位を付けていない項目' },
  add: { en: 'Add', ja: '追加' },
  up: { en: 'Up', ja: '上へ' },
  down: { en: 'Down', ja: '下へ' },
  takeOut: { en: 'Take out', ja: '外す' },
  tie: { en: 'Same place as above', ja: '上と同順位' },
  drag: { en: 'Drag to move', ja: 'ドラッグで移動' },
  // AHP
  ahpIntro: {
    en: 'Compare two at a time: which counts more, and how much more? Answer the first few in each part; every further answer lets us check whether they fit each other.',
    ja: '2つずつ見比べて、どちらをどれだけ重視するかを選びます。各欄の最初の数組に答えれば重みが決まり、さらに答えると回答どうしの矛盾を確かめられます。',
  },
  groupsNode: { en: 'Between the areas', ja: '分野どうしの比較' },
  groupsNodeHint: {
    en: 'Areas that you do not compare count the same.',
    ja: '比べていない分野は、同じ重みとして扱います。',
  },
  memberHint: {
    en: 'Optional. What you do not compare keeps its usual share. The seven that count most are offered.',
    ja: '任意です。比べない項目は標準の配分のままです。影響の大きい最大7項目を表示しています。',
  },
  furtherPairs: { en: 'Further comparisons', ja: '残りの組み合わせ' },
  notCompared: { en: 'not compared', ja: '比べない' },
  equal: { en: 'equally important', ja: '同じくらい' },
} as const satisfies Texts;

/** How somebody who started alone is called until they give their name. */
export const FIRST_PERSON: LocalizedText = { en: 'Evaluator 1', ja: '評価者1' };

export const METHOD_CHOICES: readonly {
  readonly id: ElicitationMethod;
  readonly label: LocalizedText;
  readonly hint: LocalizedText;
}[] = [
  {
    id: 'swing',
    label: { en: 'Points (swing)', ja: '点数で答える（スイング法）' },
    hint: {
      en: 'Recommended. Concrete ranges, points from 0 to 100.',
      ja: 'おすすめ。具体的な改善の幅に0〜100点を付けます。',
    },
  },
  {
    id: 'rank-order',
    label: { en: 'Order (ranking)', ja: '順番で答える（順位づけ）' },
    hint: { en: 'Quickest. Only the order counts.', ja: 'いちばん手早い方法。並べるだけで答えられます。' },
  },
  {
    id: 'ahp',
    label: { en: 'In pairs (AHP)', ja: '2つずつ比べる（一対比較・AHP）' },
    hint: {
      en: 'Most thorough. Contradictions are found.',
      ja: '最も丁寧な方法。回答の矛盾も確かめられます。',
    },
  },
];

export const METHOD_LABELS: Readonly<Record<ElicitationMethod, LocalizedText>> = {
  swing: { en: 'Swing', ja: 'スイング法' },
  'rank-order': { en: 'Ranking', ja: '順位づけ' },
  'rank-sum': { en: 'Ranking (rank sum)', ja: '順位づけ（順位和）' },
  ahp: { en: 'AHP', ja: '一対比較（AHP）' },
};

/** Saaty's scale in words. */
export const STEP_WORDS: Readonly<Record<number, LocalizedText>> = {
  2: { en: 'a little more', ja: 'わずかに' },
  3: { en: 'somewhat more', ja: 'やや' },
  4: { en: 'clearly more', ja: 'はっきり' },
  5: { en: 'much more', ja: '強く' },
  6: { en: 'considerably more', ja: 'かなり強く' },
  7: { en: 'very much more', ja: '非常に強く' },
  8: { en: 'overwhelmingly more', ja: '極めて強く' },
  9: { en: 'extremely more', ja: '圧倒的に' },
};

export function stepLabel(name: string, step: number): LocalizedText {
  const words = STEP_WORDS[step] ?? { en: '', ja: '' };
  return { en: `${name}: ${words.en} — ${step}×`, ja: `「${name}」を${words.ja}重視する（${step}倍）` };
}

export function pairLabel(a: string, b: string): LocalizedText {
  return { en: `${a} or ${b}`, ja: `「${a}」と「${b}」` };
}

export function linkFor(name: string): LocalizedText {
  return { en: `For ${name}`, ja: `${name}さん用` };
}

export function decisiveText(names: readonly string[]): LocalizedText {
  return {
    en: `Without the weights of ${names.join(' or ')}, another option would be first.`,
    ja: `${names.join('、')}の重みを除くと、1位が入れ替わります。`,
  };
}

export function swingTop(points: number): LocalizedText {
  return {
    en: `The highest is ${points}. Give 100 to the improvement you want first; the weights come out the same, but are easier to compare.`,
    ja: `最高点が${points}点です。最も望む改善を100点にすると、比べやすくなります（重みの比率は変わりません）。`,
  };
}

export function unlinkedText(node: string): LocalizedText {
  return {
    en: `${node}: not used yet, because some of what you compared is not linked with the rest by any comparison.`,
    ja: `${node}：比べた項目どうしがまだつながっていないため、この欄の回答は使われていません。間をつなぐ組にも答えてください。`,
  };
}

export function repairLabel(pair: string, step: string): LocalizedText {
  return { en: `Set ${pair} to ${step}`, ja: `${pair}の答えを変更：${step}` };
}

export const WEIGHT_PROBLEMS = {
  notPoints: { en: 'Enter points from 0 to 100.', ja: '0〜100の数で入力してください。' },
  notPlace: { en: 'Choose a place from the list.', ja: '一覧から順位を選んでください。' },
  notStep: { en: 'Choose one of the answers shown.', ja: '表示されている中から選んでください。' },
  empty: {
    en: 'Answer at least one line before you give your weights.',
    ja: '提出する前に、少なくとも1つ回答してください。',
  },
} as const satisfies Texts;
