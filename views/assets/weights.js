// Saves what somebody states about weights as they state it, and plays back what it means.
(() => {
  const form = document.getElementById('weights-form');
  if (!form) return;
  for (const button of form.querySelectorAll('[data-without-script]')) button.hidden = true;

  // A slider beside every field for points: moving it is quicker, typing is exact.
  for (const place of form.querySelectorAll('[data-slider-for]')) {
    const field = document.getElementById(place.dataset.sliderFor);
    const slider = document.createElement('input');
    slider.type = 'range';
    slider.min = '0';
    slider.max = '100';
    slider.step = '5';
    slider.value = field.value === '' ? '0' : field.value;
    slider.setAttribute(
      'aria-label',
      document.querySelector(`label[for="${CSS.escape(field.id)}"]`).textContent,
    );
    slider.addEventListener('input', () => {
      field.value = slider.value;
    });
    field.addEventListener('input', () => {
      slider.value = field.value === '' ? '0' : field.value.normalize('NFKC');
    });
    place.append(slider);
  }

  const showProblems = (problems) => {
    for (const row of form.querySelectorAll('.swing-row')) {
      const field = row.querySelector('.points');
      const problem = problems.find((one) => one.field === field.name)?.problem ?? null;
      const line = row.querySelector('.field-error');
      line.textContent = problem ?? '';
      line.hidden = problem === null;
      row.classList.toggle('field-wrong', problem !== null);
      if (problem === null) field.removeAttribute('aria-invalid');
      else field.setAttribute('aria-invalid', 'true');
    }
  };

  const queue = window.mailfitSaveQueue({
    storeKey: `mailfit-unsaved-weights-${form.dataset.person}-${form.dataset.method}`,
    texts: form.dataset,
    statusLine: document.getElementById('save-status'),
    retryButton: document.getElementById('save-retry'),
    // The token is the page's own: a kept draft may come from before a reload.
    post: (_key, fields) =>
      window.mailfitPost(form.dataset.saveHref, [
        ...fields.filter(([name]) => name !== '_token'),
        ['_token', form.elements.namedItem('_token').value],
      ]),
    onSaved(_key, answer) {
      showProblems(answer.problems);
      void refreshPlayback();
    },
    onWrong() {},
  });

  let isAsking = false;
  let isStale = false;
  const refreshPlayback = async () => {
    isStale = true;
    if (isAsking) return;
    isAsking = true;
    try {
      while (isStale) {
        isStale = false;
        const response = await fetch(form.dataset.playbackHref);
        if (response.ok) showPlayback(await response.text());
      }
    } catch {
      // What was played back last stays; the next answer asks again.
    }
    isAsking = false;
  };

  const showPlayback = (html) => {
    const fresh = new DOMParser().parseFromString(html, 'text/html').getElementById('playback');
    const checks = fresh.querySelector('.consistency-checks, .note-caution');
    const news = document.getElementById('playback-news');
    if (checks && news.textContent !== checks.textContent) news.textContent = checks.textContent;
    document.getElementById('playback').replaceWith(fresh);
  };

  const save = () =>
    void queue.save(
      'draft',
      [...new FormData(form)].filter(([, value]) => value !== ''),
    );
  form.addEventListener('change', save);
  document.addEventListener('click', (event) => {
    const repair = event.target.closest('[data-repair]');
    const field = repair && form.elements.namedItem(repair.dataset.repair);
    if (!field) return;
    field.value = repair.dataset.value;
    for (let box = field.closest('details'); box; box = box.parentElement.closest('details')) box.open = true;
    field.focus();
    save();
  });

  // A draft that an earlier visit could not send.
  const left = queue.left.get('draft');
  if (left) {
    for (const field of form.elements) {
      if (!field.name || field.type === 'hidden') continue;
      field.value =
        left.fields.find(([name]) => name === field.name)?.[1] ?? (field.name.startsWith('d.') ? '0' : '');
    }
    save();
  }
  document.getElementById('error-summary')?.focus();
})();
