// <small data-echo="form">: repeats what is chosen in that form, so that the button says what it will do.
for (const echo of document.querySelectorAll("[data-echo]")) {
  const form = document.getElementById(echo.dataset.echo);
  const chosen = () => [...form.elements].filter((e) => e.value && (e.checked || e instanceof HTMLSelectElement));
  const words = (e) => (e.selectedOptions?.[0] ?? e.closest("label")).textContent.trim();
  const repeat = () => { const said = chosen().map(words).join(", "); if (said) echo.textContent = said; };
  document.addEventListener("change", (event) => { if (event.target.form === form) repeat(); });
  repeat();
}
