// Small things every page may have. `data-script` on <html> tells the style sheet that a script runs.
document.documentElement.dataset.script = "";

// data-focus: where the eye must go when the page comes, a summary of errors.
document.querySelector("[data-focus]")?.focus();

// data-select: a text to copy is selected as one touches it.
for (const input of document.querySelectorAll("[data-select]")) input.addEventListener("focus", () => input.select());

// data-print-page: a button that prints. Hidden until there is a script to press it.
for (const button of document.querySelectorAll("[data-print-page]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// data-submit-on-change: a choice that is its own button (as-of date, filter).
document.addEventListener("change", (event) => {
  event.target.closest("[data-submit-on-change]")?.requestSubmit();
});

// Without a network the worker shows its own page. Browsers have it on https and on the machine itself only.
navigator.serviceWorker?.register("/sw.js").catch(() => {});  // a browser that refuses does without
