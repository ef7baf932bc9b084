// On a phone one question fills the screen: the section becomes a row of steps, each with an address of its own, so
// that the browser's back button goes one question back.
(() => {
  const form = document.getElementById('section-form');
  if (!form) return;
  const narrow = matchMedia('(max-width: 40rem)');
  const questions = [...form.querySelectorAll('.question')];
  const goOn = document.getElementById('go-on');
  const goBack = document.getElementById('go-back');
  const last = questions.length - 1;
  const wide = { goOn: goOn.textContent, goBack: goBack.textContent };
  let position = startPosition();

  function startPosition() {
    const wrong = questions.findIndex((question) => question.classList.contains('field-wrong'));
    if (wrong >= 0) return wrong;
    return Math.max(0, location.hash === '#last' ? last : positionAt(location.hash));
  }

  function positionAt(hash) {
    return questions.findIndex((question) => `#${question.id}` === hash);
  }

  const show = () => {
    const isStepping = narrow.matches;
    form.classList.toggle('one-question', isStepping);
    document.body.classList.toggle('is-stepping', isStepping);
    questions.forEach((question, index) => question.classList.toggle('is-current', index === position));
    for (const extra of form.querySelectorAll('[data-last-step]')) {
      extra.hidden = isStepping && position !== last;
    }
    goOn.textContent = isStepping && position < last ? form.dataset.next : wide.goOn;
    goBack.textContent = isStepping && position > 0 ? form.dataset.previous : wide.goBack;
  };

  const goTo = (next) => {
    position = next;
    history.pushState(null, '', `#${questions[next].id}`);
    show();
    arrive();
  };

  // The heading of the new step is read, and its beginning is in view.
  const arrive = () => {
    questions[position].focus({ preventScroll: true });
    questions[position].scrollIntoView({ block: 'start' });
  };

  const isWrong = () => questions[position].classList.contains('field-wrong');

  form.addEventListener('submit', async (event) => {
    if (!narrow.matches || position >= last) return;
    event.preventDefault();
    // A number is saved when its field is left, and this button is how it is left.
    await window.mailfitSettled?.();
    if (isWrong()) questions[position].querySelector('input')?.focus();
    else goTo(position + 1);
  });
  goBack.addEventListener('click', (event) => {
    if (!narrow.matches || position === 0) return;
    event.preventDefault();
    goTo(position - 1);
  });
  window.addEventListener('popstate', () => {
    const there = location.hash === '' ? 0 : positionAt(location.hash);
    if (there < 0) return;
    position = there;
    show();
    arrive();
  });
  document.addEventListener('click', (event) => {
    const target = narrow.matches ? positionAt(event.target.closest('a[href*="#"]')?.hash ?? '') : -1;
    if (target < 0 || event.target.closest('a').pathname !== location.pathname) return;
    event.preventDefault();
    goTo(target);
  });
  narrow.addEventListener('change', show);
  show();
  if (narrow.matches && location.hash !== '') arrive();
})();
