// Texts of the start page.

import type { Texts } from './text-table.ts';

export const HOME_TEXTS = {
  title: { en: 'Choose a mail server, with reasons you can show', ja: '根拠を示せる、メールサーバー選び' },
  lead: {
    en: 'Answer what you know about your organisation. mailfit ranks cloud services and servers you run yourself, says why, says how sure that is, and lets you test the candidates before you decide.',
    ja: '組織について分かることに答えるだけで、クラウドサービスと自社運用のサーバーを同じ基準で比べます。順位の理由と確かさを示し、決める前に候補を実際に試験できます。',
  },
  start: { en: 'Start an evaluation', ja: '評価を始める' },
  startQuick: { en: 'Only six questions', ja: '6問だけ答える' },
  startHint: {
    en: 'About 10 minutes, or 2 with six questions. You can stop at any time and go on later; “I don’t know” is always an answer.',
    ja: '所要時間は10分ほど、6問だけなら2分ほどです。途中でやめても続きから再開でき、分からない質問には「分からない」と答えられます。',
  },
  factsHeading: { en: 'What the ranking rests on', ja: '比較のもとになるデータ' },
  optionCount: { en: 'options, cloud and self-operated', ja: 'クラウドと自社運用の選択肢' },
  factCount: { en: 'facts with a source you can open', ja: '出典を開いて確かめられる項目' },
  sourceCount: { en: 'documents they were read in', ja: '確認した資料' },
  stepsHeading: { en: 'How it works', ja: 'ご利用の流れ' },
  step1: { en: 'Say what you need', ja: '必要なことを答える' },
  step1Text: {
    en: 'Size, security, support, budget. From your answers mailfit works out the storage, traffic and connections you should plan for.',
    ja: '規模、セキュリティ、サポート、予算についてお答えください。必要な容量や通信量、同時接続数は回答から計算します。',
  },
  step2: { en: 'See what fits, and why', ja: '合うものと、その理由を見る' },
  step2Text: {
    en: 'A ranking with the reason for every point, what rules an option out, and which open question could still change the result.',
    ja: '得点の内訳、候補から外れた理由、結果を左右する未確認の事項まで、順位とともに確認できます。',
  },
  step3: { en: 'Test it yourself', ja: '自分で試す' },
  step3Text: {
    en: 'Put load on a server you control. What you measure takes the place of what the vendor declares, and the ranking follows.',
    ja: '管理しているサーバーに負荷をかけて測定します。測定値は公称値に代わって順位に反映されます。',
  },
  step4: { en: 'Take the report along', ja: '報告書にまとめる' },
  step4Text: {
    en: 'Recommendation, comparison, sources and method in one document for your decision meeting.',
    ja: '推奨案、比較表、出典、評価方法を一つの文書にまとめ、稟議や選定会議の資料として使えます。',
  },
  recentHeading: { en: 'Your evaluations', ja: 'これまでの評価' },
  recentHint: {
    en: 'Everything is saved on this server. Whoever has the link to an evaluation can open it.',
    ja: '内容はこのサーバーに保存されています。評価のリンクを知っている人は、その評価を開けます。',
  },
  columnTitle: { en: 'Evaluation', ja: '評価' },
  columnAnswers: { en: 'Answers', ja: '回答数' },
  columnChanged: { en: 'Last change', ja: '最終更新' },
  columnNext: { en: 'Open', ja: '開く' },
  openResult: { en: 'Result', ja: '結果' },
  openQuestions: { en: 'Answers', ja: '回答' },
  otherWays: { en: 'Other ways in', ja: 'ほかの入り口' },
  toOptions: { en: 'Look through all options and their sources', ja: '製品・サービスの一覧と出典を見る' },
  toBenchmark: { en: 'Put load on a mail server', ja: 'メールサーバーの負荷試験を行う' },
  toGuide: {
    en: 'New to mail servers? Start with the guide',
    ja: 'メールサーバーが初めての方は入門ガイドへ',
  },
} as const satisfies Texts;
