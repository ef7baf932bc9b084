// Recomputes the order while sliders move: score = Σ weight × value, as the server does. Nothing is sent but a question
// about how sure the order is, and nothing is saved. Without this script the form asks the server.
(() => {
  const source = document.getElementById('what-if-data');
  if (!source) return;
  const data = JSON.parse(source.textContent);
  const section = source.closest('.what-if');
  const form = section.querySelector('.what-if-form');
  const list = section.querySelector('.what-if-order');
  const blank = document.getElementById('what-if-row');
  const leader = document.getElementById('what-if-leader');
  const sure = document.getElementById('what-if-sure');
  const back = section.querySelector('.what-if-back');
  const state = section.querySelector('.what-if-state');
  const linkHint = document.getElementById('what-if-link');
  const locale = document.documentElement.lang === 'ja' ? 'ja-JP' : 'en-GB';
  const oneDecimal = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    roundingMode: 'halfExpand',
  });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const points = (score) => oneDecimal.format(score * 100);
  const sliders = [...form.querySelectorAll('input[type="range"]')];
  const byName = new Map(sliders.map((input) => [input.name, input]));
  const relaxBoxes = [...form.querySelectorAll('input[name="relax"]')];

  const hint = section.querySelector('[data-with-script]');
  hint.textContent = hint.dataset.withScript;
  form.querySelector('button').hidden = true;

  const hasMoved = (input) => input.value !== input.dataset.start;
  // A slider that was not moved counts with its exact saved weight, not with the whole number it shows.
  const pointsAt = (name, exact) => {
    const input = byName.get(name);
    return input && hasMoved(input) ? Number(input.value) : exact;
  };

  /** Weight of each column, adding up to 1; null where every weight is 0. */
  const weights = () => {
    const members = data.criteria.map(([id, exact, group, column]) => ({
      group,
      column,
      points: pointsAt(`c.${id}`, exact),
    }));
    const inGroup = data.groups.map((_, group) =>
      members.reduce((sum, member) => sum + (member.group === group ? member.points : 0), 0),
    );
    const groupPoints = data.groups.map(([id, exact], group) =>
      inGroup[group] > 0 ? pointsAt(`g.${id}`, exact) : 0,
    );
    const total = groupPoints.reduce((sum, value) => sum + value, 0);
    if (total <= 0) return null;
    const columns = [];
    for (const { group, column, points: own } of members) {
      columns[column] = own === 0 ? 0 : ((own / inGroup[group]) * groupPoints[group]) / total;
    }
    return columns;
  };

  const order = (columns) => {
    const relaxed = new Set(relaxBoxes.filter((box) => box.checked).map((box) => box.value));
    const isLeft = (id) => !relaxed.has(id);
    return data.options
      .filter((option) => !option.failed.some(isLeft))
      .map((option) => {
        const score = option.values.reduce((sum, value, column) => sum + (columns[column] ?? 0) * value, 0);
        let low = score;
        let high = score;
        for (const [column, least, most] of option.spans) {
          low += (columns[column] ?? 0) * (least - option.values[column]);
          high += (columns[column] ?? 0) * (most - option.values[column]);
        }
        return { option, score, low, high, isOpen: option.open.some(isLeft) };
      })
      .sort((a, b) => a.isOpen - b.isOpen || b.score - a.score || (a.option.id < b.option.id ? -1 : 1));
  };

  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  const leaderText = ([first, second]) => {
    if (!first) return data.texts.nobody;
    const values = { first: first.option.name, score: points(first.score) };
    if (!second || second.isOpen !== first.isOpen) return filled(data.texts.only, values);
    const gap = points(first.score - second.score);
    return filled(data.texts.leads, { ...values, second: second.option.name, gap });
  };

  const length = (value) => String(Math.round(value * 100) / 100);
  const row = ({ option, score, low, high, isOpen }, place) => {
    const item = blank.content.firstElementChild.cloneNode(true);
    item.dataset.option = option.id;
    item.classList.toggle('is-open', isOpen);
    item.querySelector('.what-if-place').textContent = place + 1;
    const link = item.querySelector('a');
    link.href = option.href;
    link.textContent = option.name;
    item.querySelector('strong').textContent = points(score);
    item.querySelector('small').textContent =
      high - low < 1e-9 ? points(low) : `${points(low)}–${points(high)}`;
    item.querySelector('.bar-fill').setAttribute('width', length(score * 100));
    const [from, to] = [length(low * 100), length(high * 100)];
    item.querySelector('.bar-range').setAttribute('d', `M${from} 5H${to}M${from} 1V9M${to} 1V9`);
    const saved = `${data.texts.before} ${option.rank ?? data.texts.excluded}`;
    const note = item.querySelector('.what-if-note');
    note.textContent = isOpen ? `${saved} · ${data.texts.conditional}` : saved;
    const moved = option.rank === null ? 1 : Math.sign(option.rank - (place + 1));
    item.querySelector('.what-if-place').dataset.moved = moved > 0 ? 'up' : moved < 0 ? 'down' : '';
    return item;
  };

  const showShares = (columns) => {
    const shareOf = new Map();
    data.groups.forEach(([id], group) => {
      const members = data.criteria.filter((criterion) => criterion[2] === group);
      shareOf.set(
        `g.${id}`,
        members.reduce((sum, criterion) => sum + (columns[criterion[3]] ?? 0), 0),
      );
    });
    for (const [id, , , column] of data.criteria) shareOf.set(`c.${id}`, columns[column] ?? 0);
    for (const input of sliders) {
      const text = percent.format(shareOf.get(input.name) ?? 0);
      section.querySelector(`[data-share="${CSS.escape(input.name)}"]`).textContent = text;
      input.setAttribute('aria-valuetext', `${input.value} (${text})`);
    }
  };

  const changedQuery = () => {
    const query = new URLSearchParams();
    for (const input of sliders) if (hasMoved(input)) query.append(input.name, input.value);
    for (const box of relaxBoxes) if (box.checked) query.append('relax', box.value);
    return query;
  };

  // The address carries the trial; whatever else it carries stays.
  const showAddress = (query) => {
    const url = new URL(location.href);
    for (const name of [...url.searchParams.keys()]) {
      if (name === 'relax' || byName.has(name)) url.searchParams.delete(name);
    }
    for (const [name, value] of query) url.searchParams.append(name, value);
    history.replaceState(null, '', url);
  };

  let timer;
  let asking = new AbortController();
  const askHowSure = (query) => {
    clearTimeout(timer);
    asking.abort();
    sure.textContent = '';
    const isPossible = !relaxBoxes.some((box) => box.checked);
    if (!isPossible || [...query].length === 0) return;
    asking = new AbortController();
    const { signal } = asking;
    timer = setTimeout(async () => {
      sure.textContent = data.texts.working;
      try {
        const response = await fetch(`${section.dataset.sure}?${query}`, { signal });
        if (!response.ok) throw new Error(String(response.status));
        showHowSure(await response.json());
      } catch {
        if (!signal.aborted) sure.textContent = data.texts.unsure;
      }
    }, 600);
  };

  const showHowSure = (answer) => {
    const strength = document.createElement('strong');
    strength.textContent = answer.strength;
    sure.replaceChildren(strength, ` ${answer.text}`);
    for (const item of list.children) {
      const share = answer.shares[item.dataset.option];
      if (share !== undefined) item.querySelector('.what-if-note').append(` · ${data.texts.first} ${share}`);
    }
  };

  // Read out once the slider rests, not at every step.
  let saying;
  const say = (text) => {
    clearTimeout(saying);
    if (leader.textContent === text) return;
    saying = setTimeout(() => (leader.textContent = text), 250);
  };

  const update = () => {
    const columns = weights();
    if (columns === null) {
      say(data.texts.noWeight);
      return;
    }
    const query = changedQuery();
    const isChanged = [...query].length > 0;
    const ordered = order(columns);
    list.replaceChildren(...ordered.slice(0, data.rows).map(row));
    say(leaderText(ordered));
    showShares(columns);
    state.textContent = isChanged ? data.texts.changed : data.texts.asSaved;
    state.classList.toggle('tag-caution', isChanged);
    back.hidden = !isChanged;
    linkHint.hidden = !isChanged;
    showAddress(query);
    askHowSure(query);
  };

  form.addEventListener('input', update);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    update();
  });
  back.addEventListener('click', (event) => {
    event.preventDefault();
    for (const input of sliders) input.value = input.dataset.start;
    for (const box of relaxBoxes) box.checked = false;
    update();
    sliders[0]?.focus();
  });
  if ([...changedQuery()].length > 0) update();
})();
