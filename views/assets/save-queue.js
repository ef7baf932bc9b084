// Saves what a page gives it, one after the other and the newest last. What the server has not confirmed stays in this
// browser, over a reload too, and is sent again until it has been.
window.mailfitSaveQueue = ({ storeKey, texts, statusLine, retryButton, post, onSaved, onWrong }) => {
  const FIRST_RETRY_MS = 2_000;
  const LAST_RETRY_MS = 30_000;
  const kept = read();
  let isSending = false;
  let retryMs = FIRST_RETRY_MS;
  let timer = null;

  function read() {
    try {
      return new Map(Object.entries(JSON.parse(localStorage.getItem(storeKey) ?? '{}')));
    } catch {
      return new Map();
    }
  }

  function write() {
    try {
      if (kept.size === 0) localStorage.removeItem(storeKey);
      else localStorage.setItem(storeKey, JSON.stringify(Object.fromEntries(kept)));
    } catch {
      // Without storage the page itself still holds what was typed.
    }
  }

  const say = (text, isFailure = false) => {
    statusLine.textContent = text;
    statusLine.parentElement.classList.toggle('is-failed', isFailure);
    if (retryButton) retryButton.hidden = !isFailure;
  };

  const nextKey = () => [...kept.keys()].find((key) => !kept.get(key).isWrong);

  const sendNext = async (key) => {
    const item = kept.get(key);
    const answer = await post(key, item.fields);
    if (kept.get(key) === item) {
      if (answer.kind === 'saved') kept.delete(key);
      else kept.set(key, { ...item, isWrong: true });
      write();
    }
    if (answer.kind === 'saved') onSaved(key, answer);
    else onWrong(key, answer);
  };

  const pump = async () => {
    clearTimeout(timer);
    if (isSending || nextKey() === undefined) return;
    isSending = true;
    say(texts.saving);
    try {
      for (let key = nextKey(); key !== undefined; key = nextKey()) await sendNext(key);
      retryMs = FIRST_RETRY_MS;
      const time = new Date().toLocaleTimeString(document.documentElement.lang);
      say([...kept.values()].some(({ isWrong }) => isWrong) ? '' : `${texts.saved} ${time}`);
    } catch (error) {
      if (error.isFrozen) {
        // Trying again by itself would never end: somebody has to open the evaluation first.
        say(texts.frozen, true);
      } else {
        say(error.isStale ? texts.reload : texts.notSaved, true);
        timer = setTimeout(pump, retryMs);
        retryMs = Math.min(LAST_RETRY_MS, retryMs * 2);
      }
    }
    isSending = false;
  };

  const retryNow = () => {
    retryMs = FIRST_RETRY_MS;
    void pump();
  };
  window.addEventListener('online', retryNow);
  retryButton?.addEventListener('click', retryNow);
  window.addEventListener('beforeunload', (event) => {
    if (nextKey() !== undefined) event.preventDefault();
  });

  return {
    /** What an earlier visit could not save, by key. */
    left: new Map(kept),
    save(key, fields) {
      kept.delete(key);
      kept.set(key, { fields });
      write();
      return pump();
    },
    isClean: () => nextKey() === undefined,
    /** Resolves once nothing is on its way; false while something could not be sent. */
    async settled() {
      for (let waits = 0; isSending && waits < 100; waits += 1) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return nextKey() === undefined;
    },
  };
};

/** Posts form fields and reads the answer; anything but an answer is an error that says why where the server did. */
window.mailfitPost = async (href, fields) => {
  const response = await fetch(href, { method: 'POST', body: new URLSearchParams(fields) });
  if (!response.ok) {
    throw Object.assign(new Error(`HTTP ${response.status}`), {
      isStale: response.status === 403,
      isFrozen: response.status === 409,
    });
  }
  return response.json();
};
