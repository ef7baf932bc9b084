// Says what a mark of a chart stands for while the pointer is on it, and marks its row in the table behind the chart.
(() => {
  const tip = document.createElement('p');
  tip.className = 'chart-tip';
  tip.hidden = true;
  tip.setAttribute('aria-hidden', 'true');
  document.body.append(tip);

  const clear = () => {
    tip.hidden = true;
    for (const marked of document.querySelectorAll('.is-pointed')) marked.classList.remove('is-pointed');
  };

  const show = (mark, event) => {
    clear();
    const [name, text] = mark.dataset.tip.split('\n');
    tip.textContent = text === undefined ? name : `${name} — ${text}`;
    tip.hidden = false;
    const left = Math.min(
      event.pageX + 12,
      window.scrollX + document.documentElement.clientWidth - tip.offsetWidth - 8,
    );
    tip.style.left = `${Math.max(window.scrollX + 8, left)}px`;
    tip.style.top = `${event.pageY + 16}px`;
    mark.classList.add('is-pointed');
    for (const head of mark.closest('figure').querySelectorAll('tbody th')) {
      if (head.textContent === name) head.parentElement.classList.add('is-pointed');
    }
  };

  for (const sheet of document.querySelectorAll('.chart-sheet')) {
    sheet.addEventListener('pointermove', (event) => {
      const mark = event.target.closest('[data-tip]');
      if (mark) show(mark, event);
      else clear();
    });
    sheet.addEventListener('pointerleave', clear);
  }
})();
