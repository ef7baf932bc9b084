// Texts of the start page.

import type { Texts } from './text-table.ts';

export const HOME_TEXTS = {
  title: { en: 'Choose a mail server, with reasons you can show', ja: '根拠を示せる、メールサーバー選び' },
  lead: {
    en: 'Answer what you know about your organisation. mailfit ranks cloud services and servers you run yourself, says why, says how sure that is, and lets you test the candidates before you decide.',
    ja: '組織について分かることに答えるだけで、クラウドサービスと自社運用のサーバーを同じ基準で比べます。順位の理由と確かさを示し、決める前に候補を実際に試験できます。',
  },
  outcomesHeading: { en: 'What you get', ja: '評価で分かること' },
  outcome1: {
    en: 'A ranking of cloud services and servers of your own, with the reason for every point',
    ja: 'クラウドと自社運用を通した順位と、得点の理由',
  },
  outcome2: {
    en: 'How sure the first place is, and what would change it',
    ja: '1位の確かさと、結果が変わる条件',
  },
  outcome3: {
    en: 'The storage, messages and connections you should plan for',
    ja: '見込んでおくべき容量・通数・同時接続数',
  },
  outcome4: {
    en: 'Questions to put to vendors, and a report for your decision meeting',
    ja: '提供元に確認する質問と、稟議や選定会議に使える報告書',
  },
  startHeading: { en: 'Start an evaluation', ja: '評価を始める' },
  readOnly: {
    en: 'You can read evaluations, results and reports. To start one, ask an administrator for the role of evaluator.',
    ja: '評価・結果・報告書を閲覧できます。評価を始めるには、管理者に「評価者」の役割を依頼してください。',
  },
  startHint: {
    en: 'Every answer is saved at once. You can stop at any time and go on later; “I don’t know” is always an answer.',
    ja: '回答はその都度保存されます。いつでも中断・再開でき、どの質問にも「分からない」と答えられます。',
  },
  full: { en: 'All questions', ja: 'すべての質問に答える' },
  fullHint: {
    en: 'About 10 minutes. The most certain result.',
    ja: '10分ほど。最も確かな結果が得られます。',
  },
  quick: { en: 'Only the six that decide most', ja: '決め手になる6問だけ' },
  quickHint: {
    en: 'About 2 minutes. A first idea; add more answers later.',
    ja: '2分ほど。まず見当をつけたいときに。後から追加もできます。',
  },
  expert: { en: 'All questions and your own weights', ja: 'すべての質問＋重みを自分で決める' },
  expertHint: {
    en: 'About 20 minutes. For evaluations by experts or by several people.',
    ja: '20分ほど。専門家による評価や、複数人での評価に。',
  },
  newHere: {
    en: 'New to mail servers? ',
    ja: 'メールサーバー選びが初めての方は、',
  },
  newHereLink: { en: 'Read the guide first', ja: '入門ガイドをご覧ください' },
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
  goOn: { en: 'Go on', ja: '続ける' },
  openResult: { en: 'Result', ja: '結果' },
  toOptions: { en: 'Look through all options and their sources', ja: '製品・サービスの一覧と出典を見る' },
  toBenchmark: { en: 'Put load on a mail server', ja: 'メールサーバーの負荷試験を行う' },
} as const satisfies Texts;
