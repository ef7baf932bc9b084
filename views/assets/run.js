// Follows a run. The page holds the state at the moment it was made; from there this script takes the events that follow,
// draws them, and after a lost connection asks for what it missed. When the run has ended the page is loaded again,
// because the server then shows the result.
(() => {
  const lang = document.documentElement.lang;
  const number = (value, digits = 0) =>
    new Intl.NumberFormat(lang === 'ja' ? 'ja-JP' : 'en-GB', { maximumFractionDigits: digits }).format(value);
  const ms = (us) => `${number(us / 1000, us < 10000 ? 2 : 0)} ms`;
  const perSec = (value) => number(value, value < 100 ? 1 : 0);

  const waiting = document.getElementById('waiting');
  if (waiting) {
    const stream = new EventSource(waiting.dataset.events);
    stream.addEventListener('position', (event) => {
      const { position } = JSON.parse(event.data);
      if (position === null) return;
      waiting.querySelector('[data-position]').textContent = position;
    });
    for (const name of ['started', 'progress', 'end']) {
      stream.addEventListener(name, () => {
        stream.close();
        location.reload();
      });
    }
    return;
  }

  const live = document.getElementById('live');
  if (!live) return;
  const state = JSON.parse(live.dataset.live);
  const { words, points } = state;
  const POINTS_MAX = 600;
  const ROWS_MAX = 120;
  const LOG_MAX = 60;
  let lastId = state.after;

  const find = (selector) => live.querySelector(selector);
  const set = (name, text) => {
    find(`[data-figure="${name}"]`).textContent = text;
  };

  /* Charts */

  const niceCeiling = (value) => {
    if (value <= 0) return 1;
    const power = 10 ** Math.floor(Math.log10(value));
    return ([1, 2, 4, 5, 10].find((step) => step * power >= value) ?? 10) * power;
  };

  // Counts are totals; a chart shows what each second added.
  const perSecond = (name) => (point, before) =>
    before === undefined || point.t <= before.t ? 0 : (point[name] - before[name]) / (point.t - before.t);

  const CHARTS = {
    rate: [perSecond('a'), perSecond('o')],
    latency: [(point) => point.p50 / 1000, (point) => point.p99 / 1000, (point) => point.w99 / 1000],
    errors: [perSecond('r'), perSecond('f'), perSecond('d')],
    connections: [(point) => point.c],
  };

  const draw = (name, picks) => {
    const figure = find(`[data-chart="${name}"]`);
    const shown = points.filter((point) => point.t >= 0);
    if (shown.length < 2) return;
    const [first, last] = [shown[0].t, shown[shown.length - 1].t];
    const lines = picks.map((pick) => shown.map((point, index) => pick(point, shown[index - 1])));
    // A second has nothing to be compared with at first.
    for (const line of lines) if (name !== 'latency' && name !== 'connections') line[0] = line[1];
    const top = niceCeiling(Math.max(...lines.flat()));
    const x = (t) => (((t - first) / (last - first || 1)) * 600).toFixed(1);
    figure.querySelectorAll('polyline').forEach((polyline, index) => {
      const coordinates = lines[index].map(
        (value, at) => `${x(shown[at].t)},${(160 - (value / top) * 160).toFixed(1)}`,
      );
      polyline.setAttribute('points', coordinates.join(' '));
    });
    figure.querySelectorAll('.chart-labels li').forEach((label, index) => {
      const value = (top * (4 - index)) / 4;
      label.textContent = number(value, value < 10 ? 2 : 0);
    });
    const [from, to] = figure.querySelectorAll('.chart-time span');
    from.textContent = `${number(first)} s`;
    to.textContent = `${number(last)} s`;
    const caption = figure.querySelector('figcaption').firstChild.textContent.trim();
    const latest = lines.map((line) => number(line[line.length - 1], 1)).join(', ');
    figure.querySelector('.chart-area svg').setAttribute('aria-label', `${caption}: ${latest}`);
  };

  const drawAll = () => {
    for (const [name, picks] of Object.entries(CHARTS)) draw(name, picks);
  };

  /* Figures and tables */

  const share = (progress) => {
    if (state.totalSec !== null) return progress.atSec / state.totalSec;
    return state.messages === null ? null : progress.accepted / state.messages;
  };

  const showTimes = (progress) => {
    set('elapsed', `${number(Math.max(0, progress.atSec))} s`);
    const done = share(progress);
    if (done === null) return;
    const part = Math.min(1, Math.max(0, done));
    find('[data-bar]').setAttribute('width', (part * 100).toFixed(1));
    const leftSec =
      state.totalSec === null
        ? part > 0.02
          ? (progress.atSec * (1 - part)) / part
          : null
        : state.totalSec - progress.atSec;
    set('left', leftSec === null ? '—' : `${number(Math.max(0, leftSec))} s`);
  };

  const showErrors = (byClass) => {
    const entries = Object.entries(byClass ?? {});
    find('[data-no-errors]').hidden = entries.length > 0;
    const rows = entries.map(([name, count]) => {
      const row = document.createElement('div');
      const label = document.createElement('dt');
      const value = document.createElement('dd');
      label.textContent = words.classes[name] ?? name;
      value.textContent = number(count);
      row.append(label, value);
      return row;
    });
    find('[data-errors]').replaceChildren(...rows);
  };

  const addRow = (progress, point) => {
    const row = document.createElement('tr');
    const cells = [
      number(progress.atSec),
      perSec(progress.ratePerSec),
      ms(point.p50),
      ms(point.p99),
      ms(point.w99),
      number(point.c),
      number(progress.errors),
    ];
    for (const text of cells) {
      const cell = document.createElement('td');
      cell.className = 'number';
      cell.textContent = text;
      row.append(cell);
    }
    const table = find('[data-table]');
    table.prepend(row);
    if (table.rows.length > ROWS_MAX) table.lastElementChild.remove();
  };

  const show = (progress) => {
    const point = {
      t: progress.atSec,
      o: progress.offered,
      a: progress.accepted,
      r: progress.rejected,
      f: progress.failed + progress.ambiguous,
      d: progress.dropped,
      c: progress.openConnections,
      p50: progress.finalDotP50Us,
      p99: progress.finalDotP99Us,
      w99: progress.responseP99Us,
    };
    points.push(point);
    if (points.length > POINTS_MAX) points.splice(0, points.length - POINTS_MAX);
    set('rate', perSec(progress.ratePerSec));
    set('p50', ms(point.p50));
    set('p99', ms(point.p99));
    set('connections', number(point.c));
    set('accepted', number(point.a));
    set('rejected', number(point.r));
    set('failed', number(point.f));
    set('dropped', number(point.d));
    find('[data-warmup]').hidden = progress.atSec >= 0;
    showTimes(progress);
    showErrors(progress.errorsByClass);
    addRow(progress, point);
    drawAll();
  };

  /* Log. Whatever a server said is set as text, never as markup. */

  const log = (event, kind, text, transcript) => {
    const item = document.createElement('li');
    item.className = `log-${kind}`;
    const time = document.createElement('time');
    time.dateTime = event.at;
    time.textContent = new Date(event.at).toLocaleTimeString(lang === 'ja' ? 'ja-JP' : 'en-GB');
    const line = document.createElement('span');
    line.textContent = text;
    item.append(time, ' ', line);
    if (transcript) {
      const details = document.createElement('details');
      const summary = document.createElement('summary');
      summary.textContent = words.transcript;
      const pre = document.createElement('pre');
      pre.className = 'transcript';
      pre.tabIndex = 0;
      pre.textContent = transcript;
      details.append(summary, pre);
      item.append(details);
    }
    const list = find('[data-log]');
    list.prepend(item);
    if (list.children.length > LOG_MAX) list.lastElementChild.remove();
    find('[data-no-log]').hidden = true;
  };

  const HANDLERS = {
    progress: show,
    started: (event) => log(event, 'started', words.started),
    notice: (event) => log(event, 'notice', event.text[lang]),
    firstError: (event) => {
      const { error } = event;
      const phase = words.phases[error.phase] ?? error.phase;
      const kind = words.classes[error.class] ?? error.class;
      log(event, 'error', `${kind} · ${phase}: ${error.sample}`, (error.transcript ?? []).join('\n'));
    },
    trial: (event) => {
      const { trial } = event;
      const reason = trial.reason === null ? '' : ` (${trial.reason})`;
      log(event, 'trial', `${words.trial} ${perSec(trial.ratePerSec)}/s: ${trial.verdict}${reason}`);
    },
  };

  /* Stream. The browser itself reconnects and names the last event it saw. */

  const stateText = find('[data-state]');
  const stream = new EventSource(`${live.dataset.events}?after=${lastId}`);
  stream.addEventListener('open', () => {
    stateText.textContent = words.connected;
    stateText.dataset.state = 'open';
  });
  stream.addEventListener('error', () => {
    stateText.textContent = words.reconnecting;
    stateText.dataset.state = 'lost';
  });
  for (const [name, handle] of Object.entries(HANDLERS)) {
    stream.addEventListener(name, (event) => {
      // A named event of the connection itself carries no data.
      if (event.data === undefined) return;
      const id = Number(event.lastEventId);
      if (id <= lastId) return;
      lastId = id;
      handle(JSON.parse(event.data));
    });
  }
  stream.addEventListener('end', () => {
    stream.close();
    location.reload();
  });

  document.getElementById('stop')?.addEventListener('submit', () => {
    stateText.textContent = words.stopping;
  });
  drawAll();
})();
