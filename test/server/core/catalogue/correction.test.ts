import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { VOCABULARY } from '../../../../server/adapters/catalogue-yaml/load-catalogue.ts';
import { correctionText, mailHref, trackerHref } from '../../../../server/core/catalogue/correction.ts';
import { optionWith } from '../../../builders/small-catalogue.ts';

const CORRECTION = {
  option: optionWith('example-mail', {}),
  fact: VOCABULARY.facts.mailboxQuota,
  present: '50 GB',
  sources: ['https://example.com/old'],
  proposed: '100 GB & more',
  sourceUrl: 'https://example.com/new',
  readOn: '2026-11-27',
  catalogueHash: 'abcdef0123456789',
};

describe('the text of a correction', () => {
  it('says what stands there, what should, where it says so and when it was read', () => {
    const { title, body } = correctionText(CORRECTION, 'en');
    assert.match(title, /example-mail \/ mailboxQuota/);
    for (const part of [
      '50 GB',
      'https://example.com/old',
      '100 GB & more',
      'https://example.com/new',
      '2026-11-27',
    ]) {
      assert.ok(body.includes(part), part);
    }
  });

  it('leaves a gap to fill in where nothing was typed', () => {
    assert.match(correctionText({ ...CORRECTION, proposed: '', present: null }, 'ja').body, /ご記入ください/);
    assert.match(correctionText({ ...CORRECTION, present: null }, 'ja').body, /現在の記載: 不明/);
  });
});

describe('the address that opens it', () => {
  const text = { title: 'a & b', body: 'one\ntwo=3#4' };

  it('carries title and body as parameters of their own', () => {
    const url = new URL(trackerHref('https://git.example.org/mailfit/issues/new', text));
    assert.equal(url.searchParams.get('title'), text.title);
    assert.equal(url.searchParams.get('body'), text.body);
    assert.equal(url.hash, '');
  });

  it('keeps the parameters that the address has already', () => {
    const url = new URL(trackerHref('https://git.example.org/new?labels=catalogue', text));
    assert.equal(url.searchParams.get('labels'), 'catalogue');
    assert.equal(url.searchParams.get('body'), text.body);
  });

  it('fills the places that a tracker of another make names', () => {
    const template = 'https://gitlab.example.org/new?issue[title]={title}&issue[description]={body}';
    const url = new URL(trackerHref(template, { ...text, title: 'costs $& more' }));
    assert.equal(url.searchParams.get('issue[title]'), 'costs $& more');
    assert.equal(url.searchParams.get('issue[description]'), text.body);
  });

  it('opens a mail without a recipient, its lines ended as mail wants them', () => {
    assert.equal(mailHref(text), 'mailto:?subject=a%20%26%20b&body=one%0D%0Atwo%3D3%234');
  });
});
