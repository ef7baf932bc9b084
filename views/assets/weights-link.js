// Remembers in this browser whose weights were given here, so that the way back to them needs no link.
(() => {
  const key = (evaluation) => `mailfit-own-weights-${evaluation}`;
  const own = document.querySelector('[data-is-own]');
  const group = document.querySelector('[data-group-of]');
  try {
    if (own) localStorage.setItem(key(own.dataset.evaluation), own.dataset.person);
    const person = group && localStorage.getItem(key(group.dataset.groupOf));
    const place = document.querySelector('[data-own-weights]');
    if (!person || !place) return;
    place.querySelector('a').href = `/weights/${person}?e=${group.dataset.groupOf}`;
    place.hidden = false;
  } catch {
    // Without storage the address of the page is the way back.
  }
})();
