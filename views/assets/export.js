// Follows a document while it is made. When it is over the page is loaded again, because the server then shows the file.
(() => {
  const place = document.getElementById('export');
  if (!place) return;
  const heading = document.getElementById('export-heading');
  const text = document.getElementById('export-text');
  const bar = place.querySelector('progress');
  const ask = async () => {
    try {
      const answer = await fetch(place.dataset.status, { headers: { accept: 'application/json' } });
      if (!answer.ok) return;
      const state = await answer.json();
      if (state.isOver) {
        location.reload();
        return;
      }
      heading.textContent = state.heading;
      if (text.textContent !== state.text) text.textContent = state.text;
      bar.value = state.progress;
    } catch {
      // The connection is gone for a moment; the page refreshes itself anyway.
    }
    setTimeout(ask, 500);
  };
  setTimeout(ask, 300);
})();
