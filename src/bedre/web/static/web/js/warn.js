// data-warn-personal on a field or a form: a note comes under the text while it seems to hold a national identity or phone number.
// The same two patterns as kernel.text; the server decides, this only says it while one types.
const IDENTITY = /(?:^|\D)\d{6}[ .-]?\d{5}(?!\d)/;
const PHONE = /(?:^|[^\d/.-])(?:(?:\+|00)47 ?)?(?:[2-79]\d ?\d\d ?\d\d ?\d\d|[489]\d\d \d\d \d\d\d)(?![\d/.-])/;

const note = document.querySelector("template[data-personal]");
const WRITTEN = "textarea, input[type=text], input:not([type])";

function look(input) {
  const shown = input.parentElement.querySelector(":scope > .bd-personal");
  const found = IDENTITY.test(input.value) || PHONE.test(input.value);
  if (found && !shown) input.after(note.content.cloneNode(true));
  if (!found) shown?.remove();
}

if (note) {
  document.addEventListener("input", (event) => {
    if (event.target.matches(WRITTEN) && event.target.closest("[data-warn-personal]")) look(event.target);
  });
}
