// Follows a running benchmark. When it has ended the page is loaded again, because the server then shows the result.
(() => {
  const live = document.getElementById('live');
  if (!live) return;
  const lang = document.documentElement.lang;
  const number = (value, digits = 0) =>
    new Intl.NumberFormat(lang, { maximumFractionDigits: digits }).format(value);
  const ms = (us) => `${number(us / 1000, us < 10000 ? 2 : 0)} ms`;
  const points = JSON.parse(live.dataset.points);
  let lastId = Number(live.dataset.after);

  const niceCeiling = (value) => {
    if (value <= 0) return 1;
    const power = 10 ** Math.floor(Math.log10(value));
    return ([1, 2, 4, 5, 10].find((step) => step * power >= value) ?? 10) * power;
  };

  const draw = (name, pick) => {
    const figure = live.querySelector(`[data-chart="${name}"]`);
    if (points.length < 2) return;
    const last = points[points.length - 1][0];
    const top = niceCeiling(Math.max(...points.map(pick)));
    const line = points.map(
      (point) => `${((point[0] / last) * 600).toFixed(1)},${(160 - (pick(point) / top) * 160).toFixed(1)}`,
    );
    figure.querySelector('polyline').setAttribute('points', line.join(' '));
    figure.querySelector('.chart-top').textContent = `(0–${number(top)})`;
  };

  const drawAll = () => {
    draw('rate', (point) => point[1]);
    draw('p99', (point) => point[2] / 1000);
  };

  const show = (progress) => {
    const figures = {
      elapsed: `${number(progress.atSec)} s`,
      rate: number(progress.ratePerSec, 1),
      accepted: number(progress.accepted),
      rejected: number(progress.rejected),
      failed: number(progress.failed),
      connections: number(progress.openConnections),
      p50: ms(progress.finalDotP50Us),
      p99: ms(progress.finalDotP99Us),
    };
    for (const [name, text] of Object.entries(figures)) {
      live.querySelector(`[data-figure="${name}"]`).textContent = text;
    }
    points.push([progress.atSec, progress.ratePerSec, progress.finalDotP99Us]);
    drawAll();
  };

  const stream = new EventSource(`${live.dataset.events}?after=${lastId}`);
  const isNew = (event) => {
    const id = Number(event.lastEventId);
    if (id <= lastId) return false;
    lastId = id;
    return true;
  };
  stream.addEventListener('progress', (event) => {
    if (isNew(event)) show(JSON.parse(event.data));
  });
  stream.addEventListener('notice', (event) => {
    if (!isNew(event)) return;
    const item = document.createElement('li');
    item.textContent = JSON.parse(event.data).text[lang];
    document.getElementById('live-notices').append(item);
  });
  stream.addEventListener('end', () => {
    stream.close();
    location.reload();
  });
  drawAll();
})();
