// Saves every answer as it is given. The page works without this: its form saves the whole section.
(() => {
  const form = document.getElementById('section-form');
  if (!form) return;
  const note = document.querySelector('[data-saved-note]');
  if (note) note.textContent = note.dataset.savedNote;
  const token = form.elements.namedItem('_token').value;
  const questionOf = (id) => form.querySelector(`[data-question="${CSS.escape(id)}"]`);

  const valueChanged = (question, input) => {
    if (input.type === 'checkbox' && input.name.startsWith('u.') && input.checked) {
      question.querySelector('input[type="text"]').value = '';
    }
    if (input.type === 'text' && input.value !== '') {
      const unknown = question.querySelector('input[name^="u."]');
      if (unknown) unknown.checked = false;
    }
    if (input.type === 'checkbox' && input.name.startsWith('a.') && input.checked) {
      const alone = 'exclusive' in input.dataset;
      for (const other of question.querySelectorAll('input[type="checkbox"]')) {
        if (other !== input && (alone || 'exclusive' in other.dataset)) other.checked = false;
      }
    }
    if (input.type === 'text') showUnusual(question, input);
  };

  const showUnusual = (question, input) => {
    const value = Number(input.value.normalize('NFKC').replaceAll(',', ''));
    const { usualLow, usualHigh } = input.dataset;
    const isUsual = input.value === '' || Number.isNaN(value) || usualLow === undefined;
    question.querySelector('[data-unusual]').hidden =
      isUsual || (value >= Number(usualLow) && value <= Number(usualHigh));
  };

  const showProblem = (question, problem) => {
    const line = question.querySelector('.field-error');
    line.textContent = problem ?? '';
    line.hidden = problem === null;
    question.classList.toggle('field-wrong', problem !== null);
    for (const input of question.querySelectorAll('input[type="text"]')) {
      const range = `${question.id}-range`;
      input.setAttribute('aria-describedby', problem === null ? range : `${range} ${line.id}`);
      if (problem === null) input.removeAttribute('aria-invalid');
      else input.setAttribute('aria-invalid', 'true');
    }
  };

  const fieldsOf = (question) => {
    const id = question.dataset.question;
    const given = [...new FormData(form)].filter(([name]) => name === `a.${id}` || name === `u.${id}`);
    return given.filter(([, value]) => value !== '');
  };

  const showProgress = (progress) => {
    for (const section of progress) {
      const item = document.querySelector(`[data-section="${CSS.escape(section.id)}"]`);
      if (!item) continue;
      item.classList.toggle('is-done', section.isDone);
      item.querySelector('[data-short]').textContent = section.short;
      item.querySelector('[data-progress]').textContent = section.progress;
    }
    const questions = [...form.querySelectorAll('.question')];
    const done = questions.filter((question) => question.classList.contains('is-answered')).length;
    document.getElementById('section-bar').setAttribute('width', (100 * done) / questions.length);
    const current = document.querySelector('.section-list a[aria-current] [data-progress]');
    if (current) document.getElementById('section-progress-text').textContent = current.textContent;
  };

  const queue = window.mailfitSaveQueue({
    storeKey: `mailfit-unsaved-${form.dataset.evaluation}`,
    texts: form.dataset,
    statusLine: document.getElementById('save-status'),
    retryButton: document.getElementById('save-retry'),
    post: (id, fields) =>
      window.mailfitPost(form.dataset.saveHref, [['_token', token], ['question', id], ...fields]),
    onSaved(id, answer) {
      const question = questionOf(id);
      if (question) {
        showProblem(question, null);
        question.classList.toggle('is-answered', fieldsOf(question).length > 0);
      }
      form.elements.namedItem('version').value = answer.version;
      showProgress(answer.progress);
      void refreshPreview();
    },
    onWrong(id, answer) {
      const question = questionOf(id);
      if (question) showProblem(question, answer.problem);
    },
  });
  window.mailfitSettled = () => queue.settled();

  // Asked for after the save and only once at a time: the answer matters more than the picture of what remains.
  let isAsking = false;
  let isStale = false;
  const refreshPreview = async () => {
    isStale = true;
    if (isAsking) return;
    isAsking = true;
    try {
      while (isStale) {
        isStale = false;
        const response = await fetch(form.dataset.previewHref);
        if (response.ok) showPreview(await response.text());
      }
    } catch {
      // The picture stays as it was; the next answer asks again.
    }
    isAsking = false;
  };

  const showPreview = (html) => {
    const fresh = new DOMParser().parseFromString(html, 'text/html').getElementById('preview');
    const shown = document.getElementById('preview');
    const open = new Set(
      [...shown.querySelectorAll('li:has(details[open])')].map((li) => li.dataset.effectOf),
    );
    for (const item of fresh.querySelectorAll('[data-effect-of]')) {
      item.querySelector('details').open = open.has(item.dataset.effectOf);
    }
    const news = document.getElementById('preview-news');
    const text = fresh.querySelector('#preview-text').textContent;
    if (shown.querySelector('#preview-text').textContent !== text) news.textContent = text;
    shown.replaceWith(fresh);
    showEffects(fresh);
  };

  const showEffects = (preview) => {
    for (const line of form.querySelectorAll('[data-effect-on]')) {
      const cause = preview.querySelector(`[data-effect-of="${CSS.escape(line.dataset.effectOn)}"]`);
      line.textContent = cause?.dataset.effect ?? '';
      line.hidden = cause === null;
    }
  };

  // What an earlier visit could not save is put back into the form and sent.
  for (const [id, { fields }] of queue.left) {
    const question = questionOf(id);
    if (question) fillIn(question, fields);
    void queue.save(id, fields);
  }

  function fillIn(question, fields) {
    for (const input of question.querySelectorAll('input')) {
      const values = fields.filter(([name]) => name === input.name).map(([, value]) => value);
      if (input.type === 'text') input.value = values[0] ?? '';
      else input.checked = values.includes(input.value);
    }
  }

  form.addEventListener('change', (event) => {
    const question = event.target.closest('[data-question]');
    if (!question) return;
    valueChanged(question, event.target);
    void queue.save(question.dataset.question, fieldsOf(question));
  });

  // A whole section is not sent on top of answers that did not arrive: the browser would leave the page for an error.
  form.addEventListener('submit', async (event) => {
    if (event.defaultPrevented || queue.isClean()) return;
    event.preventDefault();
    if (await queue.settled()) form.requestSubmit();
  });

  document.getElementById('error-summary')?.focus();
})();
