// Results as you type. Without this file the same forms work by their button.
"use strict";

const PAUSE = 250; // ms without a key before the server is asked

for (const form of document.querySelectorAll("form[data-live]")) {
  let timer = 0;
  let asked = new AbortController();

  form.addEventListener("input", (event) => {
    if (event.target instanceof HTMLInputElement && event.target.validity.valid) {
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE);
    }
  });

  async function ask() {
    asked.abort();
    asked = new AbortController();
    const filled = [...new FormData(form)].filter(([, value]) => value !== "");
    const address = form.getAttribute("action") + "?" + new URLSearchParams(filled);
    try {
      const answer = await fetch(address, { signal: asked.signal });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const id of form.dataset.live.split(" ")) {
        const [old, fresh] = [document.getElementById(id), page.getElementById(id)];
        if (old && fresh) old.replaceWith(fresh);
      }
      history.replaceState(null, "", address);
    } catch (error) {
      if (error.name !== "AbortError") throw error;
    }
  }
}
