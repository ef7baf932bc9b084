// Texts of the questionnaire's pages; the questions themselves are data (server/data/questions.yaml).

import type { LocalizedText } from '../../core/text/localized.ts';
import type { Texts } from './text-table.ts';

export const QUESTIONNAIRE_TEXTS = {
  quickTitle: { en: 'The six deciding questions', ja: '結果を大きく左右する6問' },
  sectionsHeading: { en: 'Sections', ja: '回答の進み具合' },
  whyWeAsk: { en: 'Why we ask', ja: 'この質問をする理由' },
  moreInGuide: { en: 'More in the guide', ja: '入門ガイドで詳しく読む' },
  dontKnow: { en: 'I don’t know', ja: '分からない' },
  dontKnowNumber: { en: 'I don’t know the number', ja: '数が分からない' },
  dontKnowHint: {
    en: 'Where you answer “I don’t know”, mailfit reckons with a usual value or leaves the point open.',
    ja: '「分からない」と答えた質問は、一般的な値で計算するか、未定のまま比較します。',
  },
  chooseAny: { en: 'Choose all that apply', ja: '当てはまるものをすべて選んでください' },
  saveAndNext: { en: 'Save and go on', ja: '保存して次へ' },
  saveAndFinish: { en: 'Save and see the result', ja: '保存して結果を見る' },
  back: { en: 'Back', ja: '前へ戻る' },
  toResult: { en: 'See the result now', ja: 'ここまでの回答で結果を見る' },
  savedNote: {
    en: 'Every answer is saved at once.',
    ja: '回答はその都度、自動で保存されます。',
  },
  savedWithButton: {
    en: 'Answers are saved when you press a button below.',
    ja: '下のボタンを押すと回答が保存されます。',
  },
  saving: { en: 'Saving…', ja: '保存しています…' },
  saved: { en: 'Saved', ja: '保存しました' },
  notSaved: {
    en: 'Not saved yet: the server does not answer. Your answers stay in this browser and are sent as soon as it does.',
    ja: 'まだ保存できていません。サーバーから応答がありません。入力した内容はこのブラウザーに残しており、接続が戻りしだい自動で保存します。',
  },
  frozenMeanwhile: {
    en: 'Not saved: the evaluation has been frozen meanwhile. What you entered stays in this browser; once somebody has opened the evaluation again, press “Try again now”.',
    ja: '保存できません。この評価は入力中に確定されました。入力した内容はこのブラウザーに残しています。評価が再開されたら「今すぐ再試行」を押してください。',
  },
  reloadToSave: {
    en: 'Not saved: this page has been open for too long. Reload it; what you answered is kept and sent then.',
    ja: 'まだ保存できていません。ページを開いてから時間がたったためです。再読み込みしてください。入力した内容は残っており、読み込み後に保存します。',
  },
  retry: { en: 'Try again now', ja: '今すぐ再試行' },
  answered: { en: 'Saved', ja: '保存済み' },
  unusual: {
    en: 'Unusual, but taken. Please check the number and its unit.',
    ja: '目安から離れた値です。数値と単位が合っていれば、このまま進めてください。',
  },
  nextQuestion: { en: 'Next question', ja: '次の質問へ' },
  previousQuestion: { en: 'Previous question', ja: '前の質問へ' },
  allSections: { en: 'All answers and sections', ja: '回答の一覧・ほかの区分' },
  weightsHeading: { en: 'Or give the weights yourself', ja: '重みを自分で決めることもできます' },
  weightsHint: {
    en: 'By ranking, swing or pairwise comparison, alone or with several people. It takes about ten minutes and replaces the two answers above.',
    ja: '順位づけ、スイング法、一対比較から選べ、複数人で別々に付けて平均することもできます。所要時間は10分ほどで、上の2問の代わりに使われます。',
  },
  weightsLink: { en: 'Give weights', ja: '重みを決める' },
  weightsCard: { en: 'Weights', ja: '重み' },
  deleteHeading: { en: 'Delete this evaluation', ja: 'この評価を削除する' },
  deleteHint: {
    en: 'Answers and weights are removed for good. Runs and their results stay.',
    ja: '回答と重みを完全に削除します。元には戻せません。負荷試験の記録は残ります。',
  },
  deleteConfirm: { en: 'Delete for good', ja: '削除する' },
  errorSummary: { en: 'Please check these answers', ja: '次の回答をご確認ください' },
  errorSummaryHint: {
    en: 'The other answers on this page have been saved.',
    ja: 'このページのほかの回答は保存しました。',
  },
  conflictTitle: {
    en: 'Somebody changed these answers meanwhile',
    ja: '編集している間に、次の回答がほかの人によって変更されました',
  },
  conflictHint: {
    en: 'Nothing was saved. Your version is below; press the button again to keep it.',
    ja: 'まだ保存していません。下に表示しているのはあなたの回答です。この内容でよければ、もう一度ボタンを押してください。',
  },
  resumeHeading: { en: 'Go on later', ja: 'あとで再開する' },
  resumeHint: {
    en: 'Keep this link. Whoever has it can see and change the answers.',
    ja: 'このリンクを控えておけば、いつでも続きから再開できます。リンクを知っている人は回答を見て変更できます。',
  },
  resumeLabel: { en: 'Link to this evaluation', ja: 'この評価へのリンク' },
  overviewTitle: { en: 'Your answers', ja: '回答の確認' },
  overviewLead: {
    en: 'Change anything at any time; the result follows.',
    ja: '回答はいつでも変更でき、結果に反映されます。',
  },
  goOnAnswering: { en: 'Go on answering', ja: '続きに答える' },
  answerNow: { en: 'Answer', ja: '回答する' },
  change: { en: 'Change', ja: '変更する' },
  notAnswered: { en: 'Not answered yet', ja: '未回答' },
  questionColumn: { en: 'Question', ja: '質問' },
  answerColumn: { en: 'Answer', ja: '回答' },
  nameLabel: { en: 'Name of this evaluation', ja: 'この評価の名前' },
  nameSave: { en: 'Save the name', ja: '名前を保存する' },
  copy: { en: 'Make a copy', ja: '複製する' },
  copyHint: {
    en: 'Try other answers without losing these.',
    ja: '今の回答を残したまま、別の条件を試せます。',
  },
  more: { en: 'Name, copy, link', ja: '名前の変更・複製・リンク' },
} as const satisfies Texts;

export function evaluationTitle(day: LocalizedText): LocalizedText {
  return { en: `Evaluation of ${day.en}`, ja: `${day.ja}の評価` };
}

export function copyTitle(title: string): LocalizedText {
  return { en: `Copy of ${title}`, ja: `${title}（コピー）` };
}

export function progressText(done: number, all: number): LocalizedText {
  return { en: `${done} of ${all} answered`, ja: `${all}問中${done}問に回答済み` };
}

export function sectionPosition(position: number, all: number): LocalizedText {
  return { en: `Section ${position} of ${all}`, ja: `${all}区分中の${position}番目` };
}

export function questionPosition(position: number, all: number): LocalizedText {
  return { en: `Question ${position} of ${all}`, ja: `${all}問中の${position}問目` };
}

/** Where most answers lie. */
export function usualHint(low: string, high: string, unit: LocalizedText): LocalizedText {
  return { en: `Usually ${low} to ${high} ${unit.en}`, ja: `目安：${low}～${high} ${unit.ja}` };
}

export const ANSWER_PROBLEMS = {
  notANumber: {
    en: 'Enter a number, for example 300.',
    ja: '数字で入力してください（例：300）。',
  },
  notWhole: { en: 'Enter a whole number.', ja: '整数で入力してください。' },
  noSuchChoice: { en: 'Choose one of the answers shown.', ja: '表示されている中から選んでください。' },
  exclusive: {
    en: 'This answer cannot be combined with the others. Untick one side.',
    ja: '「なし」にあたる回答は、ほかの回答と同時に選べません。どちらかを外してください。',
  },
} as const satisfies Texts;

export function outOfRange(low: string, high: string): LocalizedText {
  return {
    en: `Enter a number from ${low} to ${high}.`,
    ja: `${low}から${high}までの数で入力してください。`,
  };
}
