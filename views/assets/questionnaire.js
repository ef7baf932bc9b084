// Saves every answer as it is given. The page works without this: its form saves the whole section.
(() => {
  const form = document.getElementById('section-form');
  const status = document.getElementById('save-status');
  if (!form || !status) return;
  const note = document.querySelector('[data-saved-note]');
  if (note) note.textContent = note.dataset.savedNote;

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
  };

  const showProblem = (question, problem) => {
    const line = question.querySelector('.field-error');
    line.textContent = problem ?? '';
    line.hidden = problem === null;
    question.classList.toggle('field-wrong', problem !== null);
    for (const input of question.querySelectorAll('input[type="text"]')) {
      if (problem === null) input.removeAttribute('aria-invalid');
      else input.setAttribute('aria-invalid', 'true');
    }
  };

  // Saves go one after the other, so that the last choice is also the last to arrive.
  let queue = Promise.resolve();
  const save = (question) => {
    const fields = new URLSearchParams();
    fields.set('_token', form.elements.namedItem('_token').value);
    fields.set('question', question.dataset.question);
    for (const [name, value] of new FormData(form)) {
      if (name === `a.${question.dataset.question}` || name === `u.${question.dataset.question}`) {
        fields.append(name, value);
      }
    }
    status.textContent = form.dataset.saving;
    queue = queue.then(() => send(question, fields));
  };

  const send = async (question, fields) => {
    try {
      const response = await fetch(form.dataset.saveHref, { method: 'POST', body: fields });
      const answer = await response.json();
      if (answer.kind === 'saved') {
        showProblem(question, null);
        form.elements.namedItem('version').value = answer.version;
        status.textContent = `${form.dataset.saved} ${new Date().toLocaleTimeString(document.documentElement.lang)}`;
        void refreshPreview();
      } else {
        showProblem(question, answer.problem);
        status.textContent = '';
      }
    } catch {
      status.textContent = form.dataset.notSaved;
    }
  };

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
        showPreview(await (await fetch(form.dataset.previewHref)).json());
      }
    } catch {
      // The picture stays as it was; the next answer asks again.
    }
    isAsking = false;
  };

  const showPreview = (preview) => {
    document.getElementById('preview-text').textContent = preview.text;
    const reasons = preview.reasons.map((reason) => {
      const item = document.createElement('li');
      item.textContent = reason;
      return item;
    });
    document.getElementById('preview-reasons').replaceChildren(...reasons);
  };

  form.addEventListener('change', (event) => {
    const question = event.target.closest('[data-question]');
    if (!question) return;
    valueChanged(question, event.target);
    save(question);
  });

  document.getElementById('error-summary')?.focus();
})();
