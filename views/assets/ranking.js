// Turns the list of places into an order that is moved by buttons or by dragging. The lists' fields stay the truth:
// every move writes them, and without this script they are filled by hand.
(() => {
  const place = document.getElementById('ranking');
  if (!place) return;
  const words = place.dataset;
  const news = document.getElementById('ranking-news');
  const plain = place.querySelector('[data-plain]');
  const heading = (text, id) =>
    Object.assign(document.createElement('h3'), { textContent: text, id, className: 'aside-title' });
  const listNamed = (tag, text, id) => {
    const list = document.createElement(tag);
    list.className = 'rank-list';
    list.setAttribute('aria-labelledby', id);
    place.append(heading(text, id), list);
    return list;
  };
  const items = [...plain.children];
  const ranked = listNamed('ol', words.ranked, 'ranked-heading');
  const unranked = listNamed('ul', words.unranked, 'unranked-heading');
  plain.remove();

  const nameOf = (item) => item.querySelector('label').textContent;
  const fieldOf = (item) => item.querySelector('select');
  const isTied = (item) => item.dataset.tied === 'yes' && item.previousElementSibling !== null;

  const button = (item, text, sign, act) => {
    const made = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'rank-button',
      textContent: sign,
    });
    made.setAttribute('aria-label', `${text}: ${nameOf(item)}`);
    made.title = text;
    made.addEventListener('click', act);
    return made;
  };

  for (const item of items) {
    fieldOf(item).hidden = true;
    const label = item.querySelector('label');
    const text = Object.assign(document.createElement('strong'), {
      className: 'rank-name',
      textContent: label.textContent,
    });
    label.classList.add('visually-hidden');
    label.hidden = true;
    label.before(text);
    const number = Object.assign(document.createElement('span'), { className: 'rank-number' });
    const handle = Object.assign(document.createElement('span'), {
      className: 'rank-handle',
      textContent: '⠿',
      title: words.drag,
    });
    handle.setAttribute('aria-hidden', 'true');
    const buttons = Object.assign(document.createElement('span'), { className: 'rank-buttons' });
    const tie = button(item, words.tie, '＝', () => {
      item.dataset.tied = item.dataset.tied === 'yes' ? 'no' : 'yes';
      changed(item, tie);
    });
    tie.dataset.act = 'tie';
    buttons.append(
      tie,
      button(item, words.up, '↑', () => move(item, -1)),
      button(item, words.down, '↓', () => move(item, 1)),
      button(item, words.out, '×', () => put(item, unranked)),
    );
    const add = button(item, words.add, words.add, () => put(item, ranked));
    add.classList.add('rank-add');
    item.prepend(handle, number);
    item.append(buttons, add);
    handle.addEventListener('pointerdown', (event) => drag(item, event));
  }

  const byPlace = items
    .filter((item) => fieldOf(item).value !== '')
    .sort((a, b) => fieldOf(a).value - fieldOf(b).value);
  byPlace.forEach((item, index) => {
    item.dataset.tied = index > 0 && fieldOf(item).value === fieldOf(byPlace[index - 1]).value ? 'yes' : 'no';
  });
  ranked.append(...byPlace);
  unranked.append(...items.filter((item) => !byPlace.includes(item)));
  renumber();

  /** Writes the places into the fields: those who share a place have the same number. */
  function renumber() {
    let current = 0;
    [...ranked.children].forEach((item, index) => {
      if (!isTied(item)) current = index + 1;
      fieldOf(item).value = String(current);
      item.querySelector('.rank-number').textContent = `${current}`;
      const tie = item.querySelector('[data-act="tie"]');
      tie.disabled = index === 0;
      tie.setAttribute('aria-pressed', String(isTied(item)));
      item.classList.toggle('is-tied', isTied(item));
    });
    for (const item of unranked.children) {
      fieldOf(item).value = '';
      item.querySelector('.rank-number').textContent = '';
      item.classList.remove('is-tied');
    }
    document.getElementById('ranked-heading').hidden = ranked.children.length === 0;
    document.getElementById('unranked-heading').hidden = unranked.children.length === 0;
  }

  function changed(item, focusOn) {
    renumber();
    focusOn?.focus();
    const value = fieldOf(item).value;
    news.textContent =
      value === ''
        ? `${nameOf(item)}: ${words.unranked}`
        : `${nameOf(item)}: ${words.place} ${value} / ${ranked.children.length}`;
    fieldOf(item).dispatchEvent(new Event('change', { bubbles: true }));
  }

  function move(item, by) {
    const other = by < 0 ? item.previousElementSibling : item.nextElementSibling;
    if (other === null) return;
    item.dataset.tied = 'no';
    if (by < 0) other.before(item);
    else other.after(item);
    changed(item, [...item.querySelectorAll('.rank-button')][by < 0 ? 1 : 2]);
  }

  function put(item, list) {
    const next = item.nextElementSibling ?? item.previousElementSibling;
    item.dataset.tied = 'no';
    list.append(item);
    const after = next?.querySelector(list === ranked ? '.rank-add' : '.rank-button');
    changed(item, after ?? item.querySelector(list === ranked ? '.rank-button' : '.rank-add'));
  }

  function drag(item, start) {
    if (item.parentElement !== ranked) return;
    start.preventDefault();
    item.classList.add('is-dragged');
    const follow = (event) => {
      const over = [...ranked.children].find((other) => {
        const { top, bottom } = other.getBoundingClientRect();
        return other !== item && event.clientY >= top && event.clientY <= bottom;
      });
      if (!over) return;
      const { top, height } = over.getBoundingClientRect();
      if (event.clientY < top + height / 2) over.before(item);
      else over.after(item);
    };
    // On the document: an element that is moved in the list loses the pointer it has captured.
    const drop = () => {
      document.removeEventListener('pointermove', follow);
      document.removeEventListener('pointerup', drop);
      document.removeEventListener('pointercancel', drop);
      item.classList.remove('is-dragged');
      item.dataset.tied = 'no';
      changed(item);
    };
    document.addEventListener('pointermove', follow);
    document.addEventListener('pointerup', drop);
    document.addEventListener('pointercancel', drop);
  }
})();
